"""Which output is looked at when a person looks at a node, or at a group."""

from __future__ import annotations

from nodes.flat_node import FlatNode, FlatRef
from nodes.graph import Graph, Link, Node
from nodes.registry import Registry
from nodes.reroutes import behind
from nodes.snapshot import Snapshot
from nodes.spec import MANY_PICTURES, ONE_PICTURE
from pipelines.errors import GraphError

_PICTURED = frozenset((*ONE_PICTURE, *MANY_PICTURES))


class NothingToSeeError(GraphError):
    """What is looked at has no picture, and that is no mistake."""


def shown_output(snapshot: Snapshot, path: str, output: str) -> FlatRef:
    """The output of a flat node whose frames are shown for (path, output).

    A group shows what its output ends in; a node that writes files, or only reports, what it is
    given; an empty or unpictured `output` the first with a picture. Raises NothingToSeeError, and
    what a node cannot run for.
    """
    path, output = _within_groups(snapshot.graph, path, output)
    node = snapshot.flat.get(path)
    if node is None:
        raise NothingToSeeError("There is nothing to see here.", mend="Choose a node to look at.")
    if node.problem is not None:
        raise node.problem
    spec = node.spec
    assert spec is not None
    pictured = [one.name for one in spec.outputs if one.value in _PICTURED]
    if output in pictured:
        return FlatRef(path, output)
    if pictured:
        return FlatRef(path, pictured[0])
    is_report = bool(spec.outputs) and all(one.value == "report" for one in spec.outputs)
    if spec.effect or (is_report and _PICTURED & {socket.value for socket in spec.sockets}):
        return _given(node, title_at(snapshot.graph, path, snapshot.registry))
    title = title_at(snapshot.graph, path, snapshot.registry)
    said = " and ".join(one.value for one in spec.outputs)
    raise NothingToSeeError(f"“{title}” gives {said + ', and ' if said else ''}no picture.")


def _given(node: FlatNode, title: str) -> FlatRef:
    for socket, refs in node.inputs:
        if socket.value in _PICTURED and refs:
            return refs[0]
    raise NothingToSeeError(f"“{title}” is given no picture.", mend="Connect a clip to it.")


def _within_groups(graph: Graph, path: str, output: str) -> tuple[str, str]:
    """The node within groups that an output of a group ends in; a node's own path as it is."""
    node = node_at(graph, path)
    while node is not None and node.graph is not None:
        ports = node.output_ports
        port = next((one for one in ports if one.name == output), ports[0] if ports else None)
        if port is None:
            break
        link = behind(node.graph, Link("", port.node, port.inner))
        if link is None:
            break
        path, output, node = f"{path}/{link.node}", link.output, node.graph.nodes.get(link.node)
    return path, output


def title_at(graph: Graph, path: str, registry: Registry) -> str:
    """What a person calls a node: its own title, or that of its kind."""
    node = node_at(graph, path)
    if node is None:
        return path
    spec = registry.find(node.type)
    return " ".join(node.title.split()) or (spec.title if spec is not None else node.id)


def node_at(graph: Graph, path: str) -> Node | None:
    """The node, or the group, of a path; None where there is none."""
    node: Node | None = None
    inside: Graph | None = graph
    for part in path.split("/"):
        node = inside.nodes.get(part) if inside is not None else None
        inside = node.graph if node is not None else None
    return node
