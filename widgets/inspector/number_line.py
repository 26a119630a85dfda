"""A number that is typed, or stepped with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.inspector.editor import TypedLine
from widgets.inspector.number_limits import NumberLimits, spelled, told
from widgets.words import tr

_STEPS = {
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_PageUp: 10.0,
    Qt.Key.Key_PageDown: -10.0,
}


class NumberLine(TypedLine):
    """Tells every number that is typed; a text that is none is told as an objection."""

    number_typed = Signal(object)
    objected = Signal(str)

    def __init__(self, limits: NumberLimits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits = limits
        self._shown: int | float | None = None
        self._is_typing = False
        self.setToolTip(told(limits))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)

    def show_number(self, value: float | None) -> None:
        """Show a number, or that there are several (None). What is being typed is left alone."""
        before, self._shown = self._shown, value
        if self._is_typing and value in (before, self._limits.read(self.text())):
            return
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        number = self._limits.read(self.text())
        start = number if number is not None else self._shown or 0
        self._is_typing = False
        self.number_typed.emit(
            self._limits.stepped(start, steps * (0.1 if fine and not self._limits.is_whole else 1))
        )
        event.accept()

    def _write(self) -> None:
        self.show_text(
            spelled(self._shown) if self._shown is not None else "", differs=self._shown is None
        )

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        number = self._limits.read(text)
        self._is_typing = True
        if number is not None:
            self.objected.emit("")
            self.number_typed.emit(number)
        elif text.strip() not in ("", "-", "−", ".", ","):
            self.objected.emit(tr("“{typed}” is no number. The old value is kept.", typed=text))

    @Slot()
    def _on_editing_finished(self) -> None:
        self._is_typing = False
        self._write()
