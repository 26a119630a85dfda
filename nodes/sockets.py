"""Which sockets a node has, what flows out of it, and what may flow where."""

from __future__ import annotations

from nodes.graph import GROUP, INPUTS, REROUTE, THROUGH, Graph, Link, Node
from nodes.registry import Registry
from nodes.reroutes import behind, beyond
from nodes.spec import Kind, NodeSpec, ParameterSpec, SocketSpec
from nodes.values import value_types

_CLIPS = ("clip", "mask_clip")
ANY = "any"
"""Stands for a value that nobody knows yet: a dot takes it, and gives it until it is fed."""


def socket_of(node: Node, name: str, registry: Registry) -> SocketSpec | None:
    """The socket of a node: its own, or a parameter that was turned into one."""
    owner, inner = _inside(node, name, sockets=True)
    if owner.type == REROUTE:
        return SocketSpec(name, ANY, optional=True) if inner == THROUGH else None
    spec = registry.find(owner.type)
    if spec is None:
        return None
    socket = spec.socket(inner)
    if socket is not None and inner in spec.parameters and inner not in owner.exposed:
        return None
    return SocketSpec(name, socket.value, socket.optional, socket.variadic) if socket else None


def parameter_of(node: Node, name: str, registry: Registry) -> tuple[str, ParameterSpec | None]:
    """The parameter of a node, or of the node that a group shows it from."""
    owner, inner = _inside(node, name, sockets=False)
    spec = registry.find(owner.type)
    return name, spec.parameters.get(inner) if spec is not None else None


def _inside(node: Node, name: str, *, sockets: bool) -> tuple[Node, str]:
    """The node within nested groups that a port leads to, and the name there."""
    while node.type == GROUP and node.graph is not None:
        ports = node.input_ports if sockets else node.parameter_ports
        port = next((port for port in ports if port.name == name), None)
        if port is None or port.node not in node.graph.nodes:
            break
        graph = node.graph
        node, name = graph.nodes[port.node], port.inner
        if node.type == REROUTE:
            node, name = next(beyond(graph, node.id), (node, name))
    return node, name


def takers(
    graph: Graph, node: Node, socket: SocketSpec, registry: Registry
) -> list[tuple[Node, SocketSpec]]:
    """What takes a value that is led to a socket: itself, or whatever lies beyond a dot."""
    if node.type != REROUTE:
        return [(node, socket)]
    found = ((user, socket_of(user, name, registry)) for user, name in beyond(graph, node.id))
    return [(user, taking) for user, taking in found if taking is not None]


def output_value(graph: Graph, node: Node, output: str, registry: Registry) -> str | None:
    """The kind of value that an output gives, clips that lift it included; None if unknown."""
    if node.type == REROUTE:
        link = behind(graph, Link("", node.id, output))
        if link is None or link.node == INPUTS or link.node not in graph.nodes:
            return ANY
        node, output = graph.nodes[link.node], link.output
    return declared_value(node, output, registry, lifted=_is_lifted(graph, node, registry))


def _is_lifted(graph: Graph, start: Node, registry: Registry) -> bool:
    """Whether a clip reaches a node through nodes that are made for one frame. Each is seen once,
    and only where what flows could be a clip."""
    seen, waiting = {start.id}, [start]
    while waiting:
        node = waiting.pop()
        spec = registry.find(node.type)
        if spec is None or spec.kind is not Kind.FRAME:
            continue
        for socket, through in node.links():
            wanted = spec.socket(socket)
            link = behind(graph, through) if wanted is not None else None
            source = graph.nodes.get(link.node) if link is not None else None
            if wanted is None or link is None or source is None or not _lifted(wanted.value):
                continue
            given = declared_value(source, link.output, registry)
            if given in _CLIPS:
                return True
            if given is not None and source.id not in seen and _lifted(given):
                seen.add(source.id)
                waiting.append(source)
    return False


def _lifted(value: str) -> str:
    """What a value is over the frames of a clip; empty where there is no such thing."""
    known = value_types().get(value)
    return known.lifted if known is not None else ""


def declared_value(
    node: Node, output: str, registry: Registry, *, lifted: bool = False
) -> str | None:
    """The kind of value that an output is declared to give; None if unknown."""
    while node.type == GROUP and node.graph is not None:
        port = next((port for port in node.output_ports if port.name == output), None)
        if port is None or port.node not in node.graph.nodes:
            return None
        link = behind(node.graph, Link("", port.node, port.inner))
        if link is None or link.node not in node.graph.nodes:
            return ANY
        node, output = node.graph.nodes[link.node], link.output
    if node.type == REROUTE:
        return ANY
    spec = registry.find(node.type)
    found = spec.output(output) if spec is not None else None
    if found is None:
        return None
    return value_types()[found.value].lifted or found.value if lifted else found.value


def accepts(socket: SocketSpec, given: str, registry: Registry, *, spec: NodeSpec | None) -> bool:
    """Whether a value may be wired to a socket: as it is, lifted, or by one conversion."""
    if ANY in (given, socket.value):
        return True
    return given == socket.value or conversion_path(socket.value, given, registry, spec) is not None


def conversion_path(
    wanted: str, given: str, registry: Registry, spec: NodeSpec | None
) -> tuple[NodeSpec, ...] | None:
    """The conversions between an output and a socket: none, one, or None where it is refused."""
    if given == wanted:
        return ()
    per_frame = spec is not None and spec.kind is Kind.FRAME
    if per_frame and given == value_types()[wanted].lifted:
        return ()
    direct = registry.conversion(given, wanted)
    if direct is not None:
        return (direct,)
    single = _single(given)
    if single is None:
        return None
    many = value_types()[wanted].lifted
    if per_frame and many and (step := registry.conversion(single, wanted)) is not None:
        return (step,)
    if (target := _single(wanted)) is not None and (
        step := registry.conversion(single, target)
    ) is not None:
        return (step,)
    return None


def _single(value: str) -> str | None:
    """What one frame of a clip is."""
    return next((one.name for one in value_types().values() if one.lifted == value), None)
