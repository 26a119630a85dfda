"""A steadier hand: pen samples smoothed while they arrive, without falling behind.

The 1-Euro filter (Casiez, Roussel, Vogel, CHI 2012) with one cutoff for both axes, taken from the
speed in the plane, so that corners are not cut differently along x and y.
"""

from __future__ import annotations

from math import exp, hypot, pi

from pipelines.painting.stroke import Sample

_SPEED_CUTOFF = 1.0
"""Hz. How quickly the measured speed follows."""
_BETA = 0.02
"""Hz for each pixel a second."""
_CAUGHT_UP = 0.25
"""Pixels. A pen that rests is reached when it is this near."""


class Stabiliser:
    """Smooths one stroke. `strength` 0 hands samples on as they are; 0.5 suits a mouse."""

    def __init__(self, strength: float) -> None:
        self._cutoff = 10 ** (1 - 2 * min(max(strength, 0.0), 1.0))
        self._is_off = strength <= 0
        self._raw: Sample | None = None
        self._smooth: Sample | None = None
        self._velocity = (0.0, 0.0)
        self._at = 0.0

    def follow(self, sample: Sample, at: float) -> Sample:
        """Where to draw for a sample read at time `at`, in seconds."""
        if self._is_off or self._raw is None or self._smooth is None:
            self._raw, self._smooth, self._at = sample, sample, at
            return sample
        step = max(at - self._at, 1e-4)
        ease = _share(_SPEED_CUTOFF, step)
        moved = (sample.x - self._raw.x) / step, (sample.y - self._raw.y) / step
        vx, vy = self._velocity
        self._velocity = vx + (moved[0] - vx) * ease, vy + (moved[1] - vy) * ease
        share = _share(self._cutoff + _BETA * hypot(*self._velocity), step)
        self._raw, self._at = sample, at
        self._smooth = _between(self._smooth, sample, share)
        return self._smooth

    def rest(self, at: float) -> Sample | None:
        """Where to go on to while the pen rests, None once it is reached."""
        if self._raw is None or self._smooth is None or self._is_reached():
            return None
        self.follow(self._raw, at)
        if self._is_reached():
            self._smooth = self._raw
        return self._smooth

    def finish(self) -> Sample | None:
        """The last sample as it was, None where the stroke ended there anyway."""
        if self._raw is None or self._smooth == self._raw:
            return None
        self._smooth = self._raw
        return self._raw

    def _is_reached(self) -> bool:
        one, other = self._raw, self._smooth
        assert one is not None and other is not None
        return hypot(one.x - other.x, one.y - other.y) <= _CAUGHT_UP


def _share(cutoff: float, step: float) -> float:
    """How much of a change a first-order low pass lets through in `step` seconds."""
    return 1 - exp(-2 * pi * cutoff * step)


def _between(one: Sample, other: Sample, share: float) -> Sample:
    return Sample(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))
