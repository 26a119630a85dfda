"""One level of the graph as the canvas shows it: its nodes, its ports, and what flows on wires.

Knows no Qt. Inside a group, INPUTS and OUTPUTS stand for the group's own sockets; their nodes
exist on the canvas only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nodes.graph import BACKDROP, GROUP, INPUTS, REROUTE, THROUGH, Graph, Link, Node
from nodes.registry import Registry
from nodes.reroutes import behind
from nodes.sockets import ANY, declared_value, socket_of
from nodes.spec import Kind, SocketSpec
from nodes.values import value_types

OUTPUTS = "$"
"""Stands, within a group, for where its outputs leave it."""
_CLIPS = ("clip", "mask_clip")


class Wire(NamedTuple):
    """A link with both its ends."""

    source: str
    output: str
    target: str
    socket: str
    link: str


class Output(NamedTuple):
    """Where a value leaves a node; `value` is None where nobody knows."""

    name: str
    value: str | None


class Level:
    """A graph within nested groups, kept up to date edit by edit."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.graph = Graph()
        self.group: Node | None = None
        self._lifted: dict[str, bool] = {}

    def update(self, graph: Graph, group: Node | None) -> tuple[set[str], set[str]]:
        """Take the graph as it is now; answer the nodes that look different, and those gone."""
        old, new = self.graph.nodes, graph.nodes
        changed = {node_id for node_id, node in new.items() if old.get(node_id) is not node}
        gone = old.keys() - new.keys()
        users = {user for node_id in gone for user in graph.consumers(node_id)}
        ports_changed = group is not self.group
        self.graph, self.group = graph, group
        for node_id in gone:
            self._lifted.pop(node_id, None)
        rewired = {
            node_id
            for node_id in changed
            if node_id not in old or old[node_id].inputs is not new[node_id].inputs
        }
        for node_id in changed & old.keys():
            if old[node_id].graph is not new[node_id].graph:
                users.update(graph.consumers(node_id))
        users &= new.keys()
        changed |= users | self._flow_on(rewired | users)
        if ports_changed:
            changed |= self.borders
            gone = gone | ({INPUTS, OUTPUTS} - self.borders)
        return changed, set(gone)

    @property
    def borders(self) -> set[str]:
        """What stands for the open group's own sockets, where it has some."""
        group = self.group
        entering = {INPUTS} if group is not None and group.input_ports else set[str]()
        return entering | ({OUTPUTS} if group is not None and group.output_ports else set())

    def _flow_on(self, nodes: Iterable[str]) -> set[str]:
        """Find out anew which nodes are lifted over clips, as far down as it makes a change."""
        waiting, moved = list(nodes), set[str]()
        while waiting:
            node = self.graph.nodes[waiting.pop()]
            if node.type == REROUTE and node.id not in moved:
                moved.add(node.id)
                waiting += self.graph.consumers(node.id)
                continue
            lifted = self._is_lifted(node)
            if lifted == self._lifted.get(node.id, False):
                continue
            self._lifted[node.id] = lifted
            moved.add(node.id)
            waiting += self.graph.consumers(node.id)
        return moved

    def _is_lifted(self, node: Node) -> bool:
        spec = self.registry.find(node.type)
        if spec is None or spec.kind is not Kind.FRAME:
            return False
        for socket, link in node.links():
            wanted = spec.socket(socket)
            if wanted is None or not value_types()[wanted.value].lifted:
                continue
            if self.value(link.node, link.output) in _CLIPS:
                return True
        return False

    def value(self, node_id: str, output: str) -> str | None:
        """The kind of value that an output gives."""
        if node_id == INPUTS:
            return next((port.value for port in self._entering() if port.name == output), None)
        node = self.graph.nodes.get(node_id)
        if node is None:
            return None
        if node.type == REROUTE:
            link = behind(self.graph, Link("", node_id, output))
            return ANY if link is None else self.value(link.node, link.output)
        lifted = self._lifted.get(node_id, False)
        return declared_value(node, output, self.registry, lifted=lifted)

    def sockets(self, node_id: str) -> tuple[SocketSpec, ...]:
        """Where values come into a node, parameters that were turned into sockets included."""
        if node_id == INPUTS:
            return ()
        if node_id == OUTPUTS:
            return self._leaving()
        node = self.graph.nodes[node_id]
        spec = self.registry.find(node.type)
        if node.type == REROUTE:
            names = [THROUGH]
        elif spec is not None:
            own = [socket.name for socket in spec.sockets]
            names = [*own, *(name for name in node.exposed if name not in own)]
        else:
            names = [port.name for port in node.input_ports] or list(node.inputs)
        found = (socket_of(node, name, self.registry) or SocketSpec(name, "") for name in names)
        return tuple(found)

    def outputs(self, node_id: str) -> tuple[Output, ...]:
        """Where values leave a node."""
        if node_id == INPUTS:
            return self._entering()
        if node_id == OUTPUTS:
            return ()
        node = self.graph.nodes[node_id]
        spec = self.registry.find(node.type)
        if spec is not None:
            names = [output.name for output in spec.outputs]
        elif node.type == BACKDROP:
            names = []
        elif node.type == GROUP:
            names = [port.name for port in node.output_ports]
        else:
            names = ["out"]
        return tuple(Output(name, self.value(node_id, name)) for name in names)

    def wires(self, node_id: str) -> Iterable[Wire]:
        """The wires that lead to a node."""
        if node_id == OUTPUTS and self.group is not None:
            return [
                Wire(port.node, port.inner, OUTPUTS, port.name, port.name)
                for port in self.group.output_ports
            ]
        node = self.graph.nodes.get(node_id)
        if node is None:
            return ()
        return [Wire(one.node, one.output, node_id, socket, one.id) for socket, one in node.links()]

    def wire(self, node_id: str, socket: str) -> Wire | None:
        """The last wire of a socket."""
        links: Mapping[str, tuple[Link, ...]] = self.graph.nodes[node_id].inputs
        last = links.get(socket, ())[-1:]
        return next((Wire(one.node, one.output, node_id, socket, one.id) for one in last), None)

    def is_loose(self, node_id: str) -> bool:
        """Whether no wire leads to a node or from it."""
        return not self.graph.nodes[node_id].inputs and not self.graph.consumers(node_id)

    def upstream(self, node_id: str) -> set[str]:
        """The node and everything that it depends on."""
        seen, waiting = {node_id}, [node_id]
        while waiting:
            node = self.graph.nodes.get(waiting.pop())
            for _, link in node.links() if node is not None else ():
                if link.node not in seen:
                    seen.add(link.node)
                    waiting.append(link.node)
        return seen

    def downstream(self, node_id: str) -> set[str]:
        """The node and everything that depends on it."""
        seen, waiting = {node_id}, [node_id]
        while waiting:
            for user in self.graph.consumers(waiting.pop()):
                if user not in seen:
                    seen.add(user)
                    waiting.append(user)
        return seen

    def _entering(self) -> tuple[Output, ...]:
        if self.group is None:
            return ()
        ports = dict.fromkeys(port.name for port in self.group.input_ports)
        return tuple(
            Output(name, socket.value if socket is not None else None)
            for name in ports
            for socket in [socket_of(self.group, name, self.registry)]
        )

    def _leaving(self) -> tuple[SocketSpec, ...]:
        if self.group is None:
            return ()
        return tuple(
            SocketSpec(port.name, self.value(port.node, port.inner) or "")
            for port in self.group.output_ports
        )


def is_border(node_id: str) -> bool:
    """Whether this stands for the sockets of the group that is open."""
    return node_id in (INPUTS, OUTPUTS)


def is_relinked(before: Graph, after: Graph, node_id: str) -> bool:
    """Whether a change to a node may have moved or recoloured wires, beyond its place."""
    old, new = before.nodes.get(node_id), after.nodes.get(node_id)
    if old is None or new is None:
        return True
    if old.inputs is not new.inputs or old.exposed != new.exposed or old.graph is not new.graph:
        return True
    return (old.x, old.y) == (new.x, new.y)
