"""How a figure stands: where hips, hands and feet are, and what that means for its joints."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from math import acos, atan2, cos, hypot, radians, sin
from typing import NamedTuple

from resources.templates.drawings.line import Point

THIGH, SHIN, UPPER_ARM, FOREARM = 64.0, 62.0, 46.0, 44.0
TORSO = 98.0


class Foot(NamedTuple):
    """Where the ankle is, and how far the toes hang down, in degrees."""

    x: float
    y: float
    drop: float = 0.0


@dataclass(frozen=True)
class Face:
    """What a face shows: `lids` 0 closed .. 1 open .. 1.3 wide, `gaze` from the middle of the eye,
    `brow` degrees (below 0 worried, above 0 determined), `mouth` the name of its form."""

    lids: float = 1.0
    gaze: Point = (1.0, 0.0)
    brow: float = 0.0
    raised: float = 0.0
    mouth: str = "smile"


@dataclass(frozen=True)
class Pose:
    """A figure that faces right. `parcel` and `far_hand` are measured from the chest; a far hand
    of None holds the parcel too. `tail` is where the scarf's end points to: degrees (0 down, 90
    back, 180 up) and how much each further piece bends."""

    hip: Point
    near_foot: Foot
    far_foot: Foot
    lean: float = 4.0
    bow: float = 0.0
    stretch: float = 1.0
    head: float = 0.0
    parcel: Point = (14.0, 44.0)
    tilt: float = 0.0
    far_hand: Point | None = None
    tail: Point = (40.0, 6.0)
    swing: float = 0.0
    face: Face = Face()

    @property
    def chest(self) -> Point:
        """Where the shoulders are."""
        reach = TORSO * self.stretch
        lean = radians(self.lean)
        return self.hip[0] + reach * sin(lean), self.hip[1] - reach * cos(lean)

    def carried(self, at: Point) -> Point:
        """A point of the parcel, measured from its middle, on the paper."""
        c, s = cos(radians(self.tilt)), sin(radians(self.tilt))
        x, y = self.chest[0] + self.parcel[0], self.chest[1] + self.parcel[1]
        return x + c * at[0] - s * at[1], y + s * at[0] + c * at[1]


def between(one: Pose, other: Pose, share: float) -> Pose:
    """A breakdown between two poses; the face is that of the nearer one."""
    made: dict[str, object] = {}
    for field in fields(Pose):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, float):
            made[field.name] = a + (b - a) * share
        elif isinstance(a, Foot):
            made[field.name] = Foot(*(p + (q - p) * share for p, q in zip(a, b, strict=True)))
        elif isinstance(a, tuple) and isinstance(b, tuple):
            made[field.name] = tuple(p + (q - p) * share for p, q in zip(a, b, strict=True))
        else:
            made[field.name] = a if share < 0.5 else b
    return replace(one, **made)  # type: ignore[arg-type] - each value comes from its own field


def bent(root: Point, end: Point, upper: float, lower: float, *, way: int) -> tuple[Point, Point]:
    """Joint and end of a limb that reaches for a point; `way` is the side that it bends to."""
    dx, dy = end[0] - root[0], end[1] - root[1]
    far = max(hypot(dx, dy), 1e-6)
    reach = min(max(far, abs(upper - lower) + 2), upper + lower - 0.5)
    turn = acos((upper**2 + reach**2 - lower**2) / (2 * upper * reach))
    angle = atan2(dy, dx) - way * turn
    joint = (root[0] + upper * cos(angle), root[1] + upper * sin(angle))
    return joint, (root[0] + dx / far * reach, root[1] + dy / far * reach)
