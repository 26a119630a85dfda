"""What a hand-painted mask is made of: named objects, each with keys in time. Values only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.panels import Tile
from pipelines.plain_defaults import PlainDefaults

OUTPUTS = 4
"""Outputs that single objects can have beside the joined mask."""

MaskColour = Annotated[str, Meta(pattern="^#[0-9a-fA-F]{6}$")]


class Between(StrEnum):
    """How the frames between two keys come about: the outline moves, or the first key holds."""

    SHAPE = "shape"
    HOLD = "hold"


class MaskKey(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """The mask of an object as it was painted on one frame.

    `tiles` are those of a layer whose alpha is the mask (0 keep .. 255 generate) and whose colours
    are 0, sorted by (y, x); none is an empty mask. `after` is how the gap behind this key is
    filled, None as the object says. `picture` names the picture that it was painted on. A key that
    `corrects` replaced a mask that was followed on its frame.
    """

    frame: Annotated[int, Meta(ge=0)]
    tiles: tuple[Tile, ...] = ()
    after: Between | None = None
    picture: str = ""
    corrects: bool = False


class MaskObject(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is masked. `keys` are sorted by frame, one for each.

    `visible` only shows it while painting; `joined` makes it part of the joined mask; a `protected`
    one is not covered by paint of the others. `leads` and `trails` let the first key hold before it
    and the last one after it. `output` is the number of its own output, 0 for none.
    """

    id: str
    name: str = ""
    colour: MaskColour = "#e5484d"
    visible: bool = True
    joined: bool = True
    protected: bool = False
    between: Between = Between.SHAPE
    leads: bool = True
    trails: bool = True
    output: Annotated[int, Meta(ge=0, le=OUTPUTS)] = 0
    keys: tuple[MaskKey, ...] = ()


def object_of(objects: Iterable[MaskObject], object_id: str) -> MaskObject:
    """The object of that id. Raises MismatchError."""
    for one in objects:
        if one.id == object_id:
            return one
    raise MismatchError(f"There is no object “{object_id}”.", mend="Choose another object.")


def key_at(painted: MaskObject, frame: int) -> MaskKey | None:
    """The key on a frame, if there is one."""
    return next((key for key in painted.keys if key.frame == frame), None)


def with_keys(
    painted: MaskObject, keys: Iterable[MaskKey], *, removed: Iterable[int] = ()
) -> MaskObject:
    """The object with keys added or replaced, and those of some frames removed."""
    found = {key.frame: key for key in painted.keys}
    for frame in removed:
        found.pop(frame, None)
    found |= {key.frame: key for key in keys}
    return replace(painted, keys=tuple(found[frame] for frame in sorted(found)))


def next_key(frames: Sequence[int], frame: int) -> int | None:
    """The first of the sorted frames behind one."""
    place = bisect_right(frames, frame)
    return frames[place] if place < len(frames) else None


def key_before(frames: Sequence[int], frame: int) -> int | None:
    """The last of the sorted frames before one."""
    place = bisect_left(frames, frame)
    return frames[place - 1] if place else None


def widest_gap(frames: Sequence[int], length: int) -> int | None:
    """The frame in the middle of the longest stretch without a key, in a clip of `length` frames.

    Before the first and behind the last key a stretch counts in full, since nothing leads there.
    None where every frame has a key.
    """
    inside = [frame for frame in frames if frame < length]
    if not inside:
        return length // 2 if length else None
    gaps = [(after - first, (first + after) // 2) for first, after in pairwise(inside)]
    gaps.append((inside[0] + 1, 0))
    gaps.append((length - inside[-1], length - 1))
    wide, middle = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    return middle if wide > 1 else None
