"""A colour taken from the picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from widgets.theme import Theme
from widgets.viewer.tools.tool import ARROWS, FAR, NEXT, Touch, ViewTool, place_of, within
from widgets.words import tr

_RADIUS = 22.0


class Eyedropper(ViewTool):
    """Press or drag over the picture; the colour under the pointer is taken, opaque or not as the
    picture is. With the keyboard: arrows move the ring, Enter takes the colour in it."""

    def __init__(self, name: str) -> None:
        super().__init__((name,))
        self._value = "#000000"
        self._at = QPointF(0.5, 0.5)
        self._is_held = False

    def show_values(self, values: Mapping[str, Any]) -> None:
        self._value = str(values[self.names[0]])
        self.changed.emit()

    def press(self, touch: Touch) -> bool:
        inside = QRectF(0, 0, 1, 1).contains(touch.at)
        if touch.button != Qt.MouseButton.LeftButton or not inside:
            return False
        self.gesture_ended.emit()
        self._is_held = True
        self._take(touch.at)
        return True

    def move(self, touch: Touch) -> None:
        if self._is_held:
            self._take(touch.at)

    def release(self, touch: Touch) -> None:
        self._is_held = False
        self.gesture_ended.emit()

    def wants(self, event: QKeyEvent) -> bool:
        shift = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        return not event.modifiers() & ~shift and event.key() in (*ARROWS, *NEXT)

    def key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEXT:
            self.gesture_ended.emit()
            self._take(self._at)
            self.gesture_ended.emit()
        elif not self.shown.size.isEmpty():
            far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            x, y = ARROWS[key]
            size = self.shown.size
            self._at += QPointF(x * far / size.width(), y * far / size.height())
            self._at = QPointF(within(self._at.x()), within(self._at.y()))
            self.changed.emit()

    def state(self) -> str:
        return self._value

    def words(self) -> str:
        return tr("Press on the colour. Arrows move the ring, Enter takes it, Esc: done")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        colour = self._under(self._at)
        if colour is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = place_of(place, self._at.x(), self._at.y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, width in ((QColor(0, 0, 0, 200), 9), (QColor("white"), 7), (colour, 5)):
            painter.setPen(QPen(pen, width))
            painter.drawEllipse(middle, _RADIUS, _RADIUS)

    def _under(self, at: QPointF) -> QColor | None:
        """The colour of the picture at a place; the nearest pixel of what was sent of it."""
        image = self.shown.image
        if image is None or image.isNull():
            return None
        x = min(int(within(at.x()) * image.width()), image.width() - 1)
        y = min(int(within(at.y()) * image.height()), image.height() - 1)
        return image.pixelColor(x, y)

    def _take(self, at: QPointF) -> None:
        self._at = QPointF(within(at.x()), within(at.y()))
        colour = self._under(self._at)
        self.changed.emit()
        if colour is None:
            return
        alpha = "" if colour.alpha() == 255 else f"{colour.alpha():02x}"
        if f"{colour.name()}{alpha}" != self._value:
            self.chosen.emit({self.names[0]: f"{colour.name()}{alpha}"})
