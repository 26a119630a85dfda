"""Where a dragged node falls in line with others. Knows no scene."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Guide(NamedTuple):
    """A line on which nodes fall in line: upright at x = `at`, or level at y = `at`."""

    is_upright: bool
    at: float


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
    guides: list[Guide] = []
    shifts = [0.0, 0.0]
    for axis in (0, 1):
        own = np.array([place[axis], place[axis] + size[axis] / 2, place[axis] + size[axis]])
        low, length = places[:, axis], sizes[:, axis]
        lines = np.stack([low, low + length / 2, low + length])
        gaps = lines - own[:, None]
        best = np.unravel_index(np.abs(gaps).argmin(), gaps.shape)
        if abs(gaps[best]) <= reach:
            shifts[axis] = float(gaps[best])
            guides.append(Guide(axis == 0, float(lines[best])))
    return shifts[0], shifts[1], tuple(guides)
