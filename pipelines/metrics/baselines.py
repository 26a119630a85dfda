"""What anybody could make of the keys of a clip without a model: to be beaten, or there is no
result."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipelines.in_between import fade
from pipelines.metrics.differences import divergence
from pipelines.premultiplied import Floats
from pipelines.values import Image

Read = Callable[[int], Image]


class Naive(NamedTuple):
    """One frame of the true clip as the keys around it give it. `weights`, (H, W), say where the
    two keys differ; None at a key and outside of all."""

    copied: Image
    faded: Image
    weights: Floats | None
    given: bool


class Baselines:
    """Copies and cross-fades between keys, asked for in order; the keys of one gap are held.

    `keys` are frames, sorted; `read` gives a frame of the true clip. Before the first key, that one
    stands in; behind the last, the last.
    """

    def __init__(self, keys: Sequence[int], read: Read) -> None:
        self._keys = tuple(keys)
        self._read = read
        self._gap: tuple[int, int] | None = None
        self._ends: tuple[Image, Image] | None = None
        self._weights: Floats | None = None

    def frame(self, index: int) -> Naive:
        """The last key copied, and the keys at both sides mixed by time."""
        before, after = self._around(index)
        first, second = self._pictures(before, after)
        if index in (before, after):
            key = first if index == before else second
            return Naive(key, key, None, given=True)
        if before == after:
            return Naive(first, first, None, given=False)
        share = (index - before) / (after - before)
        return Naive(first, fade(first, second, share), self._weights, given=False)

    def _around(self, index: int) -> tuple[int, int]:
        place = bisect_right(self._keys, index)
        before = self._keys[max(place - 1, 0)]
        after = self._keys[min(place, len(self._keys) - 1)]
        return (before, before) if index == before else (before, max(after, before))

    def _pictures(self, before: int, after: int) -> tuple[Image, Image]:
        if self._gap != (before, after) or self._ends is None:
            first = self._read(before)
            second = first if after == before else self._read(after)
            self._gap, self._ends = (before, after), (first, second)
            self._weights = divergence(first, second) if after != before else None
        return self._ends


def every_nth(step: int, length: int) -> tuple[int, ...]:
    """Every `step`-th frame of a clip."""
    return tuple(range(0, length, step))
