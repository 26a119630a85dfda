"""Timing curves: how far a move has come (0..1) when a share t (0..1) of its time has passed."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from itertools import pairwise

import msgspec

from pipelines.errors import MismatchError
from pipelines.plain_defaults import PlainDefaults

_BISECTIONS = 60


class Bezier(msgspec.Struct, frozen=True, tag="bezier"):
    """A cubic Bezier curve from (0, 0) to (1, 1) with two handles (W3C CSS Easing, level 1).

    `x1` and `x2` lie in 0..1; `y1` and `y2` may leave it, which makes the move swing past its ends.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    def __post_init__(self) -> None:
        if not (0 <= self.x1 <= 1 and 0 <= self.x2 <= 1):
            raise MismatchError(
                "A handle of the timing curve lies outside its time.",
                mend="Move the handle back between the two ends.",
            )


class Points(msgspec.Struct, frozen=True, tag="points"):
    """Straight lines through points (t, progress), between the fixed ends (0, 0) and (1, 1).

    Times lie strictly inside 0..1 and strictly increase.
    """

    points: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        times = [0.0, *(t for t, _ in self.points), 1.0]
        if any(later <= earlier for earlier, later in pairwise(times)):
            raise MismatchError(
                "The points of a timing curve are not in the order of time.",
                mend="Give each point a later time than the one before, between 0 and 1.",
            )


class Easing(PlainDefaults, frozen=True, omit_defaults=True):
    """A timing curve, and for how many frames each drawing stays (2: animated "on twos")."""

    curve: Bezier | Points = Points()
    every: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.every < 1:
            raise MismatchError(
                f"A drawing cannot stay for {self.every} frames.", mend="Choose 1 or more."
            )


ALL_MOVES = ""
"""What stands for a panel where the curve of every move is meant."""


class Timings(PlainDefaults, frozen=True, omit_defaults=True):
    """Curves of moves, each by the id of the panel before its move, or ALL_MOVES; the last of two
    holds."""

    curves: tuple[tuple[str, Easing], ...] = ()

    def with_curve(self, panel: str, easing: Easing) -> Timings:
        """These and one more, in place of the one of the same move."""
        return Timings((*(one for one in self.curves if one[0] != panel), (panel, easing)))

    def of(self, panel: str) -> Easing | None:
        """The curve of the move behind a panel: its own, or that of all; None where there is
        neither."""
        curves = dict(self.curves)
        return curves.get(panel) or curves.get(ALL_MOVES)


class Preset(StrEnum):
    """The curves that have a name."""

    LINEAR = "linear"
    EASE = "ease"
    EASE_IN = "ease-in"
    EASE_OUT = "ease-out"
    ANTICIPATE = "anticipate"
    OVERSHOOT = "overshoot"
    ON_TWOS = "on twos"


PRESETS: dict[Preset, Easing] = {
    Preset.LINEAR: Easing(),
    Preset.EASE: Easing(Bezier(0.42, 0.0, 0.58, 1.0)),
    Preset.EASE_IN: Easing(Bezier(0.42, 0.0, 1.0, 1.0)),
    Preset.EASE_OUT: Easing(Bezier(0.0, 0.0, 0.58, 1.0)),
    Preset.ANTICIPATE: Easing(Bezier(0.4, -0.4, 0.6, 1.0)),
    Preset.OVERSHOOT: Easing(Bezier(0.4, 0.0, 0.6, 1.4)),
    Preset.ON_TWOS: Easing(every=2),
}


def ease(easing: Easing, t: float) -> float:
    """The progress at time `t`: exactly 0 up to t = 0, exactly 1 from t = 1 on.

    `every` needs to know the frames: see `eased_times`.
    """
    if t <= 0:
        return 0.0
    if t >= 1:
        return 1.0
    match easing.curve:
        case Bezier() as curve:
            return _on_bezier(curve, t)
        case Points(points):
            return _on_lines(points, t)


def eased_times(easing: Easing, move: int) -> tuple[float, ...]:
    """The progress at each of the `move` frames between two keys, t = k / (move + 1).

    With `every` n each drawing stays for n frames, and the first of them sets the time.
    """
    first_of = (k - (k - 1) % easing.every for k in range(1, move + 1))
    return tuple(ease(easing, k / (move + 1)) for k in first_of)


def split(easing: Easing, move: int, step: int) -> tuple[Easing, Easing]:
    """The curves of both halves of a move that a key is put into, at the frame `step` of `move`.

    Every frame comes as far as it did before: the halves go through the same points. The progress
    at `step` lies strictly inside 0..1.
    """
    if easing == Easing():
        return easing, easing
    times = eased_times(easing, move)
    at = times[step - 1]
    before = tuple((k / step, times[k - 1] / at) for k in range(1, step))
    left = move + 1 - step
    after = tuple((k / left, (times[step + k - 1] - at) / (1 - at)) for k in range(1, left))
    return Easing(Points(before)), Easing(Points(after))


def _on_bezier(curve: Bezier, t: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if _cubic(curve.x1, curve.x2, middle) < t:
            low = middle
        else:
            high = middle
    return _cubic(curve.y1, curve.y2, (low + high) / 2)


def _cubic(first: float, second: float, s: float) -> float:
    rest = 1 - s
    return 3 * rest * rest * s * first + 3 * rest * s * s * second + s * s * s


def _on_lines(points: tuple[tuple[float, float], ...], t: float) -> float:
    ends = ((0.0, 0.0), *points, (1.0, 1.0))
    after = bisect_right(ends, t, key=lambda point: point[0])
    (t0, y0), (t1, y1) = ends[after - 1], ends[after]
    share = (t - t0) / (t1 - t0)
    return y0 * (1 - share) + y1 * share
