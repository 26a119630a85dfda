"""The tool over the picture that paints masks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QCursor, QKeyEvent, QKeySequence, QPainter, QTransform

from pipelines.masking.live import LiveMask, MaskMode
from pipelines.masking.objects import MaskObject, key_at
from pipelines.masking.patches import Patch
from pipelines.painting.stroke import Sample
from widgets.masking.gestures import (
    MaskGesture,
    MoveGesture,
    OutlineGesture,
    StrokeGesture,
    filled,
)
from widgets.masking.hand import MaskTool
from widgets.masking.pointing import MaskPointing
from widgets.masking.polygon import Polygon
from widgets.masking.sight import MaskSight
from widgets.masking.studio import MaskChange, Poured, PourOrder
from widgets.paper.brush_outline import LARGEST_CURSOR, paint_ring, ring_area, ring_cursor
from widgets.paper.tools.handles import draw_ants
from widgets.theme import Theme
from widgets.viewer.tools.tool import Shown, Touch, ViewTool
from widgets.words import counted, tr

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
_STROKES = (MaskTool.BRUSH, MaskTool.ERASER)
_BY_MASK = 96
"""How far a mask may differ within what a fill covers (0..255)."""
_CLOSE = 9.0
"""View units around the first corner of a polygon in which a press closes it."""


class MaskPainter(ViewTool):
    """Paints the object in hand on the frame that is shown; a key comes into being there.

    Alt takes away instead of adding (and the other way round), Shift and Alt keep what is common.
    With a brush Shift draws a straight line from where the last stroke ended; with a rectangle or
    an ellipse it makes sides equal.
    """

    def __init__(self, sight: MaskSight, actions: Mapping[str, QAction]) -> None:
        super().__init__(())
        self.sight = sight
        self.hand = sight.hand
        self._actions = actions
        self._gesture: MaskGesture | None = None
        self._painted: MaskObject | None = None
        self._mode = MaskMode.ADD
        self._end: Sample | None = None
        self._waiting: list[tuple[bool, Touch]] = []
        """A press and where it went on to (whether it is still down), until the mask is read."""
        self._pouring: tuple[PourOrder, LiveMask] | None = None
        """A fill that is worked out, and the mask that it goes into."""
        self._polygon = Polygon()
        self.pointing = MaskPointing(sight, self)
        self._hover: QPointF | None = None
        self._zoom = 1.0
        sight.changed.connect(self._on_sight_changed)
        sight.poured.connect(self._on_poured)
        sight.failed.connect(self._on_failed)
        self.hand.changed.connect(self._on_hand_changed)
        self.pointing.changed.connect(self._on_sight_changed)

    # What is seen

    def show_values(self, values: Mapping[str, Any]) -> None:
        """It has none: what it paints is edited by the easel."""

    def show_picture(self, shown: Shown) -> None:
        if (self.shown.frame, self.shown.size) != (shown.frame, shown.size):
            self._let_go()
            self.settle()
        self.shown = shown
        self.sight.show(shown.frame, (shown.size.width(), shown.size.height()), shown.digest)

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        width, height = self.sight.size
        self._zoom = place.width() / max(width, 1)
        self.sight.follow_zoom(self._zoom)
        shade = self.sight.shade
        if shade is not None and shade.look.frame == self.shown.frame:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 2)
            image = shade.image
            painter.drawImage(place, image, QRectF(image.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        to_view = QTransform.fromTranslate(place.x(), place.y())
        to_view.scale(place.width() / max(width, 1), place.height() / max(height, 1))
        if self._gesture is not None:
            draw_ants(painter, to_view.map(self._gesture.outline), closed=True)
        self._polygon.paint(painter, to_view, theme, self._hover)
        self.pointing.paint(painter, theme, place)
        if self._rings and self._hover is not None:
            paint_ring(painter, to_view.map(self._hover), self.hand.brush.size * self._zoom)

    @property
    def _rings(self) -> bool:
        """Whether the pointer is larger than what the system draws."""
        return self.hand.tool in _STROKES and self.hand.brush.size * self._zoom > LARGEST_CURSOR

    def cursor(self, touch: Touch) -> Qt.CursorShape | QCursor:
        if self.hand.tool is MaskTool.MOVE:
            return Qt.CursorShape.SizeAllCursor
        if self.hand.tool is MaskTool.POINT:
            return self.pointing.cursor(touch, means=not self._takes_away(touch))
        if self.hand.tool not in _STROKES or self._rings:
            return Qt.CursorShape.CrossCursor
        return ring_cursor(self.hand.brush.size * self._zoom, touch.ratio)

    @property
    def warns(self) -> bool:
        return self.sight.is_of_another_picture

    def state(self) -> str:
        painted = self.sight.easel.object
        if self.pointing.is_begun:
            return tr("{name}, not taken yet", name=self.sight.easel.object_to_paint().name)
        if painted is None:
            return tr("Nothing is masked yet")
        keys = counted("{count} key", "{count} keys", len(painted.keys))
        said = tr("{name}, {keys}", name=painted.name or painted.id, keys=keys)
        followed = self.sight.followed
        if painted.id not in followed.masks or key_at(painted, self.sight.frame) is not None:
            return said
        if followed.is_stale:
            return tr("{said}, followed before the last changes", said=said)
        return tr("{said}, followed here", said=said)

    def words(self) -> str:
        if self.sight.is_of_another_picture:
            return tr("The picture has changed since this key was painted.")
        if self._polygon.points:
            return tr("Click: next corner. Enter: close, Backspace: one back, Esc: give up")
        if self.hand.tool is MaskTool.POINT:
            return self.pointing.words()
        if self.hand.tool in _STROKES:
            return tr("Alt: take away. Shift: straight line. [ ]: size. Esc: done")
        if self.hand.tool is MaskTool.FILL and self.hand.fills_by_picture:
            return tr("Click a colour of the picture. Zoom in for a finer edge. Esc: done")
        if self.hand.tool is MaskTool.MOVE:
            return tr("Drag: take the mask along. Shift: straight. Esc: done")
        return tr("Alt: take away. Shift and Alt: keep what is common. Esc: done")

    # The hand

    def press(self, touch: Touch) -> bool:
        points = self.hand.tool is MaskTool.POINT
        if touch.button not in (_BUTTONS if points else _BUTTONS[:1]):
            return False
        easel = self.sight.easel
        painted = easel.object
        if painted is not None and not painted.visible:
            easel.refused.emit(tr("This object is hidden. Show it, or choose another."))
        elif points:
            means = touch.button == Qt.MouseButton.LeftButton and not self._takes_away(touch)
            self.pointing.press(easel.object_to_paint(), self.shown, touch, means=means)
        elif not self.sight.is_ready or self._pouring is not None:
            self._waiting = [(True, touch)]
        else:
            self._begin(easel.object_to_paint(), touch)
        return True

    def move(self, touch: Touch) -> None:
        self.hover(touch)
        if self._waiting:
            self._waiting.append((True, touch))
        elif self.hand.tool is MaskTool.POINT:
            self.pointing.move(touch)
        elif self._gesture is not None:
            self._end = self._sample(touch)
            self._show(self._gesture.move(self._end, regular=bool(touch.modifiers & _SHIFT)))
            if not self._gesture.outline.isEmpty():
                self.changed.emit()

    def release(self, touch: Touch) -> None:
        if self._waiting:
            self._waiting.append((False, touch))
        elif self.hand.tool is MaskTool.POINT:
            self.pointing.release()
        elif self._gesture is not None:
            self._let_go()

    def hover(self, touch: Touch) -> None:
        """The pointer is here."""
        before, sample = self._hover, self._sample(touch)
        self._hover = QPointF(sample.x, sample.y)
        if self._polygon.points:
            self.changed.emit()
        elif self._rings:
            wide = self.hand.brush.size + 6 / max(self._zoom, 0.01)
            for point in (before, self._hover):
                if point is not None:
                    self._tell(ring_area(point, wide))

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self._hover = None
        self.changed.emit()

    def wants(self, event: QKeyEvent) -> bool:
        mine = self._polygon.wants(event) or self.pointing.wants(event)
        return mine or self._action_of(event) is not None

    def key(self, event: QKeyEvent) -> None:
        if self._polygon.wants(event):
            if self._polygon.take(event):
                self._close_polygon(event.modifiers())
            self.changed.emit()
            return
        if self.pointing.wants(event):
            self.pointing.key(event)
            return
        action = self._action_of(event)
        if action is not None:
            action.trigger()

    def change(self, change: MaskChange) -> None:
        """Grow, feather, invert ... the mask of this frame."""
        if self.sight.has_picture:
            self.settle()
            self.sight.change(self.sight.easel.object_to_paint(), change)

    def settle(self) -> None:
        """Take what was pointed at, before something else is done."""
        if self.pointing.is_begun:
            self.pointing.take()

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        pressed = QKeySequence(event.keyCombination())
        for action in self._actions.values():
            if action.isEnabled() and pressed in action.shortcuts():
                return action
        return None

    # Under way

    def _begin(self, painted: MaskObject, touch: Touch) -> None:
        sample, tool = self._sample(touch), self.hand.tool
        self._painted = painted
        if tool is MaskTool.POLYGON:
            if self._polygon.press(QPointF(sample.x, sample.y), _CLOSE / max(self._zoom, 0.01)):
                self._close_polygon(touch.modifiers)
            self.changed.emit()
            return
        live = self._live(painted, self._mode_of(touch.modifiers, is_tail=touch.is_tail))
        if tool is MaskTool.FILL:
            self._pour(live, QPointF(sample.x, sample.y))
            return
        self.sight.is_held = True
        gesture = self._gesture = self._made_gesture(live, painted)
        self._show(gesture.begin())
        if tool in _STROKES and touch.modifiers & _SHIFT and self._end is not None:
            self._show(gesture.move(self._end._replace(pressure=sample.pressure)))
        self._show(gesture.move(sample))
        self._end = sample

    def _made_gesture(self, live: LiveMask, painted: MaskObject) -> MaskGesture:
        if self.hand.tool in _STROKES:
            return StrokeGesture(live, self.hand.brush)
        if self.hand.tool is MaskTool.MOVE:
            return MoveGesture(live, self.sight.whole(painted))
        return OutlineGesture(live, self.hand.tool)

    def _live(self, painted: MaskObject, mode: MaskMode) -> LiveMask:
        shade = self.sight.shade
        self._mode = mode
        guard = shade.look.guard(painted.id) if shade is not None else None
        return LiveMask(self.sight.ground(painted), mode, guard=guard)

    def _takes_away(self, touch: Touch) -> bool:
        return self._mode_of(touch.modifiers & ~_SHIFT, is_tail=touch.is_tail) is MaskMode.SUBTRACT

    def _mode_of(self, modifiers: Qt.KeyboardModifier, *, is_tail: bool = False) -> MaskMode:
        if self.hand.tool is MaskTool.ERASER or is_tail:
            return MaskMode.SUBTRACT
        if not modifiers & _ALT:
            return self.hand.mode
        if modifiers & _SHIFT:
            return MaskMode.INTERSECT
        adds = self.hand.mode is MaskMode.ADD
        return MaskMode.SUBTRACT if adds else MaskMode.ADD

    def _pour(self, live: LiveMask, point: QPointF) -> None:
        by = self.shown.image if self.hand.fills_by_picture else None
        tolerance = _BY_MASK if by is None else self.hand.tolerance
        self._pouring = self.sight.pour(by, point, tolerance), live
        self.sight.is_held = True

    @Slot(object)
    def _on_poured(self, poured: Poured) -> None:
        if self._pouring is None or poured.order is not self._pouring[0]:
            return
        (_, live), self._pouring = self._pouring, None
        self.sight.is_held = False
        if poured.coverage is None:
            self.sight.easel.refused.emit(tr("That point lies beside the picture."))
        else:
            self._show([*live.begin(), *live.paint(poured.coverage)])
            self._keep(MaskGesture(live))
        self._on_sight_changed()

    @Slot()
    def _on_failed(self) -> None:
        if self._pouring is not None:
            self._pouring = None
            self.sight.is_held = False

    def _close_polygon(self, modifiers: Qt.KeyboardModifier) -> None:
        outline = self._polygon.taken()
        if self._painted is not None and outline.size() > 2 and self.sight.is_ready:
            live = self._live(self._painted, self._mode_of(modifiers))
            self._show([*live.begin(), *filled(live, outline)])
            self._keep(MaskGesture(live))

    def _let_go(self) -> None:
        """What is under way is done."""
        gesture, self._gesture = self._gesture, None
        self._waiting.clear()
        self._pouring = None
        self.sight.is_held = False
        if gesture is None:
            return
        self._show(gesture.finish())
        self._keep(gesture)

    def _keep(self, gesture: MaskGesture) -> None:
        sight, painted = self.sight, self._painted
        assert painted is not None
        changes = gesture.kept(sight.tiles, sight.kept(painted))
        if changes is not None:
            sight.easel.paint(
                painted, sight.frame, changes, sight.size, self._name, picture=sight.picture
            )
        else:
            sight.look_again()
        self.changed.emit()

    @property
    def _name(self) -> str:
        if self.hand.tool in (MaskTool.FILL, MaskTool.MOVE):
            return tr("Fill mask") if self.hand.tool is MaskTool.FILL else tr("Move mask")
        return {
            MaskMode.ADD: tr("Paint mask"),
            MaskMode.SUBTRACT: tr("Take from mask"),
            MaskMode.INTERSECT: tr("Intersect mask"),
        }[self._mode]

    def _show(self, patches: list[Patch]) -> None:
        if self.sight.shade is not None:
            self._tell(self.sight.shade.put(patches))

    def _tell(self, area: QRect) -> None:
        """An area of the canvas looks different."""
        width, height = self.sight.size
        if not area.isEmpty():
            x, y, across, down = area.getRect()  # type: ignore[misc] - PySide6 types getRect as object
            self.updated.emit(QRectF(x / width, y / height, across / width, down / height))

    def _sample(self, touch: Touch) -> Sample:
        width, height = self.sight.size
        return Sample(touch.at.x() * width, touch.at.y() * height, touch.pressure)

    # What happened

    @Slot()
    def _on_sight_changed(self) -> None:
        if self._waiting and self.sight.is_ready and self._pouring is None:
            waiting, self._waiting = self._waiting, []
            (_, first), *rest = waiting
            self._begin(self.sight.easel.object_to_paint(), first)
            for is_down, touch in rest:
                if is_down:
                    self.move(touch)
                else:
                    self.release(touch)
        self._show(self.pointing.newly_seen())
        self.changed.emit()

    @Slot()
    def _on_hand_changed(self) -> None:
        if self.hand.tool is not MaskTool.POLYGON:
            self._polygon.taken()
        if self.hand.tool is not MaskTool.POINT:
            self.settle()
        self.changed.emit()
