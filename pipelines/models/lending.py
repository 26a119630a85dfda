"""Lends loaded models to the work of a process, and keeps them warm while there is room.

One process, one device, one lender. Nothing here runs in the window.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

from pipelines.models.device import free_memory, let_go
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.loading import Loaded, load
from pipelines.models.placement import (
    Memory,
    Offload,
    Placement,
    TooLargeForMemoryError,
    Wish,
    place,
)
from pipelines.models.store import ModelStore
from pipelines.progress import CancelToken, check
from pipelines.uninterruptible import uninterruptible


@dataclass(slots=True)
class Lease:
    """A model at work: what was loaded, how it was put, which commits its parts are."""

    model_id: str
    loaded: Loaded
    placement: Placement
    revisions: dict[str, str]
    noise: bool
    """It has random weights: what it makes is to be marked."""
    users: int = field(default=0, repr=False)
    used_at: float = field(default=0.0, repr=False)


class Lender:
    """Loads what is asked for, keeps it, and drops what was used longest ago to make room."""

    def __init__(
        self,
        store: ModelStore,
        *,
        memory: Callable[[], Memory] = free_memory,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self._store = store
        self._memory = memory
        self._now = now
        self._warm: dict[tuple[str, Wish], Lease] = {}
        self._has_imported = False

    @property
    def warm(self) -> tuple[Lease, ...]:
        """What is loaded now, used longest ago first."""
        return tuple(sorted(self._warm.values(), key=lambda one: one.used_at))

    @contextmanager
    def lease(
        self, model_id: str, cancel: CancelToken, wish: Wish | None = None
    ) -> Generator[Lease]:
        """A model for as long as the block lasts. Loading is declared, since it cannot be stopped.

        Raises NotHereError, DamagedError, TooLargeForMemoryError, or CatalogueError.
        """
        key = (model_id, wish or Wish())
        found = self._warm.get(key)
        if found is None:
            check(cancel)
            with uninterruptible(cancel):
                found = self._warm[key] = self._load(model_id, key[1])
            check(cancel)
        found.users += 1
        try:
            yield found
        finally:
            found.users -= 1
            found.used_at = self._now()

    def drop(self, model_id: str = "") -> None:
        """Let go of a model that nobody uses now; without a name of all."""
        for key, lease in list(self._warm.items()):
            if not lease.users and model_id in ("", lease.model_id):
                del self._warm[key]
        let_go()

    def _load(self, model_id: str, wish: Wish) -> Lease:
        model = self._store.catalogue.model(model_id)
        folders = self._store.folders(model_id)
        self._import_libraries()
        placement = self._room_for(model_id, wish)
        loaded = load(model, folders, placement)
        parts = self._store.catalogue.parts_of([model_id]).values()
        noise = any(part.noise for part in parts)
        return Lease(model_id, loaded, placement, self._store.revisions(model_id), noise)

    def _import_libraries(self) -> None:
        """What the libraries hold is then left out of full collections, which would stop a step."""
        if not self._has_imported:
            diffusers()
            transformers()
            gc.collect()
            gc.freeze()
            atexit.register(gc.unfreeze)  # so that native libraries see their objects go
            self._has_imported = True

    def _room_for(self, model_id: str, wish: Wish) -> Placement:
        """Find a place, dropping what nobody uses as long as there is none without offloading."""
        model = self._store.catalogue.model(model_id)
        while True:
            try:
                placement = place(model, self._memory(), wish)
                if placement.offload in (Offload.NONE, wish.offload) or not self._drop_oldest():
                    return placement
            except TooLargeForMemoryError:
                if not self._drop_oldest():
                    raise

    def _drop_oldest(self) -> bool:
        for lease in self.warm:
            if not lease.users:
                self._warm = {key: one for key, one in self._warm.items() if one is not lease}
                let_go()
                return True
        return False
