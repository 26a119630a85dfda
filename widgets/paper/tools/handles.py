"""What a hand takes hold of to move, turn and scale something on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from pipelines.painting.lifted import Matrix
from widgets.theme import Theme

_HANDLE = 9.0
_PIVOT = 6.0


def draw_frame(painter: QPainter, theme: Theme, corners: Sequence[QPointF]) -> None:
    """A frame with a handle at each corner (view units)."""
    draw_outline(painter, theme, corners)
    painter.setBrush(theme.surface)
    for corner in corners:
        painter.drawRect(QRectF(-_HANDLE / 2, -_HANDLE / 2, _HANDLE, _HANDLE).translated(corner))


def draw_outline(painter: QPainter, theme: Theme, corners: Sequence[QPointF]) -> None:
    """A frame with nothing to take hold of (view units)."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((QColor(255, 255, 255, 190), 3.0), (theme.selection, 1.0)):
        painter.setPen(QPen(ink, width))
        painter.drawPolygon(QPolygonF(corners))


def draw_pivot(painter: QPainter, theme: Theme, at: QPointF) -> None:
    """A ring with a cross: what something turns about (view units)."""
    for ink, width in ((QColor(255, 255, 255, 220), 3.5), (theme.selection, 1.5)):
        painter.setPen(QPen(ink, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, _PIVOT, _PIVOT)
        for way in (QPointF(_PIVOT + 3, 0), QPointF(0, _PIVOT + 3)):
            painter.drawLine(QLineF(at - way, at + way))


def angle_about(middle: QPointF, point: QPointF) -> float:
    """Where a point lies around another, in radians clockwise from the right."""
    return atan2(point.y() - middle.y(), point.x() - middle.x())


def matrix_to_qt(matrix: Matrix) -> QTransform:
    """The same transform for a painter."""
    (a, c, e), (b, d, f) = matrix.tolist()
    return QTransform(a, b, c, d, e, f)


def draw_ants(painter: QPainter, line: QPolygonF, *, closed: bool) -> None:
    """A dashed line that is legible on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, style in (
        (Qt.GlobalColor.white, Qt.PenStyle.SolidLine),
        (Qt.GlobalColor.black, Qt.PenStyle.DashLine),
    ):
        painter.setPen(QPen(colour, 1, style))
        if closed:
            painter.drawPolygon(line)
        else:
            painter.drawPolyline(line)
