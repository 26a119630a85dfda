"""The example of a node put into the graph, below the node that it explains."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot

from nodes.edits import PutNodes
from nodes.examples import nodes_of
from nodes.graph import Graph, Node
from widgets.canvas import NodeCanvas
from widgets.canvas.arranging import arranged
from widgets.canvas.copying import pasted
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.node_names import kind_of
from widgets.words import tr

_NODE = (200.0, 150.0)
"""Room for a node that is not painted yet, in pixels of the scene."""
_BELOW = 60.0


class Examples(QObject):
    """Carries out what the inspector asks, as one step."""

    def __init__(self, model: DocumentModel, inspector: Inspector, canvas: NodeCanvas) -> None:
        super().__init__(inspector)
        self._model = model
        self._inspector = inspector
        self._canvas = canvas
        inspector.example_asked.connect(self._on_example_asked)

    @Slot()
    def _on_example_asked(self) -> None:
        at, (node_id, *_) = self._inspector.shown_nodes
        registry = self._model.document.registry
        node = self._model.document.graph_at(at).nodes[node_id]
        spec = registry.find(node.type)
        if spec is None or spec.example is None:
            return
        self._canvas.reveal("/".join((*at, node_id)))
        nodes = in_columns(nodes_of(spec.example, registry))
        edit = pasted(self._canvas.editor.graph, nodes, at, self._free_place(node_id, nodes))
        if self._canvas.editor.do(
            edit, tr("Insert the example of {kind}", kind=kind_of(node, registry))
        ):
            self._show(edit)

    def _show(self, edit: PutNodes) -> None:
        self._canvas.select([node.id for node in edit.nodes])
        self._canvas.show_edit(edit)

    def _free_place(self, node_id: str, nodes: tuple[Node, ...]) -> tuple[float, float]:
        """Left under a node, and under everything that stands below it there."""
        scene = self._canvas.scene
        left = scene.node_rect(node_id).left()
        right = left + max(node.x for node in nodes) + _NODE[0]
        lefts, tops = scene.places.corners.T
        widths, heights = scene.places.sizes.T
        is_in_way = (lefts < right) & (lefts + widths > left)
        return left, float((tops + heights)[is_in_way].max()) + _BELOW


def in_columns(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Nodes that stand well, from (0, 0) on."""
    graph = Graph({node.id: node for node in nodes})
    sizes: Mapping[str, tuple[float, float]] = dict.fromkeys(graph.nodes, _NODE)
    places = arranged(graph, graph.nodes, sizes)
    return tuple(replace(node, x=places[node.id][0], y=places[node.id][1]) for node in nodes)
