"""Keys along a ruler: diamonds on the frames that something was made on by hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from widgets.theme import VISIBLE_SHAPE, Theme, readable
from widgets.time_ruler.content import RulerScale

_HALF = 5.0
_NEAR = 7.0


@dataclass(frozen=True, slots=True)
class RulerKeys:
    """The frames of keys, sorted; those of which the first holds until the next; their colour.

    `leads` and `trails` say whether the first holds before it, and the last after it.
    """

    frames: tuple[int, ...] = ()
    holds: frozenset[int] = frozenset()
    colour: str = "#808080"
    leads: bool = False
    trails: bool = False
    doubtful: frozenset[int] = frozenset()
    """Those that were made on another picture than the one that is there now."""
    corrected: frozenset[int] = frozenset()
    """Those that replaced what was followed there: they are hollow."""


def paint_keys(
    painter: QPainter,
    theme: Theme,
    keys: RulerKeys,
    scale: RulerScale,
    middle: float,
    dragged: tuple[int, int] | None,
) -> None:
    """Draw them: a full line where the shape moves, a dotted one where it holds."""
    colour = readable(QColor(keys.colour), VISIBLE_SHAPE, theme.surface)
    start, end = dragged if dragged is not None else (-1, -1)
    frames = sorted({end if frame == start else frame for frame in keys.frames})
    xs = [scale.x_of(frame + 0.5) for frame in frames]
    painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DotLine))
    if xs and keys.leads:
        painter.drawLine(QLineF(scale.x_of(0), middle, xs[0], middle))
    if xs and keys.trails:
        painter.drawLine(QLineF(xs[-1], middle, scale.x_of(scale.length), middle))
    for frame, x, following in zip(frames, xs, xs[1:], strict=False):
        holds = frame in keys.holds
        style = Qt.PenStyle.DotLine if holds else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.5 if holds else 2.5, style))
        painter.drawLine(QLineF(x, middle, following, middle))
    for frame, x in zip(frames, xs, strict=True):
        is_doubtful = (start if frame == end else frame) in keys.doubtful
        painter.setPen(QPen(theme.warning if is_doubtful else theme.surface, 1.5))
        filling = theme.selection if frame == end else colour
        is_corrected = (start if frame == end else frame) in keys.corrected
        painter.setBrush(theme.surface if is_doubtful else filling)
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x, middle - _HALF),
                    QPointF(x + _HALF, middle),
                    QPointF(x, middle + _HALF),
                    QPointF(x - _HALF, middle),
                ]
            )
        )
        if is_corrected and not is_doubtful:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.surface)
            painter.drawEllipse(QPointF(x, middle), 1.9, 1.9)
        if is_doubtful:
            painter.setPen(QPen(theme.warning, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QLineF(x, middle - 2.2, x, middle + 0.2))
            painter.drawPoint(QPointF(x, middle + 2.8))


def key_near(keys: RulerKeys, scale: RulerScale, x: float) -> int | None:
    """The key nearest to a place, where one is near."""
    near = [(abs(scale.x_of(frame + 0.5) - x), frame) for frame in keys.frames]
    distance, frame = min(near, default=(_NEAR + 1, -1))
    return frame if distance <= _NEAR else None
