"""The scene: one item for each node, one layer for all wires, brought up to date in one go.

Items never call each other. What the hand is doing (a drag, a wire) is a picture laid over the
graph, and becomes an edit only when it ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from nodes.graph import DRAWN_ONLY, INPUTS, Graph, Node
from nodes.registry import Registry
from widgets.canvas.faces import FaceMaker, NodeFace, Room, ground_shape
from widgets.canvas.far_nodes import FarNodes
from widgets.canvas.grounds import Grounds, ground_boxes
from widgets.canvas.level import OUTPUTS, Level, Wire
from widgets.canvas.linking import End
from widgets.canvas.marks import Mark
from widgets.canvas.node_item import NodeItem
from widgets.canvas.node_states import NodeState, NodeStates
from widgets.canvas.painting import SHADOW, Look, paint_ground
from widgets.canvas.signs import header_height
from widgets.canvas.thumbnails import Thumbnail
from widgets.canvas.wires import WireLayer, WireTable

_BORDER_GAP = 120.0
"""How far the nodes that stand for a group's sockets keep from the others."""


class CanvasScene(QGraphicsScene):
    """The nodes and wires of one level, and which of them are selected."""

    selection_changed = Signal()
    nodes_removed = Signal()
    """Nodes are gone: what the hand held may be among them."""

    changed_places = Signal()
    """Nodes came, went, or stand elsewhere now."""

    def __init__(self, registry: Registry, look: Look) -> None:
        super().__init__()
        self.look = look
        self.level = Level(registry)
        self.table = WireTable()
        self.wire_layer = WireLayer(self.table, look)
        self.addItem(self.wire_layer)
        self.selected: tuple[str, ...] = ()
        self._selected: frozenset[str] = frozenset()
        self.places: NDArray[np.float64] = np.zeros((0, 2))
        self.sizes: NDArray[np.float64] = np.zeros((0, 2))
        self.ids: list[str] = []
        self.rows: dict[str, int] = {}
        self._items: dict[str, NodeItem] = {}
        self._faces = FaceMaker(look.metrics)
        self._states = NodeStates()
        self._thumbnails: dict[str, Thumbnail] = {}
        self._has_thumbnails = True
        self._prefix = ""
        self._found: frozenset[str] = frozenset()
        self._lit: Mapping[str, frozenset[tuple[str, bool]]] | None = None
        self._aimed: End | None = None
        self._offsets: dict[str, tuple[float, float]] = {}
        self.grounds = Grounds()
        self._aimed_ground = ""
        self._far: FarNodes | None = None
        self._is_far = False
        self._late: set[str] = set()
        """The nodes whose items stand elsewhere, since from afar nobody looks at items."""

    # --- What is shown ---

    def show_look(self, look: Look) -> None:
        """Other colours or another font."""
        self.look = self.wire_layer.look = look
        self._faces = FaceMaker(look.metrics)
        for node_id, item in self._items.items():
            item.look = look
            item.show_face(self._face_of(node_id))
        self._measure()
        self._lay_wires()
        self.invalidate()

    def sync(self, graph: Graph, group: Node | None, at: Sequence[str]) -> None:
        """Show a graph: only what differs from the one shown last is made anew."""
        prefix = "".join(f"{node_id}/" for node_id in at)
        if prefix != self._prefix:
            self._leave(prefix)
        before = self.level.graph
        changed, gone = self.level.update(graph, group)
        if not changed and not gone:
            return
        for node_id in gone & self._items.keys():
            self.removeItem(self._items.pop(node_id))
        for node_id in changed:
            self._show_node(node_id)
        relinked = gone or any(_is_relinked(before, graph, node_id) for node_id in changed)
        self._measure()
        if relinked:
            self._lay_wires()
        else:
            self._follow()
        self.changed_places.emit()
        if gone:
            self.nodes_removed.emit()
        if gone & set(self.selected):
            self.select(node_id for node_id in self.selected if node_id not in gone)

    def show_states(self, states: NodeStates) -> None:
        self._states = states
        for node_id, item in self._items.items():
            item.show_state(states.of(self._prefix + node_id))
        self._far = None

    def show_thumbnails(self, thumbnails: Mapping[str, Thumbnail | None]) -> None:
        """Show results by path, or (None) no longer; the others stay."""
        for path, thumbnail in thumbnails.items():
            if thumbnail is None:
                self._thumbnails.pop(path, None)
            else:
                self._thumbnails[path] = thumbnail
        prefix = self._prefix
        self._show_rooms({path.removeprefix(prefix) for path in thumbnails})

    def set_has_thumbnails(self, *, shown: bool) -> None:
        """Whether nodes that were not told otherwise show their result."""
        if shown != self._has_thumbnails:
            self._has_thumbnails = shown
            self._show_rooms(set(self._items))

    def _show_rooms(self, node_ids: set[str]) -> None:
        is_moved = False
        for node_id in node_ids & self._items.keys():
            item, face = self._items[node_id], self._face_of(node_id)
            is_moved = is_moved or face.shape is not item.face.shape
            if face != item.face:
                item.show_face(face)
            item.show_thumbnail(self._thumbnails.get(self._prefix + node_id))
        self._far = None
        if is_moved:
            self._measure()
            self._follow()
            self.changed_places.emit()

    def _face_of(self, node_id: str) -> NodeFace:
        node = self.level.graph.nodes.get(node_id)
        thumbnail = self._thumbnails.get(self._prefix + node_id)
        room = Room.NONE
        if node is not None and node.type not in DRAWN_ONLY and node.thumbnail != "off":
            is_on = node.thumbnail == "on"
            if thumbnail is not None and (is_on or self._has_thumbnails):
                room = Room.WORDS if thumbnail.picture is None else Room.PICTURE
            elif is_on:
                room = Room.PICTURE
        return self._faces.face(self.level, node_id, room)

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
        self._mark(self._items.keys() if everywhere else old)

    def hide_wire(self, wire: Wire | None) -> None:
        """Leave out a wire that hangs on the cursor, or none."""
        if wire != self.wire_layer.hidden:
            self.wire_layer.hidden = wire
            self.wire_layer.update()

    def show_aimed_wire(self, wire: Wire | None) -> None:
        """Show into which wire a dropped node would be put."""
        if wire != self.wire_layer.aimed:
            self.wire_layer.aimed = wire
            self.wire_layer.update()

    def displace(self, offsets: Mapping[str, tuple[float, float]]) -> None:
        """Show nodes away from where they stand, while they are dragged."""
        moved = {one: offset for one, offset in offsets.items() if one in self._items}
        for node_id in self._offsets.keys() - offsets.keys():
            moved[node_id] = (0.0, 0.0)
        rows = [self.rows[node_id] for node_id in moved if node_id in self.rows]
        if self._is_far:
            self._update_rows(rows)
        for node_id, offset in moved.items():
            self._place(node_id, offset)
        self._offsets = dict(offsets)
        if self._is_far:
            self._update_rows(rows)
        self.wire_layer.show_moved(self.table.follow_some(self.places, rows))

    # --- Selection ---

    def select(self, node_ids: Iterable[str]) -> None:
        """Select nodes; the last one is the current one."""
        kept = dict.fromkeys(one for one in node_ids if one in self._items and not is_border(one))
        if tuple(kept) == self.selected:
            return
        old, self.selected = self.selected, tuple(kept)
        self._selected = frozenset(kept)
        self._mark({*old, *self.selected})
        self.wire_layer.selected = self._selected
        self.wire_layer.update()
        for place, node_id in enumerate((*old, *self.selected)):
            item = self._items.get(node_id)
            if item is not None:
                item.lift(is_raised=place >= len(old))
        self.selection_changed.emit()

    # --- Where things are ---

    def node_items(self) -> list[NodeItem]:
        """The items of all nodes."""
        return list(self._items.values())

    def face(self, node_id: str) -> NodeFace:
        return self._items[node_id].face

    def state(self, node_id: str) -> NodeState:
        return self._items[node_id].state

    def thumbnail(self, node_id: str) -> Thumbnail | None:
        """What is known of a node's result."""
        return self._thumbnails.get(self._prefix + node_id)

    def why(self, node_id: str) -> list[str]:
        """Why a node ran the last time, in words; nothing where it did not."""
        return self._states.why(self._prefix + node_id)

    def node_rect(self, node_id: str) -> QRectF:
        row = self.rows[node_id]
        return QRectF(*self.places[row].tolist(), *self.sizes[row].tolist())

    def bounds(self, node_ids: Iterable[str] | None = None) -> QRectF:
        """The rectangle around nodes, or around all of them."""
        rows = [self.rows[one] for one in node_ids] if node_ids is not None else slice(None)
        places, sizes = self.places[rows], self.sizes[rows]
        if not len(places):
            return QRectF()
        low, high = places.min(axis=0), (places + sizes).max(axis=0)
        return QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))

    def node_at(self, point: QPointF) -> str | None:
        """The topmost node at a point."""
        inside = self._near(point, 0.0)
        if self.grounds.boxes:
            inside = self._without_bodies(inside, point)
        on_top = [row for row in inside if self.ids[row] in self._selected]
        return self.ids[(on_top or inside)[-1]] if inside else None

    def nodes_in(self, rect: QRectF) -> list[str]:
        """The nodes that a rectangle touches."""
        low, high = self.places, self.places + self.sizes
        hit = (low[:, 0] <= rect.right()) & (high[:, 0] >= rect.left())
        hit &= (low[:, 1] <= rect.bottom()) & (high[:, 1] >= rect.top())
        found = [self.ids[row] for row in np.flatnonzero(hit) if not is_border(self.ids[row])]
        if not self.grounds.boxes:
            return found
        return [
            one for one in found if one not in self.grounds or rect.contains(self.node_rect(one))
        ]

    def show_aimed_ground(self, ground: str) -> None:
        """Show on which backdrop the dragged nodes would lie."""
        if ground != self._aimed_ground:
            old, self._aimed_ground = self._aimed_ground, ground
            self._mark({old, ground})

    def end_at(self, point: QPointF, reach: float) -> End | None:
        """The nearest socket or output within reach."""
        near = [
            (QLineF(self.end_point(end), point).length(), end)
            for row in self._near(point, reach)
            for end in self.ends(self.ids[row])
        ]
        close = [found for found in near if found[0] <= reach]
        return min(close)[1] if close else None

    def ends(self, node_id: str) -> list[End]:
        """Every socket and output of a node."""
        shape = self._items[node_id].face.shape
        outputs = [End(node_id, one.name, True) for one in shape.outputs]
        return [*(End(node_id, one.name, False) for one in shape.inputs), *outputs]

    def end_point(self, end: End) -> QPointF:
        face = self._items[end.node].face
        x, y = self.places[self.rows[end.node]].tolist()
        return face.end(end.name, is_output=end.is_output) + QPointF(x, y)

    def wires_across(self, rect: QRectF) -> list[tuple[int, Wire]]:
        """The wires that may touch a rectangle, with their rows in the table."""
        rows = self.table.in_sight(rect).tolist()
        return [(row, self.table.wires[row]) for row in rows]

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override] - the stub adds a union
        paint_ground(painter, self.look.theme, rect, painter.worldTransform().m11())

    def paint_far(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint everything at once, where the scale is too small for more than rectangles."""
        if self._far is None:
            self._far = FarNodes(self.look, list(self._items.values()), self.places, self.sizes)
        low, high = self.places, self.places + self.sizes
        hit = (low[:, 0] <= exposed.right() + SHADOW) & (high[:, 0] >= exposed.left() - SHADOW)
        hit &= (low[:, 1] <= exposed.bottom() + SHADOW) & (high[:, 1] >= exposed.top() - SHADOW)
        rows = np.flatnonzero(hit)
        paint_ground(painter, self.look.theme, exposed, painter.worldTransform().m11())
        self._far.paint_grounds(painter, rows, self.places)
        self.wire_layer.paint_seen(painter, exposed)
        self._far.paint_nodes(painter, rows, self.places)

    def stand_far(self, *, is_far: bool) -> None:
        """Whether the eye is so far away that `paint_far` shows the scene."""
        self._is_far = is_far
        if not is_far and self._late:
            for node_id in self._late & self._items.keys():
                self._items[node_id].setPos(*self.places[self.rows[node_id]].tolist())
            self._late.clear()

    def _update_rows(self, rows: list[int]) -> None:
        """Paint again where nodes stand: Qt does not know where `paint_far` put them."""
        if rows:
            low = self.places[rows].min(axis=0)
            high = (self.places[rows] + self.sizes[rows]).max(axis=0)
            rect = QRectF(QPointF(*low.tolist()), QPointF(*high.tolist()))
            self.update(rect.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    # --- Keeping up ---

    def _leave(self, prefix: str) -> None:
        """Show another level from nothing."""
        self._prefix = prefix
        for item in self._items.values():
            self.removeItem(item)
        self._items.clear()
        self._offsets, self.grounds, self._aimed_ground = {}, Grounds(), ""
        self.level = Level(self.level.registry)
        self.select(())
        self.table.fill([], {})

    def _show_node(self, node_id: str) -> None:
        face = self._face_of(node_id)
        item = self._items.get(node_id)
        if item is None:
            item = self._items[node_id] = NodeItem(self.look, face)
            item.state = self._states.of(self._prefix + node_id)
            item.thumbnail = self._thumbnails.get(self._prefix + node_id)
            self._place(node_id, (0.0, 0.0))
            self.addItem(item)
            item.show_mark(self._mark_of(node_id))
        else:
            if face != item.face:
                item.show_face(face)
            self._place(node_id, self._offsets.get(node_id, (0.0, 0.0)))

    def _place(self, node_id: str, offset: tuple[float, float]) -> None:
        if is_border(node_id):
            return
        node = self.level.graph.nodes.get(node_id)
        if node is None:
            return
        x, y = self.grounds.place(node_id) or (node.x, node.y)
        x, y = x + offset[0], y + offset[1]
        row = self.rows.get(node_id)
        if self._is_far and row is not None:
            self._late.add(node_id)
        else:
            self._items[node_id].setPos(x, y)
        if row is not None:
            self.places[row] = (x, y)

    def _measure(self) -> None:
        """Note where every node stands and how large it is."""
        self._far = None
        if self._is_far:
            self.update()
        if self.ids != list(self._items):
            self.ids = list(self._items)
            self.rows = {node_id: row for row, node_id in enumerate(self.ids)}
        shapes = [item.face.shape for item in self._items.values()]
        self.sizes = np.array([(one.width, one.height) for one in shapes]).reshape(-1, 2)
        nodes = self.level.graph.nodes
        self.places = np.array(
            [(0.0, 0.0) if is_border(one) else (nodes[one].x, nodes[one].y) for one in self.ids],
            np.float64,
        ).reshape(-1, 2)
        self._lay_grounds()
        for node_id, (dx, dy) in self._offsets.items():
            if node_id in self.rows:
                self.places[self.rows[node_id]] += (dx, dy)
        if self.level.group is not None:
            self._place_borders()

    def _lay_grounds(self) -> None:
        """Lay backdrops around what lies on them."""
        graph, metrics = self.level.graph, self.look.metrics
        found = ground_boxes(graph, self.rows, self.places, self.sizes, metrics)
        self.grounds.boxes = {one: box for one, (box, _) in found.items()}
        for node_id, ((x, y, width, height), depth) in found.items():
            row, item = self.rows[node_id], self._items[node_id]
            self.places[row], self.sizes[row] = (x, y), (width, height)
            shape = item.face.shape
            if (shape.width, shape.height) != (width, height):
                item.show_face(replace(item.face, shape=ground_shape(width, height)))
            item.depth = depth
            item.lift(is_raised=False)
            dx, dy = self._offsets.get(node_id, (0.0, 0.0))
            item.setPos(x + dx, y + dy)

    def _without_bodies(self, rows: list[int], point: QPointF) -> list[int]:
        views = self.views()
        tall = header_height(self.look.metrics, views[0].transform().m11() if views else 1.0)
        return [row for row in rows if not self.grounds.is_body(self.ids[row], point.y(), tall)]

    def _place_borders(self) -> None:
        inner = [node_id for node_id in self.ids if not is_border(node_id)]
        rect = self.bounds(inner) if inner else QRectF(0, 0, 1, 1)
        for node_id in self.level.borders:
            row = self.rows[node_id]
            width, height = self.sizes[row].tolist()
            outer = rect.left() - _BORDER_GAP - width
            x = outer if node_id == INPUTS else rect.right() + _BORDER_GAP
            y = rect.center().y() - height / 2
            self.places[row] = (x, y)
            self._items[node_id].setPos(x, y)

    def _lay_wires(self) -> None:
        """Collect every wire anew."""
        found: list[tuple[Wire, str | None, tuple[float, float, float, float]]] = []
        items, level = self._items, self.level
        for node_id in self.ids:
            for wire in level.wires(node_id):
                source = items.get(wire.source)
                if source is None:
                    continue
                start = source.face.end(wire.output, is_output=True)
                end = items[node_id].face.end(wire.socket, is_output=False)
                ends = (start.x(), start.y(), end.x(), end.y())
                found.append((wire, level.value(wire.source, wire.output), ends))
        self.table.fill(found, self.rows)
        self._follow()

    def _follow(self) -> None:
        self.wire_layer.show_moved(self.table.follow(self.places))

    def _mark(self, node_ids: Iterable[str]) -> None:
        self._far = None
        for node_id in node_ids:
            item = self._items.get(node_id)
            if item is not None:
                item.show_mark(self._mark_of(node_id))

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

    def _near(self, point: QPointF, reach: float) -> list[int]:
        low, high = self.places - reach, self.places + self.sizes + reach
        at = np.array([point.x(), point.y()])
        return np.flatnonzero(((low <= at) & (high >= at)).all(axis=1)).tolist()


def is_border(node_id: str) -> bool:
    """Whether this stands for the sockets of the group that is open."""
    return node_id in (INPUTS, OUTPUTS)


def _is_relinked(before: Graph, after: Graph, node_id: str) -> bool:
    """Whether a change to a node may have moved or recoloured wires, beyond its place."""
    old, new = before.nodes.get(node_id), after.nodes.get(node_id)
    if old is None or new is None:
        return True
    if old.inputs is not new.inputs or old.exposed != new.exposed or old.graph is not new.graph:
        return True
    return (old.x, old.y) == (new.x, new.y)
