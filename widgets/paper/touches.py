"""Fingers on the paper: two of them move and zoom it. A hand that rests while the pen draws is
none.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

_PEN_IS_GONE_MS = 500
"""After the pen's last event, where no driver says that it left."""
_LEAST_SPREAD = 8.0
"""Pixels. Fingers nearer to each other do not zoom."""


class Pull(NamedTuple):
    """What two fingers did: moved by, spread by a factor, and where on the screen their middle is
    now."""

    by: QPointF
    factor: float
    at: QPointF


class Touches:
    """Reads the events of fingers. Times are in milliseconds, those of the events."""

    def __init__(self) -> None:
        self._pen_is_near = False
        self._pen_seen_at: int | None = None
        self._fingers: dict[int, QPointF] = {}
        self._is_palm = False

    def set_pen_near(self, near: bool) -> None:
        """The pen came into the screen's reach, or left it."""
        self._pen_is_near = near
        self._is_palm = self._is_palm or near

    def see_pen(self, at: int) -> None:
        """The pen sent something."""
        self._pen_seen_at = at
        self._is_palm = True

    def read(self, event: QTouchEvent) -> Pull | None:
        """What an event asks for. What began as a palm is one until every finger is off."""
        if event.type() == QEvent.Type.TouchBegin:
            self._is_palm = self._is_pen_near(event.timestamp())
        fingers = {
            point.id(): point.globalPosition()
            for point in event.points()
            if point.state() is not QEventPoint.State.Released
        }
        before, self._fingers = self._fingers, fingers
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._fingers = {}
            return None
        if self._is_palm or len(fingers) != 2 or fingers.keys() != before.keys():
            return None
        was, now = (QLineF(*(one[key] for key in sorted(one))) for one in (before, fingers))
        wide_enough = min(was.length(), now.length()) >= _LEAST_SPREAD
        factor = now.length() / was.length() if wide_enough else 1.0
        return Pull(now.center() - was.center(), factor, now.center())

    def _is_pen_near(self, at: int) -> bool:
        seen = self._pen_seen_at
        return self._pen_is_near or (seen is not None and 0 <= at - seen < _PEN_IS_GONE_MS)
