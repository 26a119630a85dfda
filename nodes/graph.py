"""The graph as a value: nodes with their parameters and links. Every change makes a new one.

A link is kept by the node that it leads to. A group is a node that holds a graph of its own; within
it, the node id INPUTS stands for what comes from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

GROUP = "group"
"""Type id of a group."""
REROUTE = "reroute"
"""Type id of a dot on a wire: what its one socket is given leaves it as it came."""
THROUGH = "in"
"""The one socket of a dot."""
BACKDROP = "backdrop"
"""Type id of a titled ground that nodes lie on."""
DRAWN_ONLY = frozenset({REROUTE, BACKDROP})
"""What is there for the eye: nothing of it runs, and no key knows of it."""
INPUTS = "^"
"""Stands, within a group, for the group's own sockets."""


ID = re.compile(r"[A-Za-z0-9_]{1,64}")
"""What the id of a node looks like: a part of a path, and of `--set node.parameter`."""


class Link(msgspec.Struct, frozen=True, array_like=True):
    """Where a socket takes its value from. The id is stable and unique within the socket."""

    id: str
    node: str
    output: str = "out"


class Port(msgspec.Struct, frozen=True, array_like=True):
    """Something inside a group that shows outside under a name.

    For a parameter and a socket, `inner` is the parameter's or socket's name on `node`; for an
    output it is the output's name.
    """

    name: str
    node: str
    inner: str


class Node(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One node. `parameters` holds what was set; everything else is at its default.

    Values of known types are as the node's function wants them, those of an unknown type as they
    stood in the file. `backdrop` is the id of the one that it lies on; `thumbnail` is "on", "off"
    or, as the canvas sees fit, empty; `extra` keeps fields that a newer program wrote.
    """

    id: str
    type: str
    version: int = 1
    title: str = ""
    x: float = 0.0
    y: float = 0.0
    parameters: Mapping[str, Any] = msgspec.field(default_factory=dict)
    inputs: Mapping[str, tuple[Link, ...]] = msgspec.field(default_factory=dict)
    exposed: tuple[str, ...] = ()
    bypassed: bool = False
    pinned: str = ""
    reroll: int = 0
    backdrop: str = ""
    thumbnail: str = ""
    graph: Graph | None = None
    input_ports: tuple[Port, ...] = ()
    output_ports: tuple[Port, ...] = ()
    parameter_ports: tuple[Port, ...] = ()
    extra: Mapping[str, Any] = msgspec.field(default_factory=dict)

    def links(self) -> Iterator[tuple[str, Link]]:
        """Every link with the name of its socket."""
        for socket, links in self.inputs.items():
            for link in links:
                yield socket, link


class Graph:
    """Nodes by id. Immutable: `put` and `without` answer another graph."""

    __slots__ = ("_consumers", "nodes")

    def __init__(self, nodes: Mapping[str, Node] | None = None) -> None:
        self.nodes: dict[str, Node] = dict(nodes or {})
        self._consumers: dict[str, tuple[str, ...]] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self.nodes == other.nodes

    __hash__ = None  # type: ignore[assignment] - compared by content, so not a key

    def __len__(self) -> int:
        return len(self.nodes)

    def put(self, changed: Iterable[Node], *, removed: Iterable[str] = ()) -> Graph:
        """The graph with nodes added or replaced, and others taken away."""
        graph = Graph(self.nodes)
        rewired = False
        for node_id in removed:
            rewired = graph.nodes.pop(node_id, None) is not None or rewired
        for node in changed:
            old = graph.nodes.get(node.id)
            rewired = rewired or old is None or old.inputs is not node.inputs
            graph.nodes[node.id] = node
        if not rewired:
            graph._consumers = self._consumers
        return graph

    def consumers(self, node_id: str) -> tuple[str, ...]:
        """The nodes that take a value from this one."""
        if self._consumers is None:
            found: dict[str, dict[str, None]] = {}
            for node in self.nodes.values():
                for _, link in node.links():
                    found.setdefault(link.node, {})[node.id] = None
            self._consumers = {source: tuple(targets) for source, targets in found.items()}
        return self._consumers.get(node_id, ())

    def depends_on(self, node_id: str, other: str) -> bool:
        """Whether `other` is `node_id` itself or upstream of it. Each node is seen once."""
        seen = {node_id}
        stack = [node_id]
        while stack:
            current = stack.pop()
            if current == other:
                return True
            node = self.nodes.get(current)
            if node is None:
                continue
            for links in node.inputs.values():
                for link in links:
                    if link.node not in seen:
                        seen.add(link.node)
                        stack.append(link.node)
        return False

    def free_id(self, wanted: str) -> str:
        """An id like `wanted` that no node has: wanted, wanted_2, wanted_3 ..."""
        if wanted not in self.nodes:
            return wanted
        number = 2
        while f"{wanted}_{number}" in self.nodes:
            number += 1
        return f"{wanted}_{number}"
