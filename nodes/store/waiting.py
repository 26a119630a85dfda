"""Results that wait to be written together, readable meanwhile, and the thread that writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Condition, Lock, Thread
from time import monotonic

from nodes.store.object_file import Entry, Name, Space, StoredValue
from pipelines.errors import OutputError

MOST_FRAMES = 32
MOST_BYTES = 64 << 20
PATIENCE = 2.0
"""Seconds that an entry waits at most."""
_MOST_VALUES = 1024
_LARGE_VALUE = 1 << 20
_COSTLY_SECONDS = {Space.VALUE: 0.01, Space.FRAME: 0.5}
"""What waits together may have cost this much to compute: a kill loses no more than that."""
_MOST_WAITING = 4 * MOST_BYTES
_RETRY_SECONDS = 10.0


class Waiting:
    """Entries on their way to a file. Safe for any thread.

    `write` makes one file of some entries and then calls `settle` with them, or raises OutputError,
    after which they still wait.
    """

    def __init__(self, write: Callable[[Sequence[Entry]], None]) -> None:
        self._write = write
        self._entries: dict[Name, Entry] = {}
        self._changed = Condition()
        self._writing = Lock()
        self._size = 0
        self._frames = 0
        self._cost = dict.fromkeys(Space, 0.0)
        self._due = 0.0
        self._thread: Thread | None = None
        self._closed = False

    def get(self, name: Name) -> StoredValue | None:
        """The value of a waiting entry."""
        entry = self._entries.get(name)
        return None if entry is None else entry.value

    def seconds(self, name: Name) -> float | None:
        """What a waiting entry took to compute."""
        entry = self._entries.get(name)
        return None if entry is None else entry.seconds

    def __contains__(self, name: Name) -> bool:
        return name in self._entries

    def put(self, entry: Entry) -> None:
        """Let an entry wait. Raises OutputError where too much waits and cannot be written."""
        if self._size >= _MOST_WAITING:
            self.flush()
        with self._changed:
            if entry.name in self._entries:
                return
            now = monotonic()
            if not self._entries:
                self._due = now + PATIENCE
            self._entries[entry.name] = entry
            self._size += entry.value.size
            self._frames += entry.name[0] is Space.FRAME
            self._cost[entry.name[0]] += entry.seconds
            if self._is_full(entry):
                self._due = min(self._due, now)
            if self._thread is None and not self._closed:
                self._thread = Thread(target=self._keep_writing, name="store", daemon=True)
                self._thread.start()
            self._changed.notify()

    def flush(self) -> None:
        """Write everything that waits. Raises OutputError."""
        with self._writing:
            while batch := self._batch():
                self._write(batch)

    def settle(self, batch: Sequence[Entry]) -> None:
        """These entries are in a file and wait no longer."""
        with self._changed:
            for entry in batch:
                del self._entries[entry.name]
                self._size -= entry.value.size
                self._frames -= entry.name[0] is Space.FRAME
                self._cost[entry.name[0]] -= entry.seconds

    def close(self) -> None:
        """Write everything and end the thread. Raises OutputError."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.flush()

    def _is_full(self, entry: Entry) -> bool:
        return (
            self._frames >= MOST_FRAMES
            or len(self._entries) >= _MOST_VALUES
            or self._size >= MOST_BYTES
            or self._cost[entry.name[0]] >= _COSTLY_SECONDS[entry.name[0]]
        )

    def _batch(self) -> list[Entry]:
        """The oldest entries that belong in one file."""
        batch: list[Entry] = []
        size = 0
        with self._changed:
            for entry in self._entries.values():
                if batch and entry.name[0] is not batch[0].name[0]:
                    continue
                size += entry.value.size
                if batch and (size > MOST_BYTES or _stands_alone(entry)):
                    break
                batch.append(entry)
                if len(batch) == _most(entry) or _stands_alone(entry):
                    break
        return batch

    def _keep_writing(self) -> None:
        while True:
            with self._changed:
                while not self._closed and not self._is_due():
                    left = self._due - monotonic() if self._entries else None
                    self._changed.wait(left)
                if self._closed:
                    return
                self._due = monotonic() + _RETRY_SECONDS
            # The next flush, or too much waiting, tells the caller of a failure.
            with suppress(OutputError):
                self.flush()

    def _is_due(self) -> bool:
        return bool(self._entries) and monotonic() >= self._due


def _most(entry: Entry) -> int:
    return MOST_FRAMES if entry.name[0] is Space.FRAME else _MOST_VALUES


def _stands_alone(entry: Entry) -> bool:
    """Large values are worth keeping, or not, by themselves."""
    return entry.name[0] is Space.VALUE and entry.value.size >= _LARGE_VALUE
