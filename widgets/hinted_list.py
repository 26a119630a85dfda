"""A list that says what will stand in it while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget

from widgets.theme import theme_of


class HintedList(QListWidget):
    """`hint` is plain text, dim in the middle."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.hint = hint
        self.setAccessibleDescription(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme_of(self.palette()).dim_text)
        margin = self.fontMetrics().height()
        room = self.viewport().rect().adjusted(margin, 0, -margin, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.hint)
