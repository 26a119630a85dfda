"""What each edit does to a graph. Pure: a graph and an edit in, a graph out, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from nodes import edits
from nodes.backdrops import ground_below, grounds_under
from nodes.graph import BACKDROP, GROUP, ID, INPUTS, Graph, Link, Node
from nodes.grouping import group_nodes, ungroup
from nodes.mask_edits import with_masks
from nodes.refusals import (
    BadIdError,
    BadParameterError,
    DuplicateNodeError,
    LoopError,
    NoSuchLinkError,
    NoSuchPanelError,
    NoSuchParameterError,
    NoSuchSocketError,
    NotABackdropError,
    NotAGroupError,
    TypeRefusedError,
    UnknownNodeError,
)
from nodes.registry import Registry
from nodes.sockets import accepts, output_value, parameter_of, socket_of, takers
from pipelines.panels import Layer, Panel, with_tiles


def apply(graph: Graph, edit: edits.Edit, registry: Registry) -> Graph:
    """The graph that holds after an edit within it (`at` has been followed already).

    Raises a GraphError; the graph given is never changed.
    """
    match edit:
        case edits.PutNodes():
            return graph.put(edit.nodes, removed=edit.removed)
        case edits.AddNode():
            return _add(graph, edit.node, registry)
        case edits.RemoveNodes():
            return _remove(graph, edit.nodes)
        case edits.Connect():
            return _connect(graph, edit, registry)
        case edits.Disconnect():
            return _disconnect(graph, edit)
        case edits.ReorderLinks():
            return _reorder(graph, edit)
        case edits.SetParameter():
            return _set_parameter(graph, edit, registry)
        case edits.ResetParameter():
            node = find(graph, edit.node)
            kept = {name: value for name, value in node.parameters.items() if name != edit.name}
            return graph.put([replace(node, parameters=kept)])
        case edits.ExposeParameter():
            return _expose(graph, edit, registry)
        case edits.MoveNodes():
            places = edit.positions.items()
            return graph.put([replace(find(graph, id), x=x, y=y) for id, (x, y) in places])
        case edits.RenameNode():
            return graph.put([replace(find(graph, edit.node), title=edit.title)])
        case edits.SetBypass():
            nodes = [find(graph, node_id) for node_id in edit.nodes]
            return graph.put([replace(node, bypassed=edit.bypassed) for node in nodes])
        case edits.SetThumbnail():
            nodes = [find(graph, node_id) for node_id in edit.nodes]
            return graph.put([replace(node, thumbnail=edit.thumbnail) for node in nodes])
        case edits.SetBackdrop():
            return _lay_on(graph, edit)
        case edits.Pin():
            return graph.put([replace(find(graph, edit.node), pinned=edit.key)])
        case edits.Reroll():
            return graph.put([replace(find(graph, edit.node), reroll=edit.number)])
        case edits.GroupNodes():
            return _group(graph, edit)
        case edits.Ungroup():
            return ungroup(graph, _find_group(graph, edit.group))
        case edits.ExposePort():
            return _expose_port(graph, edit, registry)
        case edits.HidePort():
            node = _find_group(graph, edit.group)
            kept = tuple(port for port in node.parameter_ports if port.name != edit.name)
            return graph.put([replace(node, parameter_ports=kept)])
        case edits.PutPanels():
            return _put_panels(graph, edit)
        case edits.PaintTiles():
            return _paint(graph, edit)
        case edits.PutMasks() | edits.PutMaskKeys() | edits.PaintMask():
            return graph.put([with_masks(find(graph, edit.node), edit)])
        case edits.SetSetting() | edits.Batch():
            raise TypeError("settings and batches are applied by the document")


def find(graph: Graph, node_id: str) -> Node:
    """The node of an id. Raises UnknownNodeError."""
    node = graph.nodes.get(node_id)
    if node is None:
        raise UnknownNodeError(node_id)
    return node


def panels_of(node: Node, parameter: str) -> tuple[Panel, ...]:
    """The panels of a storyboard node. Raises NoSuchPanelError where it holds none."""
    panels = node.parameters.get(parameter, ())
    if not isinstance(panels, tuple) or not all(isinstance(panel, Panel) for panel in panels):
        raise NoSuchPanelError(f"“{node.id}” holds no panels under “{parameter}”.")
    return panels


def _find_group(graph: Graph, node_id: str) -> Node:
    node = find(graph, node_id)
    if node.type != GROUP or node.graph is None:
        raise NotAGroupError(f"“{node_id}” is not a group.")
    return node


def _add(graph: Graph, node: Node, registry: Registry) -> Graph:
    if not ID.fullmatch(node.id):
        raise BadIdError(node.id)
    if node.id in graph.nodes:
        raise DuplicateNodeError(node.id)
    spec = registry.find(node.type)
    version = max(node.version, spec.version) if spec is not None else node.version
    return graph.put([replace(node, inputs={}, version=version)])


def _remove(graph: Graph, node_ids: Iterable[str]) -> Graph:
    removed = {find(graph, node_id).id for node_id in node_ids}
    users = {user for node_id in removed for user in graph.consumers(node_id)} - removed
    changed: dict[str, Node] = {}
    for user in users:
        node = graph.nodes[user]
        inputs = {
            socket: kept
            for socket, links in node.inputs.items()
            if (kept := tuple(link for link in links if link.node not in removed))
        }
        changed[user] = replace(node, inputs=inputs)
    if any(graph.nodes[node_id].type == BACKDROP for node_id in removed):
        for node in graph.nodes.values():
            if node.backdrop in removed and node.id not in removed:
                below = ground_below(graph, node.backdrop, removed)
                changed[node.id] = replace(changed.get(node.id, node), backdrop=below)
    return graph.put(changed.values(), removed=removed)


def _lay_on(graph: Graph, edit: edits.SetBackdrop) -> Graph:
    nodes = [find(graph, node_id) for node_id in edit.nodes]
    if edit.backdrop and find(graph, edit.backdrop).type != BACKDROP:
        raise NotABackdropError(f"“{edit.backdrop}” is not a backdrop.")
    under = {edit.backdrop, *grounds_under(graph, edit.backdrop)}
    if any(node.id in under for node in nodes):
        raise NotABackdropError(
            "A backdrop cannot lie on itself.", mend="Nothing was changed. Take another one."
        )
    return graph.put([replace(node, backdrop=edit.backdrop) for node in nodes])


def _connect(graph: Graph, edit: edits.Connect, registry: Registry) -> Graph:
    target = find(graph, edit.node)
    link = edit.link
    socket = socket_of(target, edit.socket, registry)
    if socket is None:
        raise NoSuchSocketError(f"“{target.id}” has no socket “{edit.socket}”.")
    if link.node != INPUTS:
        source = find(graph, link.node)
        value = output_value(graph, source, link.output, registry)
        if value is None:
            raise NoSuchSocketError(f"“{source.id}” has no output “{link.output}”.")
        for taker, taking in takers(graph, target, socket, registry):
            if not accepts(taking, value, registry, spec=registry.find(taker.type)):
                raise TypeRefusedError(
                    f"“{taking.name}” of “{taker.id}” takes {taking.value}, "
                    f"and “{source.id}” gives {value}.",
                    mend="Nothing was changed. Put a node that converts between them.",
                )
        if graph.depends_on(source.id, target.id):
            raise LoopError(source.id, target.id)
    links = target.inputs.get(edit.socket, ())
    if any(other.id == link.id for other in links):
        links = tuple(other for other in links if other.id != link.id)
    if socket.variadic:
        at = len(links) if edit.index < 0 else min(edit.index, len(links))
        links = (*links[:at], link, *links[at:])
    else:
        links = (link,)
    return graph.put([_with_links(target, edit.socket, links)])


def _disconnect(graph: Graph, edit: edits.Disconnect) -> Graph:
    node = find(graph, edit.node)
    links = node.inputs.get(edit.socket, ())
    kept = tuple(link for link in links if link.id != edit.link)
    if len(kept) == len(links):
        raise NoSuchLinkError(f"“{edit.socket}” of “{node.id}” has no link “{edit.link}”.")
    return graph.put([_with_links(node, edit.socket, kept)])


def _reorder(graph: Graph, edit: edits.ReorderLinks) -> Graph:
    node = find(graph, edit.node)
    links = {link.id: link for link in node.inputs.get(edit.socket, ())}
    if sorted(links) != sorted(edit.order):
        raise NoSuchLinkError(f"The new order must name every link of “{edit.socket}” once.")
    return graph.put([_with_links(node, edit.socket, tuple(links[id] for id in edit.order))])


def _with_links(node: Node, socket: str, links: tuple[Link, ...]) -> Node:
    inputs: dict[str, tuple[Link, ...]] = {**node.inputs, socket: links}
    if not links:
        del inputs[socket]
    return replace(node, inputs=inputs)


def _set_parameter(graph: Graph, edit: edits.SetParameter, registry: Registry) -> Graph:
    node = find(graph, edit.node)
    name, spec = parameter_of(node, edit.name, registry)
    if spec is None:
        raise NoSuchParameterError(f"“{node.id}” has no parameter “{edit.name}”.")
    parameters: Mapping[str, Any] = {**node.parameters, name: spec.convert(edit.value)}
    return graph.put([replace(node, parameters=parameters)])


def _expose(graph: Graph, edit: edits.ExposeParameter, registry: Registry) -> Graph:
    node = find(graph, edit.node)
    _, spec = parameter_of(node, edit.name, registry)
    if spec is None or not spec.socket:
        raise NoSuchParameterError(f"“{edit.name}” of “{node.id}” cannot be a socket.")
    kept = tuple(name for name in node.exposed if name != edit.name)
    if edit.exposed:
        return graph.put([replace(node, exposed=(*kept, edit.name))])
    inputs = {socket: links for socket, links in node.inputs.items() if socket != edit.name}
    return graph.put([replace(node, exposed=kept, inputs=inputs)])


def _group(graph: Graph, edit: edits.GroupNodes) -> Graph:
    if not ID.fullmatch(edit.group):
        raise BadIdError(edit.group)
    if edit.group in graph.nodes:
        raise DuplicateNodeError(edit.group)
    members = [find(graph, node_id) for node_id in dict.fromkeys(edit.nodes)]
    grouped = group_nodes(graph, members, edit.group)
    for _, link in grouped.nodes[edit.group].links():
        if link.node != INPUTS and grouped.depends_on(link.node, edit.group):
            raise LoopError(link.node, edit.group)
    return grouped


def _expose_port(graph: Graph, edit: edits.ExposePort, registry: Registry) -> Graph:
    node = _find_group(graph, edit.group)
    assert node.graph is not None
    inner = find(node.graph, edit.port.node)
    if parameter_of(inner, edit.port.inner, registry)[1] is None:
        raise NoSuchParameterError(f"“{inner.id}” has no parameter “{edit.port.inner}”.")
    if any(port.name == edit.port.name for port in node.parameter_ports):
        raise BadParameterError(f"“{node.id}” shows a parameter “{edit.port.name}” already.")
    return graph.put([replace(node, parameter_ports=(*node.parameter_ports, edit.port))])


def _put_panels(graph: Graph, edit: edits.PutPanels) -> Graph:
    node = find(graph, edit.node)
    panels = {panel.id: panel for panel in panels_of(node, edit.parameter)}
    panels.update({panel.id: panel for panel in edit.panels})
    order = edit.order if edit.order is not None else tuple(panels)
    missing = [panel_id for panel_id in order if panel_id not in panels]
    if missing or len(set(order)) != len(order):
        raise NoSuchPanelError(f"“{node.id}” has no panels in this order: {', '.join(order)}.")
    return graph.put([_with_panels(node, edit.parameter, tuple(panels[id] for id in order))])


def _paint(graph: Graph, edit: edits.PaintTiles) -> Graph:
    node = find(graph, edit.node)
    panels = panels_of(node, edit.parameter)
    targets = {edit.panel, *edit.shared}
    found = [
        layer
        for panel in panels
        if panel.id in targets
        for layer in panel.layers
        if layer.id == edit.layer
    ]
    if len(found) != len(targets) or any(layer != found[0] for layer in found):
        raise NoSuchPanelError(
            f"“{node.id}” has no layer “{edit.layer}” in “{', '.join(sorted(targets))}”."
        )
    painted = with_tiles(found[0], {(x, y): digest or None for x, y, digest in edit.tiles})
    changed = tuple(
        _with_layer(panel, painted) if panel.id in targets else panel for panel in panels
    )
    return graph.put([_with_panels(node, edit.parameter, changed)])


def _with_layer(panel: Panel, painted: Layer) -> Panel:
    layers = tuple(painted if layer.id == painted.id else layer for layer in panel.layers)
    return replace(panel, layers=layers)


def _with_panels(node: Node, parameter: str, panels: tuple[Panel, ...]) -> Node:
    return msgspec.structs.replace(node, parameters={**node.parameters, parameter: panels})
