"""The node canvas: a graph to look at, wire and arrange. Given its model, it never looks it up."""

from widgets.canvas.canvas import NodeCanvas
from widgets.canvas.node_states import NodeState, NodeStates

__all__ = ["NodeCanvas", "NodeState", "NodeStates"]
