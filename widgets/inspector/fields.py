"""What the selected nodes have in common, as values. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from nodes.document import Document
from nodes.graph import BACKDROP, GROUP, INPUTS, REROUTE, Graph, Node
from nodes.model_state import ModelState
from nodes.named_models import named_models, replaceable_models
from nodes.parameters import Edge, IsColour, Margin, On
from nodes.refusals import GraphError
from nodes.seeds import locked_seeds
from nodes.sockets import parameter_of
from nodes.spec import ParameterSpec
from widgets.inspector.help_lines import parameter_lines, summary, usage
from widgets.words import counted, said, tr


class Tooling(StrEnum):
    """Whether a parameter is edited by hand over a picture."""

    NONE = "none"
    UNFED = "unfed"
    """There is a tool, but nothing flows into the socket whose picture it works on."""
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter as the selected nodes have it. `values` holds one value for each of them.

    `wired_from` says, in words, where the value comes from instead; empty where none is wired.
    """

    name: str
    spec: ParameterSpec
    help: str
    values: tuple[Any, ...]
    is_set: bool
    is_exposed: bool
    can_be_socket: bool
    wired_from: str
    is_locked: bool
    tool: Tooling = Tooling.NONE
    shown_on_group: str = ""
    """The name under which the group around the node shows it, empty where it does not."""

    @property
    def is_changed(self) -> bool:
        """Whether a value is another than the default."""
        return any(value != self.spec.default for value in self.values)

    @property
    def differs(self) -> bool:
        """Whether the nodes disagree."""
        return any(value != other for value, other in pairwise(self.values))


@dataclass(frozen=True, slots=True)
class Subject:
    """The selected nodes: what to call them, what they are for, and what can be set on them."""

    nodes: tuple[Node, ...]
    title: str
    kind: str
    help: str
    more: str
    fields: tuple[Field, ...]
    has_example: bool = False
    """Whether there are nodes that show how this one is used."""
    model: ModelState | None = None
    models: tuple[str, ...] = ()
    """The ids of the models that they are set to work with."""
    replaced: frozenset[str] = frozenset()
    """Those for which what is built in works where they are not here."""


def subject_of(document: Document, at: tuple[str, ...], ids: Sequence[str]) -> Subject | None:
    """The nodes of these ids within a group; None where none of them is there."""
    try:
        graph = document.graph_at(at)
    except GraphError:
        return None
    nodes = tuple(graph.nodes[node_id] for node_id in ids if node_id in graph.nodes)
    if not nodes:
        return None
    fields, node = _fields(document, graph, at, nodes), nodes[0]
    models, replaced = _models(document, nodes)
    if len(nodes) > 1:
        kinds = dict.fromkeys(_kind(document, node) for node in nodes)
        return Subject(
            nodes,
            counted("{count} node", "{count} nodes", len(nodes)),
            ", ".join(kinds),
            "",
            "",
            fields,
            models=models,
            replaced=replaced,
        )
    kind, spec = _kind(document, node), document.registry.find(node.type)
    words, more = _help(document, node), _more(document, node)
    has_example = spec is not None and spec.example is not None
    model = spec.model if spec is not None else None
    about = (node.title, kind, words, more)
    return Subject(nodes, *about, fields, has_example, model, models, replaced)


def _models(document: Document, nodes: tuple[Node, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    named: dict[str, bool] = {}
    for node in nodes:
        replaceable = replaceable_models(node, document.registry)
        for model in named_models(node, document.registry):
            named[model] = named.get(model, True) and model in replaceable
    return tuple(named), frozenset(model for model, is_replaced in named.items() if is_replaced)


def _fields(
    document: Document, graph: Graph, at: tuple[str, ...], nodes: tuple[Node, ...]
) -> tuple[Field, ...]:
    fields: list[Field] = []
    ports = _ports_around(document, at)
    for name in _parameter_names(document, nodes[0]):
        spec = parameter_of(nodes[0], name, document.registry)[1]
        others = [parameter_of(node, name, document.registry)[1] for node in nodes[1:]]
        if spec is None or any(other is None or not _alike(spec, other) for other in others):
            continue
        fields.append(
            Field(
                name=name,
                spec=spec,
                help=_parameter_help(document, nodes[0], name),
                values=tuple(_value(node, name, spec) for node in nodes),
                is_set=any(name in node.parameters for node in nodes),
                is_exposed=any(name in node.exposed for node in nodes),
                can_be_socket=bool(spec.socket) and all(node.type != GROUP for node in nodes),
                wired_from=", ".join(filter(None, (_source(graph, n, name) for n in nodes))),
                is_locked=any(name in locked_seeds(node) for node in nodes),
                tool=_tooling(nodes, spec),
                shown_on_group=ports.get((nodes[0].id, name), ""),
            )
        )
    return tuple(fields)


def _ports_around(document: Document, at: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """{(node, parameter): name} of what the group around shows."""
    if not at:
        return {}
    group = document.graph_at(at[:-1]).nodes[at[-1]]
    return {(port.node, port.inner): port.name for port in group.parameter_ports}


def _tooling(nodes: Sequence[Node], spec: ParameterSpec) -> Tooling:
    """Of the four margins that one tool edits, the left one stands for all."""
    marks = spec.marks
    if any(isinstance(mark, IsColour) for mark in marks):
        return Tooling.READY
    on = next((mark for mark in marks if isinstance(mark, On)), None)
    lesser = any(isinstance(mark, Margin) and mark.edge is not Edge.LEFT for mark in marks)
    if on is None or lesser or len(nodes) > 1 or nodes[0].type == GROUP:
        return Tooling.NONE
    return Tooling.READY if nodes[0].inputs.get(on.socket) else Tooling.UNFED


def _alike(one: ParameterSpec, other: ParameterSpec) -> bool:
    same = one.name == other.name and one.type == other.type
    return same and one.marks == other.marks and one.socket == other.socket


def _parameter_names(document: Document, node: Node) -> list[str]:
    if node.type == GROUP:
        return [port.name for port in node.parameter_ports]
    spec = document.registry.find(node.type)
    return list(spec.parameters) if spec is not None else []


def _value(node: Node, name: str, spec: ParameterSpec) -> Any:
    """What holds: what was set on a group, or else on the node within it, or else the default."""
    while name not in node.parameters and node.graph is not None:
        port = next((port for port in node.parameter_ports if port.name == name), None)
        if port is None or port.node not in node.graph.nodes:
            break
        node, name = node.graph.nodes[port.node], port.inner
    return node.parameters.get(name, spec.default)


def _source(graph: Graph, node: Node, name: str) -> str:
    for link in node.inputs.get(name, ()):
        if link.node == INPUTS:
            return tr("the group's input")
        source = graph.nodes.get(link.node)
        return (source.title or source.id) if source is not None else link.node
    return ""


def _kind(document: Document, node: Node) -> str:
    named = {GROUP: tr("Group"), REROUTE: tr("Dot"), BACKDROP: tr("Backdrop")}
    if node.type in named:
        return named[node.type]
    spec = document.registry.find(node.type)
    return said(spec.title) if spec is not None else node.type


def _help(document: Document, node: Node) -> str:
    if node.type == GROUP:
        count = len(node.graph) if node.graph is not None else 0
        return counted("Holds {count} node.", "Holds {count} nodes.", count)
    if node.type == REROUTE:
        return tr("A dot on a wire. It hands on what it is given, and nothing runs here.")
    if node.type == BACKDROP:
        return tr("A ground that carries the nodes on it. Its colour is in the menu of the canvas.")
    spec = document.registry.find(node.type)
    if spec is None:
        return tr(
            "The node type “{type}” is not installed. The node is kept as it was saved. "
            "Install the plug-in that brings it, or remove the node.",
            type=node.type,
        )
    return summary(spec.help)


def _more(document: Document, node: Node) -> str:
    """How the kind of a node is used, with an example."""
    spec = document.registry.find(node.type)
    return usage(spec.help, spec.parameters) if spec is not None else ""


def _parameter_help(document: Document, node: Node, name: str) -> str:
    while node.type == GROUP and node.graph is not None:
        port = next((port for port in node.parameter_ports if port.name == name), None)
        if port is None or port.node not in node.graph.nodes:
            return ""
        node, name = node.graph.nodes[port.node], port.inner
    spec = document.registry.find(node.type)
    if spec is None:
        return ""
    return parameter_lines(spec.help, spec.parameters).get(name, "")
