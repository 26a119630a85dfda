"""A rectangle over the picture whose sides are margins in pixels: cut off, or added around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen

from nodes.parameters import Edge
from widgets.theme import Theme
from widgets.viewer.tools.edges import Grip, Rect, cursor_of
from widgets.viewer.tools.tool import (
    ARROWS,
    FAR,
    NEXT,
    Touch,
    ViewTool,
    handle,
    outline,
    place_of,
)
from widgets.words import tr

_MOST = 16384
_BEYOND = 0.12
"""Room around what is added, to pull its sides out into, in shares of the whole."""
"""Most pixels that are added at a side."""


class MarginTool(ViewTool):
    """Drag the sides, the corners or, where something is cut off, the inside.

    Shift keeps the proportions; the arrow keys move what was held last by a pixel (Shift: ten),
    Enter takes hold of the next side.
    """

    def __init__(self, names: Mapping[Edge, str], *, outward: bool) -> None:
        super().__init__(tuple(names.values()))
        self._names = dict(names)
        self._outward = outward
        self._margins = dict.fromkeys(Edge, 0)
        self._grip = Grip.NONE
        self._current = Grip.RIGHT if outward else Grip.ALL
        self._from = QPointF()
        self._start = Rect(0, 0, 1, 1)

    def show_values(self, values: Mapping[str, Any]) -> None:
        for edge, name in self._names.items():
            self._margins[edge] = int(values[name])
        self.changed.emit()

    @property
    def rect(self) -> Rect:
        """The rectangle in shares of the picture."""
        width, height = max(self.shown.size.width(), 1), max(self.shown.size.height(), 1)
        sign = -1 if self._outward else 1
        left, top, right, bottom = (sign * self._margins[edge] for edge in Edge)
        return Rect(left / width, top / height, 1 - right / width, 1 - bottom / height)

    @property
    def part(self) -> QRectF:
        if not self._outward:
            return super().part
        rect = self.rect
        around = QRectF(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)
        x, y = around.width() * _BEYOND, around.height() * _BEYOND
        return around.adjusted(-x, -y, x, y)

    def press(self, touch: Touch) -> bool:
        grip = self.rect.grip_at(touch)
        is_left = touch.button == Qt.MouseButton.LeftButton
        if not is_left or grip is Grip.NONE or (self._outward and grip is Grip.ALL):
            return False
        self._grip = self._current = grip
        self._from, self._start = touch.at, self.rect
        self.gesture_ended.emit()
        self.changed.emit()
        return True

    def move(self, touch: Touch) -> None:
        keeps = bool(touch.modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._drag(self._start, self._grip, touch.at - self._from, keeps=keeps)

    def release(self, touch: Touch) -> None:
        self._grip = Grip.NONE
        self.gesture_ended.emit()
        self.changed.emit()

    def cursor(self, touch: Touch) -> Qt.CursorShape:
        grip = self._grip or self.rect.grip_at(touch)
        if self._outward and grip is Grip.ALL:
            return Qt.CursorShape.ArrowCursor
        return cursor_of(grip) if grip else Qt.CursorShape.ArrowCursor

    def wants(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        return plain and (event.key() in ARROWS or event.key() in NEXT)

    def key(self, event: QKeyEvent) -> None:
        if event.key() in NEXT:
            self._hold_next()
            return
        x, y = ARROWS[Qt.Key(event.key())]
        far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        size = self.shown.size
        if size.isEmpty():
            return
        by = QPointF(x * far / size.width(), y * far / size.height())
        self._drag(self.rect, self._current, by, keeps=False)

    def state(self) -> str:
        left, top, right, bottom = (self._margins[edge] for edge in Edge)
        sign = 1 if self._outward else -1
        return tr(
            "{width} × {height}",
            width=self.shown.size.width() + sign * (left + right),
            height=self.shown.size.height() + sign * (top + bottom),
        )

    def words(self) -> str:
        if self._outward:
            return tr("Drag the sides out. Enter: next side, arrows: by a pixel, Esc: done")
        return tr("Drag the frame, with Shift in proportion. Enter: next side, Esc: done")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        rect = self.rect
        inner = QRectF(
            place_of(place, rect.left, rect.top), place_of(place, rect.right, rect.bottom)
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._outward:
            shade = QPainterPath()
            shade.addRect(place)
            shade.addRect(inner)
            painter.fillPath(shade, QColor(0, 0, 0, 140))
        if self._grip and not self._outward:
            _paint_thirds(painter, inner)
        outline(painter, inner, theme.selection)
        for grip, x, y in _handles(inner):
            handle(painter, QPointF(x, y), theme.selection, held=grip == self._current)

    def _hold_next(self) -> None:
        grips = [Grip.LEFT, Grip.TOP, Grip.RIGHT, Grip.BOTTOM]
        if not self._outward:
            grips.append(Grip.ALL)
        at = grips.index(self._current) if self._current in grips else -1
        self._current = grips[(at + 1) % len(grips)]
        self.gesture_ended.emit()
        self.changed.emit()

    def _drag(self, start: Rect, grip: Grip, by: QPointF, *, keeps: bool) -> None:
        size = self.shown.size
        if size.isEmpty():
            return
        rect = start.dragged(grip, by)
        if keeps and grip is not Grip.ALL and start.height > 0:
            rect = rect.proportioned(grip, start.width / start.height)
        if not self._outward:
            rect = rect.held_inside(whole=grip is Grip.ALL)
        self._choose(rect, grip)

    def _choose(self, rect: Rect, grip: Grip) -> None:
        width, height = self.shown.size.width(), self.shown.size.height()
        wanted = {
            Edge.LEFT: rect.left * width,
            Edge.TOP: rect.top * height,
            Edge.RIGHT: (1 - rect.right) * width,
            Edge.BOTTOM: (1 - rect.bottom) * height,
        }
        sign = -1 if self._outward else 1
        margins = {edge: min(max(round(sign * far), 0), _MOST) for edge, far in wanted.items()}
        if not self._outward:
            _leave_a_pixel(margins, Edge.LEFT, Edge.RIGHT, width, low_held=Grip.LEFT in grip)
            _leave_a_pixel(margins, Edge.TOP, Edge.BOTTOM, height, low_held=Grip.TOP in grip)
        if margins != self._margins:
            changed = {edge: far for edge, far in margins.items() if far != self._margins[edge]}
            self.chosen.emit({self._names[edge]: far for edge, far in changed.items()})


def _leave_a_pixel(
    margins: dict[Edge, int], low: Edge, high: Edge, length: int, *, low_held: bool
) -> None:
    """Cut off at most so much that one row or column stays."""
    over = margins[low] + margins[high] - (length - 1)
    if over > 0:
        held = low if low_held else high
        other = high if low_held else low
        margins[held] = max(margins[held] - over, 0)
        margins[other] = min(margins[other], length - 1 - margins[held])


def _handles(rect: QRectF) -> list[tuple[Grip, float, float]]:
    middle = rect.center()
    return [
        (Grip.LEFT, rect.left(), middle.y()),
        (Grip.RIGHT, rect.right(), middle.y()),
        (Grip.TOP, middle.x(), rect.top()),
        (Grip.BOTTOM, middle.x(), rect.bottom()),
        (Grip.LEFT | Grip.TOP, rect.left(), rect.top()),
        (Grip.RIGHT | Grip.TOP, rect.right(), rect.top()),
        (Grip.LEFT | Grip.BOTTOM, rect.left(), rect.bottom()),
        (Grip.RIGHT | Grip.BOTTOM, rect.right(), rect.bottom()),
    ]


def _paint_thirds(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
    for third in (1, 2):
        x = rect.x() + rect.width() * third / 3
        y = rect.y() + rect.height() * third / 3
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
