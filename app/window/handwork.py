"""Tools over the picture for what the inspector shows, and the size that flows into its node."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.frames.client import FrameClient
from app.window.viewing import Viewing
from nodes.feeding import Output, feeding
from nodes.frame_serving.messages import ArrivedFrame
from nodes.graph import GROUP
from nodes.refusals import GraphError
from nodes.spec import MANY_PICTURES, ONE_PICTURE
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.viewer.tools.hand import Hand

_VIEW = "size of an input"
_ASK_AFTER = 200
"""Milliseconds after an edit until the size is asked for anew."""


class Handwork(QObject):
    """While a tool is in hand, the viewer looks at the picture that it works on."""

    refused = Signal(str)

    def __init__(self, model: DocumentModel, inspector: Inspector, viewing: Viewing) -> None:
        super().__init__(inspector)
        self._model = model
        self._inspector = inspector
        self._viewing = viewing
        self._serial = -1
        self._asking = QTimer(self, singleShot=True, interval=_ASK_AFTER)
        self._asking.timeout.connect(self._on_asking_due)
        self.hand = Hand(model, viewing.viewer, self)
        self.hand.held_changed.connect(inspector.show_tool)
        self.hand.source_wanted.connect(self._on_source_wanted)
        self.hand.refused.connect(self.refused)
        inspector.tool_toggled.connect(self._on_tool_toggled)
        inspector.nodes_shown.connect(self._on_nodes_shown)
        model.edited.connect(self._asking.start)
        if viewing.client is not None:
            viewing.client.frame_arrived.connect(self._on_frame_arrived)
        inspector.offer_tools()

    def close(self) -> None:
        """The project is put away."""
        self._asking.stop()
        self.hand.put_down()
        self._model.edited.disconnect(self._asking.start)
        client = self._viewing.client
        if client is not None:
            client.frame_arrived.disconnect(self._on_frame_arrived)
            client.cancel(_VIEW)

    @Slot(str, bool)
    def _on_tool_toggled(self, name: str, wanted: bool) -> None:
        at, ids = self._inspector.shown_nodes
        if not wanted:
            self.hand.put_down()
        elif not self.hand.take_up(at, ids, name):
            self._inspector.show_tool("")

    @Slot()
    def _on_nodes_shown(self) -> None:
        self.hand.put_down()
        self._inspector.show_input_size(None)
        self._asking.start()

    @Slot(object)
    def _on_source_wanted(self, source: Output | None) -> None:
        self._viewing.look_meanwhile(source)

    @Slot()
    def _on_asking_due(self) -> None:
        client, source = self._viewing.client, self._input()
        if client is None or source is None or not self._inspector.has_size:
            self._inspector.show_input_size(None)
            return
        self._ask(client, source)

    def _ask(self, client: FrameClient, source: Output) -> None:
        self._serial = client.request(_VIEW, source.path, source.name, 0, (1, 1), patient=True)

    def _input(self) -> Output | None:
        """The picture that flows into the one node that is shown."""
        at, ids = self._inspector.shown_nodes
        try:
            node = self._model.document.graph_at(at).nodes.get(ids[0]) if len(ids) == 1 else None
        except GraphError:
            return None
        if node is None or node.type == GROUP:
            return None
        spec = self._model.document.registry.find(node.type)
        pictured = (*ONE_PICTURE, *MANY_PICTURES)
        sockets = spec.sockets if spec is not None else ()
        name = next((one.name for one in sockets if one.value in pictured), None)
        return feeding(self._model.graph, at, node.id, name) if name is not None else None

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.view == _VIEW and answer.serial == self._serial:
            shape = answer.strip.format if answer.strip is not None else None
            size = (shape.width, shape.height) if shape is not None else None
            self._inspector.show_input_size(size)
