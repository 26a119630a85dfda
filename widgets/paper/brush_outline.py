"""The outline of the brush around the pen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

LARGEST_CURSOR = 128
"""Pixels. The system draws smaller outlines, so that they do not lag behind the pen."""


class BrushOutline:
    """A pointer of the system where it is small; painted by the view where the pen is otherwise."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        self._diameter = 0.0
        self._at: QPointF | None = None

    def show(self, diameter: float | None, otherwise: QCursor) -> None:
        """Be that large, in pixels of the view; another pointer where there is no outline."""
        self._diameter = diameter or 0.0
        if diameter is None:
            self._view.setCursor(otherwise)
        elif self._is_painted:
            self._view.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._view.setCursor(ring_cursor(diameter, self._view.devicePixelRatioF()))
            self._at = None

    def follow(self, at: QPointF | None) -> None:
        """Be there: where the pen is, not where the stroke has come to. None: nowhere."""
        places = [self._at, at if self._is_painted else None]
        self._at = places[1]
        for place in places:
            if place is not None:
                self._view.update(ring_area(place, self._diameter))

    def paint(self, painter: QPainter) -> None:
        """Draw it, where the system does not."""
        if self._at is not None:
            paint_ring(painter, self._at, self._diameter)

    @property
    def _is_painted(self) -> bool:
        return self._diameter > LARGEST_CURSOR


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
