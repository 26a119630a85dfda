"""What every editor of a parameter is: it shows a value and tells what the person chooses."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSlider, QWidget

from widgets.words import noted, said

SEVERAL = noted("mixed")
"""Stands where several nodes have different values."""


class Editor(QWidget):
    """Edits one value. Shown values never come back as `chosen`."""

    chosen = Signal(object)
    """The person wants this value. It may be refused; then the old one is shown again."""
    gesture_ended = Signal()
    """What is chosen from now on is another step to undo."""
    objected = Signal(str)
    """What was typed is no value at all, in words; empty when it is one again."""

    is_small = False
    """Whether it has room beside its name even where the row is narrow."""
    is_tall = False
    """Whether it stands below its name instead of beside it."""

    def show_value(self, value: Any, *, differs: bool) -> None:
        """Show a value; `differs` says that several nodes have different ones."""
        raise NotImplementedError

    def name_for_readers(self, name: str, help_line: str) -> None:
        """Tell screen readers what is edited."""
        target = self.focusProxy() or self
        target.setAccessibleName(name)
        target.setAccessibleDescription(help_line)

    @Slot(str)
    def choose_text(self, text: str) -> None:
        """What was typed, as the value."""
        self.chosen.emit(text)

    def choose_once(self, value: Any) -> None:
        """A choice that is a step of its own."""
        self.gesture_ended.emit()
        self.chosen.emit(value)
        self.gesture_ended.emit()


class TypedLine(QLineEdit):
    """A line whose undo is the document's."""

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str, *, differs: bool) -> None:
        """Show a text; the cursor stays where it is if nothing changes."""
        self.setPlaceholderText(said(SEVERAL) if differs else "")
        shown = "" if differs else text
        if shown != self.text():
            self.setText(shown)
            if not self.hasFocus():
                self.setCursorPosition(0)


class CalmSlider(QSlider):
    """A slider that a scroll over the inspector does not move."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmComboBox(QComboBox):
    """A choice that a scroll over the inspector does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def is_undo(event: QEvent) -> bool:
    """Whether a text field is about to take Undo or Redo from the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
