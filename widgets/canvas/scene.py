"""The scene: the nodes and wires of one level as they are shown, brought up to date in one go.

What the hand is doing (a drag, a wire) is a picture laid over the graph, and becomes an edit only
when it ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter

from nodes.graph import INPUTS, Graph, Node
from nodes.registry import Registry
from widgets.canvas.cast import Cast
from widgets.canvas.faces import NodeFace, Shape
from widgets.canvas.grounds import Box, Grounds, ground_boxes
from widgets.canvas.level import Level, Wire, is_border, is_relinked
from widgets.canvas.linking import End
from widgets.canvas.look import Look
from widgets.canvas.marks import Mark
from widgets.canvas.node_painting import SHADOW
from widgets.canvas.node_states import NodeState, NodeStates
from widgets.canvas.places import Places
from widgets.canvas.repainting import joined
from widgets.canvas.scenery import Scenery
from widgets.canvas.signs import header_height
from widgets.canvas.thumbnails import Thumbnail
from widgets.canvas.wire_layer import WireLayer
from widgets.canvas.wire_table import WireTable

EVERYWHERE = QRectF(-1e7, -1e7, 2e7, 2e7)
_BORDER_GAP = 120.0
"""How far the nodes that stand for a group's sockets keep from the others."""
_FEW = 32
"""Up to how many nodes are painted anew each by itself."""


class CanvasScene(QObject):
    """The nodes and wires of one level, and which of them are selected."""

    selection_changed = Signal()
    nodes_removed = Signal()
    """Nodes are gone: what the hand held may be among them."""
    changed_places = Signal()
    """Nodes came, went, or stand elsewhere now."""
    dirtied = Signal(QRectF)
    """What is seen within a rectangle is different now."""

    def __init__(self, registry: Registry, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look
        self.level = Level(registry)
        self.places = Places()
        self.table = WireTable()
        self.grounds = Grounds()
        self.scale = 1.0
        """The scale at which the scene is looked at: some things keep their size on the screen."""
        self.selected: tuple[str, ...] = ()
        self._selected: frozenset[str] = frozenset()
        self.cast = Cast(self.level, look.metrics)
        self._found: frozenset[str] = frozenset()
        self._lit: Mapping[str, frozenset[tuple[str, bool]]] | None = None
        self._aimed: End | None = None
        self._aimed_ground = ""
        self._offsets: dict[str, tuple[float, float]] = {}
        self._stretched: dict[str, Box] = {}
        self._wires = WireLayer(self.table, look)
        self._scenery = Scenery(look, self.cast.nodes, self.places, self.grounds, self._wires)

    @property
    def ids(self) -> list[str]:
        """All nodes of the level, in the order of the document."""
        return self.places.ids

    # --- What is shown ---

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint what may be seen in a rectangle."""
        self._scenery.paint(painter, exposed)

    def show_look(self, look: Look) -> None:
        """Other colours or another font."""
        self.look = self._wires.look = self._scenery.look = look
        self.cast.dress_all(look.metrics)
        self._measure()
        self._lay_wires()
        self.dirtied.emit(EVERYWHERE)

    def sync(self, graph: Graph, group: Node | None, at: Sequence[str]) -> None:
        """Show a graph: only what differs from the one shown last is made anew."""
        prefix = "".join(f"{node_id}/" for node_id in at)
        if prefix != self.cast.prefix:
            self._leave(prefix)
        before, boxes = self.level.graph, self.grounds.boxes
        changed, gone = self.level.update(graph, group)
        if not changed and not gone:
            return
        self._dirty_nodes(changed | gone)
        self._dirty_wires(changed | gone)
        for node_id in gone & self.cast.nodes.keys():
            del self.cast.nodes[node_id]
        for node_id in changed:
            self.cast.dress(node_id)
        self._measure()
        if gone or any(is_relinked(before, graph, node_id) for node_id in changed):
            self._lay_wires()
        else:
            self.table.follow(self.places.corners)
        self._mark(changed)
        self._dirty_nodes(changed)
        self._dirty_wires(changed)
        if group is not None or boxes != self.grounds.boxes:
            self.dirtied.emit(EVERYWHERE)
        self.changed_places.emit()
        if gone:
            self.nodes_removed.emit()
        if gone & set(self.selected):
            self.select(node_id for node_id in self.selected if node_id not in gone)

    def show_states(self, states: NodeStates) -> None:
        """Show how the nodes stand."""
        shapes = {one: node.face.shape for one, node in self.cast.nodes.items()}
        changed = self.cast.show_states(states)
        if any(shapes[one] is not self.face(one).shape for one in changed):
            self._make_room(changed)
        else:
            self._show_changed(changed)

    def show_thumbnails(self, thumbnails: Mapping[str, Thumbnail | None]) -> None:
        """Show results by path, or (None) no longer; the others stay."""
        self._make_room(self.cast.show_thumbnails(thumbnails))

    def set_has_thumbnails(self, *, shown: bool) -> None:
        """Whether nodes that were not told otherwise show their result."""
        self._make_room(self.cast.set_has_thumbnails(shown=shown))

    def show_found(self, node_ids: Iterable[str]) -> None:
        """Mark the nodes that a search found."""
        old, self._found = self._found, frozenset(node_ids)
        self._mark(old ^ self._found)

    def show_targets(
        self,
        lit: Mapping[str, frozenset[tuple[str, bool]]] | None,
        *,
        aimed: End | None = None,
        hidden: Wire | None = None,
    ) -> None:
        """Light the sockets that a dragged wire fits, or none (None) when the drag is over."""
        old = {one.node for one in (self._aimed, aimed) if one is not None}
        everywhere = lit is not self._lit
        self._lit, self._aimed = lit, aimed
        self.hide_wire(hidden)
        self._mark(self.cast.nodes.keys() if everywhere else old)

    def hide_wire(self, wire: Wire | None) -> None:
        """Leave out a wire that hangs on the cursor, or none."""
        if wire != self._wires.hidden:
            old, self._wires.hidden = self._wires.hidden, wire
            self._dirty_wires(one.target for one in (old, wire) if one is not None)

    @property
    def aimed_wire(self) -> Wire | None:
        """The wire into which a dropped node would be put."""
        return self._wires.aimed

    def show_aimed_wire(self, wire: Wire | None) -> None:
        """Show into which wire a dropped node would be put."""
        if wire != self._wires.aimed:
            old, self._wires.aimed = self._wires.aimed, wire
            self._dirty_wires(one.target for one in (old, wire) if one is not None)

    def show_aimed_ground(self, ground: str) -> None:
        """Show on which backdrop the dragged nodes would lie."""
        if ground != self._aimed_ground:
            old, self._aimed_ground = self._aimed_ground, ground
            self._mark({old, ground})

    def stretch(self, ground: str, box: Box | None) -> None:
        """Show a backdrop as large as the hand drags it, or (None) as it was."""
        before = QRectF(*self.grounds.boxes[ground])
        self._stretched = {ground: box} if box is not None else {}
        self._measure()
        rect = before.united(QRectF(*self.grounds.boxes[ground]))
        self.dirtied.emit(rect.adjusted(-4, -4, 4, 4))

    def displace(self, offsets: Mapping[str, tuple[float, float]]) -> None:
        """Show nodes away from where they stand, while they are dragged."""
        moved = {one: by for one, by in offsets.items() if one in self.cast.nodes}
        back = dict.fromkeys(self._offsets.keys() - moved.keys(), (0.0, 0.0))
        back = {one: by for one, by in back.items() if one in self.cast.nodes}
        self._offsets = dict(moved)
        moved |= back
        self._scenery.hold(self._offsets)
        rects = self._node_rects(moved)
        rows = self.places.displace(moved)
        self._scenery.follow(rows)
        rects += self._node_rects(moved)
        self._dirty(rects + self.table.follow_some(self.places.corners, rows.tolist()))

    # --- Selection ---

    def select(self, node_ids: Iterable[str]) -> None:
        """Select nodes; the last one is the current one, and they lie over all others."""
        kept = dict.fromkeys(
            one for one in node_ids if one in self.cast.nodes and not is_border(one)
        )
        if tuple(kept) == self.selected:
            return
        old, self.selected = self.selected, tuple(kept)
        self._selected = self._wires.selected = frozenset(kept)
        self.places.touch(one for one in kept if one not in self.grounds)
        self._mark({*old, *self.selected})
        self._dirty_wires({*old, *self.selected})
        self.selection_changed.emit()

    # --- Where things are ---

    def face(self, node_id: str) -> NodeFace:
        return self.cast.nodes[node_id].face

    def state(self, node_id: str) -> NodeState:
        return self.cast.nodes[node_id].state

    def mark(self, node_id: str) -> Mark:
        return self.cast.nodes[node_id].mark

    def thumbnail(self, node_id: str) -> Thumbnail | None:
        """What is known of a node's result."""
        return self.cast.thumbnail(node_id)

    def why(self, node_id: str) -> list[str]:
        """Why a node ran the last time, in words; nothing where it did not."""
        return self.cast.states.why(self.cast.prefix + node_id)

    def node_rect(self, node_id: str) -> QRectF:
        return self.places.rect(node_id)

    def bounds(self, node_ids: Iterable[str] | None = None) -> QRectF:
        """The rectangle around nodes, or around all of them."""
        if node_ids is None:
            return self.places.around(slice(None))
        return self.places.around(np.array([self.places.rows[one] for one in node_ids], np.intp))

    def node_at(self, point: QPointF) -> str | None:
        """The topmost node at a point."""
        inside = [self.ids[row] for row in self.places.at(point)]
        if self.grounds.boxes:
            tall = header_height(self.look.metrics, self.scale)
            inside = [one for one in inside if not self.grounds.is_body(one, point.y(), tall)]
            heights = {one: height for height, one in enumerate(self.grounds)}
            inside.sort(key=lambda one: heights.get(one, len(heights)))
        return inside[-1] if inside else None

    def nodes_in(self, rect: QRectF) -> list[str]:
        """The nodes that a rectangle touches, and the backdrops that it holds."""
        touched = (self.ids[row] for row in self.places.within(rect).tolist())
        return [
            one
            for one in touched
            if not is_border(one)
            and (one not in self.grounds or rect.contains(self.node_rect(one)))
        ]

    def end_at(self, point: QPointF, reach: float) -> End | None:
        """The nearest socket or output within reach."""
        near = [
            (QLineF(self.end_point(end), point).length(), end)
            for row in self.places.at(point, reach)
            for end in self.ends(self.ids[row])
        ]
        close = [found for found in near if found[0] <= reach]
        return min(close)[1] if close else None

    def ends(self, node_id: str) -> list[End]:
        """Every socket and output of a node."""
        shape = self.face(node_id).shape
        outputs = [End(node_id, one.name, True) for one in shape.outputs]
        return [*(End(node_id, one.name, False) for one in shape.inputs), *outputs]

    def end_point(self, end: End) -> QPointF:
        corner = self.node_rect(end.node).topLeft()
        return self.face(end.node).end(end.name, is_output=end.is_output) + corner

    def wires_across(self, rect: QRectF) -> list[tuple[int, Wire]]:
        """The wires that may touch a rectangle, with their rows in the table."""
        rows = self.table.in_sight(rect).tolist()
        return [(row, self.table.wires[row]) for row in rows]

    # --- Keeping up ---

    def _leave(self, prefix: str) -> None:
        """Show another level from nothing."""
        self.level = Level(self.level.registry)
        self.cast.leave(self.level, prefix)
        self.places.forget()
        self.grounds.boxes = {}
        self._offsets, self._stretched, self._aimed_ground = {}, {}, ""
        self.select(())
        self._measure()
        self.table.fill([], {})

    def _make_room(self, changed: list[str]) -> None:
        """Some nodes have another size now, perhaps."""
        if changed:
            self._measure()
            self.table.follow(self.places.corners)
            self.dirtied.emit(EVERYWHERE)
            self.changed_places.emit()

    def _show_changed(self, node_ids: list[str]) -> None:
        """Some nodes look different now, where they are."""
        if node_ids:
            self._scenery.forget()
            self._dirty_nodes(node_ids)

    def _measure(self) -> None:
        """Note where every node stands and how large it is, in the order of the document."""
        nodes = self.level.graph.nodes
        order = [one for one in nodes if one in self.cast.nodes]
        order += sorted(one for one in self.cast.nodes if is_border(one))
        shapes = (self.cast.nodes[one].face.shape for one in order)
        sizes = [(shape.width, shape.height) for shape in shapes]
        corners = [(0.0, 0.0) if is_border(one) else (nodes[one].x, nodes[one].y) for one in order]
        self.places.lay(order, corners, sizes)
        self._lay_grounds()
        if self.level.group is not None:
            self._place_borders()
        self.places.displace(
            {one: by for one, by in self._offsets.items() if one in self.cast.nodes}
        )
        self._scenery.lay()

    def _lay_grounds(self) -> None:
        """Lay backdrops around what lies on them."""
        metrics = self.look.metrics
        found = ground_boxes(self.level.graph, self.places, metrics, self._stretched)
        self.grounds.boxes = found
        for node_id, (x, y, width, height) in found.items():
            self.places.put(node_id, (x, y), (width, height))
            self.cast.resize_ground(node_id, width, height)

    def _place_borders(self) -> None:
        inner = [node_id for node_id in self.ids if not is_border(node_id)]
        rect = self.bounds(inner) if inner else QRectF(0, 0, 1, 1)
        for node_id in self.level.borders:
            shape: Shape = self.face(node_id).shape
            outer = rect.left() - _BORDER_GAP - shape.width
            x = outer if node_id == INPUTS else rect.right() + _BORDER_GAP
            corner = (x, rect.center().y() - shape.height / 2)
            self.places.put(node_id, corner, (shape.width, shape.height))

    def _lay_wires(self) -> None:
        """Collect every wire anew."""
        self.table.fill(self.cast.wires(self.ids), self.places.rows)
        self.table.follow(self.places.corners)

    def _mark(self, node_ids: Iterable[str]) -> None:
        self._show_changed(self.cast.mark({one: self._mark_of(one) for one in node_ids}))

    def _mark_of(self, node_id: str) -> Mark:
        aimed = self._aimed
        lit = None if self._lit is None else self._lit.get(node_id, frozenset())
        mark = Mark(
            is_selected=node_id in self._selected,
            is_current=bool(self.selected) and self.selected[-1] == node_id,
            is_found=node_id in self._found or node_id == self._aimed_ground,
            lit=lit,
        )
        if aimed is not None and aimed.node == node_id:
            return replace(mark, aimed=(aimed.name, aimed.is_output))
        return mark

    def _dirty_nodes(self, node_ids: Iterable[str]) -> None:
        self._dirty(self._node_rects(node_ids))

    def _node_rects(self, node_ids: Iterable[str]) -> list[QRectF]:
        """What nodes touch: each by itself, or all around them where they are many."""
        rows = [self.places.rows[one] for one in node_ids if one in self.places.rows]
        if not rows:
            return []
        is_many = len(rows) > _FEW
        rects = [self.places.around(np.array(rows))] if is_many else self.places.rects(rows)
        return [rect.adjusted(-SHADOW, -SHADOW, SHADOW + 1, SHADOW + 1) for rect in rects]

    def _dirty_wires(self, node_ids: Iterable[str]) -> None:
        """Let the wires of nodes be painted anew."""
        self._scenery.forget_wires()
        rows = [self.places.rows[one] for one in node_ids if one in self.places.rows]
        self._dirty(self.table.around(rows))

    def _dirty(self, rects: Sequence[QRectF]) -> None:
        """Let rectangles be painted anew: all in one where that is little more."""
        for rect in joined(rects, self.scale):
            self.dirtied.emit(rect)
