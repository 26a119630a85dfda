"""The thread that finds out which results are on disk, and what runs would make, so that opening a
project waits for nothing.

Of looks at the project only the newest is answered.
"""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from app.window.run_estimate import NodeTimes
from app.window.run_forecast import forecast
from nodes.snapshot import Snapshot
from nodes.standing import standing
from nodes.store import ResultStore
from pipelines.errors import StoryloomError

PROJECT = ""
"""What a forecast of the exports of the project in hand is called; others by their order's id."""


class _Question(NamedTuple):
    name: str
    number: int
    snapshot: Snapshot
    sinks: tuple[str, ...]
    times: NodeTimes


class StandingLooker(QThread):
    """Looks at snapshots one after another. Close it before it goes."""

    found = Signal(int, object)
    """The number of the question, and a Standing."""
    forecast_made = Signal(str, object)
    """Whose forecast it is, and a Forecast."""

    def __init__(self, results: Path, times: NodeTimes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._times = times
        self._asked: SimpleQueue[_Question | None] = SimpleQueue()
        self._known: set[str] = set()
        self.number = 0
        """Of the newest question."""

    def look(self, snapshot: Snapshot) -> None:
        """Look at this instead of what waits, and at what its exports need."""
        self.number += 1
        self._ask(PROJECT, snapshot, ())

    def foresee(self, name: str, snapshot: Snapshot, sinks: tuple[str, ...]) -> None:
        """Find out what a run of `sinks` makes."""
        self._ask(name, snapshot, sinks)

    def _ask(self, name: str, snapshot: Snapshot, sinks: tuple[str, ...]) -> None:
        untouched = snapshot.override({})  # so that two threads do not lay out the same one
        times = self._times.copied()
        self._asked.put(_Question(name, self.number, untouched, sinks, times))
        if not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """End, and wait for that."""
        self._asked.put(None)
        self.wait()

    def run(self) -> None:
        try:
            with ResultStore(self._results) as store:
                while (asked := self._asked.get()) is not None:
                    if asked.name != PROJECT or asked.number == self.number:
                        self._answer(asked, store)
        except StoryloomError:
            return  # nothing is known of a store that cannot be opened; runs will say why

    def _answer(self, asked: _Question, store: ResultStore) -> None:
        try:
            seen = standing(asked.snapshot, store, self._known)
            if asked.name == PROJECT:
                self.found.emit(asked.number, seen)
            else:
                self._known -= seen.parts.keys()  # nobody was told of them
            made = forecast(asked.snapshot, asked.sinks, seen.caches, asked.times)
            self.forecast_made.emit(asked.name, made)
        except StoryloomError:
            return  # the graph cannot be laid out; a run of it says why
