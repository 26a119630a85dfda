"""Paths that a hand has drawn for layers: splines in shares of the picture, and their pace."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.plain_defaults import PlainDefaults

Offset = tuple[float, float]
Place = tuple[float, float]
Floats64 = NDArray[np.float64]

WHOLE_DRAWING = ""
"""What stands for a layer where all of the drawing is meant."""
_STEPS = 32
"""Straight pieces that each curve between two points is measured by."""


class PathPoint(PlainDefaults, frozen=True, omit_defaults=True):
    """A point of a path in shares of the picture; layers may leave it. `before` and `after` are the
    handles of the curves at its sides, from the point. `at` is how far the move has come (0..1)
    when the layer is here, None where the length of the path decides."""

    x: float
    y: float
    before: Offset = (0.0, 0.0)
    after: Offset = (0.0, 0.0)
    at: float | None = None


class MotionPath(PlainDefaults, frozen=True, omit_defaults=True):
    """Points in order, joined by cubic Bezier curves. The first is where the move begins, the last
    where it ends; fewer than two are no path."""

    points: tuple[PathPoint, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        times = [0.0, *(point.at for point in self.points[1:-1] if point.at is not None), 1.0]
        if any(later <= earlier for earlier, later in pairwise(times)):
            raise MismatchError(
                "The points of a motion path are not in the order of time.",
                mend="Give each point a later time than the one before.",
            )

    @property
    def leads(self) -> bool:
        """Whether it leads from somewhere to somewhere."""
        return len(self.points) >= 2


class GapPath(PlainDefaults, frozen=True, omit_defaults=True):
    """The path of a layer (its id, the name of a mask's thing, or WHOLE_DRAWING) on the way from a
    panel to the next."""

    panel: str
    layer: str
    path: MotionPath


class MotionPaths(PlainDefaults, frozen=True, omit_defaults=True):
    """Paths of any number of gaps. Of two for the same layer of a gap the last holds."""

    paths: tuple[GapPath, ...] = ()

    def of(self, panel: str) -> tuple[GapPath, ...]:
        """The paths of the gap behind a panel that lead somewhere, one for each layer."""
        found = {one.layer: one for one in self.paths if one.panel == panel and one.path.leads}
        return tuple(found.values())

    def with_path(self, added: GapPath) -> MotionPaths:
        """These and one more, in place of the one of the same layer."""
        rest = [one for one in self.paths if (one.panel, one.layer) != (added.panel, added.layer)]
        return MotionPaths((*rest, added))


def place_at(path: MotionPath, t: float, *, aspect: float = 1.0) -> Place:
    """Where a path leads at `t`, in shares; beyond its ends it goes straight on. `aspect` is the
    width of the picture by its height, by which lengths are measured."""
    curves = _measured(path, aspect)
    x, y = curves.at(t)
    return x / aspect, y


def share_near(path: MotionPath, place: Place, *, aspect: float = 1.0) -> tuple[float, float]:
    """The nearest part of a path: how far along its length (0..1), and how far off (heights)."""
    curves = _measured(path, aspect)
    starts, ways = curves.places[:-1], np.diff(curves.places, axis=0)
    off = np.array([place[0] * aspect, place[1]]) - starts
    far = np.maximum((ways * ways).sum(axis=1), 1e-18)
    within = np.clip((off * ways).sum(axis=1) / far, 0.0, 1.0)
    apart = np.hypot(*(off - within[:, None] * ways).T)
    at = int(apart.argmin())
    step = float(curves.lengths[at + 1] - curves.lengths[at])
    length = float(curves.lengths[at]) + float(within[at]) * step
    return length / max(float(curves.lengths[-1]), 1e-9), float(apart[at])


def length_share(path: MotionPath, t: float, *, aspect: float = 1.0) -> float:
    """The share of its length (0..1) that is behind at `t`."""
    curves = _measured(path, aspect)
    return min(max(curves.length_at(t) / max(float(curves.lengths[-1]), 1e-9), 0.0), 1.0)


def drawn_line(path: MotionPath) -> list[Place]:
    """The path as places in shares, close enough to be drawn as a line."""
    if not path.leads:
        return [(point.x, point.y) for point in path.points]
    return [(x, y) for x, y in _measured(path, 1.0).places.tolist()]


def swerve(path: MotionPath, size: tuple[int, int], t: float) -> Offset:
    """How far (pixels) a path leads off the straight and even way between its own ends: nothing at
    t = 0 and 1, so that it fits a layer whose ends lie elsewhere."""
    width, height = size
    aspect = width / height
    x, y = place_at(path, t, aspect=aspect)
    first, last = path.points[0], path.points[-1]
    right = x - first.x - t * (last.x - first.x)
    down = y - first.y - t * (last.y - first.y)
    return right * width, down * height


def stretched(path: MotionPath, across: float, down: float) -> MotionPath:
    """The same path in shares of a larger or smaller picture."""
    return MotionPath(
        tuple(
            replace(
                point,
                x=point.x * across,
                y=point.y * down,
                before=(point.before[0] * across, point.before[1] * down),
                after=(point.after[0] * across, point.after[1] * down),
            )
            for point in path.points
        )
    )


def with_point(path: MotionPath, share: float, *, aspect: float = 1.0) -> MotionPath:
    """The same line with one more point, at a share of its length."""
    curves = _measured(path, aspect)
    piece, s = curves.piece_at(share * curves.lengths[-1])
    first, second = path.points[piece : piece + 2]
    left, right = _cut(first, second, s)
    added = replace(right[0], before=left[1].before)
    after = replace(right[1], after=second.after, at=second.at)
    before = replace(left[0], before=first.before, at=first.at)
    return MotionPath((*path.points[:piece], before, added, after, *path.points[piece + 2 :]))


def without_point(path: MotionPath, index: int) -> MotionPath:
    """The path with a point less; of one with only two nothing is left."""
    if len(path.points) <= 2:
        return MotionPath()
    return MotionPath((*path.points[:index], *path.points[index + 1 :]))


def halves(path: MotionPath, t: float, *, aspect: float = 1.0) -> tuple[MotionPath, MotionPath]:
    """The path up to `t` of its move (0 < t < 1), and the rest of it from there."""
    curves = _measured(path, aspect)
    piece, s = curves.piece_at(curves.length_at(t))
    first, second = path.points[piece : piece + 2]
    left, right = _cut(first, second, s)
    start = [*path.points[:piece], replace(left[0], before=first.before, at=first.at), left[1]]
    end = [right[0], replace(right[1], after=second.after, at=second.at), *path.points[piece + 2 :]]
    return (
        MotionPath(tuple(_retimed(start, 0.0, t))),
        MotionPath(tuple(_retimed(end, t, 1.0))),
    )


class _Curves:
    """A path measured: places (N, 2) along it, x times the aspect, and the length up to each."""

    def __init__(self, path: MotionPath, aspect: float) -> None:
        stretch = np.array([aspect, 1.0])
        pieces = [_places(*pair) for pair in pairwise(path.points)]
        self.places: Floats64 = np.concatenate([piece[:-1] for piece in pieces] + [pieces[-1][-1:]])
        self.places = self.places * stretch
        steps = np.hypot(*np.diff(self.places, axis=0).T)
        self.lengths: Floats64 = np.concatenate([[0.0], np.cumsum(steps)])
        total = float(self.lengths[-1])
        inner = [
            (point.at, float(self.lengths[at * _STEPS]))
            for at, point in enumerate(path.points)
            if 0 < at < len(path.points) - 1 and point.at is not None
        ]
        knots = [(0.0, 0.0), *inner, (1.0, total)]
        self._times = np.array([time for time, _ in knots])
        self._lengths = np.array([length for _, length in knots])
        self._slopes = _even_slopes(self._times, self._lengths)

    def length_at(self, t: float) -> float:
        """The length that is behind at `t`: evenly between the points that have a time, without a
        jerk at them (monotone cubics, Fritsch and Carlson 1980); beyond the ends it goes on."""
        if t <= 0 or t >= 1:
            end = 0 if t <= 0 else -1
            return float(self._lengths[end] + (t - self._times[end]) * self._slopes[end])
        at = int(np.searchsorted(self._times, t, side="right")) - 1
        span = float(self._times[at + 1] - self._times[at])
        s = (t - float(self._times[at])) / span
        low, high = float(self._lengths[at]), float(self._lengths[at + 1])
        rises = float(self._slopes[at]) * span, float(self._slopes[at + 1]) * span
        swing = (s * (1 - s) ** 2) * rises[0] - (s * s * (1 - s)) * rises[1]
        return low + (high - low) * s * s * (3 - 2 * s) + swing

    def at(self, t: float) -> Place:
        length = self.length_at(t)
        total = float(self.lengths[-1])
        if 0 <= length <= total:
            x, y = (float(np.interp(length, self.lengths, self.places[:, one])) for one in (0, 1))
            return x, y
        end, inner = (0, 1) if length < 0 else (-1, -2)
        beyond = length if length < 0 else length - total
        way = (self.places[end] - self.places[inner]) * (-1 if length < 0 else 1)
        far = float(np.hypot(*way))
        x, y = (self.places[end] + (way / far * beyond if far else 0.0)).tolist()
        return x, y

    def piece_at(self, length: float) -> tuple[int, float]:
        """The curve on which a length ends, and where on it (0..1)."""
        step = float(np.interp(length, self.lengths, np.arange(len(self.lengths))))
        piece = min(int(step // _STEPS), (len(self.lengths) - 1) // _STEPS - 1)
        return piece, step / _STEPS - piece


@lru_cache(maxsize=64)
def _measured(path: MotionPath, aspect: float) -> _Curves:
    return _Curves(path, aspect)


def _even_slopes(times: Floats64, lengths: Floats64) -> Floats64:
    slopes = np.diff(lengths) / np.diff(times)
    if len(slopes) == 1:
        return np.array([slopes[0], slopes[0]])
    widths = np.diff(times)
    left, right = slopes[:-1], slopes[1:]
    heavy = widths[:-1] + 2 * widths[1:], 2 * widths[:-1] + widths[1:]
    both = (left > 0) & (right > 0)
    apart = heavy[1] / np.where(both, left, 1.0) + heavy[0] / np.where(both, right, 1.0)
    inner = np.where(both, (heavy[0] + heavy[1]) / apart, 0.0)
    return np.concatenate([[slopes[0]], inner, [slopes[-1]]])


def _places(first: PathPoint, second: PathPoint) -> Floats64:
    corners = np.array(_corners(first, second))
    s = np.linspace(0.0, 1.0, _STEPS + 1)[:, None]
    rest = 1 - s
    shares = np.hstack([rest**3, 3 * rest * rest * s, 3 * rest * s * s, s**3])
    return shares @ corners


def _corners(first: PathPoint, second: PathPoint) -> list[Place]:
    return [
        (first.x, first.y),
        (first.x + first.after[0], first.y + first.after[1]),
        (second.x + second.before[0], second.y + second.before[1]),
        (second.x, second.y),
    ]


def _cut(
    first: PathPoint, second: PathPoint, s: float
) -> tuple[tuple[PathPoint, PathPoint], tuple[PathPoint, PathPoint]]:
    """Both halves of a curve that is cut at `s` (de Casteljau); only the handles between."""
    rows = [np.array(_corners(first, second))]
    while len(rows[-1]) > 1:
        rows.append(rows[-1][:-1] * (1 - s) + rows[-1][1:] * s)
    a, ab, abc, middle = (row[0] for row in rows)
    bc, cd, d = rows[2][1], rows[1][2], rows[0][3]
    return (
        (_point(a, after=ab - a), _point(middle, before=abc - middle)),
        (_point(middle, after=bc - middle), _point(d, before=cd - d)),
    )


def _point(
    place: Floats64, *, before: Floats64 | None = None, after: Floats64 | None = None
) -> PathPoint:
    return PathPoint(*_pair(place), before=_pair(before), after=_pair(after))


def _pair(values: Floats64 | None) -> Offset:
    if values is None:
        return 0.0, 0.0
    return float(values[0]), float(values[1])


def _retimed(points: list[PathPoint], start: float, stop: float) -> list[PathPoint]:
    """Points of a part of a move, timed within that part."""
    return [
        point
        if point.at is None or not 0 < at < len(points) - 1
        else replace(point, at=(point.at - start) / (stop - start))
        for at, point in enumerate(points)
    ]
