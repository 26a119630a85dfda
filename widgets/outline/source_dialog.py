"""The question where a socket takes its value from: a list that shrinks while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.canvas.linking import End
from widgets.words import tr

_KEYS_OF_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Source(NamedTuple):
    """An output that fits, and what it is called."""

    end: End
    words: str


class SourceDialog(QDialog):
    """Asks for one of the outputs that fit. Shown with `open`; it goes away by itself."""

    chosen = Signal(object)
    """The End of the output."""

    def __init__(self, socket: str, sources: Sequence[Source], parent: QWidget) -> None:
        super().__init__(parent)
        self._sources = sources
        self.setWindowTitle(tr("Connect"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = tr("Where “{socket}” takes its value from:", socket=socket)
        if not sources:
            words = tr("No output here fits “{socket}”. Add a node that gives it.", socket=socket)
        self.question = QLabel(words)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type to find"))
        self.field.setAccessibleName(words)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Outputs that fit"))
        for source in sources:
            # made here, so that Python is told when the list deletes it
            self.list.addItem(QListWidgetItem(source.words))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(
            tr("Connect"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button.setEnabled(bool(sources))
        layout = QVBoxLayout(self)
        for part in (self.question, self.field, self.list, buttons):
            layout.addWidget(part)
        self.resize(self.fontMetrics().averageCharWidth() * 52, self.fontMetrics().height() * 20)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text_changed)
        self.list.itemDoubleClicked.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        chosen = self.list.currentRow()
        if chosen in self._shown():
            self.chosen.emit(self._sources[chosen].end)
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _KEYS_OF_LIST:
                self._step(
                    {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(key, 8)
                )
                return True
        return super().eventFilter(watched, event)

    def _shown(self) -> list[int]:
        return [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]

    def _step(self, by: int) -> None:
        shown = self._shown()
        if shown:
            current = self.list.currentRow()
            place = shown.index(current) if current in shown else 0
            self.list.setCurrentRow(shown[min(max(place + by, 0), len(shown) - 1)])

    def _on_text_changed(self, text: str) -> None:
        words = text.lower().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().lower() for word in words))
        shown = self._shown()
        self.accept_button.setEnabled(bool(shown))
        self.list.setCurrentRow(shown[0] if shown else -1)
