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


class Alignment:
    """The edges and middles of nodes that stand still."""

    def __init__(self, corners: NDArray[np.float64], sizes: NDArray[np.float64]) -> None:
        self._low, self._high = corners.T.copy(), (corners + sizes).T
        self._lines = np.stack([self._low, (self._low + self._high) / 2, self._high], axis=1)

    def snapped(
        self,
        place: tuple[float, float],
        size: tuple[float, float],
        reach: float,
        *,
        near: float = np.inf,
    ) -> tuple[float, float, tuple[Guide, ...]]:
        """How far to shift a node so that an edge or its middle falls in line with a node that is
        near, and on which lines.
        """
        rows = np.flatnonzero((np.abs(self._low - np.array(place)[:, None]) <= near).all(axis=0))
        if not len(rows):
            return 0.0, 0.0, ()
        found: list[tuple[int, float, int]] = []
        shifts = [0.0, 0.0]
        for axis, (start, length) in enumerate(zip(place, size, strict=True)):
            own = np.array([[start], [start + length / 2], [start + length]])
            gaps = self._lines[axis][:, rows] - own
            apart = np.abs(gaps)
            least = apart.min()
            if least <= reach:
                side, near_row = self._nearest(apart <= least + 1e-9, rows, place)
                shifts[axis], row = float(gaps[side, near_row]), int(rows[near_row])
                found.append((axis, float(self._lines[axis, side, row]), row))
        at = place[0] + shifts[0], place[1] + shifts[1]
        return shifts[0], shifts[1], tuple(self._guide(one, at, size) for one in found)

    def _nearest(
        self, chosen: NDArray[np.bool_], rows: NDArray[np.intp], place: tuple[float, float]
    ) -> tuple[int, int]:
        """Of the sides of some rows that are equally in line, one of the nearest node."""
        sides, found = np.nonzero(chosen)
        best = np.abs(self._low[:, rows[found]].T - place).sum(axis=1).argmin()
        return int(sides[best]), int(found[best])

    def _guide(
        self, found: tuple[int, float, int], at: tuple[float, float], size: tuple[float, float]
    ) -> Guide:
        axis, line, row = found
        along = 1 - axis
        start = min(at[along], float(self._low[along, row]))
        end = max(at[along] + size[along], float(self._high[along, row]))
        return Guide(axis == 0, line, start, end)
