"""Looking at a node's outputs: laid out by a run that starts nothing costly, read frame by frame.

Which output a person means, and what is said where there is no picture, is no business of this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from nodes.events import Event, NodeWarned
from nodes.running import Run
from pipelines.digest import Digest
from pipelines.frames import FrameSource, PictureFrames, select
from pipelines.timing import lay_out
from pipelines.values import Audio, Clip, ClipFormat, Image, Marks, Mask, MaskClip, Shot, Storyboard


@dataclass(frozen=True, slots=True)
class Footage:
    """What can be looked at of a value: frames, a still as one, a storyboard with panels held."""

    format: ClipFormat
    frames: FrameSource
    marks: Marks | None = None
    shots: tuple[Shot, ...] = ()
    starts: Mapping[str, int] = field(default_factory=dict[str, int])
    """The first frame of each panel of a storyboard, by the panel's id."""
    sound: Audio | None = None


class Warnings:
    """Hears what nodes warn of while frames are made, and keeps what it is about."""

    def __init__(self) -> None:
        self.about: dict[str, str] = {}
        """What was said of each."""

    def hear(self, event: Event) -> None:
        """An event of the work on a frame. Of the two ends of a gap the first stands for it."""
        if isinstance(event, NodeWarned):
            self.about.update(dict.fromkeys(event.about[:1], event.message))


class Look:
    """The outputs of one node, laid out. Close it when another is looked at."""

    def __init__(self, run: Run, path: str, warnings: Warnings) -> None:
        self._run = run
        self._warnings = warnings
        with ExitStack() as undoing:
            undoing.callback(run.release)
            self._values: Sequence[Any] = run.lay_out(path)
            undoing.pop_all()
        self._footage: dict[int, Footage | None] = {}

    def footage(self, place: int) -> Footage | None:
        """The frames of one output, counted from 0; None where it has no picture."""
        if place not in self._footage:
            self._footage[place] = footage_of(self._values[place])
        return self._footage[place]

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The ids of panels behind which a move holds, of those that were looked at so far."""
        return tuple(self._warnings.about)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why each of these moves holds, in the words of its node."""
        return tuple(self._warnings.about.values())

    @property
    def is_proxied(self) -> bool:
        """Whether frames are read from a small copy of a video."""
        return self._run.is_proxied

    def frame(self, footage: Footage, index: int) -> Image | Mask:
        """One frame, looked up or made now. Raises NodeError and Cancelled."""
        return self._run.read(footage.frames, index)

    def knows(self, footage: Footage, index: int) -> bool:
        """Whether a frame is at hand without making it."""
        return self._run.knows(footage.frames, index)

    def close(self) -> None:
        """Let the store evict again what was held."""
        self._run.release()


def footage_of(value: Any) -> Footage | None:
    """A value as frames, or None where there is no picture in it."""
    match value:
        case Clip():
            return Footage(value.format, value.frames, value.marks, value.shots, sound=value.audio)
        case MaskClip():
            return Footage(value.format, value.frames, value.marks)
        case Storyboard():
            timeline = lay_out(value.panels, shot_names=value.shot_names)
            held = [at for at, panel in enumerate(value.panels) for _ in range(panel.duration)]
            starts = {
                panel.id: start for panel, start in zip(value.panels, timeline.starts, strict=True)
            }
            frames = select(value.pictures, held)
            return Footage(value.format, frames, None, timeline.shots, starts)
        case Image():
            shape = ClipFormat(value.width, value.height, value.channels, value.bits)
            return Footage(shape, PictureFrames([value], [Digest("")]))
        case Mask():
            shape = ClipFormat(value.width, value.height, 1)
            return Footage(shape, PictureFrames([value], [Digest("")]))
        case _:
            return None
