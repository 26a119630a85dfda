"""The canvas behind all nodes: its colour and the lines of a grid."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from widgets.canvas.look import DETAIL
from widgets.theme import Theme

_STEP = 24.0


def paint_grid(painter: QPainter, theme: Theme, exposed: QRectF, scale: float) -> None:
    """The ground with its lines, which stand further apart from afar."""
    painter.fillRect(exposed, theme.canvas)
    if scale < DETAIL:
        return
    step = _STEP if scale >= 1.0 else _STEP * 2
    left, top = exposed.left() // step * step, exposed.top() // step * step
    across = int((exposed.right() - left) / step) + 1
    down = int((exposed.bottom() - top) / step) + 1
    pen = QPen(theme.grid, 1.0)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    before = painter.worldTransform()
    painter.translate(left, top)
    painter.drawLines(_lines(across, down, step))
    painter.setWorldTransform(before)


@lru_cache(maxsize=16)
def _lines(across: int, down: int, step: float) -> list[QLineF]:
    """The lines of so many fields, from their top left corner."""
    right, bottom = across * step, down * step
    upright = [QLineF(i * step, 0.0, i * step, bottom) for i in range(across)]
    return upright + [QLineF(0.0, i * step, right, i * step) for i in range(down)]
