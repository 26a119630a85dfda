"""The nodes around one, nearest first along the wires."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from nodes.graph import Graph


def neighbours(graph: Graph, node_id: str) -> Iterator[str]:
    """The other nodes of a graph, each once: what is wired to a node, then what is wired to that,
    and in the end what is not connected with it at all."""
    seen = {node_id}
    waiting = deque([node_id])
    while waiting:
        here = graph.nodes.get(waiting.popleft())
        sources = (link.node for _, link in here.links()) if here is not None else ()
        users = graph.consumers(here.id) if here is not None else ()
        for other in (*sources, *users):
            if other not in seen and other in graph.nodes:
                seen.add(other)
                waiting.append(other)
                yield other
    yield from (other for other in graph.nodes if other not in seen)
