"""Looking for files by name below a folder, in a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePath
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from app.window.aside import Aside
from nodes.relinking import best_match

_MOST_FILES = 500_000
"""Files looked at before a search gives up."""


class FileSearch(QObject):
    """One search at a time; another one replaces it."""

    found = Signal(object)
    """{file as the project names it: Path}, of those that were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search: _Search | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it goes on."""
        return self._search is not None

    def start(self, files: Iterable[str], folder: Path) -> None:
        """Look for files of these names below a folder."""
        self.stop()
        self._search = _Search(tuple(files), folder)
        self._search.told.connect(self._on_told)
        self._search.start()

    def stop(self) -> None:
        """Look no further; nothing is told."""
        search, self._search = self._search, None
        if search is not None:
            search.left.set()

    @Slot(object)
    def _on_told(self, matches: dict[str, Path]) -> None:
        if self._search is not None and self.sender() is self._search:
            self._search = None
            self.found.emit(matches)


class _Search(Aside):
    def __init__(self, files: tuple[str, ...], folder: Path) -> None:
        super().__init__()
        self.left = Event()
        """Nobody wants it any more."""
        self._files = files
        self._folder = folder

    def work(self) -> dict[str, Path]:
        wanted = {_name(file) for file in self._files}
        there: dict[str, list[Path]] = {}
        looked = 0
        for folder, _, names in os.walk(self._folder):
            looked += len(names)
            if self.left.is_set() or looked > _MOST_FILES:
                break
            for name in names:
                if name.casefold() in wanted:
                    there.setdefault(name.casefold(), []).append(Path(folder) / name)
        matches = ((file, best_match(file, there.get(_name(file), ()))) for file in self._files)
        return {file: match for file, match in matches if match is not None}


def _name(file: str) -> str:
    return PurePath(file.replace("\\", "/")).name.casefold()
