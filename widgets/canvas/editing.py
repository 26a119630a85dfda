"""What the person can do to the graph from the canvas: every command, as edits of the model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QGuiApplication

from nodes.backdrops import carried, own_size
from nodes.edits import (
    AddNode,
    Batch,
    Disconnect,
    Edit,
    GroupNodes,
    MoveNodes,
    Pin,
    PutNodes,
    RenameNode,
    SetBackdrop,
    SetBypass,
    SetSetting,
    SetThumbnail,
)
from nodes.graph import BACKDROP, DRAWN_ONLY, GROUP, Node
from nodes.spec import NodeSpec
from nodes.underlay_paths import grouped, ungrouped
from widgets.canvas.copying import copied, pasted, read_copied
from widgets.canvas.faces import dot_size
from widgets.canvas.grounds import Box
from widgets.canvas.lazy_linking import best_link
from widgets.canvas.level import Level, Wire
from widgets.canvas.level_editor import LevelEditor
from widgets.canvas.linking import Candidate, End, add_linked, connect, cut, detach, move_wire
from widgets.canvas.placing import laid_out, placed
from widgets.canvas.replacing import replaced
from widgets.canvas.rerouting import chain, dot_at, on_wires, removal
from widgets.canvas.scene import CanvasScene
from widgets.canvas.shifting import pulled_out
from widgets.document_model import DocumentModel
from widgets.words import counted, tr

_STEP_ASIDE = 32.0


class CanvasEditor(LevelEditor):
    """Every command of the canvas, each one step to undo."""

    def __init__(self, model: DocumentModel, scene: CanvasScene, parent: QObject) -> None:
        super().__init__(model, scene, parent)
        self._pasted_times = 0

    # --- Nodes ---

    def add(self, spec: NodeSpec, point: QPointF) -> str | None:
        """Add a node with its title at a point."""
        node = self._made(spec, point)
        return self._added(AddNode(at=self.at, node=node), tr("Add {kind}", kind=spec.title), node)

    def add_linked(self, candidate: Candidate, start: End, point: QPointF) -> str | None:
        """Add a node at the end of a wire."""
        node = self._made(candidate.spec, point)
        edit = add_linked(self.scene.level, node, candidate, start, self.at)
        return self._added(edit, tr("Add {kind}", kind=candidate.spec.title), node)

    def _made(self, spec: NodeSpec, point: QPointF) -> Node:
        node_id = self.graph.free_id(spec.id.rpartition(".")[2])
        x, y = float(round(point.x())), float(round(point.y()))
        ground = self.scene.grounds.at(point)
        return Node(id=node_id, type=spec.id, version=spec.version, x=x, y=y, backdrop=ground)

    def _added(self, edit: Edit, name: str, node: Node) -> str | None:
        if not self.do(edit, name):
            return None
        self.scene.select([node.id])
        return node.id

    def remove(self) -> None:
        """Remove the selected nodes."""
        chosen = self.scene.selected
        if chosen:
            name = tr("Remove {nodes}", nodes=self.named(chosen))
            self.do(removal(self.graph, chosen, self.at), name)

    def move(
        self,
        node_ids: Sequence[str],
        offset: tuple[float, float],
        insertion: tuple[Batch, Wire] | None = None,
        ground: str | None = None,
        step: str = "",
    ) -> None:
        """Move nodes as one step: into a wire, where the nodes after them step aside, and onto a
        backdrop (empty: off all of them; None: they stay where they lie)."""
        ids = tuple(one for one in node_ids if one in self.graph.nodes)
        if not ids or (not any(offset) and ground is None):
            return
        edits = placed(self.scene, ids, offset, self.at, insertion=insertion, ground=ground)
        words = self.named(ids)
        into = tr("Move {nodes} into wire", nodes=words)
        name = into if insertion is not None else tr("Move {nodes}", nodes=words)
        self.do(edits[0] if len(edits) == 1 else Batch(edits=tuple(edits)), name, merge=step)

    def pull_out(self, node_ids: Sequence[str], step: str) -> bool:
        """Take nodes out of the wires between others; False where they are in none."""
        edit = pulled_out(self.scene.level, node_ids, self.at)
        name = tr("Pull out {nodes}", nodes=self.named(tuple(node_ids)))
        return edit is not None and self.do(edit, name, merge=step)

    def add_backdrop(self, point: QPointF) -> str | None:
        """Lay a backdrop under the selected nodes, or an empty one at a point."""
        chosen = self.scene.selected
        below = {self.graph.nodes[one].backdrop for one in chosen}
        made = Node(
            id=self.graph.free_id("backdrop"),
            type=BACKDROP,
            x=float(round(point.x())),
            y=float(round(point.y())),
            backdrop=below.pop() if len(below) == 1 else "",
        )
        edits: list[Edit] = [AddNode(at=self.at, node=made)]
        if chosen:
            edits.append(SetBackdrop(at=self.at, nodes=chosen, backdrop=made.id))
        return self._added(Batch(edits=tuple(edits)), tr("Add backdrop"), made)

    def resize_backdrop(self, ground: str, box: Box) -> None:
        """Let a backdrop lie there, also where no node on it needs the room."""
        node, (x, y, width, height) = self.graph.nodes[ground], box
        parameters = {**node.parameters, "width": width, "height": height}
        changed = replace(node, x=x, y=y, parameters=parameters)
        if changed != node:
            self.do(PutNodes(at=self.at, nodes=(changed,)), tr("Resize backdrop"))

    def fit_backdrops(self) -> None:
        """Let the selected backdrops be as large as the nodes on them need."""
        chosen = (self.graph.nodes[one] for one in self.scene.selected)
        sized = [node for node in chosen if node.type == BACKDROP and own_size(node) is not None]
        changed = tuple(
            replace(
                node,
                parameters={
                    name: value
                    for name, value in node.parameters.items()
                    if name not in ("width", "height")
                },
            )
            for node in sized
        )
        if changed:
            self.do(PutNodes(at=self.at, nodes=changed), tr("Fit backdrop to its nodes"))

    def arrange(self) -> None:
        """Lay out the selected nodes, or all of them."""
        chosen = self.scene.selected if len(self.scene.selected) > 1 else tuple(self.graph.nodes)
        chosen = tuple(one for one in chosen if self.graph.nodes[one].type != BACKDROP)
        nodes, places = self.graph.nodes, laid_out(self.scene, chosen)
        moved = {one: to for one, to in places.items() if to != (nodes[one].x, nodes[one].y)}
        if moved:
            self.do(MoveNodes(at=self.at, positions=moved), tr("Arrange nodes"))

    def _rects(self, node_ids: Iterable[str]) -> dict[str, QRectF]:
        return {node_id: self.scene.node_rect(node_id) for node_id in node_ids}

    def toggle_bypass(self) -> None:
        """Let the selected nodes hand on their input as it is, or work again."""
        chosen = self.working()
        if chosen:
            bypassed = not all(self.graph.nodes[one].bypassed for one in chosen)
            edit = SetBypass(at=self.at, nodes=chosen, bypassed=bypassed)
            words = self.named(chosen)
            on, off = tr("Bypass {nodes}", nodes=words), tr("Stop bypassing {nodes}", nodes=words)
            self.do(edit, on if bypassed else off)

    def toggle_pin(self) -> None:
        """Keep the selected nodes at the results that they have, or let them follow again."""
        chosen = self.working()
        pinned = [one for one in chosen if self.graph.nodes[one].pinned]
        free = [Pin(at=self.at, node=one, key="") for one in pinned]
        if free:
            words = tr("Unpin {nodes}", nodes=self.named(tuple(pinned)))
            self.do(free[0] if len(free) == 1 else Batch(edits=tuple(free)), words)
            return
        states = {one: self.scene.state(one) for one in chosen}
        kept = {one: state.key for one, state in states.items() if state.is_kept}
        if not kept:
            if chosen:
                self.refused.emit(tr("Nothing is kept to pin. Run this node itself first."))
            return
        pins = [Pin(at=self.at, node=one, key=key) for one, key in kept.items()]
        words = tr("Pin the result of {nodes}", nodes=self.named(tuple(kept)))
        self.do(pins[0] if len(pins) == 1 else Batch(edits=tuple(pins)), words)

    def toggle_thumbnail(self) -> None:
        """Show the results of the selected nodes on them, or no longer."""
        chosen = self.working()
        if chosen:
            shown = all(self.scene.face(one).shape.picture for one in chosen)
            edit = SetThumbnail(at=self.at, nodes=chosen, thumbnail="off" if shown else "on")
            words = self.named(chosen)
            on, off = (
                tr("Show the picture of {nodes}", nodes=words),
                tr("Hide the picture of {nodes}", nodes=words),
            )
            self.do(edit, off if shown else on)

    def toggle_thumbnails(self) -> None:
        """Show results on all nodes that were not told otherwise, or on none of them."""
        shown = self.model.document.settings.get("thumbnails") is not False
        edit = SetSetting(name="thumbnails", value=False if shown else None)
        self.do(edit, tr("Hide all pictures") if shown else tr("Show pictures"))

    def replace_nodes(self, node_ids: Iterable[str], spec: NodeSpec) -> None:
        """Make nodes another kind; links and parameters that fit are kept."""
        graph, level = self.graph, Level(self.scene.level.registry)
        chosen = [one for one in node_ids if graph.nodes[one].type not in DRAWN_ONLY]
        edits: list[PutNodes] = []
        for one in chosen:
            level.update(graph, self.scene.level.group)
            edits.append(replaced(level, one, spec, self.at))
            graph = graph.put(edits[-1].nodes)
        words = tr("Replace {nodes} by {kind}", nodes=self.named(tuple(chosen)), kind=spec.title)
        if edits and self.do(Batch(edits=tuple(edits)), words):
            self.scene.select(chosen)

    def rename(self, node_id: str, title: str) -> None:
        """Give a node a title; an empty one brings back the name of its kind."""
        if self.graph.nodes[node_id].title != title:
            self.do(RenameNode(at=self.at, node=node_id, title=title), tr("Rename node"))

    # --- Copies ---

    def copy(self) -> None:
        """Put the selected nodes on the clipboard as text."""
        if self.scene.selected:
            QGuiApplication.clipboard().setText(
                copied(self.graph, carried(self.graph, self.scene.selected))
            )
            self._pasted_times = 0

    def cut(self) -> None:
        """Copy the selected nodes and remove them."""
        self.copy()
        self.remove()

    def paste(self, point: QPointF | None = None) -> None:
        """Add the nodes of the clipboard, the first corner at a point or beside the originals."""
        nodes = read_copied(QGuiApplication.clipboard().text(), self.model.document.registry)
        if not nodes:
            self.refused.emit(tr("The clipboard holds no nodes. Copy some first."))
            return
        self._pasted_times += 1
        aside = _STEP_ASIDE * self._pasted_times
        offset = (aside, aside)
        if point is not None:
            left, top = min(node.x for node in nodes), min(node.y for node in nodes)
            offset = (point.x() - left, point.y() - top)
        self._put(
            nodes, offset, tr("Paste {nodes}", nodes=counted("1 node", "{count} nodes", len(nodes)))
        )

    def duplicate(self) -> None:
        """Add a copy of the selected nodes beside them."""
        text = copied(self.graph, carried(self.graph, self.scene.selected))
        nodes = read_copied(text, self.model.document.registry)
        if nodes:
            name = tr("Duplicate {nodes}", nodes=counted("1 node", "{count} nodes", len(nodes)))
            self._put(nodes, (_STEP_ASIDE, _STEP_ASIDE), name)

    def _put(self, nodes: tuple[Node, ...], offset: tuple[float, float], name: str) -> None:
        edit = pasted(self.graph, nodes, self.at, offset)
        added = tuple(node.id for node in edit.nodes)
        if self.do(edit, name):
            self.scene.select(added)

    # --- Groups ---

    def group(self) -> None:
        """Put the selected nodes into a group."""
        chosen = tuple(carried(self.graph, self.scene.selected))
        if not chosen:
            return
        group_id = self.graph.free_id("group")
        edit = GroupNodes(at=self.at, nodes=chosen, group=group_id)
        step = grouped(self.model.graph, edit)
        if self.do(step, tr("Group {nodes}", nodes=self.named(chosen))):
            self.scene.select([group_id])

    def ungroup(self) -> None:
        """Unpack the selected groups."""
        groups = [one for one in self.scene.selected if self.graph.nodes[one].type == GROUP]
        if not groups:
            return
        before = set(self.graph.nodes)
        edits = tuple(ungrouped(self.model.document, [(self.at, one) for one in groups]))
        if self.do(Batch(edits=edits), tr("Ungroup {nodes}", nodes=self.named(tuple(groups)))):
            self.scene.select(one for one in self.graph.nodes if one not in before)

    # --- Wires ---

    def link(self, one: End, other: End) -> None:
        """Link an output and a socket."""
        self.do(connect(self.scene.level, one, other, self.at), tr("Connect"))

    def move_wire(self, wire: Wire, target: End | None) -> None:
        """Lead a wire to another socket, or nowhere."""
        name = tr("Disconnect") if target is None else tr("Rewire")
        self.do(move_wire(self.scene.level, wire, target, self.at), name)

    def link_best(self) -> None:
        """Wire each selected node to the next one, in the order of selection, as fits best."""
        edits: list[Edit] = []
        for one, other in pairwise(self.scene.selected):
            found, why = best_link(self.scene.level, one, other)
            if found is None:
                self.refused.emit(why)
                return
            edits.append(connect(self.scene.level, *found, self.at))
        if edits:
            self.do(Batch(edits=tuple(edits)), tr("Connect {nodes}", nodes=self.chosen()))

    def add_dot(self, wires: Sequence[Wire], point: QPointF) -> None:
        """Lead wires from one output through a dot at a point."""
        middle, ground = (point.x(), point.y()), self.scene.grounds.at(point)
        dot = dot_at(self.graph, middle, dot_size(self.scene.look.metrics), backdrop=ground)
        self._added(on_wires(self.scene.level, wires, dot, self.at), tr("Add dot"), dot)

    def link_by_dots(
        self,
        start: End,
        target: End | None,
        middles: Sequence[tuple[float, float]],
        *,
        taken: Wire | None,
    ) -> End | None:
        """Lead a wire through new dots to a target, or leave its end at the last dot: that is
        the answer, None where it was refused."""
        level, at = self.scene.level, self.at
        batch, end = chain(level, start, middles, dot_size(self.scene.look.metrics), at)
        edits = list(batch.edits)
        if taken is not None:
            off = Disconnect(at=at, node=taken.target, socket=taken.socket, link=taken.link)
            edits.insert(0, off)
        if target is not None:
            edits.append(connect(level, end, target, at))
        return end if self.do(Batch(edits=tuple(edits)), tr("Connect by dots")) else None

    def cut_wires(self, wires: list[Wire]) -> None:
        """Take wires away."""
        edit = cut(wires, self.at)
        if edit.edits:
            count = len(edit.edits)
            self.do(edit, counted("Cut a wire", "Cut {count} wires", count))

    def detach(self) -> None:
        """Take all wires off the selected nodes."""
        if self.scene.selected:
            edit = detach(self.scene.level, self.scene.selected, self.at)
            self.do(edit, tr("Disconnect {nodes}", nodes=self.chosen()))
