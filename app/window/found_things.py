"""The things that a node found: listed in the inspector with their pictures, and shown over the
viewer's picture."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QAction, QPixmap

from app.frames.client import FrameClient
from app.window.run_desk import RunDesk
from app.window.viewing import Viewing
from nodes.feeding import Output, feeding
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster
from nodes.graph import Node
from nodes.refusals import GraphError
from nodes.spec import MANY_PICTURES, ONE_PICTURE, NodeSpec
from pipelines.detection.box_frames import pixel_edges
from pipelines.detection.found import Box, FoundObject, FoundObjects
from widgets.canvas.commands import Command, made_actions
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.found_row import FoundRow
from widgets.pictures import to_qimage
from widgets.words import tr

_VIEW = "picture of a found thing"
_SIZE = (640, 360)
_PICTURED = (*ONE_PICTURE, *MANY_PICTURES)


class _Look(NamedTuple):
    """A thing on the frame where it is seen best."""

    source: Output
    frame: int
    box: Box


class FoundThings(QObject):
    """Follows the inspector. Pictures are asked for one frame after another, patiently."""

    def __init__(
        self, model: DocumentModel, inspector: Inspector, viewing: Viewing, desk: RunDesk
    ) -> None:
        super().__init__(inspector)
        self._model = model
        self._inspector = inspector
        self._viewing = viewing
        self._desk = desk
        self._pane = viewing.viewer.found_pane
        self._found: FoundObjects | None = None
        self._source: Output | None = None
        self._pictures: dict[_Look, QPixmap] = {}
        self._wanted: deque[int] = deque()
        """Frames of which a picture is still to come."""
        self._serial = -1
        self._pointed = self._chosen = ""
        self._looks_aside = False
        self.commands = self._made_commands()
        inspector.nodes_shown.connect(self._on_nodes_shown)
        inspector.thing_pointed.connect(self._on_thing_pointed)
        inspector.thing_chosen.connect(self._on_thing_chosen)
        desk.standing_found.connect(self.update_content)
        model.edited.connect(self.update_content)
        client = viewing.client
        if client is not None:
            client.frame_arrived.connect(self._on_frame_arrived)
        self._on_nodes_shown()

    def close(self) -> None:
        """The project is put away."""
        self._desk.standing_found.disconnect(self.update_content)
        self._model.edited.disconnect(self.update_content)
        client = self._viewing.client
        if client is not None:
            client.frame_arrived.disconnect(self._on_frame_arrived)
            client.cancel(_VIEW)
        self._pane.clear()

    @Slot()
    def update_content(self) -> None:
        """Show what is known of the node that the inspector shows."""
        row = self._inspector.found_row
        self._allow_ticking(row)
        if row is None:
            if self._found is not None:
                self._found = None
                self._pane.clear()
            return
        found, source = self._known(), self._fed("clip")
        row.show_found(found)
        self._allow_ticking(row)
        if found != self._found or source != self._source:
            self._found, self._source = found, source
            self._ask_anew()
        row.show_pictures(self._shown_pictures())
        self._show_boxes()

    def _allow_ticking(self, row: FoundRow | None) -> None:
        can_all, can_none = row.can_tick if row is not None else (False, False)
        self.commands["tick_all_found"].setEnabled(can_all)
        self.commands["untick_all_found"].setEnabled(can_none)

    def _made_commands(self) -> dict[str, QAction]:
        commands = [
            Command("tick_all_found", tr("Tick All Found Things"), (), self._on_tick_all),
            Command("untick_all_found", tr("Untick All Found Things"), (), self._on_untick_all),
        ]
        return made_actions(commands, self._inspector)

    @Slot()
    def _on_tick_all(self) -> None:
        if self._inspector.found_row is not None:
            self._inspector.found_row.tick_all()

    @Slot()
    def _on_untick_all(self) -> None:
        if self._inspector.found_row is not None:
            self._inspector.found_row.tick_none()

    def _known(self) -> FoundObjects | None:
        """What the node found itself, or else what it is given."""
        at, ids = self._inspector.shown_nodes
        own = self._desk.found_by("/".join((*at, ids[0])))
        fed = self._fed("objects")
        return own if own is not None or fed is None else self._desk.found_by(fed.path)

    def _fed(self, socket: str) -> Output | None:
        at, ids = self._inspector.shown_nodes
        return feeding(self._model.graph, at, ids[0], socket)

    def _node(self) -> tuple[Node, NodeSpec] | None:
        at, ids = self._inspector.shown_nodes
        try:
            node = self._model.document.graph_at(at).nodes.get(ids[0]) if len(ids) == 1 else None
        except GraphError:
            return None
        spec = self._model.document.registry.find(node.type) if node is not None else None
        return (node, spec) if node is not None and spec is not None else None

    # Over the viewer's picture

    def _look_aside(self) -> None:
        """A node that has no picture of its own: look at the clip that it searches."""
        shown = self._node() if self._inspector.found_row is not None else None
        pictured = shown is not None and any(one.value in _PICTURED for one in shown[1].outputs)
        source = self._fed("clip") if shown is not None and not pictured else None
        if source is not None or self._looks_aside:
            self._viewing.look_meanwhile(source)
        self._looks_aside = source is not None

    def _show_boxes(self) -> None:
        """Those that go on from here, and the one that is looked at."""
        found = self._found or FoundObjects()
        pointed = self._pointed, self._chosen
        things = tuple(one for one in found.objects if one.ticked or one.id in pointed)
        self._pane.show_things(things, *pointed)

    def _thing(self, name: str) -> FoundObject | None:
        found = self._found or FoundObjects()
        return next((one for one in found.objects if one.id == name), None)

    @Slot(str)
    def _on_thing_pointed(self, name: str) -> None:
        self._pointed = name
        self._show_boxes()

    @Slot(str)
    def _on_thing_chosen(self, name: str) -> None:
        """Go to where it is seen best, unless it is on the frame that is shown."""
        self._chosen = name
        viewer, thing = self._viewing.viewer, self._thing(name)
        if thing is not None and thing.place(viewer.playback.frame) is None:
            viewer.driving.scrub_to(thing.clearest.frame)
        self._show_boxes()

    @Slot()
    def _on_nodes_shown(self) -> None:
        self._pointed = self._chosen = ""
        self._look_aside()
        self.update_content()

    # Pictures

    def _shown_pictures(self) -> dict[str, QPixmap]:
        found = self._found or FoundObjects()
        looks = {one.id: self._look(one) for one in found.objects}
        return {
            name: self._pictures[look]
            for name, look in looks.items()
            if look is not None and look in self._pictures
        }

    def _look(self, one: FoundObject) -> _Look | None:
        best = one.clearest
        return _Look(self._source, best.frame, best.box) if self._source is not None else None

    def _ask_anew(self) -> None:
        found = self._found or FoundObjects()
        looks = [self._look(one) for one in found.objects]
        self._pictures = {one: kept for one, kept in self._pictures.items() if one in looks}
        missing = [one.frame for one in looks if one is not None and one not in self._pictures]
        self._wanted = deque(dict.fromkeys(missing))
        self._ask_next(self._viewing.client)

    def _ask_next(self, client: FrameClient | None) -> None:
        if client is None or self._source is None or not self._wanted:
            return
        source, frame = self._source, self._wanted[0]
        self._serial = client.request(_VIEW, source.path, source.name, frame, _SIZE, patient=True)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.view != _VIEW or answer.serial != self._serial or not self._wanted:
            return
        if answer.state is FrameState.OVERTAKEN:
            self._ask_next(self._viewing.client)
            return
        frame = self._wanted.popleft()
        if arrived.raster is not None:
            self._cut(arrived.raster, frame)
        row = self._inspector.found_row
        if row is not None:
            row.show_pictures(self._shown_pictures())
        self._ask_next(self._viewing.client)

    def _cut(self, raster: Raster, frame: int) -> None:
        """The things that are seen best on a frame, out of its picture."""
        picture = to_qimage(raster)
        for one in (self._found or FoundObjects()).objects:
            look = self._look(one)
            if look is not None and look.frame == frame:
                left, top, right, bottom = pixel_edges(look.box, (raster.width, raster.height))
                area = QRect(left, top, right - left, bottom - top)
                self._pictures[look] = QPixmap.fromImage(picture.copy(area))
