"""Points on what is meant, and on what is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from pipelines.pointing import Click, Clicks
from widgets.theme import Theme
from widgets.viewer.tools.tool import ARROWS, FAR, NEXT, Touch, ViewTool, place_of, within
from widgets.words import tr

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


ON, OFF = QColor("#1b7f43"), QColor("#b3261e")
"""What is meant, and what is not."""


def paint_mark(
    painter: QPainter, middle: QPointF, radius: float, rim: QPen, *, positive: bool
) -> None:
    """A plus or a minus in a disc, seen on any picture: told apart by more than colour."""
    painter.setPen(rim)
    painter.setBrush(ON if positive else OFF)
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(QPen(QColor("white"), 2))
    across, down = QPointF(4, 0), QPointF(0, 4)
    painter.drawLine(middle - across, middle + across)
    if positive:
        painter.drawLine(middle - down, middle + down)


class ClicksTool(ViewTool):
    """Left adds a point, right (or Alt) one on what is not meant; a point is dragged, Delete
    removes it. With the keyboard: Enter goes from point to point, + and - add one in the middle."""

    def __init__(self, name: str) -> None:
        super().__init__((name,))
        self._value = Clicks()
        self._current = -1
        self._is_held = False

    def show_values(self, values: Mapping[str, Any]) -> None:
        self._value = values[self.names[0]]
        self._current = min(self._current, len(self._value.clicks) - 1)
        self.changed.emit()

    def press(self, touch: Touch) -> bool:
        if touch.button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        at = self._at(touch)
        if at is None:
            if not QRectF(0, 0, 1, 1).contains(touch.at):
                return False
            negative = touch.button == Qt.MouseButton.RightButton or bool(touch.modifiers & _ALT)
            self._add(touch.at.x(), touch.at.y(), positive=not negative)
        else:
            self._current = at
        self._is_held = True
        self.changed.emit()
        return True

    def move(self, touch: Touch) -> None:
        if self._is_held and self._current >= 0:
            self._put(self._current, touch.at.x(), touch.at.y())

    def release(self, touch: Touch) -> None:
        self._is_held = False
        self.gesture_ended.emit()

    def cursor(self, touch: Touch) -> Qt.CursorShape:
        on_point = self._at(touch) is not None
        return Qt.CursorShape.SizeAllCursor if on_point else Qt.CursorShape.CrossCursor

    def wants(self, event: QKeyEvent) -> bool:
        known = (*ARROWS, *_DROP, *NEXT, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
        return event.key() in known and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEXT:
            self._go_to_next()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._add(0.5, 0.5, positive=key == Qt.Key.Key_Plus)
            self.gesture_ended.emit()
        elif self._current < 0:
            return
        elif key in _DROP:
            left = [one for at, one in enumerate(self._value.clicks) if at != self._current]
            self._choose(tuple(left), self._current - 1)
            self.gesture_ended.emit()
        elif key in ARROWS and not self.shown.size.isEmpty():
            x, y = ARROWS[key]
            far = FAR if event.modifiers() & _SHIFT else 1
            click = self._value.clicks[self._current]
            self._put(
                self._current,
                click.x + x * far / self.shown.size.width(),
                click.y + y * far / self.shown.size.height(),
            )

    def state(self) -> str:
        wanted = sum(click.positive for click in self._value.clicks)
        return tr("{on} on, {off} off", on=wanted, off=len(self._value.clicks) - wanted)

    def words(self) -> str:
        if any(self._is_of_another(click) for click in self._value.on(self.shown.frame)):
            return tr("The picture has changed since. Drag a point to set it anew.")
        return tr("Click: on it. Right button or Alt: not it. Delete: remove, Esc: done")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, click in enumerate(self._value.clicks):
            if click.frame == self.shown.frame:
                stale = self._is_of_another(click)
                self._paint_click(painter, theme, place, click, at == self._current, stale=stale)

    def _paint_click(
        self,
        painter: QPainter,
        theme: Theme,
        place: QRectF,
        click: Click,
        is_current: bool,
        *,
        stale: bool,
    ) -> None:
        middle, radius = place_of(place, click.x, click.y), 9.0 if is_current else 7.0
        rim = QPen(theme.warning if stale else QColor("white"), 3 if is_current else 2)
        paint_mark(painter, middle, radius, rim, positive=click.positive)

    def _is_of_another(self, click: Click) -> bool:
        """Whether it was set on another picture than the one that is shown."""
        both = bool(click.picture and self.shown.digest)
        return both and click.picture != self.shown.digest

    def _at(self, touch: Touch) -> int | None:
        """The topmost point under the pointer."""
        near = [
            at
            for at, click in enumerate(self._value.clicks)
            if click.frame == self.shown.frame and touch.is_near(click.x, click.y)
        ]
        return near[-1] if near else None

    def _add(self, x: float, y: float, *, positive: bool) -> None:
        self.gesture_ended.emit()
        click = Click(within(x), within(y), positive, self.shown.frame, self.shown.digest)
        self._choose((*self._value.clicks, click), len(self._value.clicks))

    def _put(self, at: int, x: float, y: float) -> None:
        moved = replace(self._value.clicks[at], x=within(x), y=within(y), picture=self.shown.digest)
        clicks = list(self._value.clicks)
        clicks[at] = moved
        self._choose(tuple(clicks), at)

    def _choose(self, clicks: tuple[Click, ...], current: int) -> None:
        self._current = current
        self.chosen.emit({self.names[0]: Clicks(clicks)})
        self.changed.emit()

    def _go_to_next(self) -> None:
        here = [at for at, one in enumerate(self._value.clicks) if one.frame == self.shown.frame]
        if here:
            later = [at for at in here if at > self._current]
            self._current = later[0] if later else here[0]
            self.gesture_ended.emit()
            self.changed.emit()
