"""Where a node's title is typed, over the node."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.words import tr


class TitleField(QLineEdit):
    """A line that keeps Enter and Escape to itself: the canvas behind it has uses for them."""

    left = Signal()
    """Escape was pressed: the old title stays."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Title of the node"))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()
