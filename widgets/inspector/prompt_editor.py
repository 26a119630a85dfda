"""A text of several lines, for a model or a person."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from widgets.inspector.editor import SEVERAL, Editor, is_undo

_LINES = 6


class PromptEditor(Editor):
    """A field of several lines. Tab leaves it."""

    is_tall = True

    def __init__(self) -> None:
        super().__init__()
        self.field = _PromptField()
        self.field.textChanged.connect(self._on_text_changed)
        self.field.left.connect(self.gesture_ended)
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.field.setPlaceholderText(SEVERAL if differs else "")
        shown = "" if differs else value
        if shown != self.field.toPlainText():
            with QSignalBlocker(self.field):
                self.field.setPlainText(shown)

    @Slot()
    def _on_text_changed(self) -> None:
        self.chosen.emit(self.field.toPlainText())


class _PromptField(QPlainTextEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        margins = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + margins)

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
