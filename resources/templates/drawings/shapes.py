"""Outlines put together and cut out of each other, on a fine grid of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Pixels8
from resources.templates.drawings.line import Outline, Point, Points

_LEAST_FINE, _MOST_FINE = 4.0, 48.0
_GRID = 1400.0
"""Pixels along a grid; it has 4 to 48 for one of the drawing."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Pixels, the point that their corner lies at, and how many there are in one of the drawing."""

    pixels: Pixels8
    origin: Points
    fine: float

    def at(self, points: Points) -> Points:
        """Points of the drawing, in pixels."""
        return (points - self.origin) * self.fine


def tube(centres: Outline, radii: Sequence[float] | NDArray[np.float64]) -> Points:
    """The outline of discs threaded on a line."""
    places, widths = np.asarray(centres, np.float64), np.asarray(radii, np.float64)
    line = np.concatenate([places, widths[:, None]], axis=1)
    shares = np.linspace(0, len(line) - 1, max(len(line), 60))
    dense = np.stack([np.interp(shares, np.arange(len(line)), axis) for axis in line.T], axis=1)
    places, widths = dense[:, :2], dense[:, 2]
    grid = _grid([places - widths[:, None], places + widths[:, None]])
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    circle = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    for place, width in zip(places, widths, strict=True):
        _fill(grid, place + circle * width)
    return _outline(grid)


def common(one: Outline, other: Outline) -> Points:
    """The largest part that lies in both outlines; empty where there is none."""
    return _combined(one, other, keeps=True)


def without(one: Outline, other: Outline) -> Points:
    """The largest part of an outline that lies outside another; empty where there is none."""
    return _combined(one, other, keeps=False)


def joined(one: Outline, other: Outline) -> Points:
    """The outline of both together."""
    first, second = np.asarray(one, np.float64), np.asarray(other, np.float64)
    grid = _grid([first, second])
    _fill(grid, first)
    _fill(grid, second)
    return _outline(grid)


def clipped(outline: Outline, size: tuple[float, float]) -> Points:
    """The part of an outline that lies on paper of a size (Sutherland, Hodgman 1974)."""
    ring = np.asarray(outline, np.float64)
    for axis, limit, sign in ((0, 0.0, 1), (0, size[0], -1), (1, 0.0, 1), (1, size[1], -1)):
        if not len(ring):
            break
        inside = sign * (ring[:, axis] - limit) >= 0
        kept: list[Points] = []
        for a, b, is_in, was_in in zip(
            ring, np.roll(ring, 1, axis=0), inside, np.roll(inside, 1), strict=True
        ):
            if is_in != was_in:
                kept.append(b + (a - b) * ((limit - b[axis]) / (a[axis] - b[axis])))
            if is_in:
                kept.append(a)
        ring = np.array(kept) if kept else np.empty((0, 2))
    return ring


def shifted(outline: Outline, by: Point) -> Points:
    """An outline elsewhere."""
    return np.asarray(outline, np.float64) + np.array(by)


def _combined(one: Outline, other: Outline, *, keeps: bool) -> Points:
    first, second = np.asarray(one, np.float64), np.asarray(other, np.float64)
    grid = _grid([first])
    mask = replace(grid, pixels=np.zeros_like(grid.pixels))
    _fill(grid, first)
    _fill(mask, second)
    cut = mask.pixels if keeps else ~mask.pixels
    return _outline(replace(grid, pixels=grid.pixels & cut))


def _grid(parts: Sequence[Points]) -> _Grid:
    points = np.concatenate(parts)
    extent = points.max(axis=0) - points.min(axis=0)
    fine = float(np.clip(_GRID / max(float(extent.max()), 1.0), _LEAST_FINE, _MOST_FINE))
    origin = points.min(axis=0) - 8 / fine
    width, height = (np.ceil(extent * fine) + 16).astype(int).tolist()
    return _Grid(np.zeros((height, width), np.uint8), origin, fine)


def _fill(grid: _Grid, outline: Points) -> None:
    import cv2

    corners = np.rint(grid.at(outline) * 16).astype(np.int32)
    cv2.fillPoly(grid.pixels, [corners], 255, cv2.LINE_8, 4)


def _outline(grid: _Grid) -> Points:
    """The longest outline in a grid, smooth, clockwise on the screen."""
    import cv2

    found, _ = cv2.findContours(grid.pixels, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not found:
        return np.empty((0, 2))
    longest = max(found, key=cv2.contourArea)
    ring = longest[:, 0].astype(np.float64)
    if len(ring) < 40:
        return np.empty((0, 2))
    kernel = np.hanning(15)[1:-1] / np.hanning(15).sum()
    wide = np.concatenate([ring[-6:], ring, ring[:6]])
    even = np.stack([np.convolve(axis, kernel, mode="valid") for axis in wide.T], axis=1)
    step = max(len(ring) // 240, 2)
    return (even[::step] / grid.fine + grid.origin)[::-1]
