"""Dots on wires: where a wire through them comes from, and what it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from nodes.graph import REROUTE, THROUGH, Graph, Link, Node


def behind(graph: Graph, link: Link) -> Link | None:
    """The link as if there were no dots on it; None where nothing leads to the last of them."""
    seen: set[str] = set()
    node = graph.nodes.get(link.node)
    while node is not None and node.type == REROUTE:
        links = node.inputs.get(THROUGH, ())
        if not links or node.id in seen:  # a damaged file may hold a ring of dots
            return None
        seen.add(node.id)
        link = links[0]
        node = graph.nodes.get(link.node)
    return link


def beyond(graph: Graph, dot: str) -> Iterator[tuple[Node, str]]:
    """The sockets that a dot leads to in the end, each with its node."""
    seen, waiting = {dot}, [dot]
    while waiting:
        source = waiting.pop()
        for user in graph.consumers(source):
            node = graph.nodes[user]
            if node.type != REROUTE:
                for socket, link in node.links():
                    if link.node == source:
                        yield node, socket
            elif user not in seen:
                seen.add(user)
                waiting.append(user)
