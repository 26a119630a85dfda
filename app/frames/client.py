"""Frames for views: one client for the window, and a supply for each view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.frames.exchange import Arrived, Aside, FrameExchange, SceneToCome
from nodes.frame_serving.messages import (
    ArrivedFrame,
    CancelView,
    FrameRequest,
    FrameState,
    NamesAnswer,
    PeaksAnswer,
    PeaksRequest,
    PixelAnswer,
    PixelRequest,
    ReadAhead,
    Scene,
    SoundAnswer,
    SoundRequest,
    Unready,
)
from widgets.viewer.supply import FrameSupply

STOP_MS = 4000
"""How long a server may keep the window from closing."""


class _ExchangeThread(QThread):
    """The thread that talks with the frame server."""

    arrived = Signal(object)

    def __init__(self, store: Path, plugins: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.exchange = FrameExchange(store, self.arrived.emit, plugins)

    def run(self) -> None:
        self.exchange.run()


class FrameClient(QObject):
    """Asks the frame server for frames and keeps it running. Stop it before it goes."""

    frame_arrived = Signal(object)
    """An ArrivedFrame, of any view."""
    pixel_arrived = Signal(object)
    """A PixelAnswer, of any view."""
    server_died = Signal(object)
    """An Unready: the server stopped. Whether another one was started is in its words."""
    sound_arrived = Signal(object)
    """A SoundAnswer, of any view."""
    peaks_arrived = Signal(object)
    """A PeaksAnswer, of any view."""
    names_arrived = Signal(object)
    """A NamesAnswer, of any view."""
    scene_shown = Signal(str)
    """Another scene of this name is there: frames asked for from now on are its frames."""

    def __init__(
        self, store: Path, allowed_plugins: tuple[str, ...] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._serial = 0
        self._thread = _ExchangeThread(store, allowed_plugins, self)
        self._thread.arrived.connect(self._on_arrived)
        self._thread.start()

    def show_scene(self, scene: Scene, write: Callable[[], None] | None = None) -> None:
        """Make frames of this from now on. `write` waits, elsewhere, until its tiles are kept."""
        self._thread.exchange.say(scene if write is None else SceneToCome(scene, write))
        self.scene_shown.emit(scene.name)

    def request(
        self,
        view: str,
        path: str,
        output: str,
        frame: int,
        size: tuple[int, int],
        *,
        scene: str = "",
        patient: bool = False,
        panel: str = "",
        scale: float = 1.0,
    ) -> int:
        """Ask for a frame in place of what the view asked before, and answer the serial."""
        self._serial += 1
        self._thread.exchange.say(
            FrameRequest(
                view,
                self._serial,
                path,
                output,
                frame,
                size,
                scene,
                patient,
                panel=panel,
                scale=scale,
            )
        )
        return self._serial

    def say(self, aside: Aside) -> None:
        """Ask for a pixel, for sound, or for frames ahead."""
        self._thread.exchange.say(aside)

    def cancel(self, view: str) -> None:
        """Let go of what a view asked for."""
        self._thread.exchange.say(CancelView(view))

    def stop(self) -> None:
        """End the server and wait for it."""
        if self._thread.isRunning():
            self._thread.exchange.say(None)
            if not self._thread.wait(STOP_MS):
                self._thread.exchange.kill()
                self._thread.wait()

    @Slot(object)
    def _on_arrived(self, arrived: Arrived) -> None:
        match arrived:
            case ArrivedFrame():
                self.frame_arrived.emit(arrived)
            case PixelAnswer():
                self.pixel_arrived.emit(arrived)
            case SoundAnswer():
                self.sound_arrived.emit(arrived)
            case PeaksAnswer():
                self.peaks_arrived.emit(arrived)
            case NamesAnswer():
                self.names_arrived.emit(arrived)
            case Unready():
                self.server_died.emit(arrived)


class ViewSupply(FrameSupply):
    """The frames of one output for one view. Answers for an output looked at before are dropped."""

    def __init__(
        self, client: FrameClient, view: str, *, scene: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._view = view
        self._scene = scene
        self._path = ""
        self._output = ""
        self._shown = 0
        self._newest = 0
        self._last_asked = (0, (1, 1))
        self._was_lost = False
        client.pixel_arrived.connect(self._on_pixel_arrived)
        client.sound_arrived.connect(self._on_sound_arrived)
        client.peaks_arrived.connect(self._on_peaks_arrived)
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)

    def look_at(self, path: str, output: str = "") -> None:
        """Show another output; an empty one is the node's first with a picture."""
        if (path, output) != (self._path, self._output):
            self._path, self._output = path, output
            self._client.cancel(self._view)
            self._shown = self._newest
            self.output_changed.emit()

    def show_scene(self, scene: str) -> None:
        """Show the same of another scene."""
        if scene != self._scene:
            self._scene = scene
            self._client.cancel(self._view)
            self._shown = self._newest
            self.output_changed.emit()

    def request(self, frame: int, size: tuple[int, int]) -> None:
        self._last_asked = (frame, size)
        self._newest = self._client.request(
            self._view,
            self._path,
            self._output,
            frame,
            size,
            scene=self._scene,
            scale=self.scale,
        )

    def read_ahead(self, frames: Sequence[int], size: tuple[int, int]) -> None:
        place = (self._view, self._path, self._output)
        self._client.say(ReadAhead(*place, tuple(frames), size, self._scene, self.scale))

    def probe(self, frame: int, x: int, y: int) -> None:
        place = (self._view, self._path, self._output)
        self._client.say(PixelRequest(*place, frame, x, y, self._scene))

    def ask_sound(self, seconds: Sequence[int], rate: int) -> None:
        place = (self._view, self._path, self._output)
        self._client.say(SoundRequest(*place, tuple(seconds), rate, self._scene))

    def ask_peaks(self, first: int, stop: int) -> None:
        place = (self._view, self._path, self._output)
        self._client.say(PeaksRequest(*place, first, stop, self._scene))

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        if answer.view != self._view or answer.serial <= self._shown:
            return
        if answer.state is FrameState.OVERTAKEN:
            return
        self._shown = answer.serial
        if answer.state is FrameState.LOST:
            self._ask_again(arrived)
        else:
            self._was_lost = False
            self.frame_arrived.emit(arrived)

    def _ask_again(self, arrived: ArrivedFrame) -> None:
        """The server died: ask once more. Where that happens twice, the frame itself is why."""
        twice, self._was_lost = self._was_lost, not self._was_lost
        if twice:
            arrived = replace(arrived, answer=replace(arrived.answer, state=FrameState.FAILED))
        self.frame_arrived.emit(arrived)
        if not twice and self._shown == self._newest:
            self.request(*self._last_asked)

    @Slot(object)
    def _on_pixel_arrived(self, told: PixelAnswer) -> None:
        if told.view == self._view:
            self.pixel_probed.emit(told)

    @Slot(object)
    def _on_sound_arrived(self, told: SoundAnswer) -> None:
        if told.view == self._view:
            self.sound_arrived.emit(told)

    @Slot(object)
    def _on_peaks_arrived(self, told: PeaksAnswer) -> None:
        if told.view == self._view:
            self.peaks_arrived.emit(told)

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if name == self._scene:
            self.output_changed.emit()
