"""Points: where a pen goes and how hard it presses. No paper here; all is a pure function.

The hand's small unevenness comes from fixed waves and seeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Points = NDArray[np.float64]
"""(n, 2): x, y."""
Weights = NDArray[np.float64]
"""(n,): pressure, 0..1."""
Outline = Sequence[Point] | Points

_LIGHT = np.array([-0.55, -0.83])
"""Where light comes from: contours are thin towards it and heavy away from it."""


@dataclass(frozen=True)
class View:
    """Where a drawing's own coordinates lie on the paper: p -> linear @ p + offset."""

    linear: tuple[tuple[float, float], tuple[float, float]] = ((1.0, 0.0), (0.0, 1.0))
    offset: Point = (0.0, 0.0)

    def __call__(self, points: Outline) -> Points:
        return np.asarray(points, np.float64) @ np.array(self.linear).T + np.array(self.offset)

    def __matmul__(self, inner: View) -> View:
        linear = np.array(self.linear) @ np.array(inner.linear)
        (x, y), rows = self([inner.offset])[0].tolist(), linear.tolist()
        return View((tuple(rows[0]), tuple(rows[1])), (x, y))

    @property
    def scale(self) -> float:
        """How much larger lengths become, on average."""
        return float(abs(np.linalg.det(np.array(self.linear)))) ** 0.5


def zoomed(centre: Point, scale: float, *, pan: Point = (0.0, 0.0)) -> View:
    """Everything larger about a point that stays in place, apart from `pan`."""
    x, y = centre
    return View(((scale, 0.0), (0.0, scale)), (x - scale * x + pan[0], y - scale * y + pan[1]))


def turned(centre: Point, degrees: float, *, scale: float = 1.0) -> View:
    """The origin at `centre`, rotated clockwise."""
    c, s = cos(radians(degrees)) * scale, sin(radians(degrees)) * scale
    return View(((c, -s), (s, c)), centre)


def curve(points: Outline, *, closed: bool = False, step: float = 5.0) -> Points:
    """A Catmull-Rom spline (centripetal) through points, as points about `step` apart."""
    known = np.asarray(points, np.float64)
    if len(known) < 3:
        return even(known, step)
    if closed:
        rows = np.concatenate([known[-1:], known, known[:2]])
    else:
        rows = np.concatenate([2 * known[:1] - known[1:2], known, 2 * known[-1:] - known[-2:-1]])
    pieces = [_span(rows[at : at + 4]) for at in range(len(rows) - 3)]
    line = np.concatenate([*pieces, known[:1] if closed else known[-1:]])
    spaced = even(line, step)
    return spaced[:-1] if closed else spaced


def closed(outline: Outline) -> Points:
    """An outline that ends where it begins."""
    points = np.asarray(outline, np.float64)
    return np.concatenate([points, points[:1]])


def even(line: Points, step: float) -> Points:
    """A line with its points evenly spaced, corners rounded at most by the spacing."""
    lengths = _lengths(line)
    count = max(round(float(lengths[-1]) / step), 2)
    at = np.linspace(0, lengths[-1], count + 1)
    return np.stack([np.interp(at, lengths, axis) for axis in line.T], axis=1)


def ellipse(centre: Point, radii: Point, *, degrees: float = 0.0, count: int = 0) -> Points:
    """An ellipse as a closed outline, clockwise on the screen."""
    t = np.linspace(0, 2 * np.pi, count or max(64, int(max(radii))), endpoint=False)
    flat = np.stack([radii[0] * np.cos(t), radii[1] * np.sin(t)], axis=1)
    return turned(centre, degrees)(flat)


def arc(centre: Point, radii: Point, first: float, last: float, count: int = 40) -> Points:
    """A part of an ellipse, from angle to angle in degrees (0 right, 90 down)."""
    t = np.radians(np.linspace(first, last, count))
    return np.stack([centre[0] + radii[0] * np.cos(t), centre[1] + radii[1] * np.sin(t)], axis=1)


def capsule(a: Point, b: Point, start: float, end: float, *, belly: float = 0.0) -> Points:
    """A limb's outline from joint to joint, with a radius at each; `belly` swells its middle."""
    axis = np.array([b[0] - a[0], b[1] - a[1]])
    length = max(float(np.hypot(*axis)), 1e-6)
    angle = float(np.degrees(np.arctan2(axis[1], axis[0])))
    cap_a = arc((0, 0), (start, start), 90, 270, 9)
    cap_b = arc((length, 0), (end, end), -90, 90, 9)
    middle = (start + end) / 2 + belly
    upper, lower = np.array([[length / 2, -middle]]), np.array([[length / 2, middle]])
    flat = np.concatenate([cap_a, upper, cap_b, lower])
    return curve(turned(a, angle)(flat), closed=True, step=4)


def swell(at: Points, taper: Point = (0.15, 0.1)) -> Weights:
    """Pressure along a stroke: in quickly, full before the middle, out slowly."""
    t = _lengths(at)
    t = t / max(t[-1], 1e-9)
    rise = taper[0] + (1 - taper[0]) * np.sin(np.minimum(t / 0.4, 1) * np.pi / 2)
    fall = taper[1] + (1 - taper[1]) * np.sin(np.minimum((1 - t) / 0.55, 1) * np.pi / 2)
    return np.minimum(rise, fall)


def weighted(outline: Points) -> Weights:
    """Pressure round a closed outline: heavy away from the light."""
    ring = np.concatenate([outline[-3:], outline, outline[:3]])
    along = ring[6:] - ring[:-6]
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normal /= np.maximum(np.hypot(*normal.T), 1e-9)[:, None]
    turn = np.sign(_signed_area(outline)) or 1.0
    return 0.62 - 0.36 * turn * (normal @ _LIGHT)


def tremor(at: Points) -> Points:
    """A third of a pixel of unevenness, slow along the path, none at the ends."""
    lengths = _lengths(at)
    ends = np.minimum(np.minimum(lengths, lengths[-1] - lengths) / 20, 1)
    x = 0.4 * np.sin(lengths / 17 + 0.7) + 0.25 * np.sin(lengths / 7.3)
    y = 0.4 * np.sin(lengths / 19 + 2.1) + 0.25 * np.sin(lengths / 8.1 + 1)
    return np.stack([x, y], axis=1) * ends[:, None]


def hatching(
    outline: Outline, *, angle: float = -55.0, gap: float = 7.0, seed: int = 1, bow: float = 1.5
) -> list[Points]:
    """Parallel strokes inside an outline, ends uneven as a hand leaves them."""
    rng = np.random.Generator(np.random.PCG64(seed))
    c, s = cos(radians(angle)), sin(radians(angle))
    flat = np.asarray(outline, np.float64) @ np.array([[c, -s], [s, c]])
    back = np.array([[c, s], [-s, c]])
    made: list[Points] = []
    first = int(np.ceil(flat[:, 1].min() / gap))
    for row in range(first, int(flat[:, 1].max() // gap) + 1):
        y = row * gap + rng.uniform(-0.18, 0.18) * gap
        for start, end in _inside(flat, y):
            cut = (end - start) * 0.16
            a, b = start + rng.uniform(0, cut), end - rng.uniform(0, cut)
            if b - a >= gap * 0.6:
                line = np.array([[a, y], [(a + b) / 2, y + bow], [b, y + rng.uniform(-0.6, 0.6)]])
                made.append(line @ back)
    return made


def _span(four: Points) -> Points:
    """The curve from the second of four points to the third, without its end."""
    knots = np.maximum(np.hypot(*np.diff(four, axis=0).T) ** 0.5, 1e-4)
    slopes = np.diff(four, axis=0) / knots[:, None]
    ends = [
        slopes[at] + slopes[at + 1] - (four[at + 2] - four[at]) / (knots[at] + knots[at + 1])
        for at in (0, 1)
    ]
    t = np.linspace(0, 1, 12, endpoint=False)[:, None]
    t2, t3 = t * t, t * t * t
    return (
        (2 * t3 - 3 * t2 + 1) * four[1]
        + (t3 - 2 * t2 + t) * knots[1] * ends[0]
        + (3 * t2 - 2 * t3) * four[2]
        + (t3 - t2) * knots[1] * ends[1]
    )


def _lengths(at: Points) -> Weights:
    return np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(at, axis=0).T))))


def _signed_area(at: Points) -> float:
    x, y = at.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())


def _inside(outline: Points, y: float) -> list[Point]:
    """The spans of a horizontal line that lie in a closed outline."""
    a, b = outline, np.roll(outline, -1, axis=0)
    crossing = (a[:, 1] <= y) != (b[:, 1] <= y)
    a, b = a[crossing], b[crossing]
    hits = np.sort(a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])).tolist()
    return list(zip(hits[::2], hits[1::2], strict=False))
