"""Which keys of masks were painted on other pictures than those that are there now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.frames.client import FrameClient
from nodes.feeding import Output
from nodes.frame_serving.messages import NamesAnswer, NamesRequest
from widgets.masking.easel import MaskEasel

VIEW = "mask keys"
_REST_MS = 250
"""So long nothing is edited before the pictures' names are asked for."""


class MaskPictures(QObject):
    """Asks the frame server what the pictures under the keys of the object in hand are named."""

    changed = Signal()
    """Other keys are doubtful."""

    def __init__(self, easel: MaskEasel, client: FrameClient, parent: QObject) -> None:
        super().__init__(parent)
        self.doubtful: frozenset[int] = frozenset()
        self._easel = easel
        self._client = client
        self._source: Output | None = None
        self._names: Mapping[int, str] = {}
        self._asking = QTimer(self, singleShot=True, interval=_REST_MS)
        self._asking.timeout.connect(self._on_asking_due)
        client.names_arrived.connect(self._on_names_arrived)
        client.scene_shown.connect(self._on_scene_shown)
        easel.changed.connect(self.update_content)

    def close(self) -> None:
        """Ask no more."""
        self._asking.stop()
        self._client.names_arrived.disconnect(self._on_names_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        self._easel.changed.disconnect(self.update_content)
        self._client.cancel(VIEW)

    @Slot()
    def update_content(self) -> None:
        """Keep to the keys as they are."""
        self._compare()
        self._asking.start()

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if not name:
            self._asking.start()

    @Slot()
    def _on_asking_due(self) -> None:
        painted, source = self._easel.object, self._easel.source
        if source != self._source:
            self._source, self._names = source, {}
        if painted is not None and source is not None and painted.keys:
            frames = tuple(key.frame for key in painted.keys)
            self._client.say(NamesRequest(VIEW, source.path, source.name, frames))

    @Slot(object)
    def _on_names_arrived(self, told: NamesAnswer) -> None:
        source = self._source
        if source is not None and (told.view, told.path, told.output) == (
            VIEW,
            source.path,
            source.name,
        ):
            self._names = told.names
            self._compare()

    def _compare(self) -> None:
        painted = self._easel.object
        keys = painted.keys if painted is not None else ()
        found = frozenset(
            key.frame
            for key in keys
            if key.picture and self._names.get(key.frame, key.picture) != key.picture
        )
        if found != self.doubtful:
            self.doubtful = found
            self.changed.emit()
