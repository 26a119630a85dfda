"""A stroke under way: pen samples in, dabs out, evenly spaced along a smooth path.

Dabs depend on the path and not on how often the pen was read: the curve is a centripetal
Catmull-Rom spline (Yuksel, Schaefer, Keyser 2011) through the samples, walked by arc length.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.brush import Brush, leaning
from pipelines.painting.coverage import REACH, Coverage
from pipelines.painting.stamps import Shape, stamp

Rows = NDArray[np.float64]
"""(n, 5): as a Sample."""

Flat = NDArray[np.float64]

_LEAST_STEP = 0.5
_MOST_FLOW = 0.999
"""A flow of 1 would need an endless density."""
_CHORD = 1.25
"""Pixels between the points at which a curve is measured."""

_MOST_CHORDS = 512
_STRAIGHT = 2.0
"""Spans shorter than this many pixels do not bend."""

_SAME_PLACE = 1e-3


class Sample(NamedTuple):
    """Where the pen was, in canvas pixels, how hard it pressed, 0..1, and how it was held.

    The lean points to where the pen's end is; its length is 0 upright and 1 flat on the paper.
    """

    x: float
    y: float
    pressure: float = 1.0
    lean_x: float = 0.0
    lean_y: float = 0.0


class Stroke:
    """One stroke of a brush, growing as samples arrive.

    The last span waits for the sample after it (its curve depends on it) until `finish`. Strokes
    that share a `coverage` are one layer of paint.
    """

    def __init__(self, brush: Brush, coverage: Coverage | None = None) -> None:
        self.brush = brush
        self.coverage = coverage or Coverage(round(brush.opacity * 255))
        self._samples: list[Sample] = []
        self._drawn = 0
        self._travelled = 0.0

    def extend(self, samples: Iterable[Sample]) -> None:
        """Go on to these samples."""
        dots = [dot for sample in samples for dot in self._accept(sample)]
        if dots:
            self._print(np.array(dots))
        self._walk(len(self._samples) - 2)

    def finish(self) -> Coverage:
        """Draw what still waits and hand over the coverage."""
        self._walk(len(self._samples) - 1)
        return self.coverage

    def _accept(self, sample: Sample) -> list[Sample]:
        """Remember a sample; a dot where the stroke begins, or presses harder on its first spot."""
        if not np.isfinite(sum(sample)):
            return []
        x, y = (min(max(float(value), -REACH), REACH) for value in sample[:2])
        point, known = sample._replace(x=x, y=y), self._samples
        if not known:
            known.append(point)
            return [point]
        last = known[-1]
        if abs(last.x - x) + abs(last.y - y) >= _SAME_PLACE:
            known.append(point)
            return []
        known[-1] = last._replace(pressure=max(last.pressure, point.pressure))
        return [known[-1]] if len(known) == 1 else []

    def _walk(self, stop: int) -> None:
        """Draw the spans up to the one that ends at sample `stop`."""
        if stop <= self._drawn:
            return
        points = path(np.array(self._samples), self._drawn, stop)
        lengths = np.hypot(*np.diff(points[:, :2], axis=0).T)
        density = 1 / self._step(points)
        gone = np.cumsum(lengths * (density[1:] + density[:-1]) / 2) + self._travelled
        count = np.concatenate(([self._travelled], gone))
        due = np.arange(1, int(count[-1]) + 1)
        self._travelled = float(count[-1]) - len(due)
        forget = max(stop - 1, 0)
        self._samples = self._samples[forget:]
        self._drawn = stop - forget
        if len(due):
            self._print(np.stack([np.interp(due, count, axis) for axis in points.T], axis=1))

    def _step(self, points: Rows) -> Flat:
        """How far dabs are apart. Long ones have sharp ends, which show unless they lie closer."""
        size = self.brush.size * self.brush.size_by(points[:, 2])
        return np.maximum(size * self.brush.spacing / np.sqrt(self._lengths(points)), _LEAST_STEP)

    def _lengths(self, points: Rows) -> Flat:
        """How many times as long as wide the dabs are."""
        if not self.brush.lean.is_felt or not points[:, 3:].any():
            return np.ones(len(points))
        share = leaning(np.hypot(points[:, 3], points[:, 4]))
        return 1 + (self.brush.lean.length - 1) * share

    def _print(self, points: Rows) -> None:
        brush, pressure = self.brush, points[:, 2]
        radii = brush.size / 2 * brush.size_by(pressure)
        opacity = brush.opacity * brush.opacity_by(pressure) * np.minimum(radii * 2, 1)
        shapes: Iterable[Shape | None] = repeat(None)
        if brush.lean.is_felt and points[:, 3:].any():
            share = leaning(np.hypot(points[:, 3], points[:, 4]))
            opacity *= 1 - (1 - brush.lean.cover) * share
            angles = np.arctan2(points[:, 4], points[:, 3]).tolist()
            shapes = map(Shape, self._lengths(points).tolist(), angles)
        covers = np.rint(opacity * 255).astype(int).tolist()
        places = zip(points[:, 0].tolist(), points[:, 1].tolist(), radii.tolist(), strict=True)
        if not brush.builds_up:
            for (x, y, radius), cover, shape in zip(places, covers, shapes, strict=False):
                if cover:
                    print_, column, row = stamp(radius, brush.hardness, x, y, shape)
                    self.coverage.lay(print_.pixels, column, row, opacity=cover)
            return
        varies = brush.opacity_by.least < 1 or brush.lean.cover < 1 or radii.min() < 0.5
        densities = self._densities(points, radii).tolist()
        dabs = zip(places, covers, densities, shapes, strict=False)  # shapes may be endless
        for (x, y, radius), cover, density, shape in dabs:
            if cover and density:
                print_, column, row = stamp(radius, brush.hardness, x, y, shape)
                ceiling = cover if varies else None
                self.coverage.build(print_.shares, column, row, density, ceiling=ceiling)

    def _densities(self, points: Rows, radii: Flat) -> Flat:
        """What each dab lays down, so that a crossing adds up to the brush's flow."""
        flow = np.clip(self.brush.flow * self.brush.flow_by(points[:, 2]), 0, _MOST_FLOW)
        share = np.minimum(self._step(points) / np.maximum(radii * 2, 1), 1)
        return -np.log1p(-flow) * share


def path(points: Rows, first: int, stop: int) -> Rows:
    """The curve through points[first : stop + 1], as points at most 1.5 px apart.

    Points around them, where there are any, bend it. All but the place is linear: a curve through
    pressures would overshoot. No two neighbours may lie in the same place.
    """
    steps = np.diff(points, axis=0)
    reach = np.hypot(steps[:, 0], steps[:, 1])
    count = np.clip(np.ceil(reach[first:stop] / _CHORD), 1, _MOST_CHORDS).astype(np.int64)
    span = np.repeat(np.arange(first, stop), count)
    ends = np.cumsum(count)
    t = (np.arange(1, len(span) + 1) - np.repeat(ends - count, count)) / np.repeat(count, count)
    curve = points[span] + steps[span] * t[:, None]
    bent = reach[span] > _STRAIGHT
    if len(points) > 2 and bent.any():
        curve[bent, :2] = _hermite(points[:, :2], span[bent], t[bent, None])
    return np.concatenate([points[first : first + 1], curve])


def _hermite(points: NDArray[np.float64], span: NDArray[np.int64], t: Rows) -> Rows:
    """Points of the spans, at t of each; tangents on centripetal knots."""
    steps = np.diff(points, axis=0)
    knots = np.maximum(np.sqrt(np.hypot(*steps.T)), _SAME_PLACE)[:, None]
    slopes = steps / knots
    inner = slopes[:-1] + slopes[1:] - (points[2:] - points[:-2]) / (knots[:-1] + knots[1:])
    ends = 2 * slopes[:1] - inner[:1], 2 * slopes[-1:] - inner[-1:]
    tangents = np.concatenate([ends[0], inner, ends[1]])
    t2, t3 = t * t, t * t * t
    return (
        (2 * t3 - 3 * t2 + 1) * points[span]
        + (t3 - 2 * t2 + t) * knots[span] * tangents[span]
        + (3 * t2 - 2 * t3) * points[span + 1]
        + (t3 - t2) * knots[span] * tangents[span + 1]
    )
