"""Masks painted in the viewer: the painter that is selected is in hand, over what flows into it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.models.answering_process import AnsweringProcess
from app.window.mask_drift import MaskDrift
from app.window.mask_following import MaskFollowing
from app.window.mask_pictures import MaskPictures
from app.window.run_desk import RunDesk
from app.window.viewing import Viewing
from nodes.edits import Batch, Edit, PaintMask, PutMaskKeys
from nodes.feeding import Output
from nodes.refusals import GraphError
from pipelines.masking.frames import holds
from pipelines.painting.tiles import TileStore
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.masking.commands import MaskCommands
from widgets.masking.easel import PAINTERS, MaskEasel
from widgets.masking.hand import MaskHand
from widgets.masking.mask_bar import MaskBar
from widgets.masking.painter import MaskPainter
from widgets.masking.placing import painter_over
from widgets.masking.sight import MaskSight
from widgets.masking.studio import MaskChange
from widgets.time_ruler.keys import RulerKeys
from widgets.words import told, tr

_PARAMETER = "objects"
_REST_MS = 120_000
"""How long models stay ready to answer after the painter was put down."""


class Masking(QObject):
    """Joins easel, viewer and inspector. While a painter is in hand, the viewer shows its clip."""

    refused = Signal(str)
    painter_wanted = Signal(str)
    """The path of a mask painter that the person wants to see."""

    def __init__(
        self,
        model: DocumentModel,
        tiles: TileStore,
        inspector: Inspector,
        viewing: Viewing,
        desk: RunDesk,
    ) -> None:
        super().__init__(inspector)
        self._model = model
        self._inspector = inspector
        self._viewing = viewing
        self._viewer = viewing.viewer
        self.hand = MaskHand(self)
        self.easel = MaskEasel(model, self)
        self._answers = AnsweringProcess()
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._on_rest_due)
        self.sight = MaskSight(self.easel, self.hand, tiles, self, self._answers)
        self.bar = MaskBar()
        self.commands = MaskCommands(self.sight, self.bar)
        self.bar.begin(self.hand, self.commands)
        self.painter: MaskPainter | None = None
        client = viewing.client
        self._pictures = MaskPictures(self.easel, client, self) if client is not None else None
        if self._pictures is not None:
            self._pictures.changed.connect(self._show_keys)
        self._following: MaskFollowing | None = None
        if client is not None:
            self._following = MaskFollowing(self.sight, self.commands, client, desk, self)
        self._drift = MaskDrift(self.easel, self._viewer.ruler, desk, self)
        self._source: Output | None = None
        model.retraced.connect(self._on_retraced)
        self.easel.refused.connect(self.refused)
        self.easel.changed.connect(self.update_content)
        self.easel.left.connect(self.put_down)
        self.commands.frame_wanted.connect(self._viewer.driving.scrub_to)
        self.commands.change_wanted.connect(self._on_change_wanted)
        self.commands.refining_wanted.connect(self._on_refining_wanted)
        self._viewer.ruler.key_dragged.connect(self.commands.move_key)
        self._viewer.tool_left.connect(self.put_down)
        self._viewer.masking_wanted.connect(self._on_masking_wanted)
        self._viewer.arrivals.strip_changed.connect(self.update_content)
        inspector.nodes_shown.connect(self._on_nodes_shown)
        inspector.tool_toggled.connect(self._on_tool_toggled)
        inspector.mask_chosen.connect(self.easel.choose)
        self._on_nodes_shown()

    @Slot(bool)
    def _on_masking_wanted(self, wanted: bool) -> None:
        """Paint over what is looked at, with a painter that may be new; or be done with it."""
        if wanted == (self.painter is not None):
            return
        if not wanted:
            self.put_down()
            return
        looked = self._viewing.looked_at
        if looked is None:
            self.refused.emit(tr("There is no picture to paint a mask on."))
        else:
            self._paint_over(looked)
        self._show_switch()

    def _paint_over(self, looked: Output) -> None:
        at = tuple(looked.path.split("/"))[:-1]
        found = painter_over(self._model.document.graph_at(at), at, looked)
        try:
            if found.edit is not None:
                self._model.do(found.edit, found.edit.name)
        except GraphError as error:
            self.refused.emit(told(error))
            return
        self.painter_wanted.emit("/".join((*at, found.node)))
        self._inspector.set_selection((found.node,), at)  # it may have been chosen, and not shown
        if self.painter is None:
            self.take_up(at, found.node)

    def _show_switch(self) -> None:
        self._viewer.commands["paint_mask"].setChecked(self.painter is not None)

    def close(self) -> None:
        """The project is put away."""
        if self.painter is not None:
            self.painter.pointing.drop()
        self.put_down()
        if self._pictures is not None:
            self._pictures.close()
        if self._following is not None:
            self._following.close()
        self._drift.close()
        self._model.retraced.disconnect(self._on_retraced)
        self._viewer.ruler.key_dragged.disconnect(self.commands.move_key)
        self._viewer.tool_left.disconnect(self.put_down)
        self._viewer.masking_wanted.disconnect(self._on_masking_wanted)
        self._viewer.arrivals.strip_changed.disconnect(self.update_content)
        self.sight.close()
        self.bar.deleteLater()

    def take_up(self, at: tuple[str, ...], node_id: str) -> None:
        """Take a mask painter in hand."""
        self.put_down()
        self.easel.take_up(at, node_id)
        if self.easel.node is None:
            return
        self._resting.stop()
        self.painter = MaskPainter(self.sight, self.commands.actions)
        self.commands.enable(enabled=True)
        self.bar.show_following(follows=self.easel.follows)
        row = self._inspector.rows.get(_PARAMETER)
        if row is not None:  # its list holds the keys after a click: tools are taken there too
            row.addActions(list(self.commands.actions.values()))
        self.update_content()
        self._viewer.set_tool(self.painter, self.bar)
        self._show_switch()

    @Slot()
    def put_down(self) -> None:
        """Put the painter down, and look at what was looked at before."""
        painter, self.painter = self.painter, None
        if painter is None:
            return
        painter.pointing.close()
        if self._viewer.tool is painter:
            self._viewer.set_tool(None)
        painter.deleteLater()
        self._resting.start()
        self.easel.put_down()
        self._drift.update_content()
        self.commands.enable(enabled=False)
        self._viewer.ruler.set_keys(None)
        self._inspector.show_tool("")
        self._show_switch()
        if self._source is not None:
            self._source = None
            self._viewing.look_meanwhile(None)

    @Slot()
    def update_content(self) -> None:
        """Look at what is painted over; show keys and what is chosen."""
        if self.painter is None:
            return
        source = self.easel.source
        if source != self._source:
            self._source = source
            self._viewing.look_meanwhile(source)
        self.commands.length = self._viewer.playback.length
        self._inspector.show_tool(_PARAMETER)
        painted = self.easel.object
        if painted is not None:
            self._inspector.choose_mask(painted.id)
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        painted = self.easel.object
        if self.painter is None:
            return
        if painted is None:
            self._viewer.ruler.set_keys(RulerKeys())
            return
        held = frozenset(key.frame for key in painted.keys if holds(painted, key))
        frames = tuple(key.frame for key in painted.keys)
        doubtful = self._pictures.doubtful if self._pictures is not None else frozenset[int]()
        corrected = frozenset(key.frame for key in painted.keys if key.corrects)
        keys = RulerKeys(
            frames, held, painted.colour, painted.leads, painted.trails, doubtful, corrected
        )
        self._viewer.ruler.set_keys(keys)

    @Slot()
    def _on_nodes_shown(self) -> None:
        at, ids = self._inspector.shown_nodes
        self.put_down()
        node = self._model.document.graph_at(at).nodes.get(ids[0]) if len(ids) == 1 else None
        if node is not None and node.type in PAINTERS:
            self.take_up(at, node.id)

    @Slot(str, bool)
    def _on_tool_toggled(self, name: str, wanted: bool) -> None:
        if not wanted:
            self.put_down()
        elif name == _PARAMETER:
            self._on_nodes_shown()

    @Slot(object)
    def _on_retraced(self, edit: Edit) -> None:
        """Show the frame and the object that were undone or done again."""
        found = _painted_in(edit)
        if found is None or self.painter is None or found.node != self.easel.node_id:
            return
        self.easel.choose(found.object)
        frame = found.frame if isinstance(found, PaintMask) else _frame_of(found)
        if frame is not None and frame < self._viewer.playback.length:
            self._viewer.driving.scrub_to(frame)

    @Slot()
    def _on_rest_due(self) -> None:
        self._answers.rest()

    @Slot(object)
    def _on_change_wanted(self, change: MaskChange) -> None:
        if self.painter is not None:
            self.painter.change(change)

    @Slot()
    def _on_refining_wanted(self) -> None:
        if self.painter is not None:
            self.painter.pointing.refine(self.painter.shown)


def _painted_in(edit: Edit) -> PaintMask | PutMaskKeys | None:
    """The edit of keys in an edit, the last where there are several."""
    if isinstance(edit, Batch):
        found = [one for one in map(_painted_in, edit.edits) if one is not None]
        return found[-1] if found else None
    return edit if isinstance(edit, (PaintMask, PutMaskKeys)) else None


def _frame_of(edit: PutMaskKeys) -> int | None:
    """The frame that keys were put on, or taken from."""
    frames = (*(key.frame for key in edit.keys), *edit.removed)
    return frames[0] if frames else None
