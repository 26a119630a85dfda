"""The picture that the panel in hand was imported from, under its drawing as it is in the film."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Slot
from PySide6.QtGui import QImage

from nodes.flat_node import located
from pipelines.errors import StoryloomError
from pipelines.media.pictures import read_picture
from pipelines.painting.composite import RGB, eight_bits
from pipelines.painting.panel_frames import letterbox
from widgets.paper.desk import PaperDesk
from widgets.paper.sheet import Ground
from widgets.pictures import opaque_picture

_MOST_KEPT = 12
_Key = tuple[Path, tuple[int, int], RGB]


def _nobody(file: Path) -> bool:
    return False


class _Reading(QThread):
    """Reads one picture onto the paper. What cannot be read stays empty: the strip says why."""

    def __init__(self, key: _Key) -> None:
        super().__init__()
        self.key = key
        self.picture = QImage()

    def run(self) -> None:
        file, size, paper = self.key
        try:
            fitted = letterbox(read_picture(file), size, paper=paper)
            self.picture = opaque_picture(eight_bits(fitted))
        except StoryloomError:
            self.picture = QImage()


class ImportedPicture(QObject):
    """Keeps the desk to the panel in hand. Used by the GUI thread only; close it at the end."""

    def __init__(self, desk: PaperDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: Path | None = None
        self._may_read: Callable[[Path], bool] = _nobody
        self._kept: OrderedDict[_Key, Ground] = OrderedDict()
        self._reading: _Reading | None = None
        self._is_closed = False
        self._lost: _Key | None = None
        """What could not be read the last time."""
        self._outdated: set[_Key] = set()
        """What is shown until its file, which is another by now, is read again."""
        desk.board.changed.connect(self.update_content)

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: what lies within it may be read."""
        self._folder = folder
        self.update_content()

    def set_consent(self, may_read: Callable[[Path], bool]) -> None:
        """Which files elsewhere the person allowed to be read."""
        self._may_read = may_read
        self.update_content()

    @Slot(object)
    def read_again(self, files: Collection[Path]) -> None:
        """Another program has changed these files."""
        changed = {file.resolve() for file in files}
        self._outdated |= {key for key in self._kept if key[0].resolve() in changed}
        self._lost = None
        self.update_content()

    def close(self) -> None:
        """Wait for what is being read, and read no more."""
        self._is_closed = True
        if self._reading is not None:
            self._reading.finished.disconnect(self._on_read)
            self._reading.wait()
            self._reading = None

    @Slot()
    def update_content(self) -> None:
        """The panel in hand may be another."""
        if self._is_closed:
            return
        key = self._key()
        found = self._kept.get(key) if key is not None else None
        if key is not None and found is not None:
            self._kept.move_to_end(key)
        self._desk.show_imported(found)
        is_known = found is not None and key not in self._outdated
        if key is None or is_known or key == self._lost:
            return
        if self._reading is None:
            self._reading = _Reading(key)
            self._outdated.discard(key)
            self._reading.finished.connect(self._on_read)
            self._reading.start()

    def _key(self) -> _Key | None:
        board, panel = self._desk.board, self._desk.board.panel
        if panel is None or not panel.picture:
            return None
        file = located(panel.picture, self._folder)
        inside = self._folder is not None and file.resolve().is_relative_to(self._folder.resolve())
        return (file, board.size, board.paper) if inside or self._may_read(file) else None

    @Slot()
    def _on_read(self) -> None:
        reading, self._reading = self._reading, None
        if reading is None:
            return
        reading.wait()
        if not reading.picture.isNull():
            self._kept[reading.key] = Ground(reading.picture, 1.0)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.pop(reading.key, None)
            self._lost = reading.key
        self.update_content()
