"""Which of the things on several frames are one and the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from math import hypot

from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen, Sighting

_PATIENCE = 2
"""Frames looked at on which a thing may be missed, and be the same one afterwards."""
_LEAST_OVERLAP = 0.1
_FARTHEST = 1.0
"""How far a thing that overlaps no more may have gone, in diagonals of its box."""
_LEAST_LIKENESS = 0.5
"""What the smaller of two boxes has of the larger one's width, and of its height, if they do not
overlap."""


class _Track:
    """A thing that is being followed."""

    def __init__(self, label: str, seen: Seen) -> None:
        self.label = label
        self.seen = [seen]
        self.missed = 0

    def expected(self, frame: int) -> Box:
        """Where it would be, moved on as it moved before."""
        last = self.seen[-1]
        if len(self.seen) == 1:
            return last.box
        before = self.seen[-2]
        share = (frame - before.frame) / (last.frame - before.frame)
        return before.box.towards(last.box, share)


def linked(frames: Mapping[int, Sequence[Sighting]], length: int) -> FoundObjects:
    """The things over time. `frames` has every frame that was looked at, also with nothing on it.

    Things of a label are numbered in the order in which they come, then from left to right.
    """
    going: list[_Track] = []
    gone: list[_Track] = []
    for frame in sorted(frames):
        matches = _matches(going, frames[frame], frame)
        for at, one in enumerate(frames[frame]):
            seen = Seen(frame, one.box, one.score)
            track = matches.get(at)
            if track is None:
                going.append(_Track(one.label, seen))
            else:
                track.seen.append(seen)
        for track in going:
            track.missed = 0 if track.seen[-1].frame == frame else track.missed + 1
        gone += [track for track in going if track.missed > _PATIENCE]
        going = [track for track in going if track.missed <= _PATIENCE]
    looked = tuple(sorted(frames))
    return FoundObjects(length, looked, _named([*gone, *going], looked))


def _matches(
    tracks: Sequence[_Track], sightings: Sequence[Sighting], frame: int
) -> dict[int, _Track]:
    """By sighting the track that goes on there; the likeliest pairs first."""
    pairs: list[tuple[float, int, int]] = []
    for (number, track), (at, one) in product(enumerate(tracks), enumerate(sightings)):
        if track.label != one.label:
            continue
        likeness = max(
            _likeness(box, one.box) for box in (track.expected(frame), track.seen[-1].box)
        )
        if likeness > 0:
            pairs.append((-likeness, number, at))
    found: dict[int, _Track] = {}
    taken: set[int] = set()
    for _, number, at in sorted(pairs):
        if number not in taken and at not in found:
            found[at] = tracks[number]
            taken.add(number)
    return found


def _likeness(one: Box, other: Box) -> float:
    """1 the same .. 0 another thing. What overlaps is always likelier than what does not."""
    overlap = one.overlap(other)
    if overlap >= _LEAST_OVERLAP:
        return overlap
    size = hypot(one.right - one.left, one.bottom - one.top)
    (x, y), (other_x, other_y) = one.middle, other.middle
    distance = hypot(other_x - x, other_y - y)
    if not size or distance > _FARTHEST * size or _sameness(one, other) < _LEAST_LIKENESS:
        return 0.0
    return _LEAST_OVERLAP * (1 - distance / (2 * _FARTHEST * size))


def _sameness(one: Box, other: Box) -> float:
    """How alike two boxes are in size, wherever they are."""
    sides = (
        (one.right - one.left, other.right - other.left),
        (one.bottom - one.top, other.bottom - other.top),
    )
    return min(min(side) / max(side) if max(side) > 0 else 0.0 for side in sides)


def _named(tracks: Sequence[_Track], looked: Sequence[int]) -> tuple[FoundObject, ...]:
    counts: dict[str, int] = defaultdict(int)
    found: list[FoundObject] = []
    for track in sorted(tracks, key=_by_coming):
        counts[track.label] += 1
        name = f"{track.label} {counts[track.label]}"
        leads = track.seen[0].frame == looked[0]
        trails = track.seen[-1].frame == looked[-1]
        seen = tuple(track.seen)
        found.append(FoundObject(name, track.label, seen, leads=leads, trails=trails))
    return tuple(found)


def _by_coming(track: _Track) -> tuple[int, float, float]:
    first = track.seen[0]
    return first.frame, first.box.left, first.box.top
