"""How loud a sound is along its time: for drawing, small enough to keep at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import UnreadableFileError
from pipelines.media.sounds import sound_blocks
from pipelines.progress import CancelToken, check
from pipelines.values import Audio, read_only

_RATE = 8000
"""Samples a second that are looked at of a file."""
PER_SECOND = 200
"""Peaks a second: finer than a frame at any rate of film."""


@dataclass(frozen=True, slots=True, eq=False)
class Peaks:
    """The lowest and the highest sample (-1..1) of each short span, over all channels: (n,)."""

    low: NDArray[np.float32]
    high: NDArray[np.float32]
    per_second: int = PER_SECOND

    @property
    def seconds(self) -> float:
        return len(self.low) / self.per_second

    def between(self, seconds: NDArray[np.float64]) -> tuple[NDArray[np.float32], ...]:
        """Lowest and highest between each two of n + 1 rising times: (n,) each, 0 outside."""
        count = len(self.low)
        if not count:
            silent = np.zeros(max(len(seconds) - 1, 0), np.float32)
            return silent, silent
        bounds = np.floor(seconds * self.per_second).astype(np.int64)
        first = bounds[:-1].clip(0, count - 1)
        stop = np.maximum(bounds[1:], bounds[:-1] + 1).clip(1, count)
        inside = (bounds[:-1] < count) & (bounds[1:] >= 0)
        pairs = np.stack([first, np.maximum(stop, first + 1)], axis=1).ravel()
        low = np.minimum.reduceat(np.append(self.low, np.float32(0)), pairs)[::2]
        high = np.maximum.reduceat(np.append(self.high, np.float32(0)), pairs)[::2]
        return np.where(inside, low, 0), np.where(inside, high, 0)


def peaks_of(audio: Audio, *, per_second: int = PER_SECOND) -> Peaks:
    """The peaks of a sound."""
    samples = audio.samples
    count = int(np.ceil(samples.shape[1] * per_second / audio.rate))
    if not count or not samples.shape[0]:
        empty = read_only(np.zeros(0, np.float32))
        return Peaks(empty, empty, per_second)
    starts = (np.arange(count) * audio.rate / per_second).astype(np.int64)
    low = np.minimum.reduceat(samples.min(axis=0), starts)
    high = np.maximum.reduceat(samples.max(axis=0), starts)
    return Peaks(read_only(low), read_only(high), per_second)


def read_peaks(file: Path, cancel: CancelToken, *, limit_s: float = 3600.0) -> Peaks:
    """The peaks of the first sound of a file, mixed to mono, up to `limit_s` seconds of it.

    A second is held in memory at a time. Raises MissingFileError, UnreadableFileError, Cancelled.
    """
    found = list(_peaks_by_second(file, cancel, limit_s))
    if not found:
        raise UnreadableFileError(
            f"“{file.name}” holds no sound.", mend="Choose a file with a sound track."
        )
    low = np.concatenate([peaks.low for peaks in found])
    high = np.concatenate([peaks.high for peaks in found])
    return Peaks(read_only(low), read_only(high))


def _peaks_by_second(file: Path, cancel: CancelToken, limit_s: float) -> Iterator[Peaks]:
    waiting: list[NDArray[np.float32]] = []
    count, seconds = 0, 0.0
    for block in sound_blocks(file, rate=_RATE):
        check(cancel)
        waiting.append(block)
        count += block.shape[1]
        if count >= _RATE:
            joined = np.concatenate(waiting, axis=1)
            whole = count - count % (_RATE // PER_SECOND)
            yield peaks_of(Audio(np.ascontiguousarray(joined[:, :whole]), _RATE))
            waiting, count = [joined[:, whole:]], count - whole
            seconds += whole / _RATE
            if seconds >= limit_s:
                return
    if count:
        yield peaks_of(Audio(np.concatenate(waiting, axis=1), _RATE))
