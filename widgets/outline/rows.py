"""Rows compared by their places. Numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def same_start(shown: Sequence[object], wanted: Iterable[object]) -> int:
    """How many of those that are shown stand where they should, from the first on."""
    same = 0
    for one, other in zip(shown, wanted, strict=False):
        if one != other:
            break
        same += 1
    return same


def runs_of(places: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as unbroken runs, first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
