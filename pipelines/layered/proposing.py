"""Things proposed where no layer and no mask tells them apart: connected ink that has moved, before
flat paper, found again in the other key by its size, colour and place."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.layered.masked import Thing
from pipelines.premultiplied import premultiply, quantise
from pipelines.values import Image, Pixels8

_PAPER = 0.35
"""Share of a picture that has one colour, so that it is paper."""
_INK = 14
"""Levels by which ink differs from paper, and by which a pixel has changed."""
_JOINS = 0.012
"""Of the diagonal: strokes so near to each other belong together."""
_LEAST = 0.0006
"""Of the picture: less is a part of what is nearest, or dirt."""
_MOST = 6
"""More things than these are no things but a texture."""
_UNLIKE = 1.6
"""The most that two of one thing differ: in size (log of the area), colour (0..1, times 3) and
place (of the diagonal, times 3)."""


class _Figure(NamedTuple):
    mask: Pixels8
    area: float
    middle: tuple[float, float]
    colour: NDArray[np.float64]


def propose(a: Image, b: Image) -> list[Thing]:
    """The things that have moved between two keys, those lower in the picture last (nearer); none
    where the keys are not drawn on flat paper."""
    first, second = (cast(Pixels8, quantise(premultiply(key)[..., :3], bits=8)) for key in (a, b))
    papers = _paper(first), _paper(second)
    if papers[0] is None or papers[1] is None:
        return []
    changed = np.abs(first.astype(np.int16) - second).max(axis=2) > _INK
    found = [
        _figures(picture, paper, changed)
        for picture, paper in ((first, papers[0]), (second, papers[1]))
    ]
    if not found[0] or not found[1] or max(len(one) for one in found) > _MOST:
        return []
    return _matched(found[0], found[1], float(np.hypot(a.width, a.height)))


def _paper(picture: Pixels8) -> NDArray[np.int16] | None:
    """The colour of most of the picture, None where no colour has enough of it."""
    coarse = (picture >> 3).astype(np.int32)
    codes = (coarse[..., 0] << 10 | coarse[..., 1] << 5 | coarse[..., 2]).reshape(-1)
    counts = np.bincount(codes, minlength=1 << 15)
    most = int(counts.argmax())
    paper = np.median(picture.reshape(-1, 3)[codes == most], axis=0).astype(np.int16)
    share = (np.abs(picture.astype(np.int16) - paper).max(axis=2) <= _INK).mean()
    return paper if share >= _PAPER else None


def _figures(
    picture: Pixels8, paper: NDArray[np.int16], changed: NDArray[np.bool_]
) -> list[_Figure]:
    """Connected ink that is not just as it is in the other key."""
    import cv2

    ink = np.abs(picture.astype(np.int16) - paper).max(axis=2) > _INK
    near = cv2.dilate(changed.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    moved = (ink & near).astype(np.uint8)
    height, width = moved.shape
    side = max(3, round(_JOINS * float(np.hypot(height, width)))) | 1
    joined = cv2.morphologyEx(moved, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    made: list[_Figure] = []
    for outline in outlines:
        mask = np.zeros((height, width), np.uint8)
        cv2.drawContours(mask, [outline], -1, 255, cv2.FILLED)
        mask = cv2.dilate(mask, np.ones((3, 3), np.uint8)).astype(np.uint8)
        inside = mask > 0
        area = float(inside.sum())
        if area < _LEAST * height * width:
            continue
        rows, columns = np.nonzero(inside)
        colour = picture[inside].mean(axis=0) / 255
        made.append(_Figure(mask, area, (float(columns.mean()), float(rows.mean())), colour))
    return made


def _matched(first: list[_Figure], second: list[_Figure], diagonal: float) -> list[Thing]:
    """Pairs, the likest first; what finds none is there in one key only."""
    costs = sorted(
        (_unlike(one, other, diagonal), at, to)
        for at, one in enumerate(first)
        for to, other in enumerate(second)
    )
    pairs: dict[int, int] = {}
    for cost, at, to in costs:
        if cost < _UNLIKE and at not in pairs and to not in pairs.values():
            pairs[at] = to
    things = [
        (first[at].middle[1], Thing("", first[at].mask, second[to].mask))
        for at, to in pairs.items()
    ]
    things += [
        (one.middle[1], Thing("", one.mask, None))
        for at, one in enumerate(first)
        if at not in pairs
    ]
    things += [
        (one.middle[1], Thing("", None, one.mask))
        for to, one in enumerate(second)
        if to not in pairs.values()
    ]
    things.sort(key=_low)
    return [thing._replace(name=f"figure {number}") for number, (_, thing) in enumerate(things, 1)]


def _low(thing: tuple[float, Thing]) -> float:
    return thing[0]


def _unlike(one: _Figure, other: _Figure, diagonal: float) -> float:
    size = abs(float(np.log(one.area / other.area)))
    colour = float(np.abs(one.colour - other.colour).mean())
    (x, y), (right, down) = one.middle, other.middle
    place = float(np.hypot(right - x, down - y)) / diagonal
    return size + 3 * colour + 3 * place
