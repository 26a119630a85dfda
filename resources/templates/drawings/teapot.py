"""A teapot in space: its form as profiles and tubes, seen a little from above.

Space: x to the right, y towards the eye, z up, in pixels; the axis of the pot is x = y = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, tan

import numpy as np

from resources.templates.drawings.line import Outline, Point, Points, curve
from resources.templates.drawings.shapes import joined, tube

PITCH = radians(20)
"""How far the eye looks down."""
CENTRE = (640.0, 566.0)
"""Where the pot's foot stands on the paper."""

BODY = curve(
    [(88, 0), (92, 6), (126, 26), (170, 70), (184, 118), (168, 170), (122, 214), (92, 232)], step=4
)
"""Radius and height, from the foot up."""
LID = curve([(98, 232), (97, 240), (82, 258), (50, 274), (22, 282)], step=4)
KNOB = curve([(9, 280), (11, 288), (22, 300), (23, 312), (12, 322), (1, 324)], step=3)
DISC = 276.0
DISC_EDGE = 24.0


@dataclass(frozen=True)
class Tube:
    """Something round and bent in the plane of the axis: where it goes (distance, height), and
    how thick it is there."""

    way: tuple[Point, ...]
    radii: tuple[float, ...]

    def at(self, degrees: float, count: int = 60) -> tuple[Points, np.ndarray]:
        """Places on the paper and radii, for a turn of the pot."""
        line = curve(self.way, step=2)
        steps = np.linspace(0, len(line) - 1, count).astype(int)
        share = np.linspace(0, 1, len(self.radii))
        radii = np.interp(np.linspace(0, 1, count), share, self.radii)
        return placed(line[steps], degrees), radii


SPOUT = Tube(
    ((152, 88), (206, 100), (240, 138), (258, 190), (288, 226), (306, 236)),
    (40, 35, 28, 22, 18, 18),
)
HANDLE = Tube(
    ((-150, 186), (-196, 214), (-252, 204), (-276, 152), (-254, 98), (-206, 70), (-158, 70)),
    (15, 13, 13, 14, 13, 12, 13),
)


def paper(x: float, y: float, z: float) -> Point:
    """Where a point in space is seen."""
    return CENTRE[0] + x, CENTRE[1] + y * sin(PITCH) - z * cos(PITCH)


def placed(line: Outline, degrees: float) -> Points:
    """Points of the plane of the axis (distance, height), turned with the pot."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return np.array([paper(d * c, d * s, z) for d, z in np.asarray(line).tolist()])


def ring(radius: float, height: float, first: float = 0, last: float = 360) -> Points:
    """A circle round the axis, from angle to angle; 90 is nearest to the eye."""
    turns = np.radians(np.linspace(first, last, max(int(abs(last - first) / 5), 8)))
    return np.array([paper(radius * cos(t), radius * sin(t), height) for t in turns])


def outline(profile: Points) -> Points:
    """What is seen of a turned form: the edge of all its circles together."""
    widest = float(profile[:, 0].max())
    xs = widest * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 61))
    upper, lower = [], []
    for x in xs.tolist():
        radii, heights = profile[:, 0], profile[:, 1]
        reached = radii >= abs(x) - 1e-9
        depth = np.sqrt(np.maximum(radii[reached] ** 2 - x * x, 0)) * sin(PITCH)
        base = CENTRE[1] - heights[reached] * cos(PITCH)
        upper.append((CENTRE[0] + x, float((base - depth).min())))
        lower.append((CENTRE[0] + x, float((base + depth).max())))
    return curve([*upper, *lower[-2:0:-1]], closed=True, step=4)


def on_body(points: Outline, degrees: float) -> Points:
    """Points of the glaze (degrees round the pot, height) that are seen; the rest is left out."""
    seen = [
        _on_glaze(radians(turn + degrees), height)
        for turn, height in np.asarray(points, np.float64).tolist()
        if _faces(radians(turn + degrees), height) > 0
    ]
    return np.array(seen) if len(seen) > 2 else np.empty((0, 2))


def patch(outline: Outline, degrees: float) -> Points:
    """An outline on the glaze, cut off where the glaze turns away; empty where all of it does."""
    found: list[Point] = []
    is_seen = False
    for turn, height in np.asarray(outline, np.float64).tolist():
        t = radians((turn + degrees - 90 + 180) % 360 - 180)  # from where the eye is
        limit = _limit(height)
        is_seen = is_seen or abs(t) < limit
        found.append(_on_glaze(min(max(t, -limit), limit) + radians(90), height))
    return np.array(found) if is_seen else np.empty((0, 2))


def shadow(degrees: float) -> Points:
    """The shadow of the whole pot on the table, with light from the upper left."""
    outline = tube([_cast(0, 0, z) for _, z in BODY.tolist()], BODY[:, 0])
    c, s = cos(radians(degrees)), sin(radians(degrees))
    for part in (SPOUT, HANDLE):
        line = curve(part.way, step=6)
        radii = np.interp(
            np.linspace(0, 1, len(line)), np.linspace(0, 1, len(part.radii)), part.radii
        )
        places = [_cast(d * c, d * s, z) for d, z in line.tolist()]
        outline = joined(outline, tube(places, radii))
    return np.array([paper(x, y, 0) for x, y in outline.tolist()])


def _cast(x: float, y: float, z: float) -> Point:
    return x + 0.42 * z, y + 0.16 * z


def _on_glaze(t: float, height: float) -> Point:
    radius, _ = _profile_at(height)
    return paper(radius * cos(t), radius * sin(t), height)


def _faces(t: float, height: float) -> float:
    """How much the glaze there faces the eye; below 0 it turns away."""
    _, slope = _profile_at(height)
    return sin(t) * cos(PITCH) - slope * sin(PITCH)


def _limit(height: float) -> float:
    """How far from the front, in radians, the glaze is seen at a height."""
    _, slope = _profile_at(height)
    return float(np.arccos(np.clip(slope * tan(PITCH), -1, 1)))


def _profile_at(height: float) -> Point:
    """The radius of the body at a height, and how fast it grows with it."""
    radii, heights = BODY.T
    radius = float(np.interp(height, heights, radii))
    step = 2.0
    above = float(np.interp(height + step, heights, radii))
    below = float(np.interp(height - step, heights, radii))
    return radius, (above - below) / (2 * step)
