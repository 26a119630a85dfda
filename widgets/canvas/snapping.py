"""Where a dragged node falls in line with others. Knows no scene."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_SAME = 1e-9
"""Lines no further apart than this are one."""


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
        self._sides = np.stack([self._low, (self._low + self._high) / 2, self._high], axis=1)
        self._lines: list[list[_Lines]] = []
        self._found = ((np.inf, np.inf), 0.0)

    def snapped(
        self,
        place: tuple[float, float],
        size: tuple[float, float],
        reach: float,
        *,
        near: float = np.inf,
    ) -> tuple[float, float, tuple[Guide, ...]]:
        """How far to shift a node so that an edge or its middle falls in line with a node that is
        near (give or take a sixteenth), and on which lines.
        """
        self._look_around(place, near)
        found: list[tuple[int, float, int]] = []
        shifts = [0.0, 0.0]
        for axis, sides in enumerate(self._lines):
            start, length = place[axis], size[axis]
            own = (start, start + length / 2, start + length)
            gaps = [
                (line - at, line, lines)
                for at, lines in zip(own, sides, strict=True)
                for line in lines.beside(at)
            ]
            least = min(abs(gap) for gap, _, _ in gaps)
            if least <= reach:
                met = [one for one in gaps if abs(one[0]) <= least + _SAME]
                shifts[axis], line, row = self._nearest(met, place)
                found.append((axis, line, row))
        at = place[0] + shifts[0], place[1] + shifts[1]
        return shifts[0], shifts[1], tuple(self._guide(one, at, size) for one in found)

    def _look_around(self, place: tuple[float, float], near: float) -> None:
        """Sort the lines that are near, where the hand went far since that was done."""
        (x, y), before = self._found
        if near == before and max(abs(place[0] - x), abs(place[1] - y)) <= near / 16:
            return
        self._found = place, near
        apart = np.abs(self._low - np.array(place)[:, None])
        rows = np.flatnonzero((apart <= near).all(axis=0))
        self._lines = [
            [_Lines(side[rows], rows) for side in sides] for sides in self._sides if len(rows)
        ]

    def _nearest(
        self, met: list[tuple[float, float, _Lines]], place: tuple[float, float]
    ) -> tuple[float, float, int]:
        """Of some lines and how far off they are, the one of the nearest node, and its row."""
        parts = [lines.rows_at(line) for _, line, lines in met]
        rows = np.concatenate(parts)
        best = int(np.abs(self._low[:, rows].T - place).sum(axis=1).argmin())
        row = int(rows[best])
        for (gap, line, _), part in zip(met, parts, strict=True):
            if best < len(part):
                return gap, line, row
            best -= len(part)
        raise AssertionError("no row was met")

    def _guide(
        self, found: tuple[int, float, int], at: tuple[float, float], size: tuple[float, float]
    ) -> Guide:
        axis, line, row = found
        along = 1 - axis
        start = min(at[along], float(self._low[along, row]))
        end = max(at[along] + size[along], float(self._high[along, row]))
        return Guide(axis == 0, line, start, end)


class _Lines:
    """One side of some nodes, in order."""

    def __init__(self, side: NDArray[np.float64], rows: NDArray[np.intp]) -> None:
        order = np.argsort(side, kind="stable")
        self._places: list[float] = side[order].tolist()
        self._rows = rows[order]

    def beside(self, at: float) -> list[float]:
        """The nearest of them before a place, and the nearest one from there on."""
        after = bisect_left(self._places, at)
        return self._places[max(after - 1, 0) : after + 1]

    def rows_at(self, line: float) -> NDArray[np.intp]:
        """The nodes that have that side there."""
        first = bisect_left(self._places, line - _SAME)
        return self._rows[first : bisect_right(self._places, line + _SAME)]
