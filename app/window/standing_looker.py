"""The thread that finds out which results are on disk, so that opening a project waits for nothing.

Only the newest question is answered.
"""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, QThread, Signal

from nodes.snapshot import Snapshot
from nodes.standing import standing
from nodes.store import ResultStore
from pipelines.errors import StoryloomError


class StandingLooker(QThread):
    """Looks at snapshots one after another. Close it before it goes."""

    found = Signal(int, object)
    """The number of the question, and a Standing."""

    def __init__(self, results: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._asked: SimpleQueue[tuple[int, Snapshot] | None] = SimpleQueue()
        self._known: set[str] = set()
        self.number = 0
        """Of the newest question."""

    def look(self, snapshot: Snapshot) -> None:
        """Look at this instead of what waits. The snapshot itself is not touched."""
        self.number += 1
        self._asked.put((self.number, snapshot.override({})))
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """End, and wait for that."""
        self._asked.put(None)
        self.wait()

    def run(self) -> None:
        try:
            with ResultStore(self._results) as store:
                while (asked := self._newest()) is not None:
                    self._answer(*asked, store)
        except StoryloomError:
            return  # nothing is known of a store that cannot be opened; runs will say why

    def _newest(self) -> tuple[int, Snapshot] | None:
        newest = self._asked.get()
        while newest is not None and not self._asked.empty():
            newest = self._asked.get()
        return newest

    def _answer(self, number: int, snapshot: Snapshot, store: ResultStore) -> None:
        try:
            self.found.emit(number, standing(snapshot, store, self._known))
        except StoryloomError:
            return  # the graph cannot be laid out; a run of it says why
