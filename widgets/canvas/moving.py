"""The drag that moves nodes: in line with others, into wires, onto backdrops, out of wires."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QPointF, QRectF, Qt

from nodes.backdrops import carried
from nodes.edits import Batch
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.gestures import Gesture, runs_through
from widgets.canvas.grounds import Edge
from widgets.canvas.level import Wire
from widgets.canvas.linking import insertion
from widgets.canvas.overlay import NOTHING, Drawn, Overlay
from widgets.canvas.shaking import Shake
from widgets.canvas.snapping import Alignment, Guide

_ALIGN, _NEAR = 6.0, 1200.0
"""How near, in pixels of the screen, an edge falls in line, and with how distant nodes."""
_DRAGS = count()
"""What tells the steps of one drag from those of the next."""


class MoveSelected(Gesture):
    """Moves the selected nodes, and what lies on the backdrops among them.

    A node without wires that is dropped on a wire is put into it; what is dropped on a backdrop
    lies on it then (Alt does neither). Edges and middles fall in line with other nodes; Ctrl does
    not. Shaken nodes come off their wires.
    """

    def __init__(
        self, editor: CanvasEditor, overlay: Overlay, start: QPointF, grabbed: str
    ) -> None:
        self._editor, self._overlay, self._start = editor, overlay, start
        self._scene = scene = editor.scene
        self._ids = tuple(carried(editor.graph, scene.selected))
        self._rect = scene.node_rect(grabbed)
        moved = {*self._ids, *scene.grounds}
        rows = [row for row, one in enumerate(scene.ids) if one not in moved]
        self._still = Alignment(scene.places.corners[rows], scene.places.sizes[rows])
        self._offset = (0.0, 0.0)
        self._is_loose = len(self._ids) == 1 and scene.level.is_loose(self._ids[0])
        self._insertion: tuple[Batch, Wire] | None = None
        self._shake = Shake()
        self._is_shaken = False
        self._begun_on = self._ground = scene.grounds.at(start, set(self._ids))
        self._step = f"drag {next(_DRAGS)}"

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        way = point - self._start
        guides: tuple[Guide, ...] = ()
        dx, dy = float(round(way.x())), float(round(way.y()))
        if not keys & Qt.KeyboardModifier.ControlModifier:
            dx, dy, guides = self._in_line(dx, dy, scale)
        self._offset = (dx, dy)
        if self._shake.turned(point.x() * scale, when) and not self._is_shaken:
            self._is_shaken = self._editor.pull_out(self._scene.selected, self._step)
        self._scene.displace(dict.fromkeys(self._ids, self._offset))
        self._overlay.draw(Drawn(guides=guides))
        is_free = not keys & Qt.KeyboardModifier.AltModifier
        self._aim(can_insert=is_free)
        over = self._scene.grounds.at(point, set(self._ids)) if is_free else self._begun_on
        self._ground = over
        self._scene.show_aimed_ground(over if over != self._begun_on else "")

    def finish(self) -> None:
        ground = self._ground if self._ground != self._begun_on else None
        self._editor.move(self._ids, self._offset, self._insertion, ground, self._step)
        self._clear()

    def cancel(self) -> None:
        self._clear()
        if self._is_shaken:
            self._editor.model.undo_stack.undo()

    def _clear(self) -> None:
        self._scene.displace({})
        self._scene.show_aimed_wire(None)
        self._scene.show_aimed_ground("")
        self._overlay.draw(NOTHING)

    def _in_line(
        self, dx: float, dy: float, scale: float
    ) -> tuple[float, float, tuple[Guide, ...]]:
        place = (self._rect.x() + dx, self._rect.y() + dy)
        size = (self._rect.width(), self._rect.height())
        x, y, guides = self._still.snapped(place, size, _ALIGN / scale, near=_NEAR / scale)
        return dx + x, dy + y, guides

    def _aim(self, *, can_insert: bool) -> None:
        self._insertion = None
        if self._is_loose and can_insert and not self._is_shaken:
            rect = self._rect.translated(*self._offset)
            for row, wire in self._scene.wires_across(rect):
                if not runs_through(self._scene.table.path(row), _core(rect)):
                    continue
                found = insertion(self._scene.level, self._ids[0], wire, self._editor.at)
                if found is not None:
                    self._insertion = found, wire
                    break
        self._scene.show_aimed_wire(self._insertion[1] if self._insertion else None)


class StretchGround(Gesture):
    """Drags an edge or a corner of a backdrop. What lies on it stays, and keeps its room."""

    def __init__(self, editor: CanvasEditor, edge: Edge, start: QPointF) -> None:
        self._editor, self._edge, self._start = editor, edge, start
        self._before = editor.scene.grounds.boxes[edge.ground]

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        scene, way = self._editor.scene, point - self._start
        metrics = scene.look.metrics
        least = metrics.header * 3.0, metrics.header * 2.0
        dx, dy = float(round(way.x())), float(round(way.y()))
        scene.stretch(self._edge.ground, self._edge.moved(self._before, dx, dy, least))

    def finish(self) -> None:
        scene, ground = self._editor.scene, self._edge.ground
        box = scene.grounds.boxes[ground]
        scene.stretch(ground, None)
        self._editor.resize_backdrop(ground, box)

    def cancel(self) -> None:
        self._editor.scene.stretch(self._edge.ground, None)


def _core(rect: QRectF) -> QRectF:
    """The middle of a node: where a wire must run so that the node is put into it."""
    return QRectF(rect.center(), rect.center()).adjusted(
        -rect.width() * 0.3, -rect.height() * 0.3, rect.width() * 0.3, rect.height() * 0.3
    )
