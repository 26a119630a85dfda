"""The field that a shot is named in, over its bracket."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.words import tr


class ShotNameField(QLineEdit):
    """Enter keeps the name, Escape the one before."""

    named = Signal(str, str)
    """The shot's id and its new name."""

    def __init__(self, parent: QWidget, strip: QWidget) -> None:
        super().__init__(parent)
        self._strip = strip
        self._shot = ""
        self.setAccessibleName(tr("Name of the shot"))
        self.setMaxLength(120)
        self.hide()
        self.returnPressed.connect(self.finish)

    def begin(self, shot: str, name: str, place: QRect) -> None:
        """Ask for the name of a shot."""
        self._shot = shot
        self.setText(name)
        self.setPlaceholderText(tr("Name of the shot"))
        self.setGeometry(place)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def finish(self) -> None:
        """Keep what was typed."""
        if self._shot:
            shot, self._shot = self._shot, ""
            self.named.emit(shot, self.text())
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._shot = ""
            self._leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def _leave(self) -> None:
        if self.isVisible():
            had_focus = self.hasFocus()
            self.hide()
            if had_focus:
                self._strip.setFocus()
