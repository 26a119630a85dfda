"""What became of the files of the project in hand: looked at in a thread, for disks may be far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.window.project_in_hand import ProjectInHand
from nodes.document import Document
from nodes.relinking import files_of, missing_files


class FilesSeen(NamedTuple):
    """Which files are there, and which are not: {file: paths of the nodes that name it}."""

    project: ProjectInHand
    there: tuple[Path, ...]
    missing: Mapping[str, Sequence[str]]


class FileLooker(QObject):
    """Looks one thing after another. Close it before it goes."""

    seen = Signal(object)
    """A FilesSeen."""
    found_changed = Signal(object)
    """A ProjectInHand whose file another program has written."""

    def __init__(self, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="file-looker")

    def look(self, project: ProjectInHand) -> None:
        """Look which files of a project are there; `seen` follows."""
        if project.path is not None and project.folder is not None:
            document = project.model.document
            copy = Document(document.registry, document.graph)
            self._disk.submit(self._look, project, copy, project.path, project.folder)

    def look_for_changes(self, project: ProjectInHand) -> None:
        """Look whether another program wrote the file of a project; `found_changed` follows."""
        self._disk.submit(self._look_for_changes, project)

    def close(self) -> None:
        """End; what was not looked at yet is not told."""
        self._disk.shutdown(wait=True, cancel_futures=True)

    def _look(self, project: ProjectInHand, document: Document, path: Path, folder: Path) -> None:
        files = [path, *files_of(document, folder)][: self._most]
        there = tuple(file for file in files if file.is_file())
        self.seen.emit(FilesSeen(project, there, missing_files(document, folder)))

    def _look_for_changes(self, project: ProjectInHand) -> None:
        if project.was_changed_outside():
            self.found_changed.emit(project)
