"""Lines along things, and around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF

from pipelines.pointing import Stroke, StrokeMeaning, Strokes
from widgets.paper.tools.handles import draw_ants
from widgets.theme import Theme
from widgets.viewer.tools.clicks import OFF, ON, paint_mark
from widgets.viewer.tools.tool import NEXT, Touch, ViewTool, outline, place_of, within
from widgets.words import counted, tr

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_RADIUS = 8.0
_STEP = 0.003
"""Points of a line lie so far from each other, in shares of the picture."""
_MOST_POINTS = 2000


def paint_line(painter: QPainter, points: Sequence[QPointF], *, positive: bool) -> None:
    """A line that is meant or not, with a plus or a minus at its beginning: seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, colour in ((6.0, QColor("white")), (3.5, ON if positive else OFF)):
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(list(points)))
    paint_mark(painter, points[0], _RADIUS, QPen(QColor("white"), 2), positive=positive)


class StrokesTool(ViewTool):
    """Draw along a thing; with the right button or Alt along what is not meant; with Shift closely
    around the thing. A click on a line takes it, Delete removes it, Enter goes to the next."""

    def __init__(self, name: str) -> None:
        super().__init__((name,))
        self._value = Strokes()
        self._current = -1
        self._points: list[tuple[float, float]] = []
        self._means = StrokeMeaning.IT

    def show_values(self, values: Mapping[str, Any]) -> None:
        self._value = values[self.names[0]]
        self._current = min(self._current, len(self._value.strokes) - 1)
        self.changed.emit()

    def press(self, touch: Touch) -> bool:
        if touch.button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        if not QRectF(0, 0, 1, 1).contains(touch.at):
            return False
        self._means = StrokeMeaning.IT
        if touch.button == Qt.MouseButton.RightButton or touch.modifiers & _ALT:
            self._means = StrokeMeaning.NOT_IT
        elif touch.modifiers & _SHIFT:
            self._means = StrokeMeaning.AROUND
        self._points = [(within(touch.at.x()), within(touch.at.y()))]
        return True

    def move(self, touch: Touch) -> None:
        if not self._points or len(self._points) >= _MOST_POINTS:
            return
        here, last = (within(touch.at.x()), within(touch.at.y())), self._points[-1]
        if max(abs(here[0] - last[0]), abs(here[1] - last[1])) >= _STEP:
            self._points.append(here)
            self.changed.emit()

    def release(self, touch: Touch) -> None:
        points, self._points = tuple(self._points), []
        least = 3 if self._means is StrokeMeaning.AROUND else 2
        if len(points) >= least:
            stroke = Stroke(points, self._means, self.shown.frame, self.shown.digest)
            self._choose((*self._value.strokes, stroke), len(self._value.strokes))
        elif points:
            self._current = self._at(touch)
        self.changed.emit()

    def wants(self, event: QKeyEvent) -> bool:
        return event.key() in (*_DROP, *NEXT) and not event.modifiers() & _CONTROL

    def key(self, event: QKeyEvent) -> None:
        if event.key() in NEXT:
            self._go_to_next()
        elif self._current >= 0:
            left = [one for at, one in enumerate(self._value.strokes) if at != self._current]
            self._choose(tuple(left), self._current - 1)

    def state(self) -> str:
        return counted("{count} line", "{count} lines", len(self._value.on(self.shown.frame)))

    def words(self) -> str:
        if any(self._is_of_another(one) for one in self._value.on(self.shown.frame)):
            return tr("The picture has changed since. Delete a line, and draw it anew.")
        return tr("Draw along it. Right button or Alt: not it. Shift: around it. Delete: remove")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, stroke in enumerate(self._value.strokes):
            if stroke.frame == self.shown.frame:
                points = _places(place, stroke.points)
                _paint_stroke(painter, points, stroke.means)
                if at == self._current or self._is_of_another(stroke):
                    is_stale = self._is_of_another(stroke)
                    colour = theme.warning if is_stale else theme.selection
                    around = QPolygonF(points).boundingRect()
                    outline(painter, around.adjusted(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS), colour)
        if len(self._points) > 1:
            _paint_stroke(painter, _places(place, self._points), self._means)

    def _is_of_another(self, stroke: Stroke) -> bool:
        """Whether it was drawn on another picture than the one that is shown."""
        both = bool(stroke.picture and self.shown.digest)
        return both and stroke.picture != self.shown.digest

    def _at(self, touch: Touch) -> int:
        """The topmost line under the pointer; -1 where there is none."""
        near = [
            at
            for at, stroke in enumerate(self._value.strokes)
            if stroke.frame == self.shown.frame and _is_on(touch, stroke)
        ]
        return near[-1] if near else -1

    def _choose(self, strokes: tuple[Stroke, ...], current: int) -> None:
        self.gesture_ended.emit()
        self._current = current
        self.chosen.emit({self.names[0]: Strokes(strokes)})
        self.gesture_ended.emit()
        self.changed.emit()

    def _go_to_next(self) -> None:
        strokes = self._value.strokes
        here = [at for at, one in enumerate(strokes) if one.frame == self.shown.frame]
        if here:
            later = [at for at in here if at > self._current]
            self._current = later[0] if later else here[0]
            self.changed.emit()


def _places(place: QRectF, points: Sequence[tuple[float, float]]) -> list[QPointF]:
    return [place_of(place, *point) for point in points]


def _paint_stroke(painter: QPainter, points: list[QPointF], means: StrokeMeaning) -> None:
    if means is StrokeMeaning.AROUND:
        draw_ants(painter, QPolygonF(points), closed=True)
    else:
        paint_line(painter, points, positive=means is StrokeMeaning.IT)


def _is_on(touch: Touch, stroke: Stroke) -> bool:
    """Whether the pointer is near one of a line's points, or between two of them."""
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(stroke.points)]
    return any(touch.is_near(*point) for point in (*stroke.points, *middles))
