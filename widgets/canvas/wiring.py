"""Drags that draw, lead and cut wires."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from widgets.canvas.editing import CanvasEditor
from widgets.canvas.gestures import Gesture, crosses, runs_through
from widgets.canvas.lazy_linking import best_link
from widgets.canvas.level import Wire, is_border
from widgets.canvas.linking import End, fitting_ends, refusal
from widgets.canvas.overlay import NOTHING, Drawn, Overlay
from widgets.canvas.rerouting import can_carry_dot
from widgets.canvas.scene import CanvasScene

SNAP = 26.0
"""How near, in pixels of the screen, a wire jumps to a socket."""


class DragWire(Gesture):
    """Draws a wire from one end to another, or takes an existing one off its socket.

    Dropped on nothing, a new wire asks `on_dropped` which node shall be there; a wire that was
    taken off its socket stays off. `say` shows why a socket cannot take it.
    A dot can be put where the hand is; the wire then goes on from there.
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
        self._dots: list[tuple[float, float]] = []
        self._scene.show_targets(self._fits, hidden=taken)

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        self._point = point
        self._aimed = self._nearest(point, SNAP / scale)
        self._is_refused = False
        self._scene.show_targets(self._fits, aimed=self._aimed, hidden=self._taken)
        self._say(self._why_not(point, SNAP / 2 / scale) if self._aimed is None else "")
        self._draw()

    def place_dot(self) -> None:
        """Put a dot where the hand is."""
        self._dots.append((self._point.x(), self._point.y()))
        self._draw()

    def finish(self) -> None:
        aimed, taken = self._aimed, self._taken
        self.cancel()
        if self._dots:
            self._finish_with_dots(aimed)
        elif taken is not None:
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

    def _finish_with_dots(self, aimed: End | None) -> None:
        end = self._editor.link_by_dots(self._start, aimed, self._dots, taken=self._taken)
        if aimed is None and end is not None and not self._is_refused:
            self._on_dropped(end, self._point)

    def _draw(self) -> None:
        there = self._scene.end_point(self._aimed) if self._aimed is not None else self._point
        dots = [QPointF(x, y) for x, y in self._dots]
        stops = [self._scene.end_point(self._start), *dots, there]
        if not self._start.is_output:
            stops.reverse()
        wires = tuple(pairwise(stops))
        self._overlay.draw(Drawn(wires=wires, dots=tuple(dots), value=self._value()))

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

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        self._end = point
        self._overlay.draw(Drawn(knife=(self._start, point)))

    def finish(self) -> None:
        self.cancel()
        scene = self._editor.scene
        reach = QRectF(self._start, self._end).normalized().adjusted(-1, -1, 1, 1)
        crossed = [
            wire
            for row, wire in scene.wires_across(reach)
            if crosses(scene.table.path(row), self._start, self._end)
        ]
        if crossed:
            self._editor.cut_wires(crossed)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)


def wires_at(scene: CanvasScene, point: QPointF, reach: float) -> list[Wire]:
    """The wires at a point that can carry a dot: those of the topmost one's output."""
    box = QRectF(point, point).adjusted(-reach, -reach, reach, reach)
    hit = [
        wire
        for row, wire in scene.wires_across(box)
        if can_carry_dot(wire) and runs_through(scene.table.path(row), box)
    ]
    return [one for one in hit if one[:2] == hit[-1][:2]]


class PlaceDot(Gesture):
    """Puts a dot on wires from one output, where the hand lets go."""

    is_click = True

    def __init__(
        self, editor: CanvasEditor, overlay: Overlay, start: QPointF, wires: Sequence[Wire]
    ) -> None:
        self._editor, self._overlay, self._point = editor, overlay, start
        self._wires = wires
        scene = editor.scene
        value = scene.level.value(wires[0].source, wires[0].output)
        self._value = value
        self._source = scene.end_point(End(wires[0].source, wires[0].output, True))
        self._targets = [scene.end_point(End(one.target, one.socket, False)) for one in wires]
        scene.hide_wire(wires[0])
        self._draw()

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        self._point = point
        self._draw()

    def finish(self) -> None:
        self.cancel()
        self._editor.add_dot(self._wires, self._point)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._editor.scene.hide_wire(None)

    def _draw(self) -> None:
        after = [(self._point, target) for target in self._targets]
        wires = ((self._source, self._point), *after)
        self._overlay.draw(Drawn(wires=wires, dots=(self._point,), value=self._value))


class LazyLink(Gesture):
    """Wires two nodes by the ends that fit best, drawn from one body to the other."""

    def __init__(
        self, editor: CanvasEditor, overlay: Overlay, start: str, say: Callable[[str], None]
    ) -> None:
        self._editor, self._overlay, self._start, self._say = editor, overlay, start, say
        self._found: tuple[End, End] | None = None
        editor.scene.show_found([start])

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        scene = self._editor.scene
        over = scene.node_at(point)
        self._found, words = None, ""
        if over is not None and over != self._start:
            self._found, words = best_link(scene.level, self._start, over)
        self._say(words)
        scene.show_found([self._start] if over is None else [self._start, over])
        if self._found is None:
            line = (scene.node_rect(self._start).center(), point)
        else:
            line = (scene.end_point(self._found[0]), scene.end_point(self._found[1]))
        value = self._found and scene.level.value(self._found[0].node, self._found[0].name)
        self._overlay.draw(Drawn(wires=(line,), value=value or None))

    def finish(self) -> None:
        found = self._found
        self.cancel()
        if found is not None:
            self._editor.link(*found)

    def cancel(self) -> None:
        self._overlay.draw(NOTHING)
        self._editor.scene.show_found(())
        self._say("")
