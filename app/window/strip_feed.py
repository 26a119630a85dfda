"""Joins the strip with the rest of the window: playhead, marks, thumbnails, sound, latents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from app.frames.client import FrameClient
from app.frames.panel_supply import ServedPanels
from app.window.notes import Note
from app.window.project_in_hand import ProjectInHand
from app.window.sound_reading import SoundReading
from nodes.downstream import SoundFile, counts_latents, sound_under
from nodes.frame_serving.messages import ArrivedFrame
from pipelines.media.peaks import Peaks
from pipelines.panels import Panel
from pipelines.values import JointMode
from widgets.strip import StoryStrip
from widgets.strip.header_painting import Sound
from widgets.viewer.viewer import Viewer
from widgets.words import said

VIEW = "strip"


class _Doubt(NamedTuple):
    """The drawings that a move held for, and why in words."""

    drawn: tuple[object, ...]
    why: str


class StripFeed(QObject):
    """Made for a strip, and closed before it goes."""

    moves_held = Signal(object)
    """Ids of the panels before moves of which it was not known that they hold."""

    def __init__(self, strip: StoryStrip, project: ProjectInHand, viewer: Viewer) -> None:
        super().__init__(strip)
        self._strip = strip
        self._project = project
        self._viewer = viewer
        self._client: FrameClient | None = None
        self._supply: ServedPanels | None = None
        self._doubts: dict[str, _Doubt] = {}
        """By the panels behind which a move held."""
        self._sound: SoundFile | None = None
        self._reading: SoundReading | None = None
        self._peaks: dict[Path, Peaks | None] = {}
        strip.set_folder(project.folder)
        strip.frame_asked.connect(self._on_frame_asked)
        strip.marks_dragged.connect(viewer.playback.set_marks)
        strip.play_asked.connect(viewer.playback.toggle)
        viewer.frame_changed.connect(strip.set_frame)
        viewer.marks_changed.connect(strip.set_marks)
        strip.editing.changed.connect(self.update_content)
        project.model.edited.connect(self.update_content)
        self.update_content()

    def begin(self, client: FrameClient) -> None:
        """Take thumbnails from a frame server that shows the project already."""
        self._supply = ServedPanels(client, VIEW, parent=self)
        self._client = client
        client.frame_arrived.connect(self._on_frame_arrived)
        self._strip.set_supply(self._supply, is_current=True)

    def close(self) -> None:
        """The strip goes: let go of everything that outlives it."""
        self._viewer.frame_changed.disconnect(self._strip.set_frame)
        self._viewer.marks_changed.disconnect(self._strip.set_marks)
        self._project.model.edited.disconnect(self.update_content)
        self._strip.set_supply(None)
        if self._supply is not None:
            self._supply.stop()
        if self._client is not None:
            self._client.frame_arrived.disconnect(self._on_frame_arrived)
        if self._reading is not None:
            self._reading.stop()

    @Slot()
    def update_content(self) -> None:
        """Look at what the storyboard leads to."""
        model, path = self._project.model, self._strip.storyboard
        registry = model.document.registry
        self._strip.set_shows_latents(shows=counts_latents(model.graph, path, registry))
        self._show_doubts()
        folder = self._project.folder
        sound = sound_under(model.graph, path, registry, folder)
        if sound is not None and folder is not None and not _is_in(sound.file, folder):
            sound = None  # nothing outside the folder is read unasked
        if sound != self._sound:
            self._sound = sound
            self._show_sound()

    def _show_doubts(self) -> None:
        """A doubt holds for the drawings that it was about, and while there is a move to doubt."""
        now = _drawings(self._strip.editing.panels)
        held = {
            panel: doubt.why
            for panel, doubt in self._doubts.items()
            if now.get(panel) == doubt.drawn
        }
        self._strip.set_doubtful(held)

    def _show_sound(self) -> None:
        sound = self._sound
        peaks = self._peaks.get(sound.file) if sound is not None else None
        if sound is None or peaks is None:
            self._strip.set_sound(None)
        else:
            self._strip.set_sound(Sound(peaks, sound.start_s))
        if sound is not None and sound.file not in self._peaks:
            self._read(sound.file)

    def _read(self, file: Path) -> None:
        if self._reading is not None and self._reading.file != file:
            self._reading.stop()
            self._reading = None
        if self._reading is None:
            self._reading = SoundReading(file, self)
            self._reading.peaks_read.connect(self._on_peaks_read)
            self._reading.start()

    @Slot(object, object)
    def _on_peaks_read(self, file: Path, peaks: Peaks | None) -> None:
        self._peaks[file] = peaks
        reading = self._reading
        if reading is not None and reading.file == file:
            reading.wait()
            self._reading = None
        self._show_sound()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        why = [said(reason) for reason in answer.reasons]
        self._doubt(dict(zip(answer.doubtful, why, strict=True)))

    @Slot(object)
    def hear(self, note: Note) -> None:
        """What a run told: of a move that holds, which and why."""
        self._doubt(dict.fromkeys(note.about[:1], note.why))

    def _doubt(self, reasons: dict[str, str]) -> None:
        """These moves hold, by the panels before them, and why."""
        now = _drawings(self._strip.editing.panels)
        found = {panel: _Doubt(now[panel], why) for panel, why in reasons.items() if panel in now}
        fresh = [
            panel
            for panel, doubt in found.items()
            if panel not in self._doubts or self._doubts[panel].drawn != doubt.drawn
        ]
        if fresh:
            self._doubts.update(found)
            self._show_doubts()
            self.moves_held.emit(tuple(fresh))

    @Slot(int)
    def _on_frame_asked(self, frame: int) -> None:
        playback = self._viewer.playback
        playback.pause()
        playback.go_to(frame)


def _drawings(panels: Sequence[Panel]) -> dict[str, tuple[object, ...]]:
    """What the move behind each panel is made from."""
    return {
        one.id: (one.layers, one.picture, other.layers, other.picture)
        for one, other in pairwise(panels)
        if one.joint is JointMode.IN_BETWEEN and one.move
    }


def _is_in(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())
