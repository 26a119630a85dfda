"""What a brush is, and the brushes that there are. What it prints is in `stamps`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipelines.easing import Bezier, Easing, Points, ease
from pipelines.panels import TILE
from pipelines.values import read_only

Flat = NDArray[np.float64]
_STRAIGHT = Points()
_ENTRIES = 128
_LEAN_FROM, _LEAN_FULL = 0.4, 0.72
"""Shares of lying flat: writing holds a pen at 0.3 to 0.4, shading at 0.6 and more."""


@dataclass(frozen=True, slots=True)
class Response:
    """How pen pressure 0..1 scales a quantity: `least` at 0, 1 at 1, along `curve` between."""

    least: float = 1.0
    curve: Bezier | Points = _STRAIGHT

    def __call__(self, pressure: Flat) -> Flat:
        if self.least >= 1:
            return np.ones_like(pressure)
        pressed = np.clip(pressure, 0, 1)
        if self.curve != _STRAIGHT:
            table = _table(self.curve)
            pressed = np.interp(pressed, np.linspace(0, 1, len(table)), table)
        return self.least + (1 - self.least) * pressed


@dataclass(frozen=True, slots=True)
class Lean:
    """What a pen laid flat does: its dabs are `length` times as long, along the pen, and cover
    `cover` (0..1) as much."""

    length: float = 1.0
    cover: float = 1.0

    @property
    def is_felt(self) -> bool:
        """Whether it makes a difference how the pen is held."""
        return self.length > 1 or self.cover < 1


@dataclass(frozen=True, slots=True)
class Brush:
    """A brush, round while the pen is upright.

    `size` is the diameter in pixels at full pressure; `hardness` 1 is a sharp edge, 0 fades from
    the centre. `opacity` is the most that one stroke covers; `flow` is how much of it one crossing
    lays down (below 1 it builds up). `spacing` is a share of the diameter. `grain` is how much of
    the paper's tooth shows.
    """

    size: float = 8.0
    hardness: float = 1.0
    opacity: float = 1.0
    flow: float = 1.0
    spacing: float = 0.1
    grain: float = 0.0
    erases: bool = False
    size_by: Response = Response()
    opacity_by: Response = Response()
    flow_by: Response = Response()
    lean: Lean = Lean()

    @property
    def builds_up(self) -> bool:
        """Whether paint adds up where a stroke crosses itself."""
        return self.flow < 1 or self.flow_by.least < 1


INK = Brush(
    size=6,
    hardness=1.0,
    spacing=0.1,
    size_by=Response(0.08, Bezier(0.264, 0.122, 0.944, 0.928)),
)
PENCIL = Brush(
    size=3.2,
    hardness=0.55,
    opacity=0.9,
    spacing=0.15,
    grain=0.75,
    size_by=Response(0.55),
    opacity_by=Response(0.15),
    lean=Lean(length=8.0, cover=0.45),
)
MARKER = Brush(
    size=28,
    hardness=0.9,
    opacity=0.55,
    spacing=0.06,
    size_by=Response(0.8),
    lean=Lean(length=2.4),
)
AIRBRUSH = Brush(size=90, hardness=0.0, flow=0.35, spacing=0.08, flow_by=Response(0.02))
ERASER = Brush(size=24, hardness=0.9, spacing=0.08, erases=True, size_by=Response(0.3))

PRESETS: dict[str, Brush] = {
    "Pencil": PENCIL,
    "Ink": INK,
    "Marker": MARKER,
    "Airbrush": AIRBRUSH,
    "Eraser": ERASER,
}


def leaning(flat: Flat) -> Flat:
    """How much of a brush's lean is felt, 0..1, for a pen that lies flat by these shares."""
    share = np.clip((flat - _LEAN_FROM) / (_LEAN_FULL - _LEAN_FROM), 0, 1)
    return share * share * (3 - 2 * share)


@lru_cache(maxsize=256)
def _table(curve: Bezier | Points) -> Flat:
    """The curve at evenly spaced pressures, kept within 0..1."""
    easing = Easing(curve)
    return np.clip([ease(easing, at / _ENTRIES) for at in range(_ENTRIES + 1)], 0.0, 1.0)


@lru_cache(maxsize=1)
def paper_tooth() -> NDArray[np.float32]:
    """The paper's tooth, 0..1 with even spread: one tile, which repeats without a seam."""
    noise = np.random.Generator(np.random.PCG64(7)).random((TILE, TILE))
    blurred = noise + 0.0
    for axis in (0, 1):
        blurred = blurred + 0.6 * (np.roll(blurred, 1, axis) + np.roll(blurred, -1, axis))
    ranks = np.empty(TILE * TILE, np.float32)
    ranks[np.argsort(blurred.ravel(), kind="stable")] = np.linspace(0, 1, TILE * TILE)
    return read_only(ranks.reshape(TILE, TILE))
