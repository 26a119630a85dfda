"""Frames of clips that lie under the paper, from the frame server."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.frames.client import FrameClient
from nodes.frame_serving.messages import ArrivedFrame
from widgets.paper.underlay import UnderlaySupply

VIEW = "underlay"


class ServedUnderlay(UnderlaySupply):
    """One view of the frame server, whatever node it looks at."""

    def __init__(self, client: FrameClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._serial = -1
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)

    def request(self, path: str, output: str, frame: int, size: tuple[int, int]) -> None:
        self._serial = self._client.request(VIEW, path, output, frame, size, patient=True)

    def stop(self) -> None:
        """Let go of what was asked for."""
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        self._client.cancel(VIEW)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        if (arrived.answer.view, arrived.answer.serial) == (VIEW, self._serial):
            self.arrived.emit(arrived)

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if not name:
            self.project_shown.emit()
