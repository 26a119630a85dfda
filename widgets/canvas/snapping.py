"""Where a dragged node falls in line with others. Knows no scene."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Guide(NamedTuple):
    """A line on which nodes fall in line: upright at x = `at`, or level at y = `at`. It spans the
    dragged node and the one that it is in line with.
    """

    is_upright: bool
    at: float
    start: float
    end: float


def snapped(
    place: tuple[float, float],
    size: tuple[float, float],
    places: NDArray[np.float64],
    sizes: NDArray[np.float64],
    reach: float,
) -> tuple[float, float, tuple[Guide, ...]]:
    """How far to shift a node so that an edge or its middle falls in line, and on which lines."""
    if not len(places):
        return 0.0, 0.0, ()
    found: list[tuple[int, float, int]] = []
    shifts = [0.0, 0.0]
    for axis in (0, 1):
        own = np.array([place[axis], place[axis] + size[axis] / 2, place[axis] + size[axis]])
        low, length = places[:, axis], sizes[:, axis]
        lines = np.stack([low, low + length / 2, low + length])
        gaps = np.abs(lines - own[:, None])
        least = gaps.min()
        if least > reach:
            continue
        side, row = _nearest(gaps <= least + 1e-9, places, place)
        shifts[axis] = float(lines[side, row] - own[side])
        found.append((axis, float(lines[side, row]), row))
    at = place[0] + shifts[0], place[1] + shifts[1]
    guides = tuple(
        _guide(axis, line, at, size, places[row], sizes[row]) for axis, line, row in found
    )
    return shifts[0], shifts[1], guides


def _nearest(
    chosen: NDArray[np.bool_], places: NDArray[np.float64], place: tuple[float, float]
) -> tuple[int, int]:
    """Of the sides of nodes that are equally in line, one of the nearest node."""
    sides, rows = np.nonzero(chosen)
    best = np.abs(places[rows] - place).sum(axis=1).argmin()
    return int(sides[best]), int(rows[best])


def _guide(
    axis: int,
    line: float,
    place: tuple[float, float],
    size: tuple[float, float],
    other: NDArray[np.float64],
    other_size: NDArray[np.float64],
) -> Guide:
    along = 1 - axis
    start = min(place[along], float(other[along]))
    end = max(place[along] + size[along], float(other[along] + other_size[along]))
    return Guide(axis == 0, line, start, end)
