"""Layers from masks of the keys: things that are cut out, and the ground that they stood before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines import flow
from pipelines.in_between import luminance
from pipelines.layered.aligning import align
from pipelines.layered.course import course_of
from pipelines.layered.gap import Ground, LayeredGap, Part, ground_of
from pipelines.layered.moving import mover
from pipelines.painting.lifted import inverse
from pipelines.pieces import Piece, masked
from pipelines.plates.spreading import spread
from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.progress import Progress, silent
from pipelines.values import Image, Pixels8

_RIM = 5
"""Pixels across by which a hole is larger than its mask: edges are soft."""
_STANDS = 1.5
"""Levels (0..255, the mean) within which a ground is taken to stand still."""
_LONGEST = 480
_WITHIN = 127


class Thing(NamedTuple):
    """One object as masks (H, W; 255 within) of both keys; None where it is not there."""

    name: str
    first: Pixels8 | None
    second: Pixels8 | None


def prepare_masked(
    a: Image, b: Image, things: Sequence[Thing], progress: Progress = silent
) -> LayeredGap:
    """Find how things move, the lowest first, and what is behind them."""
    steps = len(things) + 1
    progress(0, steps)
    parts: list[Part] = []
    for done, thing in enumerate(things, 1):
        part = _part(a, b, thing, things[done:])
        if part is not None:
            parts.append(part)
        progress(done, steps)
    holes = (
        _hole(a, [thing.first for thing in things]),
        _hole(b, [thing.second for thing in things]),
    )
    ground = _ground((a, b), holes)
    progress(steps, steps)
    order = tuple(range(len(parts)))
    return LayeredGap(ground, tuple(parts), (order, order))


def _part(a: Image, b: Image, thing: Thing, before: Sequence[Thing]) -> Part | None:
    first = _piece(a, thing.first, [one.first for one in before])
    second = _piece(b, thing.second, [one.second for one in before])
    if first is None or second is None:
        return None if first is second else Part(thing.name, first, second, layer=thing.name)
    course = course_of(align(first, second).matrix, first.middle)
    whole = course.at(1)
    moving = mover(first, second, whole)
    return Part(
        thing.name, first, second, mover=moving, course=course, whole=whole, layer=thing.name
    )


def _piece(picture: Image, mask: Pixels8 | None, before: Sequence[Pixels8 | None]) -> Piece | None:
    """What a mask cuts out; things before it that touch it may hide more of it."""
    import cv2

    piece = None if mask is None else masked(picture, mask)
    if piece is None or mask is None:
        return piece
    near = cv2.dilate(mask, np.ones((_RIM, _RIM), np.uint8)) > _WITHIN
    hidden = np.zeros(mask.shape, np.uint8)
    for other in before:
        if other is not None and bool((near & (other > _WITHIN)).any()):
            hidden |= (other > 0).astype(np.uint8)
    if not hidden.any():
        return piece
    return replace(piece, hidden=cv2.dilate(hidden, np.ones((3, 3), np.uint8)).astype(np.uint8))


def _hole(picture: Image, masks: Sequence[Pixels8 | None]) -> NDArray[np.bool_]:
    """Where things stand, and a little more."""
    import cv2

    hole = np.zeros((picture.height, picture.width), np.uint8)
    for mask in masks:
        if mask is not None:
            hole |= (mask > 0).astype(np.uint8)
    return cv2.dilate(hole, np.ones((_RIM, _RIM), np.uint8)) > 0


def _ground(
    keys: tuple[Image, Image], holes: tuple[NDArray[np.bool_], NDArray[np.bool_]]
) -> Ground:
    """The keys without things: what one hides is taken from the other, where that shows it."""
    a, b = (premultiply(key) for key in keys)
    bare = ~(holes[0] | holes[1])
    apart = np.abs(a - b).mean(axis=2)
    stands = not bare.any() or float(apart[bare].mean()) * 255 < _STANDS
    onto = None if stands else _camera(keys)
    plates = (
        _filled(a, holes[0], b, holes[1], onto),
        _filled(b, holes[1], a, holes[0], None if onto is None else inverse(onto)),
    )
    bits = keys[0].bits
    first, second = (unpremultiply(plate, bits=bits) for plate in plates)
    if stands:
        return Ground(first, second)
    return ground_of(first, second)


def _filled(
    own: Floats,
    hole: NDArray[np.bool_],
    other: Floats,
    hidden: NDArray[np.bool_],
    onto: NDArray[np.float64] | None,
) -> Floats:
    """A key with its holes filled from the other key, carried along `onto`, and from around."""
    import cv2

    seen = ~hidden
    if onto is not None:
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = own.shape[1::-1]
        other = cast(Floats, cv2.warpAffine(other, onto, size, flags=flags))
        known = seen.astype(np.float32)
        seen = cv2.warpAffine(known, onto, size, flags=flags) > 0.999
    made = np.where(hole[..., None], other, own)
    known = (~hole | seen).astype(np.float32)
    return spread(made, known)


def _camera(keys: tuple[Image, Image]) -> NDArray[np.float64] | None:
    """The affine map from points of the first key to the second, where it explains more than
    stillness."""
    grey_a, grey_b = (luminance(key, _LONGEST) for key in keys)
    field = flow.estimate(grey_a, grey_b)
    matrix = flow.fit_affine(field)
    camera = flow.affine_field(matrix, grey_a.shape)
    moved = np.abs(flow.warp(grey_b, camera).astype(np.float32) - grey_a)
    still = np.abs(grey_b.astype(np.float32) - grey_a)
    if moved.mean() >= still.mean():
        return None
    scale = keys[0].width / grey_a.shape[1]
    matrix = matrix.copy()
    matrix[:, 2] *= scale
    return matrix
