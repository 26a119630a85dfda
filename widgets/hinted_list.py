"""A list that says what will stand in it while it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListWidget

from widgets.theme import theme_of


class HintedList(QListWidget):
    """`hint` is plain text, dim in the middle."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.hint = hint
        self.setAccessibleDescription(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            paint_hint(self, self.hint)


def paint_hint(view: QAbstractScrollArea, hint: str) -> None:
    """Say in the middle of an empty view what will stand there; while it is being painted."""
    painter = QPainter(view.viewport())
    painter.setPen(theme_of(view.palette()).dim_text)
    margin = view.fontMetrics().height()
    room = view.viewport().rect().adjusted(margin, 0, -margin, 0)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, flags, hint)
