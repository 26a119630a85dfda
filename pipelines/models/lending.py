"""Lends loaded models to the work of a process, and keeps them warm while there is room.

One process, one device, one lender, one thread. Nothing here runs in the window.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

from pipelines.models.catalogue import Model
from pipelines.models.device import device_lost_errors, free_memory, let_go, memory_errors
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.loading import Loaded, load
from pipelines.models.placement import (
    Device,
    Memory,
    Offload,
    Placement,
    TooLargeForMemoryError,
    Wish,
    next_wish,
    place,
)
from pipelines.models.rechecking import Rechecking
from pipelines.models.refusals import DeviceLostError, MemoryFullError
from pipelines.models.store import ModelStore
from pipelines.progress import CancelToken, check
from pipelines.uninterruptible import uninterruptible

Tell = Callable[[str, int, int], None]
"""Told what is done (a sentence), how much of it, of how much; may raise Cancelled."""


_WORTH_TELLING = 256 << 20
"""Fewer bytes are looked at before anybody has read that they are."""


@dataclass(slots=True)
class Lease:
    """A model at work: what was loaded, how it was put, which commits its parts are."""

    model_id: str
    title: str
    loaded: Loaded
    placement: Placement
    revisions: Mapping[str, str]
    identity: str
    wish: Wish
    noise: bool
    """It has random weights: what it makes is to be marked."""
    users: int = field(default=0, repr=False)
    used_at: float = field(default=0.0, repr=False)

    def grants(self, wish: Wish) -> bool:
        """Whether it is as somebody wishes. The precision that somebody chose is not what those
        get who leave it open, and whose results are kept under another key."""
        is_open = wish.precision is None and self.wish.precision is not None
        return self.wish == wish or (self.placement.grants(wish) and not is_open)

    @property
    def network(self) -> Any:
        """The network, or the pipeline of networks."""
        return self.loaded.network

    @property
    def processor(self) -> Any:
        """What prepares its input; None for pipelines."""
        return self.loaded.processor


def _unheard(doing: str, done: int, total: int) -> None:
    """For work that nobody watches."""


class Lender:
    """Loads what is asked for, keeps it, and drops what was used longest ago to make room.

    The store is asked for at a lease: a process that borrows nothing opens none. `rechecking` looks
    again at models that are in use.
    """

    def __init__(
        self,
        store: Callable[[], ModelStore],
        *,
        memory: Callable[[], Memory] = free_memory,
        now: Callable[[], float] = monotonic,
        rechecking: Rechecking | None = None,
    ) -> None:
        self._store = store
        self._memory = memory
        self._now = now
        self._rechecking = rechecking
        self._warm: list[Lease] = []
        self._has_imported = False
        self.has_lost_device = False
        """Whether the device answers no more: only another process can use it again."""

    @property
    def warm(self) -> tuple[Lease, ...]:
        """What is loaded now, used longest ago first."""
        return tuple(sorted(self._warm, key=lambda one: one.used_at))

    def check(self, model_id: str) -> None:
        """Raise what a lease would raise that is known without loading."""
        self._store().folders(model_id)

    def title_of(self, model_id: str) -> str:
        """What a model is called; its id where no list has it."""
        found = self._store().catalogue.models.get(model_id)
        return found.title if found is not None else model_id

    def identity(self, model_id: str) -> str:
        """What names all that a model is made of, without loading it."""
        return self._store().identity(model_id)

    def file(self, model_id: str, cancel: CancelToken, tell: Tell = _unheard) -> Path:
        """The one file of a model that is laid over another. Raises NotHereError, DamagedError."""
        store = self._store()
        ((part, folder),) = store.folders(model_id).items()
        self._check(store, model_id, cancel, tell)
        (pattern,) = store.catalogue.parts[part].files
        return next(folder.glob(pattern))

    @contextmanager
    def lease(
        self,
        model_id: str,
        cancel: CancelToken,
        wish: Wish | None = None,
        tell: Tell = _unheard,
    ) -> Generator[Lease]:
        """A model for as long as the block lasts. Loading is declared, since it cannot be stopped.

        Raises NotHereError, DamagedError, TooLargeForMemoryError, CatalogueError, and for the
        block too MemoryFullError and DeviceLostError.
        """
        wish = wish or Wish()
        found = self._warm_one(model_id, wish) or self._loaded(model_id, wish, cancel, tell)
        if self._rechecking is not None:
            self._rechecking.consider(model_id)
        found.users += 1
        try:
            yield found
        except memory_errors() as error:
            raise MemoryFullError(found.title) from error
        except device_lost_errors() as error:
            self.has_lost_device = True
            raise DeviceLostError from error
        finally:
            found.users -= 1
            found.used_at = self._now()

    def close(self) -> None:
        """Let go of everything; what is looked at in the background is broken off."""
        if self._rechecking is not None:
            self._rechecking.close()
        self.drop()

    def drop(self, model_id: str = "") -> None:
        """Let go of a model that nobody uses now; without a name of all."""
        if not self._warm:
            return
        self._warm = [one for one in self._warm if one.users or model_id not in ("", one.model_id)]
        let_go()

    def _warm_one(self, model_id: str, wish: Wish) -> Lease | None:
        """The model if it is warm as it is wished for; in another way it makes room."""
        warm = [one for one in self._warm if one.model_id == model_id]
        if warm and self._rechecking is not None and self._rechecking.take_damaged(model_id):
            self.drop(model_id)
            return None  # the store refuses it by now
        identity = self._store().identity(model_id) if warm else ""
        for one in warm:
            if one.identity == identity and one.grants(wish):
                return one
        if warm:
            self.drop(model_id)
        return None

    def _loaded(self, model_id: str, wish: Wish, cancel: CancelToken, tell: Tell) -> Lease:
        check(cancel)
        store = self._store()
        model, folders = store.catalogue.model(model_id), store.folders(model_id)
        self._check(store, model_id, cancel, tell)
        identity, revisions = store.identity(model_id), store.revisions(model_id)

        def told(done: int, total: int) -> None:
            check(cancel)
            words = f"Loading {model.title}, {done} of {total} parts."
            tell(words if total > 1 else f"Loading {model.title}.", done, total)

        with uninterruptible(cancel):
            self._import_libraries()
            loaded, placement = self._load(model, folders, wish, told)
        noise = store.is_noise(model_id)
        lease = Lease(model_id, model.title, loaded, placement, revisions, identity, wish, noise)
        self._warm.append(lease)
        check(cancel)
        return lease

    def _check(self, store: ModelStore, model_id: str, cancel: CancelToken, tell: Tell) -> None:
        """Nothing is loaded that was not checked since it was written."""
        words = f"Checking every byte of {store.catalogue.model(model_id).title}."

        def looked(done: int, total: int) -> None:
            check(cancel)
            if total >= _WORTH_TELLING:
                tell(words, done >> 20, total >> 20)

        store.check_before_use(model_id, looked)

    def _load(
        self,
        model: Model,
        folders: Mapping[str, Path],
        wish: Wish,
        told: Callable[[int, int], None],
    ) -> tuple[Loaded, Placement]:
        """Load, and where that fills the memory, once more with others gone or with offloading."""
        asked = wish
        while True:
            placement = self._room_for(model, wish)
            try:
                return load(model, folders, placement, told), placement
            except memory_errors():
                further = next_wish(model, asked, placement)
            let_go()  # the error, which held what was loaded, is gone by now
            if self._drop_oldest():
                continue
            if further is None:
                raise MemoryFullError(model.title)
            wish = further

    def _import_libraries(self) -> None:
        """What the libraries hold is then left out of full collections, which would stop a step."""
        if not self._has_imported:
            diffusers()
            transformers()
            gc.collect()
            gc.freeze()
            atexit.register(gc.unfreeze)  # so that native libraries see their objects go
            self._has_imported = True

    def _room_for(self, model: Model, wish: Wish) -> Placement:
        """Find a place, dropping what nobody uses as long as there is none without offloading."""
        while True:
            free = self._memory()
            if wish.device is Device.CPU:
                free = Memory(0, free.machine)
            try:
                placement = place(model, free, wish)
                if placement.offload in (Offload.NONE, wish.offload) or not self._drop_oldest():
                    return placement
            except TooLargeForMemoryError:
                if not self._drop_oldest():
                    raise

    def _drop_oldest(self) -> bool:
        for lease in self.warm:
            if not lease.users:
                self._warm.remove(lease)
                del lease
                let_go()
                return True
        return False
