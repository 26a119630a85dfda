"""Nodes as text for the clipboard, and back into a graph under fresh ids. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from nodes.codec import decode_edit, encode_edit
from nodes.edits import PutNodes
from nodes.graph import Graph, Link, Node
from nodes.registry import Registry


def copied(graph: Graph, node_ids: Iterable[str]) -> str:
    """Nodes with the links among them, as JSON text."""
    nodes = [graph.nodes[node_id] for node_id in node_ids]
    return encode_edit(PutNodes(nodes=tuple(_with_links_among(nodes)))).decode()


def read_copied(text: str, registry: Registry) -> tuple[Node, ...]:
    """The nodes of a text from the clipboard; none where it holds something else."""
    try:
        edit = decode_edit(text.encode(), registry)
    except (ValueError, TypeError, AttributeError, msgspec.MsgspecError, RecursionError):
        return ()
    if not isinstance(edit, PutNodes):
        return ()
    nodes = {node.id: node for node in edit.nodes}
    return tuple(_with_links_among(list(nodes.values())))


def pasted(
    graph: Graph, nodes: Sequence[Node], at: tuple[str, ...], offset: tuple[float, float]
) -> PutNodes:
    """The edit that puts nodes into a graph, moved, under ids that are free there."""
    taken = graph
    names: dict[str, str] = {}
    for node in nodes:
        names[node.id] = taken.free_id(_plain_id(node))
        taken = taken.put([replace(node, id=names[node.id], inputs={})])
    return PutNodes(
        at=at,
        nodes=tuple(
            replace(
                node,
                id=names[node.id],
                x=node.x + offset[0],
                y=node.y + offset[1],
                backdrop=names.get(node.backdrop, ""),
                inputs={
                    socket: tuple(Link(one.id, names[one.node], one.output) for one in links)
                    for socket, links in node.inputs.items()
                },
            )
            for node in nodes
        ),
    )


def _with_links_among(nodes: Sequence[Node]) -> list[Node]:
    inside = {node.id for node in nodes}
    return [
        replace(
            node,
            backdrop=node.backdrop if node.backdrop in inside else "",
            inputs={
                socket: kept
                for socket, links in node.inputs.items()
                if (kept := tuple(link for link in links if link.node in inside))
            },
        )
        for node in nodes
    ]


def _plain_id(node: Node) -> str:
    """A short id without the number that made it unlike others."""
    kept = re.sub(r"[^A-Za-z0-9_]", "_", node.id)[:48]
    return re.sub(r"_\d+$", "", kept) or kept or "node"
