"""How loud a sound is along its time: for drawing, small enough to keep at hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Audio, read_only

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
