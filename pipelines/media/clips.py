"""Clips from video files: any frame by its index, exact, from any thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.digest import Digest, digest_file
from pipelines.errors import UnreadableFileError
from pipelines.frames import FrameSource, derived_key
from pipelines.media.decoders import POOL, DecoderPool, VideoFile, stamp_of
from pipelines.media.frame_index import Conformed, FrameIndex, conform, frame_index
from pipelines.media.paths import local_file, missing
from pipelines.media.probe import VideoFacts, probe
from pipelines.media.sounds import RATE, sound_of
from pipelines.values import Audio, Clip, ClipFormat, Image

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

CLIP_SOUND_LIMIT_S = 1200.0
"""Seconds of a clip's own sound that are held in memory."""


class OpenedClip(NamedTuple):
    """A clip, and what a person should know of how its file was read."""

    clip: Clip
    notes: tuple[str, ...] = ()


class VideoFrames(FrameSource):
    """The frames of a video file. `order` gives the file's frame for each frame shown."""

    def __init__(
        self, video: VideoFile, order: NDArray[np.int64] | None = None, *, pool: DecoderPool = POOL
    ) -> None:
        self.video = video
        self._order = order
        self._pool = pool

    def __len__(self) -> int:
        return len(self.video.index) if self._order is None else len(self._order)

    def key(self, index: int) -> Digest:
        return derived_key("video", "1", self.video.digest, str(self.in_file(index)))

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        at = self.in_file(index)
        with self._pool.decoder(self.video, at) as decoder:
            return decoder.image(at)

    def decoded(self, index: int) -> VideoFrame:
        """The frame as the file's codec gives it: not turned, not converted."""
        at = self.in_file(index)
        with self._pool.decoder(self.video, at) as decoder:
            return decoder.frame(at)

    def in_file(self, index: int) -> int:
        """The frame of the file that is shown at `index`. Raises IndexError outside the clip."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        return index if self._order is None else int(self._order[index])


def open_clip(path: Path | str, *, sound: bool = True, fps: Fraction | None = None) -> OpenedClip:
    """The clip in a video file, with its sound.

    A variable frame rate is conformed to a constant one. With `fps`, the file's frames are played
    one for one at that rate, and without its sound. Raises MissingFileError, UnreadableFileError,
    TooLargeError or UntrustedError.
    """
    file = local_file(path)
    video, facts, index = _video_file(file)
    timing = conform(index, facts.fps, fps=fps)
    frames = VideoFrames(video, timing.order)
    notes = [*facts.notes, *_losses(facts, index), *timing.notes]
    audio = None
    if sound and facts.sounds:
        audio, remarks = _sound(facts, index, timing, len(frames), own_rate=fps is None)
        notes.extend(remarks)
    clip_format = ClipFormat(
        facts.width,
        facts.height,
        channels=facts.reading.channels,
        bits=facts.bits,
        fps=timing.fps,
        colour=facts.colour,
        start_timecode=facts.start_timecode,
    )
    return OpenedClip(Clip(clip_format, frames, audio=audio), tuple(notes))


def _video_file(file: Path) -> tuple[VideoFile, VideoFacts, FrameIndex]:
    stamp = stamp_of(file)
    try:
        digest = digest_file(file)
    except OSError as error:
        raise missing(file) from error
    facts = probe(file)
    index = frame_index(file, digest)
    upright = facts.reading.turns % 2 == 0
    coded = (facts.width, facts.height) if upright else (facts.height, facts.width)
    return VideoFile(file, digest, stamp, index, facts.reading, coded), facts, index


def _losses(facts: VideoFacts, index: FrameIndex) -> Iterator[str]:
    if index.cut_short:
        promised = f" of {facts.frames}" if facts.frames else ""
        yield f"The file is cut short: {len(index)}{promised} frames can be read."
    if facts.colour.transfer in ("smpte2084", "arib-std-b67"):
        yield "It is high dynamic range; its values are kept as they are, without tone mapping."


def _sound(
    facts: VideoFacts, index: FrameIndex, timing: Conformed, count: int, *, own_rate: bool
) -> tuple[Audio | None, list[str]]:
    """The sound from the first frame to the end of the last, and what to say about it."""
    if not own_rate:
        return None, ["Its sound was left out, as its frames play at another rate."]
    notes: list[str] = []
    seconds = count / float(timing.fps)
    if seconds > CLIP_SOUND_LIMIT_S:
        notes.append(f"Only the first {CLIP_SOUND_LIMIT_S / 60:g} minutes of its sound are read.")
        seconds = CLIP_SOUND_LIMIT_S
    if len(facts.sounds) > 1:
        notes.append(f"It has {len(facts.sounds)} sound tracks; the first is used.")
    start = float(int(index.times[0]) * index.time_base)
    try:
        audio = sound_of(facts.path, rate=RATE, start_s=start, stop_s=seconds)
    except UnreadableFileError:
        audio = None
    if audio is None or not audio.samples.shape[1]:
        return None, [*notes, "Its sound cannot be decoded and is left out."]
    return audio, notes
