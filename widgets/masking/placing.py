"""Where a picture that is looked at is masked: the painter behind it, or a new one, wired to it."""

from __future__ import annotations

from typing import NamedTuple

from nodes.edits import AddNode, Batch, Connect
from nodes.feeding import Output
from nodes.graph import Graph, Link, Node
from widgets.masking.easel import PAINTER, PAINTERS
from widgets.words import tr

_APART = 280.0
"""How far behind its source a node is put on the canvas."""
_WIDE, _HIGH = 220.0, 260.0
"""The room that a node takes there."""


class Painter(NamedTuple):
    """A mask painter: the groups that lead to it, its id, and the edit that makes it, if any."""

    at: tuple[str, ...]
    node: str
    edit: Batch | None = None


def painter_over(graph: Graph, at: tuple[str, ...], looked: Output) -> Painter:
    """The painter for an output of a graph within groups `at`, whose path ends with its node."""
    source = looked.path.rpartition("/")[2]
    if graph.nodes[source].type in PAINTERS:
        return Painter(at, source)
    for node in graph.nodes.values():
        links = node.inputs.get("clip", ()) if node.type in PAINTERS else ()
        if any((link.node, link.output) == (source, looked.name) for link in links):
            return Painter(at, node.id)
    fresh, from_ = graph.free_id("masks"), graph.nodes[source]
    x, y = from_.x + _APART, from_.y
    while any(abs(one.x - x) < _WIDE and abs(one.y - y) < _HIGH for one in graph.nodes.values()):
        y += _HIGH
    made = Node(id=fresh, type=PAINTER, x=x, y=y, backdrop=from_.backdrop)
    link = Link("link1", source, looked.name)
    wired = Connect(at=at, node=fresh, socket="clip", link=link)
    name = tr("Paint a mask")
    return Painter(at, fresh, Batch(edits=(AddNode(at=at, node=made), wired), name=name))
