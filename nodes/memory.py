"""Results kept in memory within a budget of bytes.

What goes first is what is cheapest to have again, in compute seconds per byte, and of that what was
longest unused (GreedyDual-Size-Frequency without the frequency; Cherkasova 1998).
"""

from __future__ import annotations

import heapq
import threading
from typing import Any


class ResultMemory:
    """A cache by key. Thread-safe."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.used = 0
        self._entries: dict[str, tuple[Any, int, float, float]] = {}
        self._queue: list[tuple[float, str]] = []
        self._age = 0.0
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def get(self, key: str) -> Any | None:
        """The value kept under a key, or None; it counts as used now."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        value, nbytes, worth, priority = entry
        if self._age + worth != priority:
            with self._lock:
                if key in self._entries:
                    self._entries[key] = (value, nbytes, worth, self._age + worth)
        return value

    def put(self, key: str, value: Any, nbytes: int, seconds: float) -> None:
        """Keep a value of `nbytes` that took `seconds` to make."""
        if nbytes > self.budget:
            return
        with self._lock:
            old = self._entries.pop(key, None)
            if old is not None:
                self.used -= old[1]
            worth = seconds / max(nbytes, 1)
            self._entries[key] = (value, nbytes, worth, self._age + worth)
            heapq.heappush(self._queue, (self._age + worth, key))
            self.used += nbytes
            while self.used > self.budget:
                self._evict_one()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._queue.clear()
            self.used = 0

    def _evict_one(self) -> None:
        while True:
            priority, key = heapq.heappop(self._queue)
            entry = self._entries.get(key)
            if entry is None:
                continue
            if entry[3] > priority:
                heapq.heappush(self._queue, (entry[3], key))
                continue
            self._age = priority
            self.used -= entry[1]
            del self._entries[key]
            return
