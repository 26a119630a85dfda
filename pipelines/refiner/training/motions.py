"""How the things of a scene move: swings of joints, arcs of bodies, a camera; all by frame."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
"""(3, 3), points as columns."""


class Pace(StrEnum):
    """How a move shares out its time."""

    EVEN = "even"
    EASED = "eased"
    LATE = "late"
    EARLY = "early"


class Swing(NamedTuple):
    """An angle over time, in radians: base + reach sin(rate f + phase) + turn pace(f). One that
    is `lifted` stays at its base while the sine is below 0, as a knee does."""

    base: float
    reach: float
    rate: float
    phase: float
    turn: float
    lifted: bool = False

    def at(self, frame: float, share: float) -> float:
        """The angle at a frame; `share` is how far the move has come by then."""
        wave = float(np.sin(self.rate * frame + self.phase))
        wave = max(wave, 0.0) if self.lifted else wave
        return self.base + self.reach * wave + self.turn * share


class Arc(NamedTuple):
    """A way along a curve from `start` over the pull of `bend` to `stop`, growing on it."""

    start: tuple[float, float]
    bend: tuple[float, float]
    stop: tuple[float, float]
    growth: float

    def at(self, share: float) -> tuple[float, float, float]:
        """The place and the size."""
        near, mid, far = (1 - share) ** 2, 2 * share * (1 - share), share**2
        points = zip(self.start, self.bend, self.stop, strict=True)
        x, y = (near * one + mid * two + far * three for one, two, three in points)
        return x, y, float(np.exp(self.growth * share))


def paced(pace: Pace, share: float) -> float:
    """How far a move has come when `share` of its time is over."""
    match pace:
        case Pace.EVEN:
            return share
        case Pace.EASED:
            return share * share * (3 - 2 * share)
        case Pace.LATE:
            return share**1.8
        case Pace.EARLY:
            return 1 - (1 - share) ** 1.8


def random_swing(chance: np.random.Generator, frames: int, base: float, *, still: bool) -> Swing:
    """A swing as of a walk, or a turn, or neither."""
    if still:
        return Swing(base, 0, 0, 0, 0)
    reach, turn = chance.uniform(0.1, 0.8), chance.normal(0, 0.03) * frames
    if chance.random() < 0.3:
        return Swing(base, 0, 0, 0, turn)
    rate = 2 * np.pi / chance.uniform(10, 48)
    return Swing(base, reach, rate, chance.uniform(0, 2 * np.pi), 0.3 * turn)


def random_arc(chance: np.random.Generator, frames: int, side: int, *, still: bool) -> Arc:
    """A way through a picture whose sides are `side`, or a stand in it."""
    start = chance.uniform(0.2 * side, 0.8 * side, 2)
    if still:
        return Arc(tuple(start), tuple(start), tuple(start), 0)
    speed = chance.exponential(1.2) * side / 160
    way = _heading(chance) * min(speed * frames, 0.5 * side)
    bend = start + way / 2 + chance.normal(0, 0.25, 2) * np.linalg.norm(way)
    growth = chance.normal(0, 0.004) * frames if chance.random() < 0.3 else 0.0
    return Arc(tuple(start), tuple(bend), tuple(start + way), growth)


def random_camera(
    chance: np.random.Generator, frames: int, *, still: bool
) -> tuple[float, float, float, float]:
    """What the camera does in all: right, down, a turn in radians, the logarithm of a zoom."""
    if still:
        return 0.0, 0.0, 0.0, 0.0
    way = _heading(chance) * min(chance.exponential(1.2) * frames, 40)
    turn = chance.normal(0, 0.0015) * frames * (chance.random() < 0.4)
    zoom = chance.normal(0, 0.004) * frames * (chance.random() < 0.4)
    return float(way[0]), float(way[1]), float(turn), float(zoom)


def placed(x: float, y: float, angle: float = 0.0, size: float = 1.0) -> Matrix:
    """Turned and sized about the origin, then moved."""
    cos, sin = size * np.cos(angle), size * np.sin(angle)
    return np.array([[cos, -sin, x], [sin, cos, y], [0, 0, 1]])


def _heading(chance: np.random.Generator) -> NDArray[np.float64]:
    """Any way, sideways more often."""
    angle = chance.choice([0, np.pi]) + chance.normal(0, 0.6)
    return np.array([np.cos(angle), np.sin(angle)])
