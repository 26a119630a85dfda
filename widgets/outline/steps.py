"""What the outline does to the graph: named steps of the document, as values. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nodes.document import Document
from nodes.edits import (
    AddNode,
    Batch,
    Disconnect,
    Edit,
    GroupNodes,
    Pin,
    RemoveNodes,
    RenameNode,
    ReorderLinks,
    SetBypass,
)
from nodes.graph import GROUP, INPUTS, Graph, Link, Node
from nodes.spec import NodeSpec
from nodes.underlay_paths import grouped, ungrouped
from widgets.canvas.level import Level
from widgets.canvas.linking import Candidate, End, add_linked, connect, fitting_ends
from widgets.inspector.help_lines import spoken
from widgets.node_names import title_of
from widgets.outline.source_dialog import Source
from widgets.words import counted, said, tr

_ASIDE = 260.0
"""Pixels of the scene between a node and one that is added to it."""

_WIDE, _HIGH = 200.0, 240.0
"""As much room a node wants that is not painted yet."""

At = tuple[str, ...]


class Step(NamedTuple):
    """An edit and its name."""

    edit: Edit
    name: str


class Place(NamedTuple):
    """A node: the level that it stands on, and its id."""

    at: At
    node: str


def add(document: Document, at: At, spec: NodeSpec, beside: str) -> tuple[Step, Node]:
    """A node beside another one, or right of all."""
    graph = document.graph_at(at)
    node = _made(graph, spec, _right_of(graph, beside))
    return Step(AddNode(at=at, node=node), tr("Add {kind}", kind=said(spec.title))), node


def add_source(level: Level, at: At, candidate: Candidate, end: End) -> tuple[Step, Node]:
    """A node that feeds a socket, left of the one that has it."""
    taker = level.graph.nodes[end.node]
    node = _made(level.graph, candidate.spec, (taker.x - _ASIDE, taker.y))
    edit = add_linked(level, node, candidate, end, at)
    return Step(edit, tr("Add {kind}", kind=said(candidate.spec.title))), node


def remove(document: Document, places: Sequence[Place]) -> Step:
    """Nodes, wherever they are."""
    edits = [RemoveNodes(at=at, nodes=nodes) for at, nodes in _by_level(places).items()]
    return Step(_one(edits), tr("Remove {nodes}", nodes=named(document, places)))


def rename(place: Place, title: str) -> Step:
    return Step(RenameNode(at=place.at, node=place.node, title=title), tr("Rename node"))


def bypass(document: Document, places: Sequence[Place]) -> Step:
    """Nodes hand on their input, or, where all of them do already, work again."""
    nodes = [document.graph_at(place.at).nodes[place.node] for place in places]
    bypassed = not all(node.bypassed for node in nodes)
    edits = [
        SetBypass(at=at, nodes=ids, bypassed=bypassed) for at, ids in _by_level(places).items()
    ]
    names = named(document, places)
    name = tr("Bypass {nodes}", nodes=names)
    return Step(_one(edits), name if bypassed else tr("Stop bypassing {nodes}", nodes=names))


def group(document: Document, places: Sequence[Place]) -> tuple[Step, Place]:
    """Nodes of one level into a group."""
    at = places[0].at
    group_id = document.graph_at(at).free_id("group")
    edit = GroupNodes(at=at, nodes=tuple(place.node for place in places), group=group_id)
    step = grouped(document.graph, edit)
    return Step(step, tr("Group {nodes}", nodes=named(document, places))), Place(at, group_id)


def ungroup(document: Document, places: Sequence[Place]) -> Step | None:
    """Groups unpacked; None where there are none."""
    groups = [one for one in places if document.graph_at(one.at).nodes[one.node].type == GROUP]
    if not groups:
        return None
    edits = ungrouped(document, [(one.at, one.node) for one in groups])
    return Step(_one(edits), tr("Ungroup {nodes}", nodes=named(document, groups)))


def unpin(place: Place) -> Step:
    return Step(Pin(at=place.at, node=place.node, key=""), tr("Unpin"))


def wire(level: Level, at: At, source: End, target: End) -> Step:
    """A value led to a socket."""
    return Step(connect(level, source, target, at), tr("Connect"))


def unwire(place: Place, socket: str, link: str) -> Step:
    """What is wired to a socket taken off it."""
    edit = Disconnect(at=place.at, node=place.node, socket=socket, link=link)
    return Step(edit, tr("Disconnect {socket}", socket=spoken(socket)))


def move_link(document: Document, place: Place, socket: str, link: str, by: int) -> Step | None:
    """A wire of a socket for many, earlier or later among them; None at the end."""
    links: tuple[Link, ...] = document.graph_at(place.at).nodes[place.node].inputs[socket]
    order = [one.id for one in links]
    old = order.index(link)
    new = old + by
    if not 0 <= new < len(order):
        return None
    order[old], order[new] = order[new], order[old]
    edit = ReorderLinks(at=place.at, node=place.node, socket=socket, order=tuple(order))
    return Step(edit, tr("Reorder {socket}", socket=spoken(socket)))


def sources(level: Level, target: End) -> list[Source]:
    """The outputs that a socket can take, in words."""
    found: list[Source] = []
    for node_id, ends in fitting_ends(level, target).items():
        for name, _ in sorted(ends):
            value = spoken(level.value(node_id, name) or "")
            if node_id == INPUTS:
                words = tr("The group's {port}, {value}", port=spoken(name), value=value)
            else:
                node = title_of(level.graph.nodes[node_id], level.registry)
                many = len(level.outputs(node_id)) > 1
                node = tr("{node}, its {output}", node=node, output=spoken(name)) if many else node
                words = tr("{node}: {value} ({id})", node=node, value=value, id=node_id)
            found.append(Source(End(node_id, name, True), words))
    return sorted(found, key=_words_of)


def named(document: Document, places: Sequence[Place]) -> str:
    """Nodes in the name of a step."""
    if len(places) == 1:
        node = document.graph_at(places[0].at).nodes[places[0].node]
        return f"“{title_of(node, document.registry)}”"
    return counted("{count} node", "{count} nodes", len(places))


def _words_of(source: Source) -> str:
    return source.words.lower()


def _made(graph: Graph, spec: NodeSpec, place: tuple[float, float]) -> Node:
    node_id = graph.free_id(spec.id.rpartition(".")[2])
    x, y = _free(graph, place)
    return Node(id=node_id, type=spec.id, version=spec.version, x=x, y=y)


def _free(graph: Graph, place: tuple[float, float]) -> tuple[float, float]:
    """The place, or the next one below it where no node is."""
    x, y = place
    column = sorted(node.y for node in graph.nodes.values() if abs(node.x - x) < _WIDE)
    for other in column:
        if abs(other - y) < _HIGH:
            y = other + _HIGH
    return x, y


def _right_of(graph: Graph, beside: str) -> tuple[float, float]:
    node = graph.nodes.get(beside) or max(graph.nodes.values(), key=_x_of, default=None)
    return (node.x + _ASIDE, node.y) if node is not None else (0.0, 0.0)


def _x_of(node: Node) -> float:
    return node.x


def _by_level(places: Sequence[Place]) -> dict[At, tuple[str, ...]]:
    """Ids by level, the innermost first; what lies in a chosen group goes with it."""
    chosen = {(*place.at, place.node) for place in places}
    found: dict[At, tuple[str, ...]] = {}
    for place in sorted(places, key=_depth_of, reverse=True):
        if not any(place.at[:depth] in chosen for depth in range(1, len(place.at) + 1)):
            found[place.at] = (*found.get(place.at, ()), place.node)
    return found


def _depth_of(place: Place) -> int:
    return len(place.at)


def _one(edits: Sequence[Edit]) -> Edit:
    return edits[0] if len(edits) == 1 else Batch(edits=tuple(edits))
