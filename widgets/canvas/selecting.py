"""Drags that select nodes: a box, and a line drawn around them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from widgets.canvas.gestures import Gesture
from widgets.canvas.overlay import NOTHING, Drawn, Overlay
from widgets.canvas.scene import CanvasScene

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_STEP = 4.0
"""How far, in pixels of the screen, the hand goes before a lasso has another corner."""


class BoxSelect(Gesture):
    """Selects what a box touches; Shift or Ctrl keeps what is selected."""

    is_click = True

    def __init__(
        self, scene: CanvasScene, overlay: Overlay, start: QPointF, keys: Qt.KeyboardModifier
    ) -> None:
        self._scene, self._overlay, self._start = scene, overlay, start
        self._before = scene.selected
        self._kept = scene.selected if keys & _ADDING else ()
        scene.select(self._kept)

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        box = QRectF(self._start, point).normalized()
        self._overlay.draw(Drawn(box=box))
        self._scene.select((*self._kept, *self._scene.nodes_in(box)))

    def finish(self) -> None:
        self._overlay.draw(NOTHING)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._scene.select(self._before)


class Lasso(Gesture):
    """Selects the nodes whose middle lies within a line drawn by hand; Shift or Ctrl keeps what is
    selected."""

    def __init__(
        self, scene: CanvasScene, overlay: Overlay, start: QPointF, keys: Qt.KeyboardModifier
    ) -> None:
        self._scene, self._overlay = scene, overlay
        self._before = scene.selected
        self._kept = scene.selected if keys & _ADDING else ()
        self._line = QPolygonF([start])

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        if (point - self._line.last()).manhattanLength() * scale >= _STEP:
            self._line.append(point)
        self._overlay.draw(Drawn(lasso=tuple(self._line.toList())))
        self._scene.select((*self._kept, *self._caught()))

    def finish(self) -> None:
        self._overlay.draw(NOTHING)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._scene.select(self._before)

    def _caught(self) -> list[str]:
        near = self._scene.nodes_in(self._line.boundingRect())
        fill = Qt.FillRule.OddEvenFill
        middles = ((one, self._scene.node_rect(one).center()) for one in near)
        return [one for one, middle in middles if self._line.containsPoint(middle, fill)]
