"""A rectangle taken hold of by its corners, sides or inside. Geometry only, in shares."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import QPointF, Qt

from widgets.viewer.tools.tool import Touch


class Grip(Flag):
    """What of a rectangle is held: sides, two of them at a corner, or all of it."""

    NONE = 0
    LEFT = auto()
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()
    ALL = LEFT | TOP | RIGHT | BOTTOM


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in shares of a picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def grip_at(self, touch: Touch) -> Grip:
        """What a hand takes hold of here: corners before sides before the inside."""
        x, y = touch.at.x(), touch.at.y()
        over = touch.reach
        if not (
            self.left - over.width() <= x <= self.right + over.width()
            and self.top - over.height() <= y <= self.bottom + over.height()
        ):
            return Grip.NONE
        found = Grip.NONE
        if abs(x - self.left) <= over.width():
            found |= Grip.LEFT
        elif abs(x - self.right) <= over.width():
            found |= Grip.RIGHT
        if abs(y - self.top) <= over.height():
            found |= Grip.TOP
        elif abs(y - self.bottom) <= over.height():
            found |= Grip.BOTTOM
        return found or Grip.ALL

    def dragged(self, grip: Grip, by: QPointF) -> Rect:
        """The rectangle with what is held moved by a distance."""
        x, y = by.x(), by.y()
        return Rect(
            self.left + (x if Grip.LEFT in grip else 0),
            self.top + (y if Grip.TOP in grip else 0),
            self.right + (x if Grip.RIGHT in grip else 0),
            self.bottom + (y if Grip.BOTTOM in grip else 0),
        )

    def proportioned(self, grip: Grip, ratio: float) -> Rect:
        """The rectangle brought back to width : height = ratio, what is not held staying."""
        width, height = self.width, self.height
        upright = Grip.LEFT not in grip and Grip.RIGHT not in grip
        if upright or (bool(grip & (Grip.TOP | Grip.BOTTOM)) and width < height * ratio):
            width = height * ratio
        else:
            height = width / ratio
        left = self.right - width if Grip.LEFT in grip else self.left
        top = self.bottom - height if Grip.TOP in grip else self.top
        return Rect(left, top, left + width, top + height)

    def held_inside(self, *, whole: bool) -> Rect:
        """The rectangle within the picture: pushed back where it is moved `whole`, else cut."""
        if whole:
            x = max(-self.left, 0.0) - max(self.right - 1, 0.0)
            y = max(-self.top, 0.0) - max(self.bottom - 1, 0.0)
            return self.dragged(Grip.ALL, QPointF(x, y))
        low, high = (
            (max(self.left, 0.0), max(self.top, 0.0)),
            (
                min(self.right, 1.0),
                min(self.bottom, 1.0),
            ),
        )
        return Rect(*low, *high)


def cursor_of(grip: Grip) -> Qt.CursorShape:
    """The pointer over a grip."""
    return _CURSORS.get(grip, Qt.CursorShape.SizeAllCursor)


_CURSORS = {
    Grip.NONE: Qt.CursorShape.CrossCursor,
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
    Grip.TOP: Qt.CursorShape.SizeVerCursor,
    Grip.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Grip.LEFT | Grip.TOP: Qt.CursorShape.SizeFDiagCursor,
    Grip.RIGHT | Grip.BOTTOM: Qt.CursorShape.SizeFDiagCursor,
    Grip.RIGHT | Grip.TOP: Qt.CursorShape.SizeBDiagCursor,
    Grip.LEFT | Grip.BOTTOM: Qt.CursorShape.SizeBDiagCursor,
}
