"""How a wire bends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath


def wire_path(start: QPointF, end: QPointF) -> QPainterPath:
    """A wire from an output to a socket."""
    reach = wire_reach(end.x() - start.x(), end.y() - start.y())
    path = QPainterPath(start)
    path.cubicTo(start.x() + reach, start.y(), end.x() - reach, end.y(), end.x(), end.y())
    return path


def wire_reach(dx: float, dy: float) -> float:
    """How far a wire runs level from its ends; further where it leads back."""
    if dx >= 0:
        return min(max(dx * 0.5, 24.0), 160.0)
    return min(60.0 - dx * 0.35 + abs(dy) * 0.1, 260.0)


def wire_reaches(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """`wire_reach` of many wires at once, whose rows are x0, y0, x1, y1."""
    dx, dy = ends[:, 2] - ends[:, 0], np.abs(ends[:, 3] - ends[:, 1])
    forth = np.clip(dx * 0.5, 24.0, 160.0)
    return np.where(dx >= 0, forth, np.minimum(60.0 - dx * 0.35 + dy * 0.1, 260.0))
