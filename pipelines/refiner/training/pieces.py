"""The pieces that things of a scene are put together from: painted once, then only moved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.refiner.training.textures import surface
from pipelines.values import Pixels8

FINER = 2
"""Pieces are painted so many times larger than shown, so that moving does not blur them."""
Colour = tuple[float, float, float]


class Style(StrEnum):
    """What a scene looks like."""

    TEXTURED = "textured"
    FLAT = "flat"
    """Areas of one colour, with outlines."""
    SKETCH = "sketch"
    """Lines on paper."""


class Look(NamedTuple):
    """What all pieces of a thing have in common. `line` is the width of outlines as shown, 0 for
    none; `filled` whether what lies behind is hidden, `plain` whether pieces are like the paper."""

    style: Style
    paper: Colour
    ink: Colour
    line: float
    filled: bool
    plain: bool


class Piece(NamedTuple):
    """Paint (h, w, 4), premultiplied, and the point of it that it hangs from, in its pixels."""

    paint: Pixels8
    pivot: tuple[float, float]


def limb(chance: np.random.Generator, look: Look, length: float, width: float) -> Piece:
    """A piece that reaches down from its pivot, a little slimmer at its end."""
    half, slim = width / 2, width / 2 * chance.uniform(0.6, 1.0)
    side = np.linspace(0, np.pi, 7)
    above = [(half * np.cos(turn + np.pi), -half * np.sin(turn)) for turn in side]
    below = [(slim * np.cos(turn), length + slim * np.sin(turn)) for turn in side]
    return shape(chance, look, [*above, *below])


def disc(chance: np.random.Generator, look: Look, radius: float, *, above: bool) -> Piece:
    """A round piece about its pivot or, `above`, on it."""
    turns = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    wide = radius * chance.uniform(0.8, 1.1)
    middle = -radius * 0.9 if above else 0.0
    return shape(
        chance, look, [(wide * np.cos(one), middle + radius * np.sin(one)) for one in turns]
    )


def blob(chance: np.random.Generator, look: Look, radius: float) -> Piece:
    """A piece of any outline about its pivot."""
    turns = np.sort(chance.uniform(0, 2 * np.pi, int(chance.integers(3, 9))))
    reach = radius * chance.uniform(0.6, 1.2, len(turns))
    return shape(chance, look, list(zip(reach * np.cos(turns), reach * np.sin(turns), strict=True)))


def shape(chance: np.random.Generator, look: Look, outline: Sequence[tuple[float, float]]) -> Piece:
    """A piece of this outline, its pivot at (0, 0)."""
    points = np.array(outline, np.float64)
    margin = look.line + 2
    low = points.min(0) - margin
    width, height = (int(np.ceil(side)) for side in (points.max(0) + margin - low) * FINER)
    placed = np.rint((points - low) * FINER).astype(np.int32)
    cover = np.zeros((height, width), np.uint8)
    if look.filled:
        cv2.fillPoly(cover, [placed], 255, cv2.LINE_AA)
    paint = np.zeros((height, width, 4), np.uint8)
    paint[..., :3] = _inside(chance, look, (height, width))
    paint[..., 3] = 255
    paint = _times(paint, cover)
    if look.line:
        _draw(chance, paint, placed, look)
    return Piece(paint, (-low[0] * FINER, -low[1] * FINER))


def colour(chance: np.random.Generator) -> Colour:
    """Any colour, more often a clear one."""
    red, green, blue = (float(one) for one in chance.choice([40, 90, 150, 200, 235], 3))
    return red, green, blue


def _inside(chance: np.random.Generator, look: Look, size: tuple[int, int]) -> NDArray[np.uint8]:
    if look.style is Style.TEXTURED:
        small = max(1, size[0] // FINER), max(1, size[1] // FINER)
        found = surface(chance, small)
        return cv2.resize(found, size[::-1], interpolation=cv2.INTER_LINEAR).astype(np.uint8)
    if look.style is Style.SKETCH or look.plain:
        return np.full((*size, 3), look.paper, np.float32).astype(np.uint8)
    return np.full((*size, 3), colour(chance), np.float32).astype(np.uint8)


def _draw(
    chance: np.random.Generator, paint: Pixels8, points: NDArray[np.int32], look: Look
) -> None:
    """The outline, in sketches twice with a hand that is not sure."""
    lines = 2 if look.style is Style.SKETCH and chance.random() < 0.4 else 1
    for _ in range(lines):
        wobble = chance.normal(0, FINER * 0.6, points.shape) if lines > 1 else 0
        ink = np.zeros(paint.shape[:2], np.uint8)
        width = max(1, round(look.line * FINER))
        placed = np.rint(points + wobble).astype(np.int32)
        cv2.polylines(ink, [placed], True, 255, width, cv2.LINE_AA)
        over = np.empty_like(paint)
        over[..., :3], over[..., 3] = look.ink, 255
        paint[...] = cv2.add(_times(over, ink), _times(paint, 255 - ink))


def _times(paint: Pixels8, cover: NDArray[np.uint8]) -> Pixels8:
    share = np.repeat(cover[..., None], 4, axis=2)
    return cv2.multiply(paint, share, scale=1 / 255).astype(np.uint8)
