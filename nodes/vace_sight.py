"""What VACE sees through a node: where its views are found, and the edit that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import structs

from nodes.edits import AddNode, Batch, Connect, Edit, SetParameter
from nodes.feeding import Output, feeding
from nodes.graph import Graph, Link, Node
from nodes.reroutes import behind
from pipelines.panels import BlendMode
from pipelines.vace.advice import Advice, Mend
from pipelines.vace.source_mode import SourceMode, settled

CONDITIONING = "generate.vace_conditioning"
INFERENCE = "generate.vace_inference"
_SEEN_BY_BOTH = ("width", "height", "frames", "source")
"""Parameters of VACE Inference that VACE Conditioning has as well."""


@dataclass(frozen=True, slots=True)
class VaceSight:
    """A node through which VACE sees: `at` and `node` say where what it is given is connected.

    Its views are outputs of `path` in `graph`, which is another graph than that of the document
    where the parts are connected to VACE Inference itself.
    """

    at: tuple[str, ...]
    node: Node
    path: str
    graph: Graph
    mode: SourceMode
    references: tuple[Output, ...]

    @property
    def has_masks(self) -> bool:
        """Whether masks are connected."""
        return bool(self.node.inputs.get("masks"))

    @property
    def can_hold(self) -> bool:
        """Whether the node can keep its keys for longer."""
        return self.node.type == CONDITIONING


def vace_sight(graph: Graph, at: tuple[str, ...], node_id: str) -> VaceSight | None:
    """What VACE sees through a node; None for a node of another kind, or one that is not there."""
    node = _inside(graph, at).nodes.get(node_id)
    if node is None:
        return None
    if node.type == CONDITIONING:
        return _sight(graph, graph, at, node)
    if node.type != INFERENCE:
        return None
    fed = feeding(graph, at, node_id, "conditioning")
    if fed is not None:
        *outer, name = fed.path.split("/")
        return vace_sight(graph, tuple(outer), name)
    parameters = {name: node.parameters[name] for name in _SEEN_BY_BOTH if name in node.parameters}
    stand_in = Node(id=node.id, type=CONDITIONING, parameters=parameters, inputs=node.inputs)
    return _sight(graph, _with(graph, at, stand_in), at, node)


def upstream(graph: Graph, at: tuple[str, ...], node_id: str) -> tuple[object, ...]:
    """All that a node is made from, without places and titles: another value, another picture.
    Within groups, all of the outermost ones."""
    if at:
        return tuple(_meaning(node) for node in graph.nodes.values())
    seen, waiting = {node_id: graph.nodes.get(node_id)}, [node_id]
    while waiting:
        node = seen[waiting.pop()]
        for _, link in node.links() if node is not None else ():
            if link.node not in seen:
                seen[link.node] = graph.nodes.get(link.node)
                waiting.append(link.node)
    return tuple(_meaning(node) for node in seen.values() if node is not None)


def mended(
    sight: VaceSight, graph: Graph, advice: Advice, busy: tuple[int, ...] = ()
) -> Edit | None:
    """One edit that does what an advice says; None where no single step can. `busy` says which of
    the references have a busy ground."""
    at, node = sight.at, sight.node
    match advice.mending:
        case Mend.FILL:
            return SetParameter(at=at, node=node.id, name="source", value=SourceMode.AUTOMATIC)
        case Mend.HOLD if sight.can_hold:
            return SetParameter(at=at, node=node.id, name="hold", value=advice.hold)
        case Mend.INVERT:
            return _inverted(_inside(graph, at), at, node)
        case Mend.CUT_OUT:
            links = node.inputs.get("references", ())
            cut = [(place, links[place]) for place in busy if place < len(links)]
            return _cut_out(_inside(graph, at), at, node, cut) if cut else None
        case _:
            return None


def _sight(graph: Graph, shown: Graph, at: tuple[str, ...], node: Node) -> VaceSight:
    links = node.inputs.get("references", ())
    wanted = SourceMode(node.parameters.get("source", SourceMode.AUTOMATIC))
    mode = settled(wanted, has_reference=bool(links))
    inside = _inside(graph, at)
    found = [behind(inside, link) for link in links]
    outputs = [Output("/".join((*at, one.node)), one.output) for one in found if one is not None]
    return VaceSight(at, node, "/".join((*at, node.id)), shown, mode, tuple(outputs))


def _inverted(inside: Graph, at: tuple[str, ...], node: Node) -> Edit | None:
    """Invert put before the node, or taken away where it is there already."""
    links = node.inputs.get("masks", ())
    if not links:
        return None
    link = links[0]
    source = inside.nodes.get(link.node)
    if source is not None and source.type == "mask.invert" and source.inputs.get("mask"):
        back = source.inputs["mask"][0]
        again = Link(link.id, back.node, back.output)
        return Connect(at=at, node=node.id, socket="masks", link=again)
    made = Node(id=inside.free_id("invert"), type="mask.invert", x=node.x - 240, y=node.y + 160)
    return Batch(
        at=at,
        edits=(
            AddNode(at=at, node=made),
            Connect(at=at, node=made.id, socket="mask", link=Link("a", link.node, link.output)),
            Connect(at=at, node=node.id, socket="masks", link=Link(link.id, made.id)),
        ),
    )


def _cut_out(inside: Graph, at: tuple[str, ...], node: Node, links: list[tuple[int, Link]]) -> Edit:
    """A thing that is pointed at, on white: Segment, its mask inverted and screened over it."""
    edits: list[Edit] = []
    for row, (place, link) in enumerate(links):
        x, y = node.x - 720, node.y + 160 + 200 * row
        thing = Node(id=inside.free_id("thing"), type="mask.segment", x=x, y=y)
        inside = inside.put([thing])
        around = Node(id=inside.free_id("around"), type="mask.invert", x=x + 240, y=y)
        inside = inside.put([around])
        white = {"mode": BlendMode.SCREEN}
        cut = Node(id=inside.free_id("cut"), type="image.blend", parameters=white, x=x + 480, y=y)
        inside = inside.put([cut])
        source = Link("a", link.node, link.output)
        edits += [AddNode(at=at, node=one) for one in (thing, around, cut)]
        edits += [
            Connect(at=at, node=thing.id, socket="clip", link=source),
            Connect(at=at, node=around.id, socket="mask", link=Link("a", thing.id, "mask")),
            Connect(at=at, node=cut.id, socket="a", link=source),
            Connect(at=at, node=cut.id, socket="b", link=Link("a", around.id)),
            Connect(
                at=at, node=node.id, socket="references", link=Link(link.id, cut.id), index=place
            ),
        ]
    return Batch(at=at, edits=tuple(edits))


def _inside(graph: Graph, at: tuple[str, ...]) -> Graph:
    """The graph within groups; an empty one where there is none."""
    for group in at:
        node = graph.nodes.get(group)
        graph = node.graph if node is not None and node.graph is not None else Graph()
    return graph


def _with(graph: Graph, at: tuple[str, ...], node: Node) -> Graph:
    """The graph with a node replaced within groups."""
    if not at:
        return graph.put([node])
    group = graph.nodes[at[0]]
    assert group.graph is not None
    return graph.put([structs.replace(group, graph=_with(group.graph, at[1:], node))])


def _meaning(node: Node) -> Node:
    return structs.replace(node, x=0.0, y=0.0, title="", backdrop="", thumbnail="")
