"""The hand: a tool in use on the parameters of one node, its edits and its undo."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from nodes.downstream import downstream
from nodes.edits import Batch, Edit, SetParameter
from nodes.feeding import Output, feeding
from nodes.graph import GROUP, Node
from nodes.parameters import On
from nodes.refusals import GraphError
from nodes.sockets import parameter_of
from nodes.spec import ParameterSpec
from widgets.document_model import DocumentModel
from widgets.inspector.help_lines import spoken
from widgets.viewer.tools.choosing import tool_for
from widgets.viewer.tools.tool import ViewTool
from widgets.viewer.viewer import Viewer
from widgets.words import told, tr

_GESTURES = count()


class Hand(QObject):
    """Holds at most one tool. A change upstream changes the picture below, never what was set."""

    held_changed = Signal(str)
    """The parameter whose tool is in hand now, or ""."""
    source_wanted = Signal(object)
    """The Output that the tool works on, to be looked at meanwhile; None: what was seen before."""
    refused = Signal(str)

    def __init__(self, model: DocumentModel, viewer: Viewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._viewer = viewer
        self._at: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._name = ""
        self._tool: ViewTool | None = None
        self._source: Output | None = None
        self._gesture = next(_GESTURES)
        model.edited.connect(self.update_content)
        viewer.tool_left.connect(self.put_down)

    @property
    def held(self) -> str:
        """The parameter whose tool is in hand, or ""."""
        return self._name

    def take_up(self, at: tuple[str, ...], ids: tuple[str, ...], name: str) -> bool:
        """Take the tool of a parameter of some nodes into hand; whether there is one."""
        self.put_down()
        self._at, self._ids = at, ids
        node = self._node()
        tool = tool_for(self._specs(node), name) if node is not None else None
        if node is None or tool is None:
            return False
        self._name, self._tool = name, tool
        tool.chosen.connect(self._on_chosen)
        tool.gesture_ended.connect(self._on_gesture_ended)
        self._source = self._feeding(node)
        if self._source is not None:
            self.source_wanted.emit(self._source)
        self.update_content()
        self._viewer.set_tool(tool)
        self.held_changed.emit(name)
        return True

    @Slot()
    def put_down(self) -> None:
        """Put the tool down, if there is one, and look at what was looked at before."""
        if self._tool is None:
            return
        self._tool.deleteLater()
        self._tool, self._name = None, ""
        self._viewer.set_tool(None)
        if self._source is not None:
            self._source = None
            self.source_wanted.emit(None)
        self.held_changed.emit("")

    @Slot()
    def update_content(self) -> None:
        """Show the tool the values as they are; put it down where its node is gone."""
        if self._tool is None:
            return
        node = self._node()
        if node is None:
            self.put_down()
            return
        specs = self._specs(node)
        if any(node.inputs.get(name) or name not in specs for name in self._tool.names):
            self.put_down()  # a wire decides now
            return
        values = {name: node.parameters.get(name, specs[name].default) for name in self._tool.names}
        self._tool.show_surroundings(self._model.graph, "/".join((*self._at, node.id)))
        self._tool.show_values(values)
        source = self._feeding(node)
        if source != self._source:
            self._source = source
            self.source_wanted.emit(source)

    def _node(self) -> Node | None:
        try:
            return self._model.document.graph_at(self._at).nodes.get(self._ids[0])
        except (GraphError, IndexError):
            return None

    def _specs(self, node: Node) -> dict[str, ParameterSpec]:
        registry = self._model.document.registry
        if node.type == GROUP:
            names = [port.name for port in node.parameter_ports]
        else:
            spec = registry.find(node.type)
            names = list(spec.parameters) if spec is not None else []
        found = {name: parameter_of(node, name, registry)[1] for name in names}
        return {name: spec for name, spec in found.items() if spec is not None}

    def _feeding(self, node: Node) -> Output | None:
        spec = self._specs(node).get(self._name)
        marks = spec.marks if spec is not None else ()
        on = next((mark for mark in marks if isinstance(mark, On)), None)
        if on is None:
            return None
        path = "/".join((*self._at, node.id))
        ahead = downstream(self._model.graph, path) if on.ahead else ()
        for fed, user in ahead:
            if user.type == on.ahead and not user.bypassed:
                return Output(fed, "")
        return feeding(self._model.graph, self._at, node.id, on.socket)

    @Slot(object)
    def _on_chosen(self, values: Mapping[str, Any]) -> None:
        edits: list[Edit] = [
            SetParameter(at=self._at, node=node, name=name, value=value)
            for node in self._ids
            for name, value in values.items()
        ]
        name = tr("Set {name} by hand", name=spoken(self._name))
        edit = edits[0] if len(edits) == 1 else Batch(edits=tuple(edits), name=name)
        try:
            self._model.do(edit, name, merge=f"hand {self._gesture}")
        except GraphError as error:
            self.refused.emit(told(error))
            self.update_content()

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture = next(_GESTURES)
