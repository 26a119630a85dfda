"""Which output flows into a socket, named by its path from the outermost graph."""

from __future__ import annotations

from typing import NamedTuple

from nodes.graph import INPUTS, Graph
from nodes.reroutes import behind


class Output(NamedTuple):
    """An output of a node or a group: the path there, and its name."""

    path: str
    name: str


def feeding(graph: Graph, at: tuple[str, ...], node: str, socket: str) -> Output | None:
    """What flows into a socket of a node within groups; None where nothing does.

    Leads through dots, and out of a group through its own sockets. Raises KeyError where there is
    no such group.
    """
    graphs = [graph]
    for group in at:
        inner = graphs[-1].nodes[group].graph
        if inner is None:
            raise KeyError(group)
        graphs.append(inner)
    while node in graphs[-1].nodes:
        links = graphs[-1].nodes[node].inputs.get(socket, ())
        link = behind(graphs[-1], links[0]) if links else None
        if link is None:
            return None
        if link.node != INPUTS:
            return Output("/".join((*at, link.node)), link.output)
        if not at:
            return None
        graphs.pop()
        *outer, node = at
        at, socket = tuple(outer), link.output
    return None
