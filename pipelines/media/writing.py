"""Writing a film: whole and verified under a free name, or not at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipelines.digest import Digest, digest_file
from pipelines.errors import MismatchError
from pipelines.media.codecs import (
    CODECS,
    Effort,
    SoundCodec,
    VideoCodec,
    named_for,
    plan_for,
    sound_for,
)
from pipelines.media.encoding import Order, Preparer
from pipelines.media.outputs import place, require_space, temporary_beside
from pipelines.media.paths import local_path
from pipelines.media.recording import record
from pipelines.media.timecode import ZERO, is_timecode
from pipelines.progress import Progress, silent
from pipelines.values import Audio, ClipFormat, Picture

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

QUALITY = 75
_GIF_FPS_LIMIT = 50


class WrittenFile(NamedTuple):
    """A film on disk, under the name that it got, and what a person should know of it."""

    path: Path
    frames: int
    bytes: int
    digest: Digest
    notes: tuple[str, ...] = ()


def write_video(
    path: Path | str,
    clip_format: ClipFormat,
    frames: Iterable[Picture],
    codec: VideoCodec = VideoCodec.H264,
    *,
    audio: Audio | None = None,
    sound_codec: SoundCodec | None = None,
    quality: int = QUALITY,
    effort: Effort = Effort.NORMAL,
    start_timecode: str | None = None,
    frame_count: int | None = None,
    progress: Progress = silent,
) -> WrittenFile:
    """Encode frames one by one into a file that never overwrites another.

    The pictures of `frames` are asked for in this thread, encoded in another. `quality` is 0..100
    where the codec loses anything. What the codec cannot hold (alpha, 16 bits, an odd size) is
    flattened over black, rounded, or padded by repeating the last row or column, and said in the
    notes. Sound ends with the pictures. Cancelled from `progress`, or any error, leaves nothing.
    Raises OutputError or MismatchError, and whatever `frames` raises.
    """
    target = named_for(codec, local_path(path))
    order, notes = _order(
        target, clip_format, codec, audio, sound_codec, quality, effort, start_timecode
    )
    require_space(target.parent, _estimate(order, codec, frame_count or 1))
    with temporary_beside(target) as temporary:
        ready = _prepared(order, frames)
        written = record(
            temporary, target, order, ready, frame_count=frame_count, progress=progress
        )
        name = place(temporary, target)
    if audio is not None and order.sound is not None:
        notes.extend(_sound_remarks(audio, written, clip_format))
    return WrittenFile(name, written, name.stat().st_size, digest_file(name), tuple(notes))


def _order(
    target: Path,
    clip_format: ClipFormat,
    codec: VideoCodec,
    audio: Audio | None,
    sound_codec: SoundCodec | None,
    quality: int,
    effort: Effort,
    start_timecode: str | None,
) -> tuple[Order, list[str]]:
    """What to encode, and what will be lost."""
    timecode = clip_format.start_timecode if start_timecode is None else start_timecode
    _require_sense(clip_format, codec, quality, timecode)
    channels, facts = max(clip_format.channels, 3), CODECS[codec]
    plan = plan_for(codec, channels=channels, bits=clip_format.bits, quality=quality, effort=effort)
    across, down = facts.even
    suffix = target.suffix.lower()
    width = math.ceil(clip_format.width / across) * across
    height = math.ceil(clip_format.height / down) * down
    sound = None if audio is None else sound_for(codec, suffix, sound_codec)
    notes: list[str] = []
    if channels == 4 and plan.channels == 3:
        notes.append(f"{facts.label} has no alpha; the pictures were flattened over black.")
    if clip_format.bits == 16 and facts.bits == 8:
        notes.append(f"{facts.label} has 8 bits; the 16-bit pictures were rounded.")
    if (width, height) != (clip_format.width, clip_format.height):
        notes.append(
            f"{facts.label} needs even sides; the last column or row was repeated: "
            f"{width}x{height}."
        )
    if audio is not None and sound is None:
        notes.append(f"{facts.label} has no sound; it was left out.")
    if codec is VideoCodec.GIF:
        notes.append("A GIF holds 256 colours a frame, and times in hundredths of a second.")
        if timecode != ZERO:
            notes.append("A GIF holds no timecode.")
    order = Order(clip_format, plan, suffix, width, height, timecode, audio, sound)
    return order, notes


def _prepared(order: Order, frames: Iterable[Picture]) -> Iterator[VideoFrame]:
    prepare = Preparer(order)
    for index, picture in enumerate(frames):
        _require_fit(picture, index, order.clip_format)
        yield prepare.frame(picture)


def _estimate(order: Order, codec: VideoCodec, frame_count: int) -> int:
    pictures = order.width * order.height * frame_count * CODECS[codec].weight
    sound = order.audio.samples.nbytes if order.audio is not None else 0
    return int(pictures) + sound


def _sound_remarks(audio: Audio, written: int, clip_format: ClipFormat) -> list[str]:
    seconds = written / float(clip_format.fps)
    if audio.seconds > seconds + 1 / float(clip_format.fps):
        return [f"The sound was cut from {audio.seconds:.2f} to {seconds:.2f} seconds."]
    return []


def _require_sense(clip_format: ClipFormat, codec: VideoCodec, quality: int, timecode: str) -> None:
    if clip_format.fps <= 0:
        raise MismatchError("A film needs a frame rate above zero.", mend="Set its frame rate.")
    if not 0 <= quality <= 100:
        raise MismatchError(f"A quality of {quality} is not in 0..100.", mend="Choose 75.")
    if not is_timecode(timecode):
        raise MismatchError(f"“{timecode}” is not a timecode.", mend="Write it as 01:02:03:04.")
    if codec is VideoCodec.GIF and clip_format.fps > _GIF_FPS_LIMIT:
        raise MismatchError(
            f"A GIF plays at most {_GIF_FPS_LIMIT} frames a second.",
            mend="Lower the frame rate, or choose another codec.",
        )


def _require_fit(picture: Picture, index: int, clip_format: ClipFormat) -> None:
    if (picture.width, picture.height) != (clip_format.width, clip_format.height):
        raise MismatchError(
            f"Frame {index} is {picture.width}x{picture.height}, where the film is "
            f"{clip_format.width}x{clip_format.height}.",
            mend="Resize it to the size of the others.",
        )
