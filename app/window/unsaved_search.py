"""Looking, in a thread, for the work of sessions that did not close: files may be large."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nodes.working_store import Session, find_recoverable


class UnsavedSearch(QThread):
    """One search at a time; one that is asked for meanwhile comes next. Close it before it goes."""

    found = Signal(object)
    """The Sessions, newest first."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._sessions: Sequence[Session] = ()
        self._is_wanted = False
        self.finished.connect(self._on_finished)

    def look(self) -> None:
        """Look; `found` follows."""
        self._is_wanted = self.isRunning()
        self.start()  # nothing where it runs

    def close(self) -> None:
        """End, and wait for that."""
        self._is_wanted = False
        self.wait()

    def run(self) -> None:
        self._sessions = find_recoverable(self._folder)

    @Slot()
    def _on_finished(self) -> None:
        self.found.emit(self._sessions)
        if self._is_wanted:
            self.look()
