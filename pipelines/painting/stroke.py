"""A stroke under way: pen samples in, dabs out, evenly spaced along a smooth path.

Dabs depend on the path and not on how often the pen was read: the curve is a centripetal
Catmull-Rom spline (Yuksel, Schaefer, Keyser 2011) through the samples, walked by arc length.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.brush import Brush, stamp
from pipelines.painting.coverage import REACH, Coverage

_LEAST_STEP = 0.5
_CHORD = 1.5
"""Pixels between the points at which a curve is measured."""

_MOST_CHORDS = 512
_STRAIGHT = 2.0
"""Spans shorter than this many pixels do not bend."""

_SAME_PLACE = 1e-3


class Sample(NamedTuple):
    """Where the pen was, in canvas pixels, and how hard it pressed, 0..1."""

    x: float
    y: float
    pressure: float = 1.0


class Stroke:
    """One stroke of a brush, growing as samples arrive.

    The last span waits for the sample after it (its curve depends on it) until `finish`.
    """

    def __init__(self, brush: Brush) -> None:
        self.brush = brush
        self.coverage = Coverage()
        self._samples: list[NDArray[np.float64]] = []
        self._travelled = 0.0
        self._due: list[NDArray[np.float64]] = []

    def extend(self, samples: Iterable[Sample]) -> None:
        """Go on to these samples."""
        for sample in samples:
            point = np.array(sample, np.float64)
            if not np.isfinite(point).all():
                continue
            point[:2] = np.clip(point[:2], -REACH, REACH)
            self._add(point)
        self._print()

    def finish(self) -> Coverage:
        """Draw what still waits and hand over the coverage."""
        waiting = self._samples
        if len(waiting) >= 2:
            before = waiting[-3] if len(waiting) >= 3 else None
            self._span(before, waiting[-2], waiting[-1], None)
        self._samples = waiting[-1:]
        self._print()
        return self.coverage

    def _add(self, point: NDArray[np.float64]) -> None:
        known = self._samples
        if not known:
            self._due.append(point[None])
        elif np.hypot(*(point[:2] - known[-1][:2])) < _SAME_PLACE:
            if len(known) == 1:
                self._due.append(point[None])
            known[-1][2] = max(known[-1][2], point[2])
            return
        known.append(point)
        if len(known) >= 3:
            self._span(known[-4] if len(known) >= 4 else None, known[-3], known[-2], point)
        del known[:-3]

    def _span(
        self,
        before: NDArray[np.float64] | None,
        start: NDArray[np.float64],
        end: NDArray[np.float64],
        after: NDArray[np.float64] | None,
    ) -> None:
        points = curve(before, start, end, after)
        lengths = np.hypot(*np.diff(points[:, :2], axis=0).T)
        density = 1 / self._step(points[:, 2])
        count = self._travelled + np.concatenate(
            ([0.0], np.cumsum(lengths * (density[1:] + density[:-1]) / 2))
        )
        due = np.arange(1, int(count[-1]) + 1)
        self._travelled = count[-1] - len(due)
        if len(due):
            self._due.append(np.stack([np.interp(due, count, axis) for axis in points.T], axis=1))

    def _step(self, pressure: NDArray[np.float64]) -> NDArray[np.float64]:
        size = self.brush.size * self.brush.size_by(pressure)
        return np.maximum(size * self.brush.spacing, _LEAST_STEP)

    def _print(self) -> None:
        """Print the dabs that are due: rows (x, y, pressure)."""
        if not self._due:
            return
        points = np.concatenate(self._due)
        self._due.clear()
        brush, pressure = self.brush, points[:, 2]
        radii = brush.size / 2 * brush.size_by(pressure)
        opacity = brush.opacity * brush.opacity_by(pressure)
        thin = np.minimum(radii * 2, 1)
        flow = np.clip(brush.flow * brush.flow_by(pressure), 0, 1)
        share = np.minimum(self._step(pressure) / np.maximum(radii * 2, 1), 1)
        each = np.where(flow >= 1, 1, 1 - (1 - flow) ** share)
        covers = np.rint(opacity * thin * 255).astype(int).tolist()
        flows = (each * 255).tolist()
        places = zip(points[:, 0].tolist(), points[:, 1].tolist(), radii.tolist(), strict=True)
        for (x, y, radius), cover, part in zip(places, covers, flows, strict=True):
            print_, column, row = stamp(radius, brush.hardness, x, y)
            if cover and part:
                self.coverage.lay(print_.pixels, column, row, opacity=cover, flow=part)


def curve(
    before: NDArray[np.float64] | None,
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    after: NDArray[np.float64] | None,
) -> NDArray[np.float64]:
    """The spline from `start` to `end` (rows x, y, pressure), as points at most 1.5 px apart.

    Pressure is linear: a curve through it would overshoot.
    """
    reach = float(np.hypot(*(end[:2] - start[:2])))
    count = int(np.clip(np.ceil(reach * 1.2 / _CHORD), 1, _MOST_CHORDS))
    t = np.linspace(0, 1, count + 1)[:, None]
    points = start + (end - start) * t
    if reach > _STRAIGHT and (before is not None or after is not None):
        points[:, :2] = _hermite(before, start, end, after, t, np.sqrt(reach))
    return points


def _hermite(
    before: NDArray[np.float64] | None,
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    after: NDArray[np.float64] | None,
    t: NDArray[np.float64],
    knot: float,
) -> NDArray[np.float64]:
    p1, p2 = start[:2], end[:2]
    slope = (p2 - p1) / knot
    leave = slope if before is None else _tangent(before[:2], p1, p2)
    arrive = slope if after is None else _tangent(p1, p2, after[:2])
    if before is None:
        leave = 2 * slope - arrive if after is not None else slope
    if after is None:
        arrive = 2 * slope - leave
    t2, t3 = t * t, t * t * t
    return (
        (2 * t3 - 3 * t2 + 1) * p1
        + (t3 - 2 * t2 + t) * knot * leave
        + (3 * t2 - 2 * t3) * p2
        + (t3 - t2) * knot * arrive
    )


def _tangent(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The curve's slope at b, on centripetal knots (square roots of the distances)."""
    ab, bc = np.sqrt(np.hypot(*(b - a))), np.sqrt(np.hypot(*(c - b)))
    return (b - a) / ab - (c - a) / (ab + bc) + (c - b) / bc
