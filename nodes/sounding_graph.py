"""A graph in which a film sounds as it does further on, where sound is laid under it."""

from __future__ import annotations

from nodes.downstream import downstream
from nodes.graph import Graph, Link, Node

_ADD_SOUND = "sound.add"


def with_sound_under(graph: Graph, path: str) -> tuple[Graph, str] | None:
    """The graph with one node more, and its path: the frames of a node, and the sound that is laid
    under them at the same level further on. None where there is no such sound."""
    if "/" in path:
        return None  # inside a group one more would not be reached
    for fed, node in downstream(graph, path):
        if node.type == _ADD_SOUND and "/" not in fed and node.inputs.get("audio"):
            sounding = Node(
                id=graph.free_id("sounding"),
                type=_ADD_SOUND,
                version=node.version,
                parameters=node.parameters,
                inputs={**node.inputs, "clip": (Link("l", path),)},
            )
            return graph.put([sounding]), sounding.id
    return None
