"""Nodes by the words of their title, kind or id, through all groups. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from nodes.graph import Graph
from nodes.registry import Registry
from widgets.node_names import kind_of, title_of


def found(graph: Graph, text: str, registry: Registry) -> list[str]:
    """The paths of nodes that hold all words of a text; none for no words."""
    words = text.lower().split()
    return list(_matching(graph, "", words, registry)) if words else []


def _matching(graph: Graph, way: str, words: list[str], registry: Registry) -> Iterator[str]:
    for node_id, node in graph.nodes.items():
        text = f"{title_of(node, registry)} {kind_of(node, registry)} {node_id}".lower()
        if all(word in text for word in words):
            yield way + node_id
        if node.graph is not None:
            yield from _matching(node.graph, f"{way}{node_id}/", words, registry)
