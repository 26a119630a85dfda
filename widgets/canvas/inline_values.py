"""The values that stand on a node itself: which they are, and how they are written. No Qt."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath
from typing import Any

from nodes.graph import GROUP, Node
from nodes.parameters import Opens, Saves
from nodes.registry import Registry
from nodes.sockets import parameter_of
from nodes.spec import ParameterSpec
from widgets.inspector.help_lines import spoken
from widgets.words import tr

MOST = 2
"""How many stand on a group: the first that it shows."""


def shown_names(node: Node, registry: Registry) -> tuple[str, ...]:
    """The parameters that stand on a node: those that its kind marks, or that a group shows."""
    if node.type == GROUP:
        return tuple(port.name for port in node.parameter_ports[:MOST])
    spec = registry.find(node.type)
    if spec is None:
        return ()
    return tuple(name for name in spec.shows if name not in node.exposed)


def value_of(node: Node, name: str, registry: Registry) -> tuple[Any, ParameterSpec | None]:
    """What holds for a parameter: what was set here, or within a group, or else the default."""
    spec = parameter_of(node, name, registry)[1]
    while name not in node.parameters and node.graph is not None:
        port = next((port for port in node.parameter_ports if port.name == name), None)
        if port is None or port.node not in node.graph.nodes:
            break
        node, name = node.graph.nodes[port.node], port.inner
    return node.parameters.get(name, spec.default if spec is not None else None), spec


def written(value: Any, spec: ParameterSpec | None) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, Enum):
        return spoken(str(value.value))
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, (int, str)):
        words = " ".join(str(value).split())
        names_file = spec is not None and any(
            isinstance(mark, (Opens, Saves)) for mark in spec.marks
        )
        if names_file and words:
            return PurePath(words).name or words
        return words or "–"
    return "…"
