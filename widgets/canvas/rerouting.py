"""Dots on wires: the edits that put them there, and those that take them away again. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from nodes.edits import AddNode, Batch, Connect, Edit, PutNodes, RemoveNodes
from nodes.graph import INPUTS, REROUTE, THROUGH, Graph, Link, Node
from nodes.reroutes import behind
from widgets.canvas.level import OUTPUTS, Level, Wire
from widgets.canvas.linking import End, connect

Point = tuple[float, float]


def dot_at(graph: Graph, middle: Point, size: Point, *, backdrop: str = "") -> Node:
    """A dot whose middle is at a point."""
    x, y = middle[0] - size[0] / 2, middle[1] - size[1] / 2
    return Node(
        id=graph.free_id("dot"),
        type=REROUTE,
        x=float(round(x)),
        y=float(round(y)),
        backdrop=backdrop,
    )


def on_wires(level: Level, wires: Sequence[Wire], dot: Node, at: tuple[str, ...]) -> Batch:
    """The edits that lead wires from one output through a new dot."""
    first = wires[0]
    edits: list[Edit] = [
        AddNode(at=at, node=dot),
        Connect(at=at, node=dot.id, socket=THROUGH, link=Link("l1", first.source, first.output)),
    ]
    for wire in wires:
        links = level.graph.nodes[wire.target].inputs[wire.socket]
        place = next(i for i, link in enumerate(links) if link.id == wire.link)
        link = Link(wire.link, dot.id)
        edits.append(Connect(at=at, node=wire.target, socket=wire.socket, link=link, index=place))
    return Batch(edits=tuple(edits))


def can_carry_dot(wire: Wire) -> bool:
    """Whether a dot can be put on a wire: not on one that leads out of the open group."""
    return wire.target != OUTPUTS


def chain(
    level: Level, start: End, middles: Sequence[Point], size: Point, at: tuple[str, ...]
) -> tuple[Batch, End]:
    """The edits that lead a wire from an end through new dots, and the end that it has then."""
    graph, edits, end = level.graph, list[Edit](), start
    for middle in middles:
        dot = dot_at(graph, middle, size)
        graph = graph.put([dot])
        edits.append(AddNode(at=at, node=dot))
        if end.is_output:
            link = Link("l1", end.node, end.name)
            edits.append(Connect(at=at, node=dot.id, socket=THROUGH, link=link))
        else:
            edits.append(connect(level, End(dot.id, "out", True), end, at))
        end = End(dot.id, "out", True) if start.is_output else End(dot.id, THROUGH, False)
    return Batch(edits=tuple(edits)), end


def removal(graph: Graph, node_ids: Collection[str], at: tuple[str, ...]) -> Edit:
    """The edit that removes nodes; wires through removed dots run straight on."""
    dots = {one for one in node_ids if graph.nodes[one].type == REROUTE}
    remove = RemoveNodes(at=at, nodes=tuple(node_ids))
    healed = list(_healed(graph, dots, set(node_ids)))
    if not healed:
        return remove
    return Batch(edits=(PutNodes(at=at, nodes=tuple(healed)), remove))


def _healed(graph: Graph, dots: Collection[str], gone: Collection[str]) -> Iterable[Node]:
    users = {user for dot in dots for user in graph.consumers(dot)} - set(gone)
    for user in users:
        node = graph.nodes[user]
        yield replace(
            node,
            inputs={
                socket: tuple(_straight(graph, link, dots) for link in links)
                for socket, links in node.inputs.items()
            },
        )


def _straight(graph: Graph, link: Link, dots: Collection[str]) -> Link:
    """A link as it is without some dots; itself where nothing leads to them."""
    found = link
    seen: set[str] = set()
    while found.node in dots and found.node not in seen:
        seen.add(found.node)
        links = graph.nodes[found.node].inputs.get(THROUGH, ())
        if not links:
            return link
        found = links[0]
    return Link(link.id, found.node, found.output)


def real_source(level: Level, node_id: str) -> str:
    """The node whose value a dot hands on; any other node is its own."""
    link = behind(level.graph, Link("", node_id))
    return link.node if link is not None and link.node != INPUTS else node_id
