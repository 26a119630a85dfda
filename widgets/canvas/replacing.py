"""Another kind of node in the place of one: links and parameters that fit are kept. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from nodes.apply import apply
from nodes.edits import Connect, PutNodes
from nodes.graph import INPUTS, Graph, Link, Node
from nodes.refusals import BadParameterError
from nodes.registry import Registry
from nodes.spec import NodeSpec
from pipelines.errors import GraphError
from widgets.canvas.level import Level


def replaced(level: Level, node_id: str, spec: NodeSpec, at: tuple[str, ...]) -> PutNodes:
    """The edit that makes a node one of another kind."""
    graph, _ = _with_links(level, node_id, spec)
    changed = (node_id, *level.graph.consumers(node_id))
    return PutNodes(at=at, nodes=tuple(graph.nodes[one] for one in dict.fromkeys(changed)))


def kept_links(level: Level, node_id: str, spec: NodeSpec) -> int:
    """How many links a node would keep as another kind."""
    return _with_links(level, node_id, spec)[1]


def by_fit(level: Level, node_id: str, specs: Iterable[NodeSpec]) -> list[NodeSpec]:
    """Kinds that a node may become, those that keep the most links first."""
    own = level.graph.nodes[node_id].type
    category = own.partition(".")[0]
    ranked = [
        (-kept_links(level, node_id, spec), spec.category != category, spec.title, spec)
        for spec in specs
        if spec.id != own and not spec.conversion
    ]
    return [spec for *_, spec in sorted(ranked, key=lambda one: one[:3])]


def _with_links(level: Level, node_id: str, spec: NodeSpec) -> tuple[Graph, int]:
    before, registry = level.graph, level.registry
    old = before.nodes[node_id]
    users = [before.nodes[one] for one in before.consumers(node_id)]
    graph = before.put([_made(old, spec), *(_without(user, node_id) for user in users)])
    kept = 0
    for socket, link in old.links():
        graph, is_kept = _first(graph, _entries(old, spec, socket, link), registry)
        kept += is_kept
    for user in users:
        for socket, links in user.inputs.items():
            for place, link in enumerate(links):
                if link.node == node_id:
                    leaving = _exits(user.id, spec, socket, link, place)
                    graph, is_kept = _first(graph, leaving, registry)
                    kept += is_kept
    return graph, kept


def _made(old: Node, spec: NodeSpec) -> Node:
    parameters: dict[str, Any] = {}
    for name, value in old.parameters.items():
        wanted = spec.parameters.get(name)
        if wanted is not None:
            try:
                parameters[name] = wanted.convert(value)
            except BadParameterError:
                continue
    exposed = (name for name in old.exposed if name in spec.parameters)
    return Node(
        id=old.id,
        type=spec.id,
        version=spec.version,
        title=old.title,
        x=old.x,
        y=old.y,
        parameters=parameters,
        exposed=tuple(name for name in exposed if spec.parameters[name].socket),
        bypassed=old.bypassed,
        backdrop=old.backdrop,
    )


def _without(user: Node, node_id: str) -> Node:
    inputs = {
        socket: kept
        for socket, links in user.inputs.items()
        if (kept := tuple(link for link in links if link.node != node_id))
    }
    return replace(user, inputs=inputs)


def _entries(old: Node, spec: NodeSpec, socket: str, link: Link) -> list[Connect]:
    """Where a link may lead now: to the socket of its name, else to another."""
    names = [one.name for one in spec.sockets]
    names.sort(key=lambda name: name != socket)
    if socket in old.exposed:
        names.insert(0, socket)
    return [Connect(node=old.id, socket=name, link=link) for name in names]


def _exits(user: str, spec: NodeSpec, socket: str, link: Link, place: int) -> list[Connect]:
    names = [one.name for one in spec.outputs]
    names.sort(key=lambda name: name != link.output)
    return [
        Connect(node=user, socket=socket, link=Link(link.id, link.node, name), index=place)
        for name in names
    ]


def _first(graph: Graph, edits: list[Connect], registry: Registry) -> tuple[Graph, bool]:
    """The graph with the first of some links that is not refused, and takes no other's place."""
    for edit in edits:
        node = graph.nodes[edit.node]
        spec = registry.find(node.type)
        socket = spec.socket(edit.socket) if spec is not None else None
        is_taken = bool(node.inputs.get(edit.socket)) and not (socket and socket.variadic)
        if is_taken or (edit.link.node == INPUTS and socket is None):
            continue
        try:
            return apply(graph, edit, registry), True
        except GraphError:
            continue
    return graph, False
