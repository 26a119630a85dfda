"""The sound of what is looked at, as far as it has come, and a part of it mixed for a device."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from widgets.viewer.course import Course

RATE = 48000
"""Samples a second, at which sound is asked for and played."""
GRAIN_SECONDS = 0.08
_FADE_SECONDS = 0.004
Samples = NDArray[np.float32]


class SoundTrack:
    """Seconds of stereo sound by number. Filled by one thread and read by another: each second is
    put in whole, and what is missing is silent."""

    def __init__(self) -> None:
        self._seconds: dict[int, Samples] = {}

    def put(self, second: int, samples: Samples) -> None:
        """Take in a second, (RATE, 2)."""
        self._seconds[second] = samples

    def has(self, second: int) -> bool:
        """Whether a second is there."""
        return second in self._seconds

    def keep_only(self, seconds: set[int]) -> None:
        """Let go of the others."""
        for second in self._seconds.keys() - seconds:
            del self._seconds[second]

    def clear(self) -> None:
        """Another sound, or none."""
        self._seconds.clear()

    def at(self, places: NDArray[np.float64]) -> Samples:
        """The sound at places in seconds, (count, 2), between samples by a straight line; silence
        where a place is NaN or its second is not there."""
        heard = np.zeros((len(places), 2), np.float32)
        known = np.isfinite(places)
        at = np.where(known, places, -1.0) * RATE
        whole = np.floor(at + 1e-6).astype(np.int64)
        share = (at - whole).astype(np.float32)[:, None]
        for second in np.unique(whole[known] // RATE):
            samples = self._seconds.get(int(second))
            if samples is None:
                continue
            here = known & (whole // RATE == second)
            index = whole[here] - second * RATE
            after = np.minimum(index + 1, RATE - 1)
            heard[here] = samples[index] * (1 - share[here]) + samples[after] * share[here]
        return heard


def mixed(track: SoundTrack, course: Course, fps: float, start: float, count: int) -> Samples:
    """What is heard of a course in `count` samples from the moment `start` on; it fades in."""
    times = start + np.arange(count) / RATE
    heard = track.at(course.places(times) / fps)
    rise = np.clip((times - course.at) / _FADE_SECONDS, 0.0, 1.0)
    return heard * rise.astype(np.float32)[:, None]


def grain(track: SoundTrack, seconds: float, offset: int, count: int) -> Samples:
    """Samples of a grain from its `offset` on: it swells and dies away within GRAIN_SECONDS."""
    along = (offset + np.arange(count)) / RATE
    heard = track.at(np.where(along < GRAIN_SECONDS, seconds + along, np.nan))
    shape = np.sin(np.pi * np.clip(along / GRAIN_SECONDS, 0.0, 1.0))
    return heard * shape.astype(np.float32)[:, None]
