"""The nodes of a level as they are seen: face, state, result and mark of each. Knows no places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nodes.graph import DRAWN_ONLY
from widgets.canvas.faces import FaceMaker, Foot, Metrics, NodeFace, Room, ground_shape
from widgets.canvas.level import Level, Wire
from widgets.canvas.marks import Mark
from widgets.canvas.node_states import NodeState, NodeStates
from widgets.canvas.shown_node import Appearance, ShownNode
from widgets.canvas.thumbnails import Thumbnail

Ends = tuple[float, float, float, float]


class Cast:
    """What is asked of it answers the nodes that look different now."""

    def __init__(self, level: Level, metrics: Metrics) -> None:
        self.nodes: dict[str, ShownNode] = {}
        self.level = level
        self.prefix = ""
        """What comes before the ids of the level in the paths of its nodes."""
        self.states = NodeStates()
        self._faces = FaceMaker(metrics)
        self._thumbnails: dict[str, Thumbnail] = {}
        self._has_thumbnails = True

    def leave(self, level: Level, prefix: str) -> None:
        """Begin another level with nothing."""
        self.nodes.clear()
        self.level, self.prefix = level, prefix

    def dress_all(self, metrics: Metrics) -> None:
        """Measure all faces anew, for another font."""
        self._faces = FaceMaker(metrics)
        for node_id in self.nodes:
            self.dress(node_id)

    def dress(self, node_id: str) -> None:
        """Take a node of the level as it is now."""
        face, node = self._face(node_id), self.nodes.get(node_id)
        if node is not None:
            node.show(node.seen._replace(face=face))
            return
        state = self.states.of(self.prefix + node_id)
        thumbnail = self.thumbnail(node_id)
        self.nodes[node_id] = ShownNode(Appearance(face, state, thumbnail=thumbnail))

    def resize_ground(self, node_id: str, width: float, height: float) -> None:
        """Draw a backdrop at a size."""
        node = self.nodes[node_id]
        if (node.face.shape.width, node.face.shape.height) != (width, height):
            face = replace(node.face, shape=ground_shape(width, height))
            node.show(node.seen._replace(face=face))

    def mark(self, marks: Mapping[str, Mark]) -> list[str]:
        """What the person is doing to some nodes."""
        changed: list[str] = []
        for node_id, mark in marks.items():
            node = self.nodes.get(node_id)
            if node is not None and node.show(node.seen._replace(mark=mark)):
                changed.append(node_id)
        return changed

    def show_states(self, states: NodeStates) -> list[str]:
        """How all nodes stand."""
        self.states = states
        changed: list[str] = []
        for node_id, node in self.nodes.items():
            state = states.of(self.prefix + node_id)
            if state != node.state:
                has_room = _foot_of(state) is _foot_of(node.state)
                face = node.face if has_room else self._face(node_id)
                node.show(node.seen._replace(state=state, face=face))
                changed.append(node_id)
        return changed

    def show_thumbnails(self, thumbnails: Mapping[str, Thumbnail | None]) -> list[str]:
        """Results by path, or (None) no longer; the others stay."""
        for path, thumbnail in thumbnails.items():
            if thumbnail is None:
                self._thumbnails.pop(path, None)
            else:
                self._thumbnails[path] = thumbnail
        return self._show_rooms(path.removeprefix(self.prefix) for path in thumbnails)

    def set_has_thumbnails(self, *, shown: bool) -> list[str]:
        """Whether nodes that were not told otherwise show their result."""
        if shown == self._has_thumbnails:
            return []
        self._has_thumbnails = shown
        return self._show_rooms(list(self.nodes))

    def thumbnail(self, node_id: str) -> Thumbnail | None:
        """What is known of a node's result."""
        return self._thumbnails.get(self.prefix + node_id)

    def wires(self, ids: Iterable[str]) -> list[tuple[Wire, str | None, Ends]]:
        """The wires between nodes, the value on each, and its ends from the nodes' corners."""
        found: list[tuple[Wire, str | None, Ends]] = []
        for node_id in ids:
            for wire in self.level.wires(node_id):
                source = self.nodes.get(wire.source)
                if source is None:
                    continue
                start = source.face.end(wire.output, is_output=True)
                end = self.nodes[node_id].face.end(wire.socket, is_output=False)
                ends = (start.x(), start.y(), end.x(), end.y())
                found.append((wire, self.level.value(wire.source, wire.output), ends))
        return found

    def _show_rooms(self, node_ids: Iterable[str]) -> list[str]:
        changed: list[str] = []
        for node_id in node_ids:
            node = self.nodes.get(node_id)
            if node is None:
                continue
            face, thumbnail = self._face(node_id), self.thumbnail(node_id)
            if node.show(node.seen._replace(face=face, thumbnail=thumbnail)):
                changed.append(node_id)
        return changed

    def _face(self, node_id: str) -> NodeFace:
        node = self.level.graph.nodes.get(node_id)
        thumbnail = self.thumbnail(node_id)
        room = Room.NONE
        if node is not None and node.type not in DRAWN_ONLY and node.thumbnail != "off":
            is_on = node.thumbnail == "on"
            if thumbnail is not None and (is_on or self._has_thumbnails):
                room = Room.WORDS if thumbnail.picture is None else Room.PICTURE
            elif is_on:
                room = Room.PICTURE
        foot = _foot_of(self.states.of(self.prefix + node_id))
        return self._faces.face(self.level, node_id, room, foot)


def _foot_of(state: NodeState) -> Foot:
    if state.error:
        return Foot.LINES
    return Foot.OFFER if state.stand_in else Foot.LINE
