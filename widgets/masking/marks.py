"""Marks on the picture that say what a mask is of: what they are, what they look like, what they
mean together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QPolygonF

from pipelines.pointing import Click, HandBox
from pipelines.segmentation.prompts import Lasso, Prompt, Scribble
from widgets.icons import icon
from widgets.masking.hand import PointWith
from widgets.paper.tools.handles import draw_ants
from widgets.theme import Theme
from widgets.viewer.tools.clicks import OFF, ON, paint_mark
from widgets.viewer.tools.strokes import paint_line
from widgets.viewer.tools.tool import outline, place_of

_RADIUS = 8.0
_SIDE, _MIDDLE, _ARM = 32, 10, 8
_SIGNS = {
    PointWith.BOX: "mdi6.selection",
    PointWith.LASSO: "mdi6.selection-ellipse",
    PointWith.SCRIBBLE: "mdi6.draw",
}


@dataclass(frozen=True, slots=True)
class Painted:
    """What is painted on the frame already, meant roughly."""


Mark = Click | Scribble | HandBox | Lasso | Painted


def with_mark(marks: Sequence[Mark], mark: Mark) -> list[Mark]:
    """Marks with one more. Of boxes and lassos only the last one counts."""
    if isinstance(mark, (HandBox, Lasso)):
        marks = [one for one in marks if not isinstance(one, (HandBox, Lasso))]
    return [*marks, mark]


def prompt_of(marks: Sequence[Mark]) -> Prompt:
    """What marks say together."""
    boxes = [one for one in marks if isinstance(one, HandBox)]
    lassos = [one for one in marks if isinstance(one, Lasso)]
    return Prompt(
        tuple(one for one in marks if isinstance(one, Click)),
        boxes[-1] if boxes else None,
        tuple(one for one in marks if isinstance(one, Scribble)),
        lasso=lassos[-1] if lassos else None,
    )


def paint_marks(
    painter: QPainter, theme: Theme, place: QRectF, marks: Sequence[Mark | None]
) -> None:
    """Draw marks over the picture, which fills `place`."""
    for mark in marks:
        match mark:
            case HandBox():
                corners = (mark.left, mark.top), (mark.right, mark.bottom)
                first, last = (place_of(place, *corner) for corner in corners)
                outline(painter, QRectF(first, last), theme.selection)
            case Lasso():
                points = [place_of(place, *point) for point in mark.points]
                draw_ants(painter, QPolygonF(points), closed=True)
            case Scribble():
                points = [place_of(place, *point) for point in mark.points]
                paint_line(painter, points, positive=mark.positive)
            case Click():
                _paint_disc(painter, place_of(place, mark.x, mark.y), positive=mark.positive)
            case _:
                pass


@lru_cache(maxsize=32)
def pointing_cursor(kind: PointWith, ratio: float, *, means: bool) -> QCursor:
    """A cross with a sign of what a drag draws and whether that is meant."""
    picture = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPoint(_MIDDLE, _MIDDLE)
    for colour, width in (("white", 3), ("black", 1)):
        painter.setPen(QPen(QColor(colour), width))
        for arm in (QPoint(_ARM, 0), QPoint(0, _ARM)):
            painter.drawLine(middle - arm, middle + arm)
    shown = kind if means else PointWith.SCRIBBLE
    sign = icon(_SIGNS[shown], "white").pixmap(round(14 * ratio), round(14 * ratio))
    painter.setPen(QPen(QColor("white"), 1))
    painter.setBrush(ON if means else OFF)
    painter.drawEllipse(QRectF(_MIDDLE + 3, _MIDDLE + 3, 18, 18))
    painter.drawPixmap(QRectF(_MIDDLE + 5, _MIDDLE + 5, 14, 14), sign, QRectF(sign.rect()))
    painter.end()
    return QCursor(picture, _MIDDLE, _MIDDLE)


def _paint_disc(painter: QPainter, middle: QPointF, *, positive: bool) -> None:
    paint_mark(painter, middle, _RADIUS, QPen(QColor("white"), 2), positive=positive)
