"""What a run followed between the keys of masks: for the eye, and how sure it is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Slot

from app.frames.client import FrameClient
from app.window.run_desk import RunDesk
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster
from pipelines.masking.objects import OUTPUTS
from pipelines.scaling import fitted_mask
from pipelines.values import Mask, Pixels8
from widgets.masking.commands import MaskCommands
from widgets.masking.sight import Followed, MaskSight

_VIEW = "followed mask"
_THERE = (FrameState.SHOWN, FrameState.STALE)


class MaskFollowing(QObject):
    """Asks the frame server for the followed masks of the frame that is shown. Objects that share
    an output, or have none, are shown by the shapes between their keys."""

    def __init__(
        self,
        sight: MaskSight,
        commands: MaskCommands,
        client: FrameClient,
        desk: RunDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sight = sight
        self._commands = commands
        self._client = client
        self._desk = desk
        self._asked: dict[str, tuple[int, str]] = {}
        """By view: what was asked last, and for which object; gone once it is answered."""
        self._arrived: dict[str, ArrivedFrame] = {}
        self._wanted: dict[str, int] = {}
        self._path = ""
        self._has_run = True
        sight.moved.connect(self._on_moved)
        sight.easel.changed.connect(self._on_easel_changed)
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)
        desk.standing_found.connect(self._on_standing_found)

    def close(self) -> None:
        """Ask no more."""
        self._sight.moved.disconnect(self._on_moved)
        self._sight.easel.changed.disconnect(self._on_easel_changed)
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        self._desk.standing_found.disconnect(self._on_standing_found)
        self._let_go()

    @Slot()
    def _on_standing_found(self) -> None:
        """It is known what has run."""
        self._has_run = True
        self._show_sureness()
        self._ask()

    @Slot()
    def _on_moved(self) -> None:
        self._follow_easel()
        if self._wanted and self._has_run:
            self._sight.await_followed()
            self._ask()

    @Slot()
    def _on_easel_changed(self) -> None:
        before = self._path, self._wanted
        self._follow_easel()
        self._show_sureness()
        if (self._path, self._wanted) != before:
            self._ask()

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if not name:
            self._ask()

    def _follow_easel(self) -> None:
        easel = self._sight.easel
        if easel.path != self._path:
            self._path, self._has_run = easel.path, True
            self._let_go()
            self._show_none()
        keyed = [one for one in easel.objects if one.keys] if easel.follows else []
        outputs = [one.output for one in keyed]
        self._wanted = {
            one.id: one.output
            for one in keyed
            if 1 <= one.output <= OUTPUTS and outputs.count(one.output) == 1
        }

    def _show_none(self) -> None:
        if self._sight.followed.masks or self._sight.is_awaiting:
            self._sight.show_followed(Followed())

    def _let_go(self) -> None:
        for view in {*self._asked, *self._arrived}:
            self._client.cancel(view)
        self._asked, self._arrived = {}, {}

    def _show_sureness(self) -> None:
        curves = self._desk.curves_of(self._path)
        self._commands.sureness = {
            name: [1.0 if value is None else value for value in curve]
            for name, curve in curves.items()
        }

    def _ask(self) -> None:
        if not self._wanted:
            self._show_none()
        if not self._wanted or not self._has_run or not self._sight.has_picture:
            return
        self._asked, self._arrived = {}, {}
        for object_id, output in self._wanted.items():
            view = f"{_VIEW} {output}"
            serial = self._client.request(
                view, self._path, f"output_{output}", self._sight.frame, self._sight.size
            )
            self._asked[view] = serial, object_id

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        asked = self._asked.get(answer.view)
        if asked is None or asked[0] != answer.serial:
            return
        self._arrived[asked[1]] = arrived
        del self._asked[answer.view]
        if not self._asked:
            self._show()

    def _show(self) -> None:
        found = {
            object_id: one
            for object_id, one in self._arrived.items()
            if one.answer.state in _THERE and one.answer.frame == self._sight.frame
        }
        states = {one.answer.state for one in self._arrived.values()}
        self._has_run = not states <= {FrameState.NOT_RUN, FrameState.FAILED}
        masks = {
            object_id: _fitted(one.raster, self._sight.size)
            for object_id, one in found.items()
            if one.raster is not None and one.raster.channels == 1
        }
        is_stale = FrameState.STALE in states
        before = self._sight.followed
        if masks or before.masks or self._sight.is_awaiting:
            self._sight.show_followed(Followed(masks, is_stale))


def _fitted(raster: Raster, size: tuple[int, int]) -> Pixels8:
    values = np.frombuffer(raster.pixels, np.uint8).reshape(raster.height, raster.width)
    return fitted_mask(Mask(values), *size).pixels
