"""What the person can do to the graph from the canvas: every command, as edits of the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import hypot

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QGuiApplication

from nodes.edits import (
    AddNode,
    Batch,
    Edit,
    GroupNodes,
    MoveNodes,
    RemoveNodes,
    RenameNode,
    SetBypass,
    Ungroup,
)
from nodes.graph import GROUP, Graph, Node
from nodes.spec import NodeSpec
from pipelines.errors import GraphError
from widgets.canvas.arranging import arranged
from widgets.canvas.copying import copied, pasted, read_copied
from widgets.canvas.level import Wire
from widgets.canvas.linking import Candidate, End, add_linked, connect, cut, detach, move_wire
from widgets.canvas.scene import CanvasScene
from widgets.document_model import DocumentModel

_SYNC = QEvent.Type(QEvent.registerEventType())
_STEP_ASIDE = 32.0


class CanvasEditor(QObject):
    """Edits one level of the model's graph and keeps the scene in step with it."""

    refused = Signal(str)
    """An edit was refused; the text says why, and what to do."""
    level_changed = Signal()
    """Another group is open."""

    def __init__(self, model: DocumentModel, scene: CanvasScene, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self.scene = scene
        self.at: tuple[str, ...] = ()
        self._is_sync_due = False
        self._pasted_times = 0
        model.edited.connect(self._on_edited)
        self.update_content()

    @property
    def graph(self) -> Graph:
        """The graph of the open level."""
        return self.model.document.graph_at(self.at)

    # --- Keeping the scene in step ---

    def update_content(self) -> None:
        """Show the model as it is now. A group that is gone is left."""
        self._is_sync_due = False
        at = self._valid(self.at)
        is_left = at != self.at
        self.at = at
        document = self.model.document
        group = document.graph_at(at[:-1]).nodes[at[-1]] if at else None
        self.scene.sync(document.graph_at(at), group, at)
        if is_left:
            self.level_changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == _SYNC:
            if self._is_sync_due:
                self.update_content()
            return True
        return super().event(event)

    def _on_edited(self) -> None:
        if not self._is_sync_due:
            self._is_sync_due = True
            QCoreApplication.postEvent(self, QEvent(_SYNC))

    def _valid(self, at: tuple[str, ...]) -> tuple[str, ...]:
        graph = self.model.graph
        for depth, group_id in enumerate(at):
            group = graph.nodes.get(group_id)
            if group is None or group.graph is None:
                return at[:depth]
            graph = group.graph
        return at

    def do(self, edit: Edit, name: str) -> bool:
        """Carry out an edit as one step and show it at once; say so where it is refused."""
        try:
            self.model.do(edit, name)
        except GraphError as error:
            self.refused.emit(str(error))
            return False
        self.update_content()
        return True

    # --- Levels ---

    def open_level(self, at: tuple[str, ...]) -> None:
        """Show the graph within groups."""
        at = self._valid(at)
        if at != self.at:
            self.at = at
            self.update_content()
            self.level_changed.emit()

    def enter(self, node_id: str) -> bool:
        """Open a group; False where the node is none."""
        node = self.graph.nodes.get(node_id)
        if node is None or node.graph is None:
            return False
        self.open_level((*self.at, node_id))
        return True

    def leave(self) -> None:
        """Go back to the graph that holds the open group, which is then selected."""
        if self.at:
            group = self.at[-1]
            self.open_level(self.at[:-1])
            self.scene.select([group])

    # --- Nodes ---

    def add(self, spec: NodeSpec, point: QPointF) -> str | None:
        """Add a node with its title at a point."""
        node = self._made(spec, point)
        return self._added(AddNode(at=self.at, node=node), f"Add {spec.title}", node)

    def add_linked(self, candidate: Candidate, start: End, point: QPointF) -> str | None:
        """Add a node at the end of a wire."""
        node = self._made(candidate.spec, point)
        edit = add_linked(self.scene.level, node, candidate, start, self.at)
        return self._added(edit, edit.name, node)

    def _made(self, spec: NodeSpec, point: QPointF) -> Node:
        node_id = self.graph.free_id(spec.id.rpartition(".")[2])
        x, y = float(round(point.x())), float(round(point.y()))
        return Node(id=node_id, type=spec.id, version=spec.version, x=x, y=y)

    def _added(self, edit: Edit, name: str, node: Node) -> str | None:
        if not self.do(edit, name):
            return None
        self.scene.select([node.id])
        return node.id

    def remove(self) -> None:
        """Remove the selected nodes."""
        chosen = self.scene.selected
        if chosen:
            self.do(RemoveNodes(at=self.at, nodes=chosen), f"Remove {self._named(chosen)}")

    def move(self, offsets: Mapping[str, tuple[float, float]], then: Edit | None = None) -> None:
        """Move nodes by offsets as one step, with another edit in it."""
        nodes = self.graph.nodes
        places = {
            node_id: (nodes[node_id].x + dx, nodes[node_id].y + dy)
            for node_id, (dx, dy) in offsets.items()
            if node_id in nodes and (dx or dy)
        }
        if not places:
            return
        moved = MoveNodes(at=self.at, positions=places)
        name = f"Move {self._named(tuple(places))}"
        if then is not None:
            self.do(Batch(edits=(moved, then)), f"{name} into wire")
        else:
            self.do(moved, name)

    def arrange(self) -> None:
        """Lay out the selected nodes, or all of them."""
        chosen = self.scene.selected if len(self.scene.selected) > 1 else tuple(self.graph.nodes)
        sizes = {one: (rect.width(), rect.height()) for one, rect in self._rects(chosen).items()}
        places = arranged(self.graph, chosen, sizes)
        nodes = self.graph.nodes
        moved = {one: to for one, to in places.items() if to != (nodes[one].x, nodes[one].y)}
        if moved:
            self.do(MoveNodes(at=self.at, positions=moved), "Arrange nodes")

    def _rects(self, node_ids: Iterable[str]) -> dict[str, QRectF]:
        return {node_id: self.scene.node_rect(node_id) for node_id in node_ids}

    def toggle_bypass(self) -> None:
        """Let the selected nodes hand on their input as it is, or work again."""
        chosen = self.scene.selected
        if chosen:
            bypassed = not all(self.graph.nodes[one].bypassed for one in chosen)
            name = "Bypass" if bypassed else "Stop bypassing"
            edit = SetBypass(at=self.at, nodes=chosen, bypassed=bypassed)
            self.do(edit, f"{name} {self._named(chosen)}")

    def rename(self, node_id: str, title: str) -> None:
        """Give a node a title; an empty one brings back the name of its kind."""
        if self.graph.nodes[node_id].title != title:
            self.do(RenameNode(at=self.at, node=node_id, title=title), "Rename node")

    # --- Copies ---

    def copy(self) -> None:
        """Put the selected nodes on the clipboard as text."""
        if self.scene.selected:
            QGuiApplication.clipboard().setText(copied(self.graph, self.scene.selected))
            self._pasted_times = 0

    def cut(self) -> None:
        """Copy the selected nodes and remove them."""
        self.copy()
        self.remove()

    def paste(self, point: QPointF | None = None) -> None:
        """Add the nodes of the clipboard, the first corner at a point or beside the originals."""
        nodes = read_copied(QGuiApplication.clipboard().text(), self.model.document.registry)
        if not nodes:
            self.refused.emit("The clipboard holds no nodes. Copy some first.")
            return
        self._pasted_times += 1
        aside = _STEP_ASIDE * self._pasted_times
        offset = (aside, aside)
        if point is not None:
            left, top = min(node.x for node in nodes), min(node.y for node in nodes)
            offset = (point.x() - left, point.y() - top)
        self._put(nodes, offset, "Paste")

    def duplicate(self) -> None:
        """Add a copy of the selected nodes beside them."""
        text = copied(self.graph, self.scene.selected)
        nodes = read_copied(text, self.model.document.registry)
        if nodes:
            self._put(nodes, (_STEP_ASIDE, _STEP_ASIDE), "Duplicate")

    def _put(self, nodes: tuple[Node, ...], offset: tuple[float, float], name: str) -> None:
        edit = pasted(self.graph, nodes, self.at, offset)
        added = tuple(node.id for node in edit.nodes)
        counted = "1 node" if len(added) == 1 else f"{len(added)} nodes"
        if self.do(edit, f"{name} {counted}"):
            self.scene.select(added)

    # --- Groups ---

    def group(self) -> None:
        """Put the selected nodes into a group."""
        chosen = self.scene.selected
        if not chosen:
            return
        group_id = self.graph.free_id("group")
        edit = GroupNodes(at=self.at, nodes=chosen, group=group_id)
        if self.do(edit, f"Group {self._named(chosen)}"):
            self.scene.select([group_id])

    def ungroup(self) -> None:
        """Unpack the selected groups."""
        groups = [one for one in self.scene.selected if self.graph.nodes[one].type == GROUP]
        if not groups:
            return
        before = set(self.graph.nodes)
        edits = tuple(Ungroup(at=self.at, group=one) for one in groups)
        if self.do(Batch(edits=edits), f"Ungroup {self._named(tuple(groups))}"):
            self.scene.select(one for one in self.graph.nodes if one not in before)

    # --- Wires ---

    def link(self, one: End, other: End) -> None:
        """Link an output and a socket."""
        self.do(connect(self.scene.level, one, other, self.at), "Connect")

    def move_wire(self, wire: Wire, target: End | None) -> None:
        """Lead a wire to another socket, or nowhere."""
        name = "Disconnect" if target is None else "Rewire"
        self.do(move_wire(self.scene.level, wire, target, self.at), name)

    def cut_wires(self, wires: list[Wire]) -> None:
        """Take wires away."""
        edit = cut(wires, self.at)
        if edit.edits:
            count = len(edit.edits)
            self.do(edit, "Cut a wire" if count == 1 else f"Cut {count} wires")

    def detach(self) -> None:
        """Take all wires off the selected nodes."""
        if self.scene.selected:
            edit = detach(self.scene.level, self.scene.selected, self.at)
            self.do(edit, f"Disconnect {self._named(self.scene.selected)}")

    # --- Walking ---

    def step(self, dx: int, dy: int) -> str | None:
        """Select the node that lies in a direction: along wires, else the nearest there."""
        scene = self.scene
        if not scene.selected:
            first = min(self.graph.nodes.values(), key=lambda node: (node.x, node.y), default=None)
            scene.select([first.id] if first is not None else [])
            return scene.selected[-1] if scene.selected else None
        current = scene.selected[-1]
        near = self._wired(current, dx) if dx else []
        others = [one for one in self.graph.nodes if one != current]
        found = _nearest(scene, current, near or others, dx, dy, strict=not near)
        if found is not None:
            scene.select([found])
        return found

    def _wired(self, node_id: str, dx: int) -> list[str]:
        graph = self.graph
        if dx > 0:
            return list(graph.consumers(node_id))
        sources = (link.node for _, link in graph.nodes[node_id].links())
        return [one for one in dict.fromkeys(sources) if one in graph.nodes]

    def _named(self, node_ids: tuple[str, ...]) -> str:
        if len(node_ids) == 1:
            return f"“{self.scene.face(node_ids[0]).title}”"
        return f"{len(node_ids)} nodes"


def _nearest(
    scene: CanvasScene, current: str, others: Iterable[str], dx: int, dy: int, *, strict: bool
) -> str | None:
    """The node that lies nearest in a direction; straight ahead counts more than aside."""
    start = scene.node_rect(current).center()
    best: tuple[float, str] | None = None
    for one in others:
        way = scene.node_rect(one).center() - start
        ahead = way.x() * dx + way.y() * dy
        aside = abs(way.x() * dy) + abs(way.y() * dx)
        if strict and (ahead <= 0 or aside > ahead * 2):
            continue
        cost = hypot(ahead, aside * 2)
        if best is None or cost < best[0]:
            best = (cost, one)
    return best[1] if best is not None else None
