"""Who steps aside for a node that is put between two others, and what stays linked when a node is
pulled out. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from nodes.edits import PutNodes
from nodes.graph import Link, Node
from nodes.sockets import accepts, socket_of
from widgets.canvas.level import Level, Wire

GAP = 40.0
"""How far apart nodes in a row stand."""
Span = tuple[float, float]
"""Left and right."""


def pushed_aside(
    level: Level, inserted: str, wire: Wire, spans: Mapping[str, Span]
) -> tuple[float, dict[str, float]]:
    """How far a node that was put into a wire goes right, and how far those after it do."""
    left, right = spans[inserted]
    own = max(0.0, spans[wire.source][1] + GAP - left) if wire.source in spans else 0.0
    if wire.target not in spans:
        return own, {}
    start = spans[wire.target][0]
    missing = right + own + GAP - start
    if missing <= 0:
        return own, {}
    after = level.downstream(wire.target) & spans.keys()
    moved = {one for one in after if spans[one][0] >= start} - {inserted}
    return own, dict.fromkeys(sorted(moved), missing)


def pulled_out(level: Level, chosen: Collection[str], at: tuple[str, ...]) -> PutNodes | None:
    """The edit that takes nodes off the wires between them and all others; what they were given
    is led on to those after them where it fits. None where there is no such wire."""
    graph, inside = level.graph, set(chosen)
    users = {user for one in inside for user in graph.consumers(one)} - inside
    changed: list[Node] = []
    for user in sorted(users):
        node = graph.nodes[user]
        inputs: dict[str, tuple[Link, ...]] = {}
        for socket, links in node.inputs.items():
            kept = (_led_on(level, node, socket, link, inside) for link in links)
            if found := tuple(link for link in kept if link is not None):
                inputs[socket] = found
        changed.append(replace(node, inputs=inputs))
    for one in chosen:
        node = graph.nodes[one]
        inputs = {
            socket: kept
            for socket, links in node.inputs.items()
            if (kept := tuple(link for link in links if link.node in inside))
        }
        if inputs != node.inputs:
            changed.append(replace(node, inputs=inputs))
    return PutNodes(at=at, nodes=tuple(changed)) if changed else None


def _led_on(
    level: Level, user: Node, socket: str, link: Link, inside: Collection[str]
) -> Link | None:
    """A link as it is without some nodes: from what the first of their inputs that fits gives."""
    if link.node not in inside:
        return link
    wanted = socket_of(user, socket, level.registry)
    spec = level.registry.find(user.type)
    seen, waiting = {link.node}, [link.node]
    while waiting and wanted is not None:
        for _, source in level.graph.nodes[waiting.pop(0)].links():
            if source.node in inside:
                if source.node not in seen:
                    seen.add(source.node)
                    waiting.append(source.node)
                continue
            value = level.value(source.node, source.output)
            if value is not None and accepts(wanted, value, level.registry, spec=spec):
                return Link(link.id, source.node, source.output)
    return None
