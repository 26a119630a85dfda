"""Backdrops: which nodes lie on one, and what lies below it. Where it is drawn is the view's,
unless it was made larger by hand.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator

from nodes.graph import BACKDROP, Graph, Node

_MOST = 1e6


def grounds_under(graph: Graph, node_id: str) -> Iterator[str]:
    """The backdrops that a node lies on, the nearest first."""
    seen: set[str] = set()
    node = graph.nodes.get(node_id)
    while node is not None and node.backdrop not in seen:
        seen.add(node.backdrop)
        node = graph.nodes.get(node.backdrop)
        if node is not None and node.type == BACKDROP:
            yield node.id


def own_size(node: Node) -> tuple[float, float] | None:
    """How large a backdrop was made by hand, from where it stands; None where it follows the nodes
    on it."""
    width, height = (_length(node.parameters.get(name)) for name in ("width", "height"))
    return (width, height) if width and height else None


def _length(found: object) -> float:
    """A length of a file, 0 where it is none."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return 0.0
    return float(found) if math.isfinite(found) and 0 < found < _MOST else 0.0


def ground_below(graph: Graph, backdrop: str, gone: Collection[str]) -> str:
    """What lies below a backdrop and stays; empty where nothing does."""
    return next((one for one in grounds_under(graph, backdrop) if one not in gone), "")


def carried(graph: Graph, node_ids: Iterable[str]) -> dict[str, None]:
    """Nodes with everything that lies on the backdrops among them, in order."""
    found = dict.fromkeys(one for one in node_ids if one in graph.nodes)
    if not any(graph.nodes[one].type == BACKDROP for one in found):
        return found
    lying: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        if node.backdrop:
            lying.setdefault(node.backdrop, []).append(node.id)
    waiting = list(found)
    while waiting:
        for one in lying.get(waiting.pop(), ()):
            if one not in found:
                found[one] = None
                waiting.append(one)
    return found
