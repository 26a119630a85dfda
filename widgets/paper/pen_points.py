"""Events of pen and mouse as points on the paper."""

from __future__ import annotations

from math import atan, hypot, pi, radians, tan

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent, QTransform

from widgets.paper.tools.tool import PenPoint

_STEEPEST = 89.0
"""Degrees. Some drivers tell of a pen that lies flat."""


def pen_point(event: QTabletEvent, to_canvas: QTransform) -> PenPoint:
    """Where a pen is, how hard it presses, and how it is held."""
    place = to_canvas.map(event.position())
    lean = _lean(event.xTilt(), event.yTilt(), to_canvas)
    return PenPoint(
        place.x(),
        place.y(),
        event.pressure(),
        event.timestamp() / 1000,
        event.modifiers(),
        is_tail=event.pointerType() is QPointingDevice.PointerType.Eraser,
        lean=lean,
    )


def mouse_point(event: QMouseEvent, to_canvas: QTransform) -> PenPoint:
    """Where a mouse is: it presses fully."""
    place = to_canvas.map(event.position())
    return PenPoint(place.x(), place.y(), 1.0, event.timestamp() / 1000, event.modifiers())


def is_touch(event: QMouseEvent) -> bool:
    """Whether a finger made it."""
    return event.device().type() is QPointingDevice.DeviceType.TouchScreen


def _lean(x: float, y: float, to_canvas: QTransform) -> tuple[float, float]:
    """Tilts in degrees as a direction on the paper, as long as the pen lies flat (0..1)."""
    if not x and not y:
        return 0.0, 0.0
    across, down = (tan(radians(min(max(one, -_STEEPEST), _STEEPEST))) for one in (x, y))
    flat = atan(hypot(across, down)) / (pi / 2)
    way = to_canvas.map(QPointF(across, down)) - to_canvas.map(QPointF(0, 0))
    length = hypot(way.x(), way.y())
    return way.x() / length * flat, way.y() / length * flat
