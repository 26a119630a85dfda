"""What results take on disk, and the button that frees it. Both are worked out in a thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.window.awaited_thread import AwaitedThread
from nodes.store import ResultStore
from pipelines.errors import StoryloomError
from widgets.words import told, tr


class _Measuring(AwaitedThread):
    """Measures the files of a folder, after evicting what may go where that is asked."""

    done = Signal(int, int, str)
    """Bytes that are left, bytes freed, and what went wrong."""

    def __init__(self, folder: Path, asker: QWidget, *, clears: bool) -> None:
        super().__init__(asker)
        self._folder = folder
        self._clears = clears

    def run(self) -> None:
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
        self.done.emit(left, freed, wrong)


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

    def close_down(self) -> None:
        """Wait for what is under way."""
        if self._errand is not None:
            self._errand.wait()

    def _start(self, *, clears: bool) -> None:
        self.close_down()
        self.clear.setEnabled(False)
        self._errand = _Measuring(self._folder, self, clears=clears)
        self._errand.done.connect(self._on_done)
        self._errand.start()

    @Slot()
    def _on_clear(self) -> None:
        self.size_words.setText(tr("Clearing …"))
        self._start(clears=True)

    @Slot(int, int, str)
    def _on_done(self, left: int, freed: int, wrong: str) -> None:
        size = QLocale().formattedDataSize(left)
        words = tr("{size} on disk", size=size)
        if freed:
            gone = QLocale().formattedDataSize(freed)
            words = tr("{size} on disk, {freed} freed", size=size, freed=gone)
        self.size_words.setText(wrong or words)
        self.clear.setEnabled(not wrong)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
