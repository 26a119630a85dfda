"""Which frames are keys at which level: nested sets, from the keys of a person to every frame.

Level S is the coarsest: the keys that were given, with both ends of the film. Each level below it
adds frames, level 0 has them all. Going up through the levels is the forward process of the refiner
(ever more frames are made from their neighbours), going down its reverse.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipelines.errors import MismatchError


class Stretch(NamedTuple):
    """The keys `left` and `right` that a frame lies between; both are the frame where it is one."""

    left: int
    right: int

    @property
    def gap(self) -> int:
        """Frames from one key to the other."""
        return self.right - self.left

    def share(self, frame: int) -> float:
        """How far a frame has come from the left key to the right one, 0..1."""
        return (frame - self.left) / self.gap if self.gap else 0.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Nested key sets: `sets[s]` are the keys of level s in order; sets[0] are all frames.

    `given` are the keys that a person made. An end of the film that is not among them is a key of
    every level too, shows the nearest given one, and is never taken for given.
    """

    frames: int
    given: frozenset[int]
    sets: tuple[tuple[int, ...], ...]

    @property
    def top(self) -> int:
        """The coarsest level, S."""
        return len(self.sets) - 1

    def around(self, level: int, frame: int) -> Stretch:
        """The keys of a level that a frame lies between."""
        keys = self.sets[level]
        at = bisect_right(keys, frame) - 1
        if keys[at] == frame:
            return Stretch(frame, frame)
        return Stretch(keys[at], keys[at + 1])

    def shown_at(self, frame: int) -> int:
        """The given key that stands at an end which was not given; elsewhere the frame itself."""
        if frame in self.given or frame not in (0, self.frames - 1):
            return frame
        return min(self.given, key=lambda key: abs(key - frame))


def uniform(frames: int, keys: Iterable[int]) -> Levels:
    """Halve every gap from level to level, at floor((i + j) / 2): S = ceil(log2(widest gap)).

    Raises MismatchError for keys that are not there.
    """
    given = _checked(frames, keys)
    sets = [_with_ends(frames, given)]
    while len(sets[-1]) < frames:
        middles = [(i + j) // 2 for i, j in pairwise(sets[-1]) if j - i > 1]
        sets.append(tuple(sorted((*sets[-1], *middles))))
    return Levels(frames, given, tuple(reversed(sets)))


def custom(frames: int, keys: Iterable[int], finer: Sequence[Iterable[int]]) -> Levels:
    """Levels of one's own: `finer` are key sets from coarse to fine, below the given keys.

    What is a key at one level is one at all finer ones, whether it is named there or not; every
    frame is added at the end. Raises MismatchError for keys that are not there, and for a set that
    adds none.
    """
    given = _checked(frames, keys)
    sets = [_with_ends(frames, given)]
    for number, named in enumerate([*finer, range(frames)], 1):
        joined = tuple(sorted({*sets[-1], *_checked(frames, named)}))
        if joined != sets[-1]:
            sets.append(joined)
        elif number <= len(finer):
            raise MismatchError(
                f"Key set {number} adds no frame to the one before it.",
                mend="Name the sets from coarse to fine, each with frames of its own.",
            )
    return Levels(frames, given, tuple(reversed(sets)))


def _checked(frames: int, keys: Iterable[int]) -> frozenset[int]:
    found = frozenset(keys)
    wrong = sorted(key for key in found if not 0 <= key < frames)
    if wrong or not found:
        what = f"Frame {wrong[0]} is no frame of it" if wrong else "None was named as a key"
        raise MismatchError(
            f"The clip has {frames} frames. {what}.",
            mend="Name keys by their frames, counted from 0.",
        )
    return found


def _with_ends(frames: int, given: frozenset[int]) -> tuple[int, ...]:
    return tuple(sorted({0, *given, frames - 1}))
