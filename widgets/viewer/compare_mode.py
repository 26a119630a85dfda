"""The ways of comparing two pictures, and the line between them where one is wiped away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import atan2, cos, degrees, hypot, radians, sin

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

NEAR = 8.0
_SNAP = 15.0


class CompareMode(StrEnum):
    """How a second picture is shown with the first."""

    OFF = "off"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side by side"
    DIFFERENCE = "difference"
    ONION = "onion"


@dataclass(frozen=True, slots=True)
class Wipe:
    """A line across a picture: `at` 0..1 of the way over it, in a direction of `angle` degrees (0:
    from left to right). The first picture is seen before it, the second behind."""

    at: float = 0.5
    angle: float = 0.0

    def moved_to(self, point: QPointF, picture: QRectF) -> Wipe:
        """The line through a point."""
        reach = self._reach(picture)
        along = self._along(point, picture)
        return replace(self, at=min(max((along / reach + 1) / 2, 0.0), 1.0)) if reach else self

    def turned_to(self, point: QPointF, picture: QRectF, *, snaps: bool) -> Wipe:
        """The line through its grip and a point, in steps of 15 degrees where it snaps."""
        grip = self.grip(picture)
        if hypot(point.x() - grip.x(), point.y() - grip.y()) < 1:
            return self
        angle = degrees(atan2(point.y() - grip.y(), point.x() - grip.x())) + 90
        angle = round(angle / _SNAP) * _SNAP if snaps else angle
        angle %= 180
        turned = Wipe(self.at, angle - 180 if angle > 90 else angle)
        return turned.moved_to(grip, picture)

    def grip(self, picture: QRectF) -> QPointF:
        """The middle of the line."""
        far = (2 * self.at - 1) * self._reach(picture)
        x, y = self._direction
        return picture.center() + QPointF(x * far, y * far)

    def line(self, picture: QRectF, area: QRectF) -> QLineF:
        """The line, across all of an area."""
        grip, (x, y) = self.grip(picture), self._direction
        long = area.width() + area.height() + picture.width() + picture.height()
        return QLineF(
            grip + QPointF(-y * long, x * long),
            grip + QPointF(y * long, -x * long),
        )

    def sides(self, picture: QRectF, area: QRectF) -> tuple[QPainterPath, QPainterPath]:
        """Where the first picture is seen, and where the second."""
        line, (x, y) = self.line(picture, area), self._direction
        far = QPointF(x * line.length(), y * line.length())
        before, behind = QPainterPath(), QPainterPath()
        before.addPolygon(QPolygonF([line.p1(), line.p2(), line.p2() - far, line.p1() - far]))
        behind.addPolygon(QPolygonF([line.p1(), line.p2(), line.p2() + far, line.p1() + far]))
        return before, behind

    def is_near(self, point: QPointF, picture: QRectF) -> bool:
        """Whether a point is on the line, nearly."""
        far = (2 * self.at - 1) * self._reach(picture)
        return abs(self._along(point, picture) - far) < NEAR

    @property
    def _direction(self) -> tuple[float, float]:
        return cos(radians(self.angle)), sin(radians(self.angle))

    def _along(self, point: QPointF, picture: QRectF) -> float:
        x, y = self._direction
        from_centre = point - picture.center()
        return from_centre.x() * x + from_centre.y() * y

    def _reach(self, picture: QRectF) -> float:
        x, y = self._direction
        return abs(picture.width() / 2 * x) + abs(picture.height() / 2 * y)
