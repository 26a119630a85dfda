"""What the search is asked for: a node at a point, at the end of a wire, or in another's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtWidgets import QWidget

from nodes.graph import DRAWN_ONLY
from nodes.spec import NodeSpec
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.linking import Candidate, End, by_parameter, candidates
from widgets.canvas.neighbours import companions
from widgets.canvas.replacing import by_fit
from widgets.canvas.rerouting import real_source
from widgets.canvas.search_popup import SearchPopup
from widgets.canvas.view import CanvasView
from widgets.document_model import DocumentModel


class NodeSearch(QObject):
    """Opens the search where it is wanted and does what was chosen."""

    def __init__(
        self,
        model: DocumentModel,
        editor: CanvasEditor,
        view: CanvasView,
        popup: SearchPopup,
        room: QWidget,
    ) -> None:
        super().__init__(popup)
        self._room = room
        self._registry = model.document.registry
        self._editor, self._view, self._popup = editor, view, popup
        self._start: End | None = None
        self._point = QPointF()
        self._candidates: dict[str, Candidate] = {}
        self._replaced: tuple[str, ...] = ()
        view.search_asked.connect(self.ask_for_node)
        view.wire_dropped.connect(self._on_wire_dropped)
        popup.chosen.connect(self._on_chosen)
        popup.closed.connect(view.setFocus)

    @Slot(QPointF)
    def ask_for_node(self, point: QPointF) -> None:
        """Search for a node to add at a point of the scene."""
        self._ask(sorted(self._registry.specs.values(), key=_shelf), None, point)

    @Slot()
    def ask_for_replacement(self) -> None:
        """Search for another kind of node in the place of the selected ones."""
        scene = self._editor.scene
        chosen = scene.selected
        if not chosen or self._editor.graph.nodes[chosen[-1]].type in DRAWN_ONLY:
            return
        specs = by_fit(scene.level, chosen[-1], self._registry.specs.values())
        self._ask(specs, None, scene.node_rect(chosen[-1]).bottomLeft())
        self._replaced = chosen

    @Slot(object, QPointF)
    def _on_wire_dropped(self, start: End, point: QPointF) -> None:
        level = self._editor.scene.level
        linked = self._companions(start)
        plain = {one.spec.id: one for one in candidates(level, start, linked)}
        led = {one.spec.id: one for one in by_parameter(level, start) if one.spec.id not in plain}
        self._candidates = plain | led
        specs = [one.spec for one in self._candidates.values()]
        specs.sort(key=_is_conversion)
        self._ask(specs, start, point, linked, {one: led[one].end for one in led})

    def _companions(self, start: End) -> Counter[str]:
        """How often each kind is wired to the node at the end of a wire."""
        level = self._editor.scene.level
        node = level.graph.nodes.get(real_source(level, start.node))
        kind = node.type if node is not None else ""
        return companions(self._editor.model.graph, kind, takes=start.is_output)

    def _ask(
        self,
        specs: list[NodeSpec],
        start: End | None,
        point: QPointF,
        linked: Mapping[str, int] | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        self._start, self._point, self._replaced = start, point, ()
        at = self._view.viewport().mapTo(self._room, self._view.from_scene(point))
        used = Counter(node.type for node in self._editor.graph.nodes.values())
        theme = self._editor.scene.look.theme
        self._popup.ask(specs, at, theme, used if linked is None else linked, parameters)

    @Slot(object)
    def _on_chosen(self, spec: NodeSpec) -> None:
        if self._replaced:
            self._editor.replace_nodes(self._replaced, spec)
        elif self._start is None:
            self._editor.add(spec, self._point)
        else:
            self._editor.add_linked(self._candidates[spec.id], self._start, self._point)


def _is_conversion(spec: NodeSpec) -> bool:
    """Whether a wire puts in such a node by itself where it is needed."""
    return spec.conversion


def _shelf(spec: NodeSpec) -> tuple[bool, str, str]:
    """Where a kind of node stands while nothing is typed: conversions, made by wires, last."""
    return spec.conversion, spec.category, spec.title
