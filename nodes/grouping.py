"""Nodes into a group and out of it again. Links keep their ends; ids that clash are renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from nodes.graph import GROUP, INPUTS, REROUTE, Graph, Link, Node, Port
from nodes.reroutes import beyond


def group_nodes(graph: Graph, members: Sequence[Node], group_id: str) -> Graph:
    """The graph with `members` in a new group; every link across its border becomes a port."""
    inside = {node.id for node in members}
    inputs: dict[str, tuple[Link, ...]] = {}
    input_ports: list[Port] = []
    moved: list[Node] = []
    for node in members:
        rewired: dict[str, tuple[Link, ...]] = {}
        for socket, links in node.inputs.items():
            rewired[socket] = tuple(
                link
                if link.node in inside
                else _enter(graph, node, socket, link, input_ports, inputs)
                for link in links
            )
        ground = node.backdrop if node.backdrop in inside else ""
        moved.append(replace(node, inputs=rewired, backdrop=ground))
    output_ports: list[Port] = []
    outside = [
        replace(node, inputs=_leave(node, inside, group_id, output_ports))
        for node in graph.nodes.values()
        if node.id not in inside and any(link.node in inside for _, link in node.links())
    ]
    group = Node(
        id=group_id,
        type=GROUP,
        x=sum(node.x for node in members) / max(1, len(members)),
        y=sum(node.y for node in members) / max(1, len(members)),
        inputs=inputs,
        backdrop=_ground_of(members, inside),
        graph=Graph({node.id: node for node in moved}),
        input_ports=tuple(input_ports),
        output_ports=tuple(output_ports),
    )
    return graph.put([group, *outside], removed=inside)


def ungroup(graph: Graph, group: Node) -> Graph:
    """The graph with a group's nodes in its place, its shown parameters written back to them."""
    assert group.graph is not None
    names = unpacked_names(graph, group)
    unpacked = [
        _unpack(node, names, group)
        for node in (_with_shown_parameters(node, group) for node in group.graph.nodes.values())
    ]
    ports = {port.name: port for port in group.output_ports if port.node in names}
    users = [
        replace(
            graph.nodes[user],
            inputs={
                socket: tuple(
                    Link(link.id, names[ports[link.output].node], ports[link.output].inner)
                    if link.node == group.id
                    else link
                    for link in links
                    if link.node != group.id or link.output in ports
                )
                for socket, links in graph.nodes[user].inputs.items()
            },
        )
        for user in graph.consumers(group.id)
    ]
    return graph.put([*unpacked, *users], removed=[group.id])


def unpacked_names(graph: Graph, group: Node) -> dict[str, str]:
    """The ids that a group's nodes have once it is unpacked into the graph that holds it."""
    assert group.graph is not None
    taken = graph.put([], removed=[group.id])
    names: dict[str, str] = {}
    for node_id in group.graph.nodes:
        names[node_id] = taken.free_id(node_id)
        taken = taken.put([Node(id=names[node_id], type="")])
    return names


def with_ports_into(holder: Node, group_id: str) -> Node:
    """The group `holder` after some of its nodes went into a new group: its ports lead there too,
    through ports that the new group is given."""
    assert holder.graph is not None
    inner = holder.graph.nodes[group_id]
    assert inner.graph is not None
    inside = inner.graph.nodes

    def through(ports: tuple[Port, ...], own: list[Port]) -> tuple[Port, ...]:
        led: list[Port] = []
        for port in ports:
            if port.node in inside:
                name = _output_port(Link("", port.node, port.inner), own)
                port = Port(port.name, group_id, name)
            led.append(port)
        return tuple(led)

    outputs, shown = list(inner.output_ports), list(inner.parameter_ports)
    entries = {
        link.output: name
        for name, links in inner.inputs.items()
        for link in links
        if link.node == INPUTS
    }
    led = replace(
        holder,
        input_ports=tuple(
            Port(port.name, group_id, entries.get(port.name, port.inner))
            if port.node in inside
            else port
            for port in holder.input_ports
        ),
        output_ports=through(holder.output_ports, outputs),
        parameter_ports=through(holder.parameter_ports, shown),
    )
    inner = replace(inner, output_ports=tuple(outputs), parameter_ports=tuple(shown))
    return replace(led, graph=holder.graph.put([inner]))


def with_ports_out_of(holder: Node, group: Node, names: Mapping[str, str]) -> Node:
    """The group `holder` after `group` within it was unpacked under `names`: its ports lead to
    what the group's ports led to."""

    def straight(ports: tuple[Port, ...], inner: tuple[Port, ...]) -> tuple[Port, ...]:
        behind = {port.name: port for port in inner if port.node in names}
        return tuple(
            Port(port.name, names[behind[port.inner].node], behind[port.inner].inner)
            if port.node == group.id and port.inner in behind
            else port
            for port in ports
        )

    return replace(
        holder,
        input_ports=straight(holder.input_ports, group.input_ports),
        output_ports=straight(holder.output_ports, group.output_ports),
        parameter_ports=straight(holder.parameter_ports, group.parameter_ports),
    )


def _ground_of(members: Sequence[Node], inside: set[str]) -> str:
    """The backdrop that all members of a group lie on."""
    grounds = {node.backdrop for node in members if node.backdrop not in inside}
    return grounds.pop() if len(grounds) == 1 else ""


def _enter(
    graph: Graph,
    node: Node,
    socket: str,
    link: Link,
    ports: list[Port],
    inputs: dict[str, tuple[Link, ...]],
) -> Link:
    wanted = socket
    if node.type == REROUTE:
        wanted = next((name for _, name in beyond(graph, node.id)), socket)
    name = _free_name(wanted, [port.name for port in ports])
    ports.append(Port(name, node.id, socket))
    inputs[name] = (link,)
    return Link(link.id, INPUTS, name)


def _leave(
    node: Node, inside: set[str], group_id: str, ports: list[Port]
) -> Mapping[str, tuple[Link, ...]]:
    rewired: dict[str, tuple[Link, ...]] = {}
    for socket, links in node.inputs.items():
        rewired[socket] = tuple(
            Link(link.id, group_id, _output_port(link, ports)) if link.node in inside else link
            for link in links
        )
    return rewired


def _output_port(link: Link, ports: list[Port]) -> str:
    for port in ports:
        if (port.node, port.inner) == (link.node, link.output):
            return port.name
    name = _free_name(link.output, [port.name for port in ports])
    ports.append(Port(name, link.node, link.output))
    return name


def _unpack(node: Node, names: Mapping[str, str], group: Node) -> Node:
    inputs: dict[str, tuple[Link, ...]] = {}
    for socket, links in node.inputs.items():
        found: list[Link] = []
        for link in links:
            if link.node == INPUTS:
                found += group.inputs.get(link.output, ())
            elif link.node in names:
                found.append(Link(link.id, names[link.node], link.output))
        if found:
            inputs[socket] = tuple(found)
    ground = names.get(node.backdrop, group.backdrop)
    return replace(node, id=names[node.id], inputs=inputs, backdrop=ground)


def _with_shown_parameters(node: Node, group: Node) -> Node:
    shown = {
        port.inner: group.parameters[port.name]
        for port in group.parameter_ports
        if port.node == node.id and port.name in group.parameters
    }
    return replace(node, parameters={**node.parameters, **shown}) if shown else node


def _free_name(wanted: str, taken: Sequence[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
