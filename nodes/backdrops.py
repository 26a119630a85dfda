"""Backdrops: which nodes lie on one, and what lies below it. Where it is drawn is the view's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from nodes.graph import BACKDROP, Graph


def grounds_under(graph: Graph, node_id: str) -> Iterator[str]:
    """The backdrops that a node lies on, the nearest first."""
    seen: set[str] = set()
    node = graph.nodes.get(node_id)
    while node is not None and node.backdrop not in seen:
        seen.add(node.backdrop)
        node = graph.nodes.get(node.backdrop)
        if node is not None and node.type == BACKDROP:
            yield node.id


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
