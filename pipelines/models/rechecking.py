"""Looks again, in the background, at models that are in use and were not looked at for long.

A disk can lose bits without telling anybody; safetensors loads them as they are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread

from pipelines.errors import Cancelled, StoryloomError
from pipelines.models.store import ModelStore

AGAIN_SECONDS = 30 * 24 * 3600.0
"""A model that is used is looked at again after as long."""


class Rechecking:
    """One model at a time, in a thread of its own. Close it before its process ends."""

    def __init__(
        self, store: Callable[[], ModelStore], *, now: Callable[[], float] = time.time
    ) -> None:
        self._store = store
        self._now = now
        self._closing = Event()
        self._guard = Lock()
        self._thread: Thread | None = None
        self._damaged: set[str] = set()

    def consider(self, model_id: str) -> None:
        """A model is in use: look at it in the background if it is time."""
        with suppress(StoryloomError):
            age = self._now() - self._store().checked_at(model_id)
            is_busy = self._thread is not None and self._thread.is_alive()
            if age >= AGAIN_SECONDS and not is_busy and not self._closing.is_set():
                self._thread = Thread(
                    target=self._look, args=(model_id,), name="model-recheck", daemon=True
                )
                self._thread.start()

    def take_damaged(self, model_id: str) -> bool:
        """Whether a model was found damaged since this was asked last."""
        with self._guard:
            found = model_id in self._damaged
            self._damaged.discard(model_id)
            return found

    def wait(self) -> None:
        """Until what is looked at now was looked at."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Break off, and let the thread end."""
        self._closing.set()
        self.wait()

    def _look(self, model_id: str) -> None:
        with suppress(Cancelled, StoryloomError):
            if self._store().verify(model_id, self._told):
                with self._guard:
                    self._damaged.add(model_id)

    def _told(self, done: int, total: int, /) -> None:
        if self._closing.is_set():
            raise Cancelled
