"""A layered gap as a text and arrays, for a store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from pipelines.in_between import Gap
from pipelines.layered.course import Course
from pipelines.layered.gap import Ground, LayeredGap, Part
from pipelines.layered.moving import Bend, Mover
from pipelines.panels import BlendMode
from pipelines.pieces import Box, Piece
from pipelines.values import Image

Arrays = dict[str, NDArray[Any]]


class _Place(msgspec.Struct):
    """Where a piece lies; its pixels are an array."""

    x: int
    y: int
    size: tuple[int, int]
    cut: tuple[bool, bool, bool, bool]


class _Part(msgspec.Struct):
    name: str
    opacity: tuple[float, float]
    blend: BlendMode
    a: _Place | None = None
    b: _Place | None = None
    is_one: bool = False
    """Both pieces are one."""
    likeness: float | None = None
    bend: Box | None = None
    reach: float = 0.0
    course: Course | None = None
    parent: int | None = None
    is_set: bool = False
    layer: str = ""


class _Gap(msgspec.Struct):
    orders: tuple[tuple[int, ...], tuple[int, ...]]
    parts: list[_Part]


def gap_arrays(gap: LayeredGap) -> tuple[bytes, Arrays]:
    """A text and arrays that `gap_from` makes the same gap of."""
    arrays: Arrays = {"ground": gap.ground.first.pixels}
    if gap.ground.second is not None:
        arrays["ground second"] = gap.ground.second.pixels
    if gap.ground.gap is not None:
        arrays |= {f"ground {name}": one for name, one in gap.ground.gap.arrays().items()}
    parts = [_kept(part, f"{at} ", arrays) for at, part in enumerate(gap.parts)]
    return msgspec.json.encode(_Gap(gap.orders, parts)), arrays


def gap_from(meta: bytes, arrays: Mapping[str, NDArray[Any]]) -> LayeredGap:
    """The gap that a text and arrays stand for."""
    kept = msgspec.json.decode(meta, type=_Gap)
    second = arrays.get("ground second")
    ground = Ground(
        Image(arrays["ground"]),
        None if second is None else Image(second),
        _flow("ground ", arrays) if "ground forward" in arrays else None,
    )
    parts = [_part(one, f"{at} ", arrays) for at, one in enumerate(kept.parts)]
    return LayeredGap(ground, tuple(parts), kept.orders)


def _kept(part: Part, head: str, arrays: Arrays) -> _Part:
    made = _Part(part.name, part.opacity, part.blend, _place(part.a), _place(part.b))
    made.is_one, made.layer = part.a is part.b, part.layer
    made.course, made.parent, made.is_set = part.course, part.parent, part.is_set
    for name, piece in (("a", part.a), ("b", None if made.is_one else part.b)):
        if piece is not None:
            arrays[head + name] = piece.picture.pixels
            if piece.hidden is not None:
                arrays[f"{head}{name} hidden"] = np.packbits(piece.hidden)
    if part.mover is None or part.whole is None:
        return made
    made.likeness = part.mover.likeness
    arrays[head + "light"] = part.mover.light
    arrays[head + "whole"] = part.whole
    if part.mover.bend is not None:
        bend = part.mover.bend
        made.bend, made.reach = bend.box, bend.reach
        arrays |= {head + name: array for name, array in bend.gap.arrays().items()}
    return made


def _part(kept: _Part, head: str, arrays: Mapping[str, NDArray[Any]]) -> Part:
    a = _piece(kept.a, head + "a", arrays)
    b = a if kept.is_one else _piece(kept.b, head + "b", arrays)
    mover = whole = None
    if kept.likeness is not None and a is not None and b is not None:
        bend = None
        if kept.bend is not None:
            bend = Bend(_flow(head, arrays), kept.bend, kept.reach)
        mover = Mover(a, b, bend, kept.likeness, arrays[head + "light"])
        whole = np.asarray(arrays[head + "whole"], np.float64)
    return Part(
        kept.name,
        a,
        b,
        kept.opacity,
        kept.blend,
        mover,
        kept.course,
        whole,
        kept.parent,
        kept.is_set,
        kept.layer,
    )


def _place(piece: Piece | None) -> _Place | None:
    return None if piece is None else _Place(piece.x, piece.y, piece.size, piece.cut)


def _piece(place: _Place | None, name: str, arrays: Mapping[str, NDArray[Any]]) -> Piece | None:
    if place is None:
        return None
    bits = arrays.get(f"{name} hidden")
    hidden = None
    if bits is not None:
        width, height = place.size
        hidden = np.unpackbits(bits, count=width * height).reshape(height, width)
    return Piece(Image(arrays[name]), place.x, place.y, place.size, place.cut, hidden)


def _flow(head: str, arrays: Mapping[str, NDArray[Any]]) -> Gap:
    names = ("forward", "backward", "trust_forward", "trust_backward", "confidence")
    return Gap.from_arrays({name: arrays[head + name] for name in names})
