"""Looking for files by name below a folder, in a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nodes.relinking import best_match

_MOST_FILES = 500_000
"""Files looked at before a search gives up."""


class FileSearch(QObject):
    """One search at a time; another one replaces it."""

    found = Signal(object)
    """{file as the project names it: Path}, of those that were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _SearchThread | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it goes on."""
        return self._thread is not None

    def start(self, files: Iterable[str], folder: Path) -> None:
        """Look for files of these names below a folder."""
        self.stop()
        self._thread = _SearchThread(tuple(files), folder, self)
        self._thread.finished.connect(self._on_finished)
        self._thread.start()

    def stop(self) -> None:
        """Look no further; nothing is told."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.finished.disconnect(self._on_finished)
            thread.requestInterruption()
            thread.wait()
            thread.deleteLater()

    @Slot()
    def _on_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
            self.found.emit(thread.matches)


class _SearchThread(QThread):
    def __init__(self, files: tuple[str, ...], folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.matches: dict[str, Path] = {}
        self._files = files
        self._folder = folder

    def run(self) -> None:
        wanted = {_name(file) for file in self._files}
        there: dict[str, list[Path]] = {}
        looked = 0
        for folder, _, names in os.walk(self._folder):
            looked += len(names)
            if self.isInterruptionRequested() or looked > _MOST_FILES:
                break
            for name in names:
                if name.casefold() in wanted:
                    there.setdefault(name.casefold(), []).append(Path(folder) / name)
        for file in self._files:
            match = best_match(file, there.get(_name(file), ()))
            if match is not None:
                self.matches[file] = match


def _name(file: str) -> str:
    return PurePath(file.replace("\\", "/")).name.casefold()
