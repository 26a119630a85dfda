"""What a drag on the canvas does, from press to release. Until its end the graph is untouched."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from nodes.edits import Batch
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.level import Wire
from widgets.canvas.linking import End, fitting_ends, insertion, refusal
from widgets.canvas.overlay import NOTHING, Drawn, Overlay
from widgets.canvas.scene import CanvasScene, is_border
from widgets.canvas.snapping import Guide, snapped

SNAP = 26.0
"""How near, in pixels of the screen, a wire jumps to a socket."""
_ALIGN = 6.0
_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Gesture:
    """One drag. Points are of the scene; `scale` is pixels of the screen to one unit of it."""

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float) -> None:
        """The hand is here now."""

    def finish(self) -> None:
        """The hand let go."""

    def cancel(self) -> None:
        """Nothing of it shall be."""


class BoxSelect(Gesture):
    """Selects what a box touches; Shift or Ctrl keeps what is selected."""

    def __init__(
        self, scene: CanvasScene, overlay: Overlay, start: QPointF, keys: Qt.KeyboardModifier
    ) -> None:
        self._scene, self._overlay, self._start = scene, overlay, start
        self._before = scene.selected
        self._kept = scene.selected if keys & _ADDING else ()
        scene.select(self._kept)

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float) -> None:
        box = QRectF(self._start, point).normalized()
        self._overlay.draw(Drawn(box=box))
        self._scene.select((*self._kept, *self._scene.nodes_in(box)))

    def finish(self) -> None:
        self._overlay.draw(NOTHING)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._scene.select(self._before)


class MoveSelected(Gesture):
    """Moves the selected nodes; one of them, dropped on a wire, is put into it (Alt does not).

    Edges and middles fall in line with other nodes; Ctrl does not.
    """

    def __init__(
        self, editor: CanvasEditor, overlay: Overlay, start: QPointF, grabbed: str
    ) -> None:
        self._editor, self._overlay, self._start = editor, overlay, start
        self._scene = editor.scene
        self._ids = editor.scene.selected
        self._rect = editor.scene.node_rect(grabbed)
        rows = [row for row, one in enumerate(self._scene.ids) if one not in set(self._ids)]
        self._places = self._scene.places[rows].copy()
        self._sizes = self._scene.sizes[rows].copy()
        self._offset = (0.0, 0.0)
        self._is_loose = len(self._ids) == 1 and self._scene.level.is_loose(self._ids[0])
        self._insertion: Batch | None = None

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float) -> None:
        way = point - self._start
        guides: tuple[Guide, ...] = ()
        dx, dy = float(round(way.x())), float(round(way.y()))
        if not keys & Qt.KeyboardModifier.ControlModifier:
            dx, dy, guides = self._in_line(dx, dy, scale)
        self._offset = (dx, dy)
        self._scene.displace(dict.fromkeys(self._ids, self._offset))
        self._overlay.draw(Drawn(guides=guides))
        self._aim(can_insert=not keys & Qt.KeyboardModifier.AltModifier)

    def finish(self) -> None:
        self._editor.move(dict.fromkeys(self._ids, self._offset), self._insertion)
        self.cancel()

    def cancel(self) -> None:
        self._scene.displace({})
        self._scene.show_aimed_wire(None)
        self._overlay.draw(NOTHING)

    def _in_line(
        self, dx: float, dy: float, scale: float
    ) -> tuple[float, float, tuple[Guide, ...]]:
        place = (self._rect.x() + dx, self._rect.y() + dy)
        size = (self._rect.width(), self._rect.height())
        near = np.abs(self._places - place).max(axis=1, initial=0.0) < 1200 / scale
        x, y, guides = snapped(place, size, self._places[near], self._sizes[near], _ALIGN / scale)
        return dx + x, dy + y, guides

    def _aim(self, *, can_insert: bool) -> None:
        self._insertion = None
        aimed: Wire | None = None
        if self._is_loose and can_insert:
            rect = self._rect.translated(*self._offset)
            for row, wire in self._scene.wires_across(rect):
                if not _runs_through(self._scene.table.path(row), _core(rect)):
                    continue
                found = insertion(self._scene.level, self._ids[0], wire, self._editor.at)
                if found is not None:
                    self._insertion, aimed = found, wire
                    break
        self._scene.show_aimed_wire(aimed)


class DragWire(Gesture):
    """Draws a wire from one end to another, or takes an existing one off its socket.

    Dropped on nothing, a new wire asks `on_dropped` which node shall be there; a wire that was
    taken off its socket stays off. `say` shows why a socket cannot take it.
    """

    def __init__(
        self,
        editor: CanvasEditor,
        overlay: Overlay,
        start: End,
        *,
        taken: Wire | None,
        on_dropped: Callable[[End, QPointF], None],
        say: Callable[[str], None],
    ) -> None:
        self._editor, self._overlay, self._start, self._taken = editor, overlay, start, taken
        self._scene = editor.scene
        self._say = say
        self._on_dropped = on_dropped
        self._fits = dict(fitting_ends(editor.scene.level, start))
        if taken is not None:
            own = self._fits.get(taken.target, frozenset())
            self._fits[taken.target] = own | {(taken.socket, False)}
        self._point = editor.scene.end_point(start)
        self._aimed: End | None = None
        self._is_refused = False
        self._scene.show_targets(self._fits, hidden=taken)

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float) -> None:
        self._point = point
        self._aimed = self._nearest(point, SNAP / scale)
        self._is_refused = False
        self._scene.show_targets(self._fits, aimed=self._aimed, hidden=self._taken)
        self._say(self._why_not(point, SNAP / 2 / scale) if self._aimed is None else "")
        here = self._scene.end_point(self._start)
        there = self._scene.end_point(self._aimed) if self._aimed is not None else point
        wire = (here, there) if self._start.is_output else (there, here)
        self._overlay.draw(Drawn(wire=wire, value=self._value()))

    def finish(self) -> None:
        aimed, taken = self._aimed, self._taken
        self.cancel()
        if taken is not None:
            if aimed is None and not self._is_refused:
                self._editor.move_wire(taken, None)
            elif aimed is not None and (aimed.node, aimed.name) != (taken.target, taken.socket):
                self._editor.move_wire(taken, aimed)
        elif aimed is not None:
            self._editor.link(self._start, aimed)
        elif not self._is_refused and self._scene.node_at(self._point) is None:
            self._on_dropped(self._start, self._point)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._scene.show_targets(None)
        self._say("")

    def _value(self) -> str | None:
        if self._start.is_output:
            return self._scene.level.value(self._start.node, self._start.name)
        sockets = self._scene.level.sockets(self._start.node)
        return next((one.value for one in sockets if one.name == self._start.name), None)

    def _nearest(self, point: QPointF, reach: float) -> End | None:
        """The nearest end that fits: of the node under the hand, or within reach."""
        under = self._scene.node_at(point)
        box = QRectF(point, point).adjusted(-reach, -reach, reach, reach)
        near = {under} if under is not None else set(self._scene.nodes_in(box))
        near |= {one for one in self._scene.ids if is_border(one)}
        ends = [
            (QLineF(self._scene.end_point(end), point).length(), end)
            for node_id in near
            for end in self._scene.ends(node_id)
            if (end.name, end.is_output) in self._fits.get(node_id, frozenset())
        ]
        blocked = self._scene.end_at(point, reach / 3)
        if blocked is not None and all(end != blocked for _, end in ends):
            return None
        close = [one for one in ends if one[0] <= reach or one[1].node == under]
        return min(close)[1] if close else None

    def _why_not(self, point: QPointF, reach: float) -> str:
        end = self._scene.end_at(point, reach)
        self._is_refused = end is not None
        if end is None or end == self._start:
            return ""
        return refusal(self._scene.level, self._start, end)


class Knife(Gesture):
    """Cuts every wire that a line crosses."""

    def __init__(self, editor: CanvasEditor, overlay: Overlay, start: QPointF) -> None:
        self._editor, self._overlay = editor, overlay
        self._start = self._end = start

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float) -> None:
        self._end = point
        self._overlay.draw(Drawn(knife=(self._start, point)))

    def finish(self) -> None:
        self.cancel()
        scene = self._editor.scene
        reach = QRectF(self._start, self._end).normalized().adjusted(-1, -1, 1, 1)
        crossed = [
            wire
            for row, wire in scene.wires_across(reach)
            if _crosses(scene.table.path(row), self._start, self._end)
        ]
        if crossed:
            self._editor.cut_wires(crossed)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)


def _crosses(wire: QPainterPath, start: QPointF, end: QPointF) -> bool:
    """Whether a line crosses a wire, looked at in 32 straight pieces."""
    line = QLineF(start, end)
    before = wire.pointAtPercent(0.0)
    for step in range(1, 33):
        after = wire.pointAtPercent(step / 32)
        kind, _ = line.intersects(QLineF(before, after))  # type: ignore[misc] - a pair, and the stub says so since 6.8 only
        if kind == QLineF.IntersectionType.BoundedIntersection:
            return True
        before = after
    return False


def _runs_through(wire: QPainterPath, rect: QRectF) -> bool:
    return _crosses(wire, rect.topLeft(), rect.bottomRight()) or _crosses(
        wire, rect.bottomLeft(), rect.topRight()
    )


def _core(rect: QRectF) -> QRectF:
    """The middle of a node: where a wire must run so that the node is put into it."""
    return QRectF(rect.center(), rect.center()).adjusted(
        -rect.width() * 0.3, -rect.height() * 0.3, rect.width() * 0.3, rect.height() * 0.3
    )
