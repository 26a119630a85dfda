"""Things that were found in a clip: what they are, where they are on each frame. Values only.

Places are in shares of the picture, so that they hold at every size of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from pipelines.plain_defaults import PlainDefaults
from pipelines.pointing import Boxes, Share

Frame = Annotated[int, Meta(ge=0)]
Score = Annotated[float, Meta(ge=0, le=1)]
"""How sure a detector is; 1 where it does not say."""


class Box(PlainDefaults, frozen=True):
    """A part of a picture, its left (top) edge before its right (bottom) one."""

    left: Share
    top: Share
    right: Share
    bottom: Share

    @property
    def coverage(self) -> float:
        """Its share of the picture."""
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlap(self, other: Box) -> float:
        """What both cover of what either covers: 0 apart .. 1 the same."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        shared = max(wide, 0.0) * max(high, 0.0)
        either = self.coverage + other.coverage - shared
        return shared / either if either > 0 else 0.0

    def towards(self, other: Box, share: float) -> Box:
        """The box on the way to another one; a share beyond 1 goes on behind it, within the
        picture."""
        here = (self.left, self.top, self.right, self.bottom)
        there = (other.left, other.top, other.right, other.bottom)
        moved = (a + (b - a) * share for a, b in zip(here, there, strict=True))
        return Box(*(min(max(edge, 0.0), 1.0) for edge in moved))


class Sighting(PlainDefaults, frozen=True):
    """A thing on one picture."""

    label: str
    box: Box
    score: Score = 1.0


class Seen(PlainDefaults, frozen=True):
    """Where a thing was found on one frame."""

    frame: Frame
    box: Box
    score: Score = 1.0


class FoundObject(PlainDefaults, frozen=True):
    """One thing over time: `seen` holds the frames on which it was found, in order, one at least.

    `id` is its name in this clip, "teapot 2"; `ticked` says that a person wants it. It `leads`
    where it may be there before it was seen, since nobody looked, and `trails` so afterwards.
    """

    id: str
    label: str
    seen: tuple[Seen, ...]
    ticked: bool = True
    leads: bool = True
    trails: bool = True

    @property
    def score(self) -> float:
        """The best of its scores."""
        return max(one.score for one in self.seen)

    @property
    def clearest(self) -> Seen:
        """Where it is seen best."""
        return max(self.seen, key=lambda one: (one.score, one.box.coverage, -one.frame))

    def place(self, frame: int) -> Seen | None:
        """It on any frame: seen, on its way between two frames, held where nobody looked further;
        None where it is not there."""
        at = bisect_right([seen.frame for seen in self.seen], frame) - 1
        if at < 0:
            return replace(self.seen[0], frame=frame) if self.leads else None
        before = self.seen[at]
        if before.frame == frame:
            return before
        if at + 1 == len(self.seen):
            return replace(before, frame=frame) if self.trails else None
        after = self.seen[at + 1]
        share = (frame - before.frame) / (after.frame - before.frame)
        score = before.score + (after.score - before.score) * share
        return Seen(frame, before.box.towards(after.box, share), score)

    def coverage(self, length: int) -> tuple[float, ...]:
        """The share of the picture that its box takes, on each frame; 0 where it is not there."""
        places = (self.place(frame) for frame in range(length))
        return tuple(0.0 if seen is None else seen.box.coverage for seen in places)


class FoundObjects(PlainDefaults, frozen=True):
    """The things of a clip of `length` frames. `looked` are the frames on which they were looked
    for: what is in between is reckoned."""

    length: Frame = 0
    looked: tuple[Frame, ...] = ()
    objects: tuple[FoundObject, ...] = ()

    @property
    def chosen(self) -> tuple[FoundObject, ...]:
        """Those that a person wants."""
        return tuple(one for one in self.objects if one.ticked)


def ticked(found: FoundObjects, names: Collection[str]) -> FoundObjects:
    """The same things, of which those of these names are wanted; without names, all of them."""
    objects = tuple(replace(one, ticked=not names or one.id in names) for one in found.objects)
    return replace(found, objects=objects)


def strangers(found: FoundObjects, names: Sequence[str]) -> list[str]:
    """The names of which there is no thing."""
    there = {one.id for one in found.objects}
    return [name for name in names if name not in there]


def joined(one: FoundObjects, other: FoundObjects) -> FoundObjects:
    """The things of both; of two with one id the second gets another."""
    taken = {each.id for each in one.objects}
    objects = list(one.objects)
    for each in other.objects:
        number, name = 1, each.id
        while name in taken:
            number += 1
            name = f"{each.label} {number}"
        taken.add(name)
        objects.append(replace(each, id=name))
    looked = tuple(sorted({*one.looked, *other.looked}))
    return FoundObjects(max(one.length, other.length), looked, tuple(objects))


def drawn(boxes: Boxes, length: int, label: str = "drawn") -> FoundObjects:
    """Boxes of a hand as things: the first box of each frame is one, the second another."""
    rows: dict[int, list[Seen]] = {}
    frames = sorted({box.frame for box in boxes.boxes if box.frame < length})
    for frame in frames:
        for number, hand in enumerate(boxes.on(frame)):
            box = Box(hand.left, hand.top, hand.right, hand.bottom)
            rows.setdefault(number, []).append(Seen(frame, box))
    objects = tuple(
        FoundObject(f"{label} {number + 1}", label, tuple(seen)) for number, seen in rows.items()
    )
    return FoundObjects(length, tuple(frames), objects)


def within(found: FoundObjects, length: int) -> FoundObjects:
    """The same things in a clip of another length; what was seen beyond its end is left out."""
    objects: list[FoundObject] = []
    for one in found.objects:
        seen = tuple(each for each in one.seen if each.frame < length)
        if seen:
            trails = one.trails or len(seen) < len(one.seen)
            objects.append(replace(one, seen=seen, trails=trails))
    looked = tuple(frame for frame in found.looked if frame < length)
    return FoundObjects(length, looked, tuple(objects))
