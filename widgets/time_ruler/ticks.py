"""Which frames of a ruler have a tick and which a label, for any zoom. Numbers only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

_FRAMES = (1, 2, 5, 6, 10, 12, 15, 30)
_SECONDS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 18000, 36000)
LEAST_GAP = 5.0
"""View units between two ticks, at least."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Frames between two labels, and between two ticks. A label stands at a tick."""

    label: int
    tick: int


def ticks_for(per_frame: float, fps: Fraction, label_width: float) -> Ticks:
    """The closest ticks with room for them, where a frame takes `per_frame` view units."""
    steps = _steps(fps)
    label = next((step for step in steps if step * per_frame >= label_width), steps[-1])
    fits = (step for step in steps if label % step == 0 and step * per_frame >= LEAST_GAP)
    return Ticks(label, next(fits, label))


def frames_with(step: int, first: float, last: float) -> Iterator[int]:
    """The multiples of a step within [first, last]."""
    yield from range(ceil(max(first, 0) / step) * step, int(last) + 1, step)


def _steps(fps: Fraction) -> list[int]:
    """Rising steps in frames: parts of a second that divide it, seconds, minutes, hours."""
    second = max(round(fps), 1)
    parts = {step for step in _FRAMES if step < second and second % step == 0}
    parts |= {second // part for part in (2, 4) if second % part == 0}
    return sorted(parts) + [second * seconds for seconds in _SECONDS]
