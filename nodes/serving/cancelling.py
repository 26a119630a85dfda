"""The token of a run in a worker process."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from threading import Event

from nodes.serving.worker_memory import WorkerMemory


class SharedCancelToken:
    """Backed by a flag of the supervisor, and by whether there still is one (`orphaned`)."""

    def __init__(self, memory: WorkerMemory, run: int, orphaned: Event) -> None:
        self._memory = memory
        self._run = run
        self._orphaned = orphaned

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop, or is gone."""
        return self._memory.cancelled >= self._run or self._orphaned.is_set()

    @contextmanager
    def uninterruptible(self, seconds: float) -> Generator[None]:
        """While this is entered, the supervisor does not take the worker for hung, for so long."""
        self._memory.enter(seconds)
        try:
            yield
        finally:
            self._memory.leave()
