"""Pictures of single panels for the strip, from the frame server, behind everything else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.frames.client import FrameClient
from nodes.frame_serving.messages import ArrivedFrame
from widgets.strip.panel_pictures import PanelSupply


class ServedPanels(PanelSupply):
    """A view of the frame server for each lane. Its thumbnails wait for all other pictures."""

    def __init__(
        self, client: FrameClient, view: str, *, scene: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._view = view
        self._scene = scene
        self._lanes: dict[str, tuple[int, int]] = {}
        """Lane and newest serial of each view."""
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)

    def request(self, lane: int, path: str, panel: str, size: tuple[int, int]) -> None:
        view = f"{self._view} {lane}"
        serial = self._client.request(
            view, path, "", 0, size, scene=self._scene, patient=True, panel=panel
        )
        self._lanes[view] = (lane, serial)

    def stop(self) -> None:
        """Let go of what was asked for."""
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        for view in self._lanes:
            self._client.cancel(view)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        lane, serial = self._lanes.get(arrived.answer.view, (-1, 0))
        if lane >= 0 and arrived.answer.serial == serial:
            self.arrived.emit(lane, arrived)

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if name == self._scene:
            self.project_shown.emit()
