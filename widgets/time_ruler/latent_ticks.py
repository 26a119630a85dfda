"""Where a shot has whole latents (4n + 1 frames): small triangles under the ticks of time."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from widgets.theme import VISIBLE_SHAPE, Theme, readable

_LEAST_GAP = 6.0
"""View units between two of them, at least."""


def paint_latents(painter: QPainter, theme: Theme, xs: Iterable[float], bottom: float) -> None:
    """Triangles that stand at rising places, those left out that have no room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(readable(theme.category("vace"), VISIBLE_SHAPE, theme.surface))
    before = -1e9
    for x in xs:
        if x - before >= _LEAST_GAP:
            corners = [QPointF(x - 3, bottom), QPointF(x + 3, bottom), QPointF(x, bottom - 5)]
            painter.drawPolygon(QPolygonF(corners))
            before = x
