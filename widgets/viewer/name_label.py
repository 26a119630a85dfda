"""A name in one line, elided where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class NameLabel(QLabel):
    """Shows as much of `name` as there is room for; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("m") * 3)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self.name = name
        self.setToolTip(name)
        self.update_content()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Elide the name anew."""
        right = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.name, right, self.contentsRect().width()))
