"""A file that is not where it was said to be, and the offer to look for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from widgets.theme import theme_of
from widgets.words import tr


class MissingFile(QWidget):
    """Seen only while a file is missing. `kinds` is what the chooser shows."""

    found = Signal(str, object)
    """The missing file that was named, and the Path that stands in for it."""

    def __init__(self, kinds: str) -> None:
        super().__init__()
        self._kinds = kinds
        self._file = ""
        self._folder: Path | None = None
        self.words = QLabel(tr("This file is not there."))
        self.words.setWordWrap(True)
        self.finder = QPushButton(tr("Find it …"))
        self.finder.setToolTip(tr("Other missing files that lie beside it are found along with it"))
        self.finder.clicked.connect(self._on_find_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.finder)
        self.hide()

    def look(self, file: str, folder: Path | None) -> None:
        """Look whether a file is there. A pattern of numbered pictures is not looked for."""
        self._file, self._folder = file, folder
        path = (folder or Path()) / file
        is_known = folder is not None or path.is_absolute()
        is_file = bool(file) and is_known and not set("%#") & set(file)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme_of(self.palette()).refusal)
        self.words.setPalette(palette)
        self.setVisible(is_file and not path.exists())

    @Slot()
    def _on_find_clicked(self) -> None:
        title = tr("Find {name}", name=Path(self._file).name)
        start = str(self._folder) if self._folder is not None else ""
        found, _ = QFileDialog.getOpenFileName(self.window(), title, start, self._kinds)
        if found:
            self.found.emit(self._file, Path(found))
