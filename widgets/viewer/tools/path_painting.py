"""How a motion path looks over a picture: the line, a tick for each frame, points and handles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pipelines.motion_paths import MotionPath, PathPoint, Place, drawn_line
from widgets.theme import Theme
from widgets.viewer.tools.path_grips import Grip, Hold, handle_place, handles_at
from widgets.viewer.tools.tool import handle, place_of

_DARK = QColor(0, 0, 0, 170)
_WHITE = QColor("white")
_INK = QColor("#1d2129")
_TICK, _DOT = 5.0, 4.0
"""Half the length of a tick, and the radius of that of the frame that is shown."""


@dataclass(frozen=True, slots=True)
class PathLook:
    """A path as it is shown: ticks are frames and their places, `stroke` is being drawn."""

    path: MotionPath
    ticks: Sequence[tuple[int, Place]]
    frame: int
    hold: Hold
    stroke: Sequence[Place]


def paint_path(painter: QPainter, theme: Theme, place: QRectF, look: PathLook) -> None:
    """Paint over the picture, which fills `place`."""
    is_redrawn = len(look.stroke) > 1
    if look.path.leads:
        line = _polygon(place, drawn_line(look.path))
        painter.setOpacity(0.45 if is_redrawn else 1.0)
        _paint_line(painter, line, theme.selection)
        _paint_ticks(painter, theme, place, line, look)
        for index, point in enumerate(look.path.points):
            _paint_point(painter, theme, place, look, index, point)
        painter.setOpacity(1.0)
    if is_redrawn:
        _paint_line(painter, _polygon(place, look.stroke), theme.selection)


def _paint_line(painter: QPainter, line: QPolygonF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, shade in ((5.0, _DARK), (3.4, _WHITE), (1.8, colour)):
        pen = QPen(shade, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(line)


def _paint_ticks(
    painter: QPainter, theme: Theme, place: QRectF, line: QPolygonF, look: PathLook
) -> None:
    """A bar across the line for each frame: their spacing is the timing. The frame that is shown is
    a dot, where the layer is now."""
    for frame, share in look.ticks:
        at = place_of(place, *share)
        if frame == look.frame:
            painter.setPen(QPen(_DARK, 1))
            painter.setBrush(_WHITE)
            painter.drawEllipse(at, _DOT + 2, _DOT + 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection)
            painter.drawEllipse(at, _DOT, _DOT)
            continue
        across = _across(line, at) * _TICK
        for width, shade in ((4.6, _WHITE), (2.2, _INK)):
            pen = QPen(shade, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(at - across, at + across))


def _across(line: QPolygonF, at: QPointF) -> QPointF:
    """The way across a line, of length 1, where a place on it is."""
    points = [line.at(one) for one in range(line.count())]
    off = [hypot(one.x() - at.x(), one.y() - at.y()) for one in points]
    nearest = min(max(off.index(min(off)), 1), len(points) - 2) if len(points) > 2 else 1
    way = points[min(nearest + 1, len(points) - 1)] - points[nearest - 1]
    length = hypot(way.x(), way.y())
    return QPointF(-way.y() / length, way.x() / length) if length else QPointF(0.0, 1.0)


def _paint_point(
    painter: QPainter, theme: Theme, place: QRectF, look: PathLook, index: int, point: PathPoint
) -> None:
    middle, is_held = place_of(place, point.x, point.y), look.hold.index == index
    is_point = is_held and look.hold.grip in (Grip.POINT, Grip.BEFORE, Grip.AFTER)
    if is_point:
        for grip in handles_at(look.path, index):
            end = place_of(place, *handle_place(point, grip))
            for width, shade in ((3.0, _DARK), (1.4, _WHITE)):
                painter.setPen(QPen(shade, width))
                painter.drawLine(middle, end)
            _paint_round(painter, end, theme.selection, held=look.hold.grip is grip)
    if point.at is not None and 0 < index < len(look.path.points) - 1:
        _paint_diamond(painter, middle, theme.selection, held=is_point)
    else:
        held = is_point and look.hold.grip is Grip.POINT
        handle(painter, middle, theme.selection, held=held)


def _paint_round(painter: QPainter, at: QPointF, colour: QColor, *, held: bool) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
    painter.setBrush(colour if held else _WHITE)
    radius = 5.5 if held else 4.5
    painter.drawEllipse(at, radius, radius)


def _paint_diamond(painter: QPainter, at: QPointF, colour: QColor, *, held: bool) -> None:
    """A point that has a time of its own: told apart by its shape."""
    side = 8.0 if held else 7.0
    corners = [QPointF(0, -side), QPointF(side, 0), QPointF(0, side), QPointF(-side, 0)]
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
    painter.setBrush(colour if held else _WHITE)
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def _polygon(place: QRectF, line: Sequence[Place]) -> QPolygonF:
    return QPolygonF([place_of(place, *one) for one in line])
