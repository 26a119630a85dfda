"""What a plot shows: lines over frames, and where one looks first. Numbers only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Axis, Curve, Worst

Numbers = NDArray[np.float64]
_DIP = 0.25
"""Of the way from the middle value to the worst one: what goes further is a dip."""
_PAD = 0.06


@dataclass(frozen=True, slots=True, eq=False)
class PlotLine:
    """A number for each frame, NaN where there is none; `name` says whose it is."""

    name: str
    values: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Plot:
    """Lines that measure one thing in one unit. `low` and `high` are the ends of its axis."""

    title: str
    unit: str
    worst: Worst
    low: float
    high: float
    lines: tuple[PlotLine, ...]

    @property
    def length(self) -> int:
        """Frames of the longest line."""
        return max((len(line.values) for line in self.lines), default=0)

    def worst_frame(self, line: int) -> int | None:
        """Where a line is worst, the first of several; None where it has no value, or one only."""
        badness = self._badness(line)
        if not np.isfinite(badness).any() or np.nanmax(badness) == np.nanmin(badness):
            return None
        return int(np.nanargmax(badness))

    def dips(self, line: int) -> list[int]:
        """The frames at which a line turns after it went far the bad way; of a flat stretch the
        first."""
        badness = self._badness(line)
        if self.worst_frame(line) is None:
            return []
        middle, most = float(np.nanmedian(badness)), float(np.nanmax(badness))
        known = np.flatnonzero(np.isfinite(badness))
        heights = badness[known]
        before = np.concatenate([[-np.inf], heights[:-1]])
        rises = heights > before
        far = heights >= middle + _DIP * (most - middle)
        return [
            int(known[at]) for at in np.flatnonzero(rises & far) if _falls_after(heights, int(at))
        ]

    def _badness(self, line: int) -> Numbers:
        values = self.lines[line].values
        if self.worst is Worst.LOW:
            return -values
        if self.worst is Worst.HIGH or not np.isfinite(values).any():
            return values
        return np.abs(values - np.nanmedian(values))


def plots_of(curves: Mapping[str, Curve], axes: Mapping[str, Axis]) -> tuple[Plot, ...]:
    """The curves of a report, those together that measure the same."""
    found: dict[tuple[str, str, Worst], list[tuple[Axis, PlotLine]]] = {}
    for name, curve in curves.items():
        axis = axes.get(name, Axis(name))
        values = np.array([np.nan if value is None else value for value in curve], np.float64)
        line = PlotLine(axis.line or axis.title, values)
        found.setdefault((axis.title, axis.unit, axis.worst), []).append((axis, line))
    return tuple(_plot(key, parts) for key, parts in found.items())


def _plot(key: tuple[str, str, Worst], parts: list[tuple[Axis, PlotLine]]) -> Plot:
    lines = tuple(line for _, line in parts)
    known = np.concatenate([line.values[np.isfinite(line.values)] for line in lines])
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    pad = (high - low) * _PAD or max(abs(high) * _PAD, 0.5)
    lows = [axis.low for axis, _ in parts if axis.low is not None]
    highs = [axis.high for axis, _ in parts if axis.high is not None]
    return Plot(
        *key,
        low=min([*lows, low]) if lows else low - pad,
        high=max([*highs, high]) if highs else high + pad,
        lines=lines,
    )


def _falls_after(heights: Numbers, at: int) -> bool:
    """Whether what comes after a value that stays is lower, or nothing."""
    later = heights[at + 1 :]
    other = later[later != heights[at]]
    return not other.size or bool(other[0] < heights[at])
