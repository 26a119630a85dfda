"""A text of several lines, for a model or a person."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout

from widgets.inspector.editor import SEVERAL, Editor, is_undo
from widgets.words import counted, said

_LEAST_LINES = 3
_MOST_LINES = 14


class PromptEditor(Editor):
    """A field that grows with its text, and how many words it holds. Tab leaves it."""

    is_tall = True

    def __init__(self) -> None:
        super().__init__()
        self.field = PromptField()
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.left.connect(self.gesture_ended)
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self.count)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.field.setPlaceholderText(said(SEVERAL) if differs else "")
        shown = "" if differs else value
        if shown != self.field.toPlainText():
            with QSignalBlocker(self.field):
                self.field.setPlainText(shown)
            self.field.grow()
        self._count()

    def _count(self) -> None:
        words = len(self.field.toPlainText().split())
        self.count.setText(counted("{count} word", "{count} words", words))

    @Slot()
    def _on_text_changed(self) -> None:
        self._count()
        self.chosen.emit(self.field.toPlainText())


class PromptField(QPlainTextEdit):
    """A field of several lines whose undo is the document's; as tall as its text, within reason."""

    left = Signal()

    def __init__(self, least: int = _LEAST_LINES) -> None:
        super().__init__()
        self._least = least
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self.grow)
        self.grow()

    @Slot()
    def grow(self) -> None:
        """Take the height that the text wants."""
        lines = self._lines()
        shown = min(max(lines, self._least), _MOST_LINES)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if lines > _MOST_LINES else bar.ScrollBarAlwaysOff
        )
        margins = 2 * ceil(self.document().documentMargin()) + self._frame()
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # as the text is laid out
        self.setFixedHeight(line * shown + margins + 1)

    def _frame(self) -> int:
        """What the style takes above and below the text."""
        given = self.contentsMargins()
        return given.top() + given.bottom() + max(2 * self.frameWidth(), 2)

    def _lines(self) -> int:
        """The lines of the text as it wraps. A block that was not asked for is not laid out yet."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid():
            layout.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.grow()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
