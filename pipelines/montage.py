"""Clips cut, joined, reversed and retimed: frames are put in another order and keep their keys,
and sound, marks, shots and timecode follow them. Nothing is computed but the sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Any

import numpy as np

from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.fades import Fade, FadedFrames
from pipelines.frames import FrameRef, FrameSource, SelectedFrames, derived_key, select
from pipelines.media.sounds import concatenate, resample, retime_audio, reverse_audio, trim_audio
from pipelines.media.timecode import frame_number, shifted, timecode_at
from pipelines.premultiplied import with_format
from pipelines.values import Audio, Clip, ClipFormat, Marks, Shot

LONGEST = 1_000_000
"""Frames that a retimed clip may have."""
LONGEST_SOUND_S = 7200.0
"""Seconds of sound that a retimed clip may have."""


class Sampling(StrEnum):
    """What is shown between two frames of a clip that is retimed."""

    NEAREST = "nearest"
    """The frame that is on screen at that moment."""
    BLENDED = "blended"
    """The two frames around that moment, mixed."""


def cut_out(clip: Clip, first: int, stop: int) -> Clip:
    """Frames [first, stop), with the sound, shots and timecode of just these."""
    require_range(clip, first, stop)
    fps = clip.format.fps
    audio = clip.audio
    if audio is not None:
        audio = trim_audio(audio, float(first / fps), float(stop / fps))

    def moved(frame: int) -> int:
        return min(max(frame, first), stop) - first

    return Clip(
        replace(clip.format, start_timecode=shifted(clip.format.start_timecode, first, fps)),
        select(clip.frames, range(first, stop)),
        audio,
        _marks(clip.marks, moved),
        _shots(clip.shots, moved),
    )


def backwards(clip: Clip) -> Clip:
    """The last frame first, the sound backwards too."""
    count = len(clip)
    audio = clip.audio
    if audio is not None:
        audio = reverse_audio(trim_audio(audio, 0.0, float(count / clip.format.fps)))
    marks, shots = clip.marks, clip.shots
    return replace(
        clip,
        frames=select(clip.frames, range(count - 1, -1, -1)),
        audio=audio,
        marks=Marks(count - marks.stop, count - marks.first) if marks is not None else None,
        shots=tuple(
            replace(shot, start=count - shot.stop, stop=count - shot.start)
            for shot in reversed(shots)
        ),
    )


def shown_as(clip: Clip, indices: Sequence[int]) -> Clip:
    """The frames of these indices: what is repeated holds, the sound goes on in silence."""
    audio = clip.audio
    if audio is not None:
        audio = trim_audio(audio, 0.0, float(len(indices) / clip.format.fps))
    return replace(clip, frames=select(clip.frames, indices), audio=audio)


def joined(clips: Sequence[Clip]) -> Clip:
    """Clips one after the other; alpha and 16 bits where any has them, silence where one has no
    sound. Raises MismatchError where sizes or rates differ."""
    if not clips:
        raise MismatchError("There is no clip to join.", mend="Connect at least one.")
    _require_alike(clips)
    first = clips[0].format
    channels = max(clip.format.channels for clip in clips)
    bits = max(clip.format.bits for clip in clips)
    refs = [
        FrameRef(source, index)
        for source in (_widened(clip, channels, bits) for clip in clips)
        for index in range(len(source))
    ]
    return Clip(
        replace(first, channels=channels, bits=bits),
        SelectedFrames(refs),
        _joined_sound(clips),
        None,
        _joined_shots(clips),
    )


def at_speed(clip: Clip, speed: float, *, sampling: Sampling = Sampling.NEAREST) -> Clip:
    """The clip at `speed` times its speed (2: twice as fast), its sound at its own pitch."""
    if not 0.01 <= speed <= 100:
        raise MismatchError(
            f"A clip cannot play at {speed:g} times its speed.",
            mend="Choose from 0.01 to 100; to play it backwards, use Reverse.",
        )
    step = Fraction(speed).limit_denominator(10_000)
    made = _resampled(clip, step, clip.format, sampling)
    if clip.audio is None:
        return made
    seconds = float(len(made) / clip.format.fps)
    if seconds > LONGEST_SOUND_S:
        raise MismatchError(
            f"The sound would last {seconds / 3600:.1f} hours.",
            mend="Choose a higher speed, or load the clip without its sound.",
        )
    whole = trim_audio(clip.audio, 0.0, float(len(clip) / clip.format.fps))
    audio = retime_audio(whole, float(step))
    return replace(made, audio=trim_audio(audio, 0.0, seconds))


def at_rate(clip: Clip, fps: Fraction, *, sampling: Sampling = Sampling.NEAREST) -> Clip:
    """The clip at another frame rate, as long in seconds and with the same sound."""
    if fps == clip.format.fps:
        return clip
    timecode = _at_rate(clip.format.start_timecode, clip.format.fps, fps)
    clip_format = replace(clip.format, fps=fps, start_timecode=timecode)
    return _resampled(clip, clip.format.fps / fps, clip_format, sampling)


def with_sound(
    clip: Clip, sound: Audio, *, start_s: float = 0.0, gain: float = 1.0, mixed: bool = False
) -> Clip:
    """The clip with a sound from `start_s` on, instead of its own or mixed with it; as long as the
    pictures."""
    seconds = float(len(clip) / clip.format.fps)
    placed = trim_audio(sound, -start_s, seconds - start_s)
    samples = placed.samples * np.float32(gain)
    if mixed and clip.audio is not None:
        rate = max(placed.rate, clip.audio.rate)
        own = resample(trim_audio(clip.audio, 0.0, seconds), rate)
        added = resample(Audio(samples, placed.rate), rate)
        samples, placed = _summed(own, added), Audio(own.samples, rate)
    return replace(clip, audio=Audio(np.clip(samples, -1, 1).astype(np.float32), placed.rate))


def require_range(clip: Clip, first: int, stop: int) -> None:
    """Raise MismatchError unless frames [first, stop) are there and not none."""
    if not 0 <= first < stop <= len(clip):
        raise MismatchError(
            f"There are no frames {first} to {stop - 1} in a clip of {len(clip)} frames.",
            mend=f"Choose within 0 to {len(clip) - 1}.",
        )


class WidenedFrames(FrameSource):
    """Frames with alpha added (opaque) or wider numbers."""

    def __init__(self, source: FrameSource, channels: int, bits: int) -> None:
        self._source = source
        self._channels = channels
        self._bits = bits

    def __len__(self) -> int:
        return len(self._source)

    def key(self, index: int) -> Digest:
        shape = f"{self._channels}x{self._bits}"
        return derived_key("widened", "1", shape, self._source.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        return with_format(inputs[0], channels=self._channels, bits=self._bits)


def _widened(clip: Clip, channels: int, bits: int) -> FrameSource:
    if (clip.format.channels, clip.format.bits) == (channels, bits):
        return clip.frames
    return WidenedFrames(clip.frames, channels, bits)


def _resampled(clip: Clip, step: Fraction, clip_format: ClipFormat, sampling: Sampling) -> Clip:
    """Frame i shows what the clip shows at i * step of its frames."""
    last = len(clip) - 1
    count = max(1, floor(len(clip) / step + Fraction(1, 2)))
    if last < 0 or count > LONGEST:
        raise MismatchError(
            f"The clip would have {0 if last < 0 else count:,} frames.",
            mend=f"Choose a speed that gives 1 to {LONGEST:,}.",
        )

    def shown(index: int) -> FrameRef | Fade:
        at = min(index * step, Fraction(last))
        before = floor(at)
        first = FrameRef(clip.frames, before)
        if sampling is Sampling.NEAREST or at == before:
            return first
        return Fade(first, FrameRef(clip.frames, before + 1), float(at - before))

    def moved(frame: int) -> int:
        return min(count, ceil(frame / step))

    return Clip(
        clip_format,
        FadedFrames([shown(index) for index in range(count)]),
        clip.audio,
        _marks(clip.marks, moved),
        _shots(clip.shots, moved),
    )


def _marks(marks: Marks | None, moved: Callable[[int], int]) -> Marks | None:
    if marks is None or moved(marks.first) >= moved(marks.stop):
        return None
    return Marks(moved(marks.first), moved(marks.stop))


def _shots(shots: Sequence[Shot], moved: Callable[[int], int]) -> tuple[Shot, ...]:
    """The shots at their new places; those of which nothing is left are gone."""
    placed = [replace(shot, start=moved(shot.start), stop=moved(shot.stop)) for shot in shots]
    return tuple(shot for shot in placed if shot.start < shot.stop)


def _joined_shots(clips: Sequence[Clip]) -> tuple[Shot, ...]:
    """All shots, an id that is taken made another by a number."""
    shots: list[Shot] = []
    taken: set[str] = set()
    start = 0
    for clip in clips:
        for shot in clip.shots:
            name, number = shot.id, 1
            while name in taken:
                number += 1
                name = f"{shot.id}-{number}"
            taken.add(name)
            shots.append(replace(shot, id=name, start=shot.start + start, stop=shot.stop + start))
        start += len(clip)
    return tuple(shots)


def _joined_sound(clips: Sequence[Clip]) -> Audio | None:
    sounds = [clip.audio for clip in clips if clip.audio is not None]
    if not sounds:
        return None
    silence = Audio(np.zeros((1, 0), np.float32), max(sound.rate for sound in sounds))
    return concatenate(
        [
            trim_audio(clip.audio or silence, 0.0, float(len(clip) / clip.format.fps))
            for clip in clips
        ]
    )


def _summed(one: Audio, other: Audio) -> Any:
    """The samples of two sounds of one rate and length, added channel by channel."""
    both = [one.samples, other.samples]
    channels = max(samples.shape[0] for samples in both)
    length = min(samples.shape[1] for samples in both)
    total = np.zeros((channels, length), np.float32)
    for samples in both:
        total[: channels if samples.shape[0] == 1 else samples.shape[0]] += samples[:, :length]
    return total


def _require_alike(clips: Sequence[Clip]) -> None:
    first = clips[0].format
    for place, clip in enumerate(clips[1:], 2):
        if (clip.format.width, clip.format.height) != (first.width, first.height):
            raise MismatchError(
                f"Clip {place} is {clip.format.width}x{clip.format.height}, "
                f"the first {first.width}x{first.height}.",
                mend="Put Resize before one of them.",
            )
        if clip.format.fps != first.fps:
            raise MismatchError(
                f"Clip {place} plays at {float(clip.format.fps):.6g} frames a second, "
                f"the first at {float(first.fps):.6g}.",
                mend="Put Retime before one of them.",
            )


def _at_rate(timecode: str, old: Fraction, new: Fraction) -> str:
    seconds = frame_number(timecode, old) / old
    drop = new.denominator == 1001 and round(new) % 30 == 0 and ";" in timecode
    return timecode_at(round(seconds * new), new, drop=drop)
