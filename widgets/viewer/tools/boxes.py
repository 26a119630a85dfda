"""Boxes around things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from pipelines.pointing import Boxes, HandBox
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
    within,
)
from widgets.words import counted, tr

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


class BoxesTool(ViewTool):
    """Drag over a thing to draw a box around it; drag a box by its sides, corners or inside. Delete
    removes it. With the keyboard: + adds a box, Enter goes from box to box, arrows move it."""

    def __init__(self, name: str) -> None:
        super().__init__((name,))
        self._value = Boxes()
        self._current = -1
        self._grip = Grip.NONE
        self._from = QPointF()
        self._start = Rect(0, 0, 0, 0)

    def show_values(self, values: Mapping[str, Any]) -> None:
        self._value = values[self.names[0]]
        self._current = min(self._current, len(self._value.boxes) - 1)
        self.changed.emit()

    def press(self, touch: Touch) -> bool:
        if touch.button != Qt.MouseButton.LeftButton:
            return False
        at, grip = self._at(touch)
        if at is None and not QRectF(0, 0, 1, 1).contains(touch.at):
            return False
        self.gesture_ended.emit()
        self._from = touch.at
        if at is None:
            self._current, self._grip = len(self._value.boxes), Grip.RIGHT | Grip.BOTTOM
            self._start = Rect(touch.at.x(), touch.at.y(), touch.at.x(), touch.at.y())
        else:
            self._current, self._grip = at, grip
            self._start = _rect(self._value.boxes[at])
        self.changed.emit()
        return True

    def move(self, touch: Touch) -> None:
        if self._grip:
            self._put(self._start.dragged(self._grip, touch.at - self._from), self._grip)

    def release(self, touch: Touch) -> None:
        self._grip = Grip.NONE
        self._current = min(self._current, len(self._value.boxes) - 1)
        self.gesture_ended.emit()
        self.changed.emit()

    def cursor(self, touch: Touch) -> Qt.CursorShape:
        return cursor_of(self._grip or self._at(touch)[1])

    def wants(self, event: QKeyEvent) -> bool:
        known = (*ARROWS, *_DROP, *NEXT, Qt.Key.Key_Plus)
        return event.key() in known and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEXT:
            self._go_to_next()
        elif key == Qt.Key.Key_Plus:
            self.gesture_ended.emit()
            self._current = len(self._value.boxes)
            self._put(Rect(0.375, 0.375, 0.625, 0.625), Grip.ALL)
            self.gesture_ended.emit()
        elif self._current < 0:
            return
        elif key in _DROP:
            left = [box for at, box in enumerate(self._value.boxes) if at != self._current]
            self._current -= 1
            self._choose(left)
            self.gesture_ended.emit()
        elif key in ARROWS and not self.shown.size.isEmpty():
            x, y = ARROWS[key]
            far = FAR if event.modifiers() & _SHIFT else 1
            size = self.shown.size
            by = QPointF(x * far / size.width(), y * far / size.height())
            self._put(_rect(self._value.boxes[self._current]).dragged(Grip.ALL, by), Grip.ALL)

    def state(self) -> str:
        return counted("{count} box", "{count} boxes", len(self._value.on(self.shown.frame)))

    def words(self) -> str:
        if any(self._is_of_another(box) for box in self._value.on(self.shown.frame)):
            return tr("The picture has changed since. Drag a box to set it anew.")
        return tr("Drag: a new box. Enter: next box, Delete: remove, Esc: done")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, box in enumerate(self._value.boxes):
            if box.frame != self.shown.frame:
                continue
            corners = place_of(place, box.left, box.top), place_of(place, box.right, box.bottom)
            area, is_current = QRectF(*corners), at == self._current
            colour = theme.warning if self._is_of_another(box) else theme.selection
            outline(painter, area, colour if is_current else QColor("white"))
            for x, y in _CORNERS if is_current else ():
                point = QPointF(area.x() + x * area.width(), area.y() + y * area.height())
                handle(painter, point, colour, held=False)

    def _is_of_another(self, box: HandBox) -> bool:
        """Whether it was drawn on another picture than the one that is shown."""
        return bool(box.picture and self.shown.digest) and box.picture != self.shown.digest

    def _at(self, touch: Touch) -> tuple[int | None, Grip]:
        """The box under the pointer, the current one first, and what of it is taken."""
        order = sorted(
            range(len(self._value.boxes)), key=lambda at: (at == self._current, at), reverse=True
        )
        for at in order:
            box = self._value.boxes[at]
            grip = _rect(box).grip_at(touch) if box.frame == self.shown.frame else Grip.NONE
            if grip:
                return at, grip
        return None, Grip.NONE

    def _put(self, rect: Rect, grip: Grip) -> None:
        """Put the current box, which may be new, to a place within the picture."""
        inside = rect.held_inside(whole=grip is Grip.ALL)
        left, right = sorted((within(inside.left), within(inside.right)))
        top, bottom = sorted((within(inside.top), within(inside.bottom)))
        box = HandBox(left, top, right, bottom, self.shown.frame, self.shown.digest)
        boxes = [*self._value.boxes]
        boxes[self._current : self._current + 1] = [box]
        self._choose(boxes)

    def _choose(self, boxes: list[HandBox]) -> None:
        self.chosen.emit({self.names[0]: Boxes(tuple(boxes))})
        self.changed.emit()

    def _go_to_next(self) -> None:
        here = [at for at, box in enumerate(self._value.boxes) if box.frame == self.shown.frame]
        if here:
            later = [at for at in here if at > self._current]
            self._current = later[0] if later else here[0]
            self.gesture_ended.emit()
            self.changed.emit()


def _rect(box: HandBox) -> Rect:
    return Rect(box.left, box.top, box.right, box.bottom)
