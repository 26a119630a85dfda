"""The atlas: prints of brushes by radius, edge, sub-pixel phase and shape, made once and kept."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil, cos, floor, log2, pi, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Pixels8, read_only

_LEAST_RADIUS = 0.5
_LONGEST = 256.0
"""Pixels. A leaning dab is no longer from its middle."""
_STEPS_PER_OCTAVE = 32
_HARDNESSES = 64
_STRETCHES_PER_OCTAVE = 8
_DIRECTIONS = 96
_MOST_BYTES = 96 << 20


class Stamp:
    """One print of the atlas: coverage (0..255, and 0..1 as floats), and where its top left pixel
    lies from the dab's pixel."""

    __slots__ = ("_shares", "column", "pixels", "row")

    def __init__(self, pixels: Pixels8, column: int, row: int) -> None:
        self.pixels = read_only(pixels)
        self.column = column
        self.row = row
        self._shares: NDArray[np.float32] | None = None

    @property
    def shares(self) -> NDArray[np.float32]:
        """The coverage as 0..1, made when it is first asked for."""
        if self._shares is None:
            self._shares = read_only(self.pixels * np.float32(1 / 255))
        return self._shares

    @property
    def most_bytes(self) -> int:
        """What it takes with its floats."""
        return 5 * self.pixels.size


class Shape(NamedTuple):
    """A dab that is longer than wide: how many times, and its direction in radians."""

    length: float
    angle: float


class _Key(NamedTuple):
    step: int
    hardness: int
    phases: int
    phase_x: int
    phase_y: int
    stretch: int = 0
    direction: int = 0


class _Atlas:
    """Prints by what they are. Those unused for longest go when there is no more room."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._prints: OrderedDict[_Key, Stamp] = OrderedDict()

    def find(self, key: _Key) -> Stamp:
        """The print of that key."""
        found = self._prints.get(key)
        if found is not None:
            self._prints.move_to_end(key)
            return found
        made = self._prints[key] = _printed(key)
        self._bytes += made.most_bytes
        while self._bytes > self._most_bytes and len(self._prints) > 1:
            self._bytes -= self._prints.popitem(last=False)[1].most_bytes
        return made


_ATLAS = _Atlas(_MOST_BYTES)


def stamp(
    radius: float, hardness: float, x: float, y: float, shape: Shape | None = None
) -> tuple[Stamp, int, int]:
    """The print of a dab centred on canvas point (x, y), and the canvas pixel of its corner.

    Radii are a 32nd of an octave apart; prints have 8 x 8, 4 x 4 or, from a radius of 32 on,
    2 x 2 sub-pixel phases. `radius` is the shorter one of a shape.
    """
    step = round(log2(max(radius, _LEAST_RADIUS)) * _STEPS_PER_OCTAVE)
    phases = 8 if radius < 8 else 4 if radius < 32 else 2
    fine_x, fine_y = floor(x * phases), floor(y * phases)
    place = phases, fine_x % phases, fine_y % phases
    key = _Key(step, round(hardness * _HARDNESSES), *place, *_steps_of(shape, radius))
    found = _ATLAS.find(key)
    return found, fine_x // phases - found.column, fine_y // phases - found.row


def _steps_of(shape: Shape | None, radius: float) -> tuple[int, int]:
    if shape is None:
        return 0, 0
    length = min(shape.length, max(_LONGEST / max(radius, _LEAST_RADIUS), 1.0))
    stretch = round(log2(length) * _STRETCHES_PER_OCTAVE)
    return stretch, round(shape.angle / pi * _DIRECTIONS) % _DIRECTIONS if stretch else 0


def _printed(key: _Key) -> Stamp:
    """Distances are exact for round prints, and to first order for others (Quilez, 2008)."""
    radius = 2.0 ** (key.step / _STEPS_PER_OCTAVE)
    length = 2.0 ** (key.stretch / _STRETCHES_PER_OCTAVE)
    turn = key.direction * pi / _DIRECTIONS
    along, across = (cos(turn), sin(turn)), (-sin(turn), cos(turn))
    column, row = (
        ceil(radius * ((length * along[axis]) ** 2 + across[axis] ** 2) ** 0.5 + 1)
        for axis in (0, 1)
    )
    dx = np.arange(-column, column + 1, dtype=np.float32) + np.float32(
        0.5 - (key.phase_x + 0.5) / key.phases
    )
    dy = np.arange(-row, row + 1, dtype=np.float32) + np.float32(
        0.5 - (key.phase_y + 0.5) / key.phases
    )
    if key.stretch == 0:
        distance = np.sqrt(dx[None, :] ** 2 + dy[:, None] ** 2)
    else:
        u = dx[None, :] * along[0] + dy[:, None] * along[1]
        v = dx[None, :] * across[0] + dy[:, None] * across[1]
        level = np.sqrt((u / length) ** 2 + v**2)
        slope = np.sqrt((u / length**2) ** 2 + v**2)
        distance = radius + (level - radius) * level / np.maximum(slope, 1e-3)
    return Stamp(_faded(distance, radius, key.hardness / _HARDNESSES), column, row)


def _faded(distance: NDArray[np.float32], radius: float, hardness: float) -> Pixels8:
    """Coverage by the distance from the middle."""
    edge = np.clip(np.float32(radius + 0.5) - distance, 0, 1)
    if hardness < 1:
        core = radius * hardness
        fall = np.clip((distance - core) / np.float32(max(radius - core, 0.5)), 0, 1)
        edge = (1 - fall * fall * (3 - 2 * fall)) * np.minimum(edge * 2, 1)
    return (edge * np.float32(255) + np.float32(0.5)).astype(np.uint8)
