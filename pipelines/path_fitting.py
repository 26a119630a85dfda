"""A stroke that a hand drew as a motion path with as few points as say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from pipelines.motion_paths import MotionPath, PathPoint, Place

Floats64 = NDArray[np.float64]

_TREMBLE = 0.02
"""So far (heights of the picture) a hand is off the line that it means."""
_LEAST = 8
"""Places of a stroke that a curve needs, so that it is cut in two no more."""
_ROUNDS = 4


def fitted(stroke: Sequence[Place], *, aspect: float = 1.0) -> MotionPath:
    """The path of a stroke in shares of a picture whose width is `aspect` times its height; none
    where the stroke leads nowhere."""
    places = _thinned(np.array(stroke, np.float64).reshape(-1, 2) * [aspect, 1.0])
    if len(places) < 2:
        return MotionPath()
    curves = _curves(places)
    shares = [(curve / [aspect, 1.0]).tolist() for curve in curves]
    points = [PathPoint(*shares[0][0])]
    for start, out, back, end in shares:
        points[-1] = replace(points[-1], after=_step(start, out))
        points.append(PathPoint(*end, before=_step(end, back)))
    inner = [_smooth(point, aspect) for point in points[1:-1]]
    return MotionPath((points[0], *inner, points[-1]))


def _thinned(places: Floats64) -> Floats64:
    """Without places where the hand rested, and about evenly far apart."""
    steps = np.hypot(*np.diff(places, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    if not len(steps) or along[-1] < _TREMBLE / 2:
        return places[:0]
    moved = np.concatenate([[True], steps > 0])
    count = int(np.clip(along[-1] / (_TREMBLE / 2), 2, 400))
    even = np.linspace(0, along[-1], count + 1)
    sides = [np.interp(even, along[moved], places[moved, side]) for side in (0, 1)]
    return np.stack(sides, axis=1)


def _curves(places: Floats64) -> list[Floats64]:
    """Curves (4, 2) through a stroke, cut where one is not enough."""
    curve, worst, off = _curve(places)
    if off <= _TREMBLE or len(places) < 2 * _LEAST:
        return [curve]
    cut = min(max(worst, _LEAST - 1), len(places) - _LEAST)
    return [*_curves(places[: cut + 1]), *_curves(places[cut:])]


def _curve(places: Floats64) -> tuple[Floats64, int, float]:
    """The nearest curve between the ends of a stroke, where it is farthest off, and how far."""
    steps = np.hypot(*np.diff(places, axis=0).T)
    s = np.concatenate([[0.0], np.cumsum(steps)]) / steps.sum()
    curve = _nearest(places, s)
    for _ in range(_ROUNDS):
        s = _put_right(curve, places, s)
        curve = _nearest(places, s)
    apart = np.hypot(*(_shares(s) @ curve - places).T)
    worst = int(apart.argmax())
    return curve, worst, float(apart[worst])


def _nearest(places: Floats64, s: Floats64) -> Floats64:
    """The curve (4, 2) that comes nearest to places at times `s`."""
    shares = _shares(s)
    ends = places[[0, -1]]
    rest = places - shares[:, [0, 3]] @ ends
    weights = shares[:, 1:3]
    pull = 1e-4 * np.eye(2)  # few places leave handles free: then they are a third of the way
    thirds = np.array([ends[0] * 2 + ends[1], ends[0] + ends[1] * 2]) / 3
    handles = np.linalg.solve(weights.T @ weights + pull, weights.T @ rest + pull @ thirds)
    return np.asarray(np.concatenate([ends[:1], handles, ends[1:]]), np.float64)


def _put_right(curve: Floats64, places: Floats64, s: Floats64) -> Floats64:
    """Times at which a curve comes nearer to places (one step of Newton)."""
    first = 3 * np.diff(curve, axis=0)
    second = 2 * np.diff(first, axis=0)
    off = _shares(s) @ curve - places
    rest = 1 - s
    speed = np.stack([rest * rest, 2 * rest * s, s * s], axis=1) @ first
    bend = np.stack([rest, s], axis=1) @ second
    slope = (speed * speed).sum(axis=1) + (off * bend).sum(axis=1)
    step = np.where(np.abs(slope) > 1e-9, (off * speed).sum(axis=1) / slope, 0.0)
    better = np.maximum.accumulate(np.clip(s - step, 0.0, 1.0))
    better[0], better[-1] = 0.0, 1.0
    return better


def _shares(s: Floats64) -> Floats64:
    rest = 1 - s
    return np.stack([rest**3, 3 * rest * rest * s, 3 * rest * s * s, s**3], axis=1)


def _step(start: Any, end: Any) -> Place:
    return end[0] - start[0], end[1] - start[1]


def _smooth(point: PathPoint, aspect: float) -> PathPoint:
    """The point with both handles on one line, each as long as it was, unless it is a corner."""
    before, after = (np.array(one) * [aspect, 1.0] for one in (point.before, point.after))
    lengths = float(np.hypot(*before)), float(np.hypot(*after))
    if min(lengths) <= 0 or float(before @ after) > 0:
        return point
    way = after / lengths[1] - before / lengths[0]
    way = way / np.hypot(*way) / [aspect, 1.0]
    x, y = way.tolist()
    back, forth = lengths
    return replace(point, before=(-x * back, -y * back), after=(x * forth, y * forth))
