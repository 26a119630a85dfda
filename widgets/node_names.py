"""What nodes and kinds of node are called, in the person's language."""

from __future__ import annotations

from nodes.graph import BACKDROP, GROUP, REROUTE, Node
from nodes.registry import Registry
from widgets.words import noted, said

_BUILT_IN = {
    GROUP: noted("Group"),
    REROUTE: noted("Dot"),
    BACKDROP: noted("Backdrop"),
}


def kind_of(node: Node, registry: Registry) -> str:
    """The name of a node's kind; of one that is not installed, its id."""
    spec = registry.find(node.type)
    if spec is not None:
        return said(spec.title)
    return said(_BUILT_IN[node.type]) if node.type in _BUILT_IN else node.type


def title_of(node: Node, registry: Registry) -> str:
    """What a node is called, on one line: its own title, or its kind."""
    return " ".join(node.title.split()) or kind_of(node, registry)
