"""Guides over the paper, which are no part of it: safe areas, and what other aspects leave out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

_GUIDES = (0.9, 0.8)
"""Action and title safe areas as shares of the picture (SMPTE RP 27.3)."""
ASPECTS = {"2.39:1": 2.39, "1.85:1": 1.85, "16:9": 16 / 9, "4:3": 4 / 3, "1:1": 1.0, "9:16": 9 / 16}
"""Pictures that a drawing may have to be good for too, by name: width by height."""


class Guides:
    """Which guides are shown."""

    def __init__(self) -> None:
        self.shows_safe_areas = False
        self.aspect = ""
        """One of ASPECTS, or none."""

    def frame_next(self, size: tuple[int, int]) -> None:
        """Show the next aspect; none after the last. That of the paper itself is left out."""
        others = [name for name, wide in ASPECTS.items() if abs(wide - size[0] / size[1]) > 0.02]
        names = ["", *others]
        place = names.index(self.aspect) if self.aspect in names else -1
        self.aspect = names[(place + 1) % len(names)]

    def paint(self, painter: QPainter, size: tuple[int, int], to_view: QTransform) -> None:
        """Draw them over the paper."""
        if self.aspect:
            _paint_aspect(painter, size, to_view, self.aspect)
        if self.shows_safe_areas:
            _paint_safe_areas(painter, size, to_view)


def _paint_safe_areas(painter: QPainter, size: tuple[int, int], to_view: QTransform) -> None:
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


def _paint_aspect(
    painter: QPainter, size: tuple[int, int], to_view: QTransform, aspect: str
) -> None:
    """Dim what a picture of another aspect leaves out, and name it."""
    width, height = size
    wide = min(width, height * ASPECTS[aspect])
    inside = QRectF(0, 0, wide, wide / ASPECTS[aspect])
    inside.moveCenter(QPointF(width / 2, height / 2))
    outside, shape = QPainterPath(), QPainterPath()
    outside.addPolygon(to_view.map(QRectF(0, 0, width, height)))
    outside.closeSubpath()
    shape.addPolygon(to_view.map(inside))
    shape.closeSubpath()
    painter.fillPath(outside.subtracted(shape), QColor(0, 0, 0, 110))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 200), 1))
    painter.drawPath(shape)
    words = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(aspect) + 10, 0)
    words.setHeight(painter.fontMetrics().height() + 4)
    words.moveTopRight(shape.boundingRect().topRight() + QPointF(-4, 4))
    painter.fillRect(words, QColor(0, 0, 0, 150))
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, aspect)
