"""What results take on disk, and the button that frees it. Both are worked out in a thread."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.window.aside import Aside
from nodes.store import ResultStore
from pipelines.errors import StoryloomError
from widgets.words import told, tr


class _Measured(NamedTuple):
    """Bytes that are left, bytes freed, and what went wrong."""

    left: int
    freed: int
    wrong: str


class _Measuring(Aside):
    """Measures the files of a folder, after evicting what may go where that is asked."""

    def __init__(self, folder: Path, *, clears: bool) -> None:
        super().__init__()
        self._folder = folder
        self._clears = clears

    def work(self) -> _Measured:
        freed, wrong = 0, ""
        try:
            if self._clears:
                with ResultStore(self._folder) as store:
                    freed = store.evict(0)
            left = _size(self._folder)
        except StoryloomError as error:
            left, wrong = 0, told(error)
        except OSError as error:
            left, wrong = 0, str(error.strerror)
        return _Measured(left, freed, wrong)


class CacheBox(QWidget):
    """Clearing goes through the store: what a run or another window uses stays."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._errand: _Measuring | None = None
        self.place = QLabel(str(folder))
        self.size_words = QLabel(tr("Measuring …"))
        self.clear = QPushButton(tr("Clear"))
        self.clear.setAutoDefault(False)
        self.clear.setToolTip(tr("Remove all kept results. They are made again when needed."))
        for label in (self.place, self.size_words):
            label.setTextFormat(label.textFormat().PlainText)
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.size_words, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.place)
        column.addLayout(row)
        self.clear.clicked.connect(self._on_clear)
        self._start(clears=False)

    def _start(self, *, clears: bool) -> None:
        self.clear.setEnabled(False)
        self._errand = _Measuring(self._folder, clears=clears)
        self._errand.told.connect(self._on_done)
        self._errand.start()

    @Slot()
    def _on_clear(self) -> None:
        self.size_words.setText(tr("Clearing …"))
        self._start(clears=True)

    @Slot(object)
    def _on_done(self, measured: _Measured) -> None:
        left, freed, wrong = measured
        size = QLocale().formattedDataSize(left)
        words = tr("{size} on disk", size=size)
        if freed:
            gone = QLocale().formattedDataSize(freed)
            words = tr("{size} on disk, {freed} freed", size=size, freed=gone)
        self.size_words.setText(wrong or words)
        self.clear.setEnabled(not wrong)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
