"""A motion path: the arc that a layer travels along, with the frames of its move as ticks on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from nodes.graph import Graph
from nodes.wired_motion import TimedMove, timed_move
from pipelines.motion_paths import MotionPath, PathPoint, Place, place_at
from pipelines.path_fitting import fitted
from widgets.theme import Theme
from widgets.viewer.tools.path_grips import (
    Grip,
    Hold,
    added,
    gripped,
    moved,
    pinned,
    removed,
    steps_of,
)
from widgets.viewer.tools.path_painting import PathLook, paint_path
from widgets.viewer.tools.tool import ARROWS, FAR, NEXT, Touch, ViewTool
from widgets.words import counted, tr

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PIN = Qt.Key.Key_T
_ARC = MotionPath(
    (
        PathPoint(0.3, 0.6, after=(0.1, -0.25)),
        PathPoint(0.7, 0.6, before=(-0.1, -0.25)),
    )
)
"""What a keyboard begins with."""
_STROKE = 3
"""So many times as far as a hand is off, a drag is a stroke and no click."""


class PathTool(ViewTool):
    """A drag over the picture draws an arc. Points, their handles and the ticks of frames are
    dragged; Alt parts two handles. With the keyboard: + adds a point, Enter goes from point to
    handle, arrows move it, T pins a point to the frame that is shown."""

    def __init__(self, name: str) -> None:
        super().__init__((name,))
        self._value = MotionPath()
        self._move: TimedMove | None = None
        self._hold = Hold(Grip.NONE)
        self._is_held = False
        self._stroke: list[Place] = []

    def show_values(self, values: Mapping[str, Any]) -> None:
        self._value = values[self.names[0]]
        if self._hold.index >= len(self._value.points):
            self._hold = Hold(Grip.NONE)
        self.changed.emit()

    def show_surroundings(self, graph: Graph, path: str) -> None:
        self._move = timed_move(graph, path)

    @property
    def ticks(self) -> list[tuple[int, Place]]:
        """The frames of the move, and where on the path the layer is in each."""
        if self._move is None or not self._value.leads:
            return []
        return [
            (frame, place_at(self._value, t, aspect=self._aspect))
            for frame, t in enumerate(self._move.times, self._move.start)
        ]

    def press(self, touch: Touch) -> bool:
        if touch.button != Qt.MouseButton.LeftButton:
            return False
        self.gesture_ended.emit()
        self._hold = self._under(touch)
        if self._hold.grip is Grip.NONE:
            self._stroke = [(touch.at.x(), touch.at.y())]
        self._is_held = True
        self.changed.emit()
        return True

    def move(self, touch: Touch) -> None:
        if not self._is_held:
            return
        place = (touch.at.x(), touch.at.y())
        if self._stroke:
            self._stroke.append(place)
            self.changed.emit()
            return
        path, parts = self._with_point_held(), bool(touch.modifiers & _ALT)
        hold = self._hold
        self._choose(moved(path, hold, place, parts=parts, aspect=self._aspect))
        self._hold = hold

    def release(self, touch: Touch) -> None:
        if self._stroke:
            self._draw(touch)
        elif self._hold.grip is Grip.LINE:
            self._choose(self._with_point_held())
        self._is_held, self._stroke = False, []
        self.gesture_ended.emit()
        self.changed.emit()

    def cursor(self, touch: Touch) -> Qt.CursorShape:
        if self._under(touch).grip is Grip.NONE:
            return Qt.CursorShape.CrossCursor
        return Qt.CursorShape.SizeAllCursor

    def wants(self, event: QKeyEvent) -> bool:
        known = (*ARROWS, *_DROP, *NEXT, Qt.Key.Key_Plus, _PIN)
        return event.key() in known and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def key(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in NEXT:
            self._go_to_next()
        elif key == Qt.Key.Key_Plus:
            self._add_point()
        elif self._hold.grip is Grip.NONE:
            return
        elif key in _DROP:
            self._choose_once(removed(self._value, self._hold))
            self._hold = Hold(Grip.NONE)
        elif key == _PIN:
            self._pin()
        elif key in ARROWS and not self.shown.size.isEmpty():
            x, y = ARROWS[key]
            far = FAR if event.modifiers() & _SHIFT else 1
            size, at = self.shown.size, self._hold.place(self._value)
            place = (at[0] + x * far / size.width(), at[1] + y * far / size.height())
            self._choose(moved(self._value, self._hold, place, aspect=self._aspect))

    @property
    def warns(self) -> bool:
        return self._move is None

    def state(self) -> str:
        if self._move is None:
            return tr("The move of this path is gone")
        frames = counted("{count} frame", "{count} frames", len(self._move.times))
        if not self._value.leads:
            return tr("No path yet for {frames}", frames=frames)
        points = counted("{count} point", "{count} points", len(self._value.points))
        at = self._hold.pinned_at(self._value)
        number = self._frame_of(at) if at is not None else None
        if number is not None:
            return tr("{points}, this one at frame {number}", points=points, number=number)
        return tr("{points}, {frames}", points=points, frames=frames)

    def words(self) -> str:
        if self._move is None:
            return tr("Choose a move in the inspector, or set the joint to in-between.")
        if not self._value.leads:
            return tr("Drag along the way that it takes: one stroke is an arc. Esc: done")
        return tr("Drag points, handles, ticks, or draw anew. T: at this frame, Delete, Esc: done")

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = PathLook(self._value, self.ticks, self.shown.frame, self._hold, self._stroke)
        paint_path(painter, theme, place, look)

    @property
    def _aspect(self) -> float:
        size = self.shown.size
        return 1.0 if size.isEmpty() else size.width() / size.height()

    def _under(self, touch: Touch) -> Hold:
        return gripped(self._value, self._hold, self.ticks, touch, self._aspect)

    def _draw(self, touch: Touch) -> None:
        """The stroke becomes the path, unless it was a click."""
        xs, ys = zip(*self._stroke, strict=True)
        far = (max(xs) - min(xs)) / touch.reach.width(), (max(ys) - min(ys)) / touch.reach.height()
        path = fitted(self._stroke, aspect=self._aspect)
        if max(far) >= _STROKE and path.leads:
            self._hold = Hold(Grip.NONE)
            self._choose(path)

    def _with_point_held(self) -> MotionPath:
        """The path with a point where the line or a tick was taken; that is held from now on."""
        t = None
        if self._hold.grip is Grip.TICK and self._move is not None:
            t = self._move.times[self._hold.index - self._move.start]
        elif self._hold.grip is not Grip.LINE:
            return self._value
        path, index = added(self._value, self._hold, t, self._aspect)
        self._hold = Hold(Grip.POINT, index)
        return path

    def _add_point(self) -> None:
        path, index = _ARC, 0
        if self._value.leads:
            path, index = added(self._value, Hold(Grip.LINE, share=0.5), None, self._aspect)
        self._choose_once(path)
        self._hold = Hold(Grip.POINT, index)
        self.changed.emit()

    def _pin(self) -> None:
        """The point is where the layer is in the frame that is shown; again: no longer."""
        times = self._move.times if self._move is not None else ()
        at = self.shown.frame - self._move.start if self._move is not None else -1
        t = times[at] if 0 <= at < len(times) else None
        if self._hold.pinned_at(self._value) is not None:
            t = None
        self._choose_once(pinned(self._value, self._hold, t))

    def _frame_of(self, t: float) -> int | None:
        """The frame of the move that is nearest to a time."""
        if self._move is None or not self._move.times:
            return None
        off = [abs(one - t) for one in self._move.times]
        return self._move.start + off.index(min(off))

    def _go_to_next(self) -> None:
        steps = steps_of(self._value)
        if steps:
            at = steps.index(self._hold) + 1 if self._hold in steps else 0
            self._hold = steps[at % len(steps)]
            self.gesture_ended.emit()
            self.changed.emit()

    def _choose_once(self, path: MotionPath) -> None:
        self.gesture_ended.emit()
        self._choose(path)
        self.gesture_ended.emit()

    def _choose(self, path: MotionPath) -> None:
        if path != self._value:
            self.chosen.emit({self.names[0]: path})
        self.changed.emit()
