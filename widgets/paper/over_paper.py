"""What is drawn over the paper and is no part of it: safe areas, and the outline of the brush."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QTransform

_GUIDES = (0.9, 0.8)
"""Action and title safe areas as shares of the picture (SMPTE RP 27.3)."""


def paint_guides(painter: QPainter, size: tuple[int, int], to_view: QTransform) -> None:
    """Draw the safe areas."""
    width, height = size
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for share in _GUIDES:
        area = QRectF(0, 0, width * share, height * share)
        area.moveCenter(QPointF(width / 2, height / 2))
        shape = to_view.map(area)
        painter.setPen(QPen(QColor(255, 255, 255, 150), 3))
        painter.drawPolygon(shape)
        painter.setPen(QPen(QColor(30, 110, 190), 1))
        painter.drawPolygon(shape)


def paint_ring(painter: QPainter, middle: QPointF, diameter: float) -> None:
    """Draw the outline of a brush, legible on any colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wider in ((QColor(255, 255, 255, 200), 1.0), (QColor(0, 0, 0, 220), 0.0)):
        painter.setPen(QPen(colour, 1))
        radius = diameter / 2 + wider
        painter.drawEllipse(middle, radius, radius)


def ring_area(middle: QPointF, diameter: float) -> QRect:
    """Where that outline lies."""
    side = diameter + 6
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side).toAlignedRect()


def ring_cursor(diameter: float, ratio: float) -> QCursor:
    """The outline of a small brush as a pointer, at a screen's pixel ratio."""
    diameter = max(diameter, 4)
    side = int(diameter + 5)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ring(painter, QPointF(side / 2, side / 2), diameter)
    painter.end()
    return QCursor(picture, side // 2, side // 2)
