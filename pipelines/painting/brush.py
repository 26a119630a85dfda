"""What a brush is and the stamps that it prints. How stamps follow a stroke is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import floor, log2

import numpy as np
from numpy.typing import NDArray

from pipelines.panels import TILE
from pipelines.values import Pixels8, read_only


@dataclass(frozen=True, slots=True)
class Response:
    """How pen pressure 0..1 scales a quantity: `least` at 0, 1 at 1; `gamma` > 1 starts late."""

    least: float = 1.0
    gamma: float = 1.0

    def __call__(self, pressure: NDArray[np.float64]) -> NDArray[np.float64]:
        return self.least + (1 - self.least) * np.clip(pressure, 0, 1) ** self.gamma


@dataclass(frozen=True, slots=True)
class Brush:
    """A round brush.

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

    @property
    def builds_up(self) -> bool:
        """Whether paint adds up where a stroke crosses itself."""
        return self.flow < 1 or self.flow_by.least < 1


INK = Brush(size=6, hardness=1.0, spacing=0.1, size_by=Response(0.08, 1.2))
PENCIL = Brush(
    size=3.2,
    hardness=0.55,
    opacity=0.9,
    spacing=0.15,
    grain=0.75,
    size_by=Response(0.55),
    opacity_by=Response(0.15),
)
MARKER = Brush(size=28, hardness=0.9, opacity=0.55, spacing=0.06, size_by=Response(0.8))
AIRBRUSH = Brush(size=90, hardness=0.0, flow=0.35, spacing=0.08, flow_by=Response(0.02))
ERASER = Brush(size=24, hardness=0.9, spacing=0.08, erases=True, size_by=Response(0.3))

PRESETS: dict[str, Brush] = {
    "Pencil": PENCIL,
    "Ink": INK,
    "Marker": MARKER,
    "Airbrush": AIRBRUSH,
    "Eraser": ERASER,
}

_LEAST_RADIUS = 0.5
_STEPS_PER_OCTAVE = 32


class Stamp:
    """One print of the atlas: coverage (0..255, and 0..1 as floats), and where its top left pixel
    lies from the dab's pixel."""

    __slots__ = ("_shares", "offset", "pixels")

    def __init__(self, pixels: Pixels8, offset: int) -> None:
        self.pixels = read_only(pixels)
        self.offset = offset
        self._shares: NDArray[np.float32] | None = None

    @property
    def shares(self) -> NDArray[np.float32]:
        """The coverage as 0..1, made when it is first asked for."""
        if self._shares is None:
            self._shares = read_only(self.pixels * np.float32(1 / 255))
        return self._shares


def stamp(radius: float, hardness: float, x: float, y: float) -> tuple[Stamp, int, int]:
    """The print of a dab centred on canvas point (x, y), and the canvas pixel of its corner.

    Radii are a 32nd of an octave apart; prints have 8 x 8, 4 x 4 or, from a radius of 32 on,
    2 x 2 sub-pixel phases.
    """
    step = round(log2(max(radius, _LEAST_RADIUS)) * _STEPS_PER_OCTAVE)
    phases = 8 if radius < 8 else 4 if radius < 32 else 2
    fine_x, fine_y = floor(x * phases), floor(y * phases)
    column, row = fine_x // phases, fine_y // phases
    found = _printed(step, round(hardness * 64), phases, fine_x % phases, fine_y % phases)
    return found, column - found.offset, row - found.offset


@lru_cache(maxsize=8192)
def _printed(step: int, hardness: int, phases: int, phase_x: int, phase_y: int) -> Stamp:
    radius = 2.0 ** (step / _STEPS_PER_OCTAVE)
    reach = int(np.ceil(radius + 1))
    centres = np.arange(-reach, reach + 1) + 0.5
    dx = centres - (phase_x + 0.5) / phases
    dy = centres - (phase_y + 0.5) / phases
    distance = np.hypot(dx[None, :], dy[:, None])
    edge = np.clip(radius + 0.5 - distance, 0, 1)
    core = radius * hardness / 64
    fall = np.clip((distance - core) / max(radius - core, 0.5), 0, 1)
    soft = 1 - fall * fall * (3 - 2 * fall)
    cover = edge if hardness >= 64 else soft * np.minimum(edge * 2, 1)
    return Stamp((cover * 255 + 0.5).astype(np.uint8), reach)


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
