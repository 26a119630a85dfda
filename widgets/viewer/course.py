"""Where playing is at a moment: a pure function that picture and sound both follow."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Course:
    """From `frame` at the moment `at` (seconds of a PlayClock), `rate` frames a second (below 0:
    backwards), within first..last, around again or up to the end."""

    at: float
    frame: int
    rate: float
    first: int
    last: int
    loops: bool

    def frame_at(self, now: float) -> int:
        """The frame to be seen; the last of the way once it is over."""
        frame = self._unbounded(now)
        if self.rate >= 0:
            if frame <= self.last:
                return frame
            return self.first + (frame - self.last - 1) % self._count if self.loops else self.last
        if frame >= self.first:
            return frame
        return self.last - (self.first - frame - 1) % self._count if self.loops else self.first

    def is_over(self, now: float) -> bool:
        """Whether the end was reached and passed, where it does not go around."""
        frame = self._unbounded(now)
        return not self.loops and (frame > self.last if self.rate >= 0 else frame < self.first)

    def passed(self, now: float) -> int:
        """How many frames were due since `at`."""
        return floor(max(now - self.at, 0.0) * abs(self.rate))

    def due(self, passed: int) -> float:
        """The moment at which as many frames were due."""
        return self.at + passed / abs(self.rate)

    def places(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Places in frames, with fractions, at moments; NaN before the start and after the end."""
        gone = (times - self.at) * self.rate
        start, stop = float(self.first), float(self.last + 1)
        if self.rate >= 0:
            places = self.frame + gone
            outside = places >= stop
            around = start + np.mod(places - stop, self._count)
        else:
            places = self.frame + 1 + gone
            outside = places < start
            around = stop - np.mod(start - places, self._count)
        places = np.where(outside, around if self.loops else np.nan, places)
        return np.where(times < self.at, np.nan, places)

    @property
    def _count(self) -> int:
        return self.last - self.first + 1

    def _unbounded(self, now: float) -> int:
        passed = self.passed(now)
        return self.frame + (passed if self.rate >= 0 else -passed)


def milliseconds_until(moment: float, now: float) -> int:
    """For a timer: never early, never negative."""
    return max(0, ceil((moment - now) * 1000))
