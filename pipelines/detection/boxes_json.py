"""Found things as JSON, for other programs and for a text that a person writes; read strictly.

    {"frames": 81, "looked": [0, 10], "size": [832, 480],
     "objects": [{"label": "teapot", "boxes": [{"frame": 0, "box": [10, 20, 300, 400]}]}]}

A box is left, top, right, bottom: in pixels of `size` where that is given, otherwise in shares of
the picture.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Annotated

import msgspec
from msgspec import Meta

from pipelines.detection.found import Box, FoundObject, FoundObjects, Frame, Score, Seen
from pipelines.errors import UnreadableFileError

_Side = Annotated[int, Meta(ge=1, le=65536)]
_ROUNDED = 6


class _Boxed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A thing on one frame."""

    frame: Frame
    box: tuple[float, float, float, float]
    score: Score = 1.0


class _Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A thing over time; without an id it is numbered by its label. It leads and trails where it
    was seen on the first and the last frame that were looked at, unless it says otherwise."""

    label: Annotated[str, Meta(min_length=1)]
    boxes: Annotated[tuple[_Boxed, ...], Meta(min_length=1)]
    id: str = ""
    ticked: bool = True
    leads: bool | None = None
    trails: bool | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All of it. Without `looked` the frames that have boxes were looked at."""

    objects: tuple[_Thing, ...]
    frames: Frame = 0
    looked: tuple[Frame, ...] = ()
    size: tuple[_Side, _Side] | None = None


def written(found: FoundObjects) -> str:
    """The things as JSON, in shares of the picture."""
    objects = tuple(
        _Thing(
            one.label,
            tuple(_boxed(seen) for seen in one.seen),
            one.id,
            one.ticked,
            one.leads,
            one.trails,
        )
        for one in found.objects
    )
    told = _File(objects, found.length, found.looked)
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def parsed(text: str) -> FoundObjects:
    """The things that a JSON text tells of. Raises UnreadableFileError with what is wrong where."""
    try:
        told = msgspec.json.decode(text.encode(), type=_File)
    except msgspec.DecodeError as error:
        raise UnreadableFileError(
            f"These are no boxes: {error}.",
            mend='Write {"objects": [{"label": "cup", "boxes": [{"frame": 0, "box": [0.1, 0.2, '
            "0.5, 0.6]}]}]}: left, top, right, bottom in shares of the picture.",
        ) from error
    things = _numbered(told.objects)
    frames = {box.frame for one in told.objects for box in one.boxes}
    looked = tuple(sorted({*told.looked, *frames}))
    objects = tuple(_object(one, name, told.size, looked) for name, one in things.items())
    length = told.frames or (looked[-1] + 1 if looked else 0)
    late = next((frame for frame in looked if frame >= length), None)
    if late is not None:
        raise UnreadableFileError(
            f"Frame {late} is named, but there are {length} frames, counted from 0.",
            mend="Correct “frames”, or leave it out.",
        )
    return FoundObjects(length, looked, objects)


def _boxed(seen: Seen) -> _Boxed:
    box = seen.box
    left, top, right, bottom = (
        round(edge, _ROUNDED) for edge in (box.left, box.top, box.right, box.bottom)
    )
    return _Boxed(seen.frame, (left, top, right, bottom), round(seen.score, _ROUNDED))


def _numbered(things: tuple[_Thing, ...]) -> dict[str, _Thing]:
    given = [one.id for one in things if one.id]
    twice = next((name for name, count in Counter(given).items() if count > 1), None)
    if twice is not None:
        raise UnreadableFileError(
            f"Two things have the id “{twice}”.", mend="Give each an id of its own, or none."
        )
    counts: dict[str, int] = defaultdict(int)
    found: dict[str, _Thing] = {}
    for one in things:
        name = one.id
        while not name or (not one.id and (name in given or name in found)):
            counts[one.label] += 1
            name = f"{one.label} {counts[one.label]}"
        found[name] = one
    return found


def _object(
    thing: _Thing, name: str, size: tuple[int, int] | None, looked: tuple[int, ...]
) -> FoundObject:
    seen = sorted((_seen(one, name, size) for one in thing.boxes), key=lambda one: one.frame)
    frames = Counter(one.frame for one in seen)
    twice = next((frame for frame, count in frames.items() if count > 1), None)
    if twice is not None:
        raise UnreadableFileError(
            f"“{name}” has two boxes on frame {twice}.", mend="Make two things of it."
        )
    leads = seen[0].frame == looked[0] if thing.leads is None else thing.leads
    trails = seen[-1].frame == looked[-1] if thing.trails is None else thing.trails
    return FoundObject(name, thing.label, tuple(seen), thing.ticked, leads, trails)


def _seen(one: _Boxed, name: str, size: tuple[int, int] | None) -> Seen:
    width, height = size or (1, 1)
    left, top, right, bottom = one.box
    shares = left / width, top / height, right / width, bottom / height
    where = f"The box of “{name}” on frame {one.frame}"
    if not all(0 <= share <= 1 for share in shares):
        mend = (
            f"It has to lie within {width} × {height} pixels."
            if size is not None
            else "Give shares between 0 and 1, or “size”: [width, height] for pixels."
        )
        raise UnreadableFileError(f"{where} reaches out of the picture.", mend=mend)
    if left >= right or top >= bottom:
        raise UnreadableFileError(
            f"{where} is empty.", mend="The order is left, top, right, bottom."
        )
    return Seen(one.frame, Box(*shares), one.score)
