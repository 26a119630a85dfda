"""What a file of moving pictures says about itself, from its headers and its first frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.errors import UnreadableFileError
from pipelines.media.colour import Reading, reading_of, tags_of
from pipelines.media.containers import decoded, has_decoder, opened, video_stream
from pipelines.media.paths import local_file
from pipelines.media.timecode import ZERO, is_timecode
from pipelines.values import ColourTags

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

DEFAULT_FPS = Fraction(24)
FPS_LIMIT = 1000
_SCANNED_PACKETS = 2000
_PROGRESSIVE = (0, 1)


@dataclass(frozen=True, slots=True)
class SoundFacts:
    """One stream of sound. `seconds` is None where the file does not say it."""

    codec: str
    channels: int
    rate: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What a file of moving pictures says about itself.

    Width and height are as shown, after rotation, in the file's own pixels, of which each is
    `sample_aspect` as wide as high. `frames` and `seconds` are None where the file does not say
    them; `fps` is the nominal rate. `gop` is the longest distance between keyframes, where the
    container lists them.
    """

    path: Path
    container: str
    codec: str
    pixel_format: str
    width: int
    height: int
    rotation: int
    sample_aspect: Fraction
    fps: Fraction
    frames: int | None
    seconds: float | None
    reading: Reading
    colour: ColourTags
    start_timecode: str
    interlaced: bool
    gop: int | None
    sounds: tuple[SoundFacts, ...]
    notes: tuple[str, ...]

    @property
    def has_alpha(self) -> bool:
        return self.reading.channels == 4

    @property
    def bits(self) -> int:
        """Bits that its frames have in memory, 8 or 16."""
        return self.reading.bits


def probe(path: Path | str) -> VideoFacts:
    """What the file says about itself; decodes one frame.

    Raises MissingFileError, UnreadableFileError, TooLargeError or UntrustedError.
    """
    file = local_file(path)
    with opened(file) as container:
        stream = video_stream(container, file)
        frame = next(decoded(container, stream), None)
        if frame is None:
            raise UnreadableFileError(
                f"Not one frame of “{file.name}” can be decoded.",
                mend="The project is unchanged. Copy the file again, or convert it.",
            )
        return _facts(file, container, stream, frame)


def _facts(
    file: Path, container: InputContainer, stream: VideoStream, frame: VideoFrame
) -> VideoFacts:
    reading, notes = reading_of(frame, frame.rotation)
    aspect = Fraction(stream.sample_aspect_ratio or 1) or Fraction(1)
    interlaced = frame.interlaced_frame or stream.codec_context.field_order not in _PROGRESSIVE
    sideways = reading.turns % 2 == 1
    seconds = _seconds(stream) or (container.duration / 1e6 if container.duration else None)
    return VideoFacts(
        path=file,
        container=container.format.name,
        codec=stream.codec_context.codec.canonical_name,
        pixel_format=frame.format.name,
        width=frame.height if sideways else frame.width,
        height=frame.width if sideways else frame.height,
        rotation=frame.rotation,
        sample_aspect=aspect,
        fps=_nominal_rate(stream),
        frames=stream.frames or None,
        seconds=seconds,
        reading=reading,
        colour=tags_of(frame),
        start_timecode=_timecode(container),
        interlaced=interlaced,
        gop=_longest_gop(stream),
        sounds=tuple(_sound_facts(sound) for sound in container.streams.audio),
        notes=(*notes, *_remarks(frame.rotation, aspect, interlaced=interlaced)),
    )


def _remarks(rotation: int, aspect: Fraction, *, interlaced: bool) -> Iterator[str]:
    if rotation % 90:
        yield f"The file asks for a rotation of {rotation}°; turned to the nearest quarter turn."
    elif rotation:
        yield f"Turned by {rotation}°, as the file asks."
    if aspect != 1:
        shape = f"{aspect.numerator}:{aspect.denominator}"
        yield f"Its pixels are not square ({shape}); they are shown as square ones."
    if interlaced:
        yield "It is interlaced; both fields are kept in each frame."


def _nominal_rate(stream: VideoStream) -> Fraction:
    for rate in (stream.guessed_rate, stream.average_rate, stream.base_rate):
        if rate and 0 < rate <= FPS_LIMIT:
            return Fraction(rate)
    return DEFAULT_FPS


def _seconds(stream: VideoStream | AudioStream) -> float | None:
    if stream.duration is None or stream.time_base is None:
        return None
    return float(stream.duration * stream.time_base)


def _timecode(container: InputContainer) -> str:
    """The start timecode, which may lie in a stream's tags or in the file's."""
    for tags in (*(stream.metadata for stream in container.streams), container.metadata):
        for name, value in tags.items():
            if name.lower() == "timecode" and is_timecode(value):
                return value
    return ZERO


def _longest_gop(stream: VideoStream) -> int | None:
    entries = stream.index_entries
    count = min(len(entries), _SCANNED_PACKETS)
    if stream.frames == 0 or (count < stream.frames and count < _SCANNED_PACKETS):
        return None
    keys = [at for at in range(count) if entries[at].is_keyframe]
    steps = [later - sooner for sooner, later in pairwise([*keys, count])]
    return max(steps, default=None)


def _sound_facts(sound: AudioStream) -> SoundFacts:
    if not has_decoder(sound):
        return SoundFacts("unknown", 0, 0, None)
    return SoundFacts(sound.codec_context.name, sound.channels, sound.rate, _seconds(sound))
