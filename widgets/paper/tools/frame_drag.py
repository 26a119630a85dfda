"""A frame around a piece of drawing: a hand moves it, turns it about its pivot, and scales it."""

from __future__ import annotations

from math import degrees, hypot

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF, QTransform

from pipelines.painting.lifted import Matrix
from widgets.paper.tools.handles import angle_about, draw_frame, draw_pivot
from widgets.paper.tools.tool import PenPoint
from widgets.theme import Theme

_NEAR = 14.5
"""How far from a handle a press still takes hold of it, in view units."""
_ON_PIVOT = 8.0
_SHIFT = Qt.KeyboardModifier.ShiftModifier

INSIDE, TURN, PIVOT = "inside", "turn", "pivot"
"""What is held, besides the corners "0" to "3"."""


class FrameDrag:
    """`frame` and `pivot` are where they were at first, `to_now` is what was done since."""

    def __init__(
        self, frame: QRectF, pivot: QPointF | None = None, *, shows_pivot: bool = True
    ) -> None:
        """Without a pivot it turns about its middle; what is not shown cannot be dragged."""
        self.frame = frame
        self.pivot = pivot if pivot is not None else frame.center()
        self.shows_pivot = shows_pivot
        self.has_moved_pivot = False
        self.to_now = QTransform()
        self.grip = ""
        self._before = QTransform()
        self._start = QPointF()

    def anew(self) -> FrameDrag:
        """The same frame with nothing done yet."""
        return FrameDrag(self.frame, self.pivot, shows_pivot=self.shows_pivot)

    @property
    def is_still(self) -> bool:
        """Whether everything is where it was at first."""
        return self.to_now.isIdentity()

    @property
    def matrix(self) -> Matrix:
        """What was done, canvas points to canvas points."""
        now = self.to_now
        return np.array([[now.m11(), now.m21(), now.dx()], [now.m12(), now.m22(), now.dy()]])

    @property
    def corners(self) -> list[QPointF]:
        """The corners of the frame as it is now, in canvas pixels."""
        box = self.frame
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        return [self.to_now.map(corner) for corner in corners]

    def take(self, point: PenPoint, zoom: float, *, turns: bool = True) -> str:
        """Take hold of what lies there, and say what it is; empty for nothing. Around the frame it
        `turns`."""
        self._start, self._before = point.place, QTransform(self.to_now)
        self.grip = self._grip_at(point.place, zoom, turns=turns)
        return self.grip

    def drag(self, point: PenPoint) -> None:
        """The hand is there now. Shift turns in steps, and scales each side by itself."""
        now, middle = point.place, self._before.map(self.pivot)
        change = QTransform()
        match self.grip:
            case "":
                return
            case "pivot":
                back, _ = self._before.inverted()
                self.pivot, self.has_moved_pivot = back.map(now), True
                return
            case "inside":
                by = now - self._start
                change.translate(round(by.x()), round(by.y()))
            case "turn":
                angle = degrees(angle_about(middle, now) - angle_about(middle, self._start))
                if point.modifiers & _SHIFT:
                    angle = round(angle / 15) * 15
                change.translate(middle.x(), middle.y()).rotate(angle)
                change.translate(-middle.x(), -middle.y())
            case corner:
                change = self._scaled(int(corner), now, free=bool(point.modifiers & _SHIFT))
                self.to_now = change * self._before
                return
        self.to_now = self._before * change

    def release(self) -> None:
        """The hand lets go."""
        self.grip = ""

    def paint(self, painter: QPainter, theme: Theme, to_view: QTransform) -> None:
        """Draw the frame, its handles and the pivot."""
        draw_frame(painter, theme, [to_view.map(corner) for corner in self.corners])
        if self.shows_pivot:
            draw_pivot(painter, theme, to_view.map(self.to_now.map(self.pivot)))

    def _grip_at(self, point: QPointF, zoom: float, *, turns: bool) -> str:
        near = _NEAR / max(zoom, 0.01)
        to_pivot = QLineF(self.to_now.map(self.pivot), point).length()
        if self.shows_pivot and to_pivot <= _ON_PIVOT / max(zoom, 0.01):
            return PIVOT
        far = [QLineF(corner, point).length() for corner in self.corners]
        if min(far) <= near:
            return str(far.index(min(far)))
        if QPolygonF(self.corners).containsPoint(point, Qt.FillRule.OddEvenFill):
            return INSIDE
        return TURN if turns and min(far) <= 4 * near else ""

    def _scaled(self, corner: int, now: QPointF, *, free: bool) -> QTransform:
        """Scaling in the frame's own axes about the corner across; `free` along each side."""
        box = self.frame
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        fixed, held = corners[(corner + 2) % 4], corners[corner]
        back, _ = self._before.inverted()
        moved = back.map(now - self._start + self._before.map(held))
        way, span = moved - fixed, held - fixed
        across = way.x() / span.x() if span.x() else 1.0
        down = way.y() / span.y() if span.y() else 1.0
        if not free:
            length = span.x() ** 2 + span.y() ** 2
            across = down = (way.x() * span.x() + way.y() * span.y()) / length if length else 1.0
        made = QTransform()
        made.translate(fixed.x(), fixed.y()).scale(_kept(across), _kept(down))
        made.translate(-fixed.x(), -fixed.y())
        return made


def _kept(scale: float) -> float:
    """A scale that leaves something to hold."""
    return scale if hypot(scale) >= 0.01 else 0.01
