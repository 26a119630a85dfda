"""The node canvas: a graph to look at, wire and arrange. Given its model, it never looks it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.canvas.node_states import NodeState, NodeStates

if TYPE_CHECKING:
    from widgets.canvas.canvas import NodeCanvas

__all__ = ["NodeCanvas", "NodeState", "NodeStates"]


def __getattr__(name: str) -> object:
    """The canvas is imported when it is first named; how nodes stand is known before that."""
    if name != "NodeCanvas":
        raise AttributeError(name)
    from widgets.canvas.canvas import NodeCanvas

    return NodeCanvas
