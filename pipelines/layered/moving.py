"""A layer that is drawn otherwise in both keys: how it moves, and its look on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.in_between import Gap, motion_at, prepare
from pipelines.painting.lifted import Matrix, inverse, joined
from pipelines.pieces import (
    Box,
    Piece,
    around,
    carried_box,
    carried_points,
    clipped,
    points_of,
)
from pipelines.premultiplied import Floats, unpremultiply
from pipelines.values import Image

RESIDUAL_LONGEST = 320
"""What is left of a motion is sought in pictures of at most this many pixels on a side."""
_TRUSTED = 0.2
_DIM = 0.004
"""A change of light below this is none."""
_WORTH_BENDING = 0.02
"""By how much the likeness must grow so that a layer is bent and not only carried."""
_RIGID = 0.985
"""Two drawings that are so alike once they are carried are not bent."""
_UNRELATED = 0.25
"""The likeness of drawings that have nothing in common but where they are."""
_APART = np.float32(0.12)
"""So far apart (0..1) two drawings are no longer mixed: one of them is shown."""


@dataclass(frozen=True, eq=False)
class Bend:
    """What is left of a motion once the layer is carried: a gap of both drawings on an area (at the
    place of the first), and the largest step in it."""

    gap: Gap
    box: Box
    reach: float


class _Known(NamedTuple):
    """Where it is known what there is in the first and in the second drawing."""

    a: NDArray[np.bool_]
    b: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Mover:
    """A layer on its way from `a` to `b` along a course (after its parent's, if it has one).

    `likeness` is how much of both drawings finds its like half way, `light` the mean colour that
    `b` has more than `a`, each times alpha.
    """

    a: Piece
    b: Piece
    bend: Bend | None
    likeness: float
    light: NDArray[np.float32]

    @property
    def confidence(self) -> float:
        """0 where both drawings have nothing in common, 1 where they are one drawing, moved."""
        return max(0.0, (self.likeness - _UNRELATED) / (1 - _UNRELATED))


def mover(a: Piece, b: Piece, matrix: Matrix, *, bends: bool = True) -> Mover:
    """What is to be known of two drawings, the second of which lies where `matrix` carries the
    first."""
    light = _light(a, b)
    rigid = Mover(a, b, None, 0.0, light)
    likeness = _likeness(rigid, matrix)
    rigid = Mover(a, b, None, likeness, light)
    if not bends or likeness > _RIGID:
        return rigid
    bend = _bend(a, b, matrix)
    bent = Mover(a, b, bend, 0.0, light)
    better = _likeness(bent, matrix)
    if better < likeness + _WORTH_BENDING:
        return rigid
    return Mover(a, b, bend, better, light)


def draw(
    one: Mover, here: Matrix, whole: Matrix, t: float, *, mixes: bool = True
) -> tuple[Floats, Box] | None:
    """The layer at `t`, where `here` carries the first drawing and `whole` all the way: its paint
    on an area of the board, None where nothing of it is on the board.

    Where both drawings agree they are mixed; where they do not, the nearer one is shown, so that
    nothing is ever there twice. Unless it `mixes`, all is the nearer drawing, only carried.
    """
    box = _reached(one, here, whole)
    if box[0] >= box[2] or box[1] >= box[3]:
        return None
    within = min(max(t, 0.0), 1.0)
    if not mixes:
        near, carries = (one.a, here) if t < 0.5 else (one.b, joined(here, inverse(whole)))
        return near.carried(carries, box), box
    if one.bend is None or within in (0, 1):
        return _carried(one, here, whole, box, within), box
    places = carried_points(inverse(here), points_of(box))
    ahead, share = _bent(one.bend, places, within)
    places_a = cast(Floats, places - np.float32(within) * ahead)
    places_b = carried_points(whole, cast(Floats, places + np.float32(1 - within) * ahead))
    known = None
    if one.a.is_cut or one.b.is_cut:
        known = _Known(one.a.seen(places_a), one.b.seen(places_b))
    paints = one.a.fetched(places_a), one.b.fetched(places_b)
    return _mixed(one, paints, share, within, known), box


def _carried(one: Mover, here: Matrix, whole: Matrix, box: Box, t: float) -> Floats:
    """Both drawings carried as they are, and mixed."""
    back = joined(here, inverse(whole))
    share = np.full((box[3] - box[1], box[2] - box[0]), t, np.float32)
    known = None
    if one.a.is_cut or one.b.is_cut:
        known = _Known(one.a.seen_carried(here, box), one.b.seen_carried(back, box))
    return _mixed(one, (one.a.carried(here, box), one.b.carried(back, box)), share, t, known)


def _reached(one: Mover, here: Matrix, whole: Matrix) -> Box:
    from_b = joined(here, inverse(whole))
    box = around(carried_box(here, one.a.box), carried_box(from_b, one.b.box))
    if one.a.is_cut or one.b.is_cut:
        box = _to_the_edge(box, one)
    margin = int(np.ceil(one.bend.reach)) if one.bend is not None else 0
    left, top, right, bottom = box
    return clipped((left - margin, top - margin, right + margin, bottom + margin), one.a.size)


def _to_the_edge(box: Box, one: Mover) -> Box:
    """What is cut off by the edge in either key goes on to that edge all the way."""
    width, height = one.a.size
    is_cut = [here or there for here, there in zip(one.a.cut, one.b.cut, strict=True)]
    return (
        min(0, box[0]) if is_cut[0] else box[0],
        min(0, box[1]) if is_cut[1] else box[1],
        max(width, box[2]) if is_cut[2] else box[2],
        max(height, box[3]) if is_cut[3] else box[3],
    )


def _bent(bend: Bend, places: Floats, t: float) -> tuple[Floats, Floats]:
    """The rest of the motion through points of the first key, and the share of the second there."""
    import cv2

    left, top, right, bottom = bend.box
    steps, share = motion_at(bend.gap, t, bend.gap.forward.shape[:2])
    height, width = share.shape
    across, down = width / (right - left), height / (bottom - top)
    at = (places - np.array([left, top], np.float32)) * np.array([across, down], np.float32)
    at -= np.float32(0.5)
    steps = steps * np.array([1 / across, 1 / down], np.float32)
    both = np.dstack([steps, share])
    found = cv2.remap(both, at, cast(Any, None), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return cast(Floats, found[..., :2]), cast(Floats, np.ascontiguousarray(found[..., 2]))


def _mixed(
    one: Mover, paints: tuple[Floats, Floats], share: Floats, t: float, known: _Known | None
) -> Floats:
    """Both drawings, in the light of the time between them; the nearer one where they disagree,
    the one that is known where the other is not."""
    import cv2

    a, b = paints
    if float(np.abs(one.light).max()) > _DIM:
        a, b = _lit(a, one.light * np.float32(t)), _lit(b, one.light * np.float32(t - 1))
    apart = cv2.transform(cv2.absdiff(a, b), np.full((1, 4), 0.4, np.float32))
    torn = np.clip(cv2.blur(apart, (3, 3)) / _APART - 1, 0, 1).astype(np.float32)
    share = cast(Floats, share + torn * (np.float32(0 if t < 0.5 else 1) - share))
    if known is not None:
        share = np.where(known.a == known.b, share, known.b.astype(np.float32))
    return cast(Floats, cv2.blendLinear(a, b, 1 - share, share))


def _lit(paint: Floats, light: NDArray[np.float32]) -> Floats:
    import cv2

    matrix = np.eye(4, dtype=np.float32)
    matrix[:3, 3] = light
    return cast(Floats, cv2.transform(paint, matrix))


def _light(a: Piece, b: Piece) -> NDArray[np.float32]:
    means = [
        one.paint[..., :3].sum(axis=(0, 1), dtype=np.float64)
        / max(float(one.paint[..., 3].sum(dtype=np.float64)), 1e-6)
        for one in (a, b)
    ]
    return (means[1] - means[0]).astype(np.float32)


def _likeness(one: Mover, whole: Matrix) -> float:
    """How much of both drawings finds its like half way: 1 less the share that does not."""
    import cv2

    box = around(one.a.box, carried_box(inverse(whole), one.b.box))
    step = max(1.0, max(box[2] - box[0], box[3] - box[1]) / 200)
    size = max(1, round((box[2] - box[0]) / step)), max(1, round((box[3] - box[1]) / step))
    places = points_of((0, 0, *size))
    places *= np.array([(box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1]], np.float32)
    places += np.array(box[:2], np.float32)
    back = ahead = places
    if one.bend is not None:
        half = _bent(one.bend, places, 0.5)[0] * np.float32(0.5)
        back, ahead = cast(Floats, places - half), cast(Floats, places + half)
    forth = carried_points(whole, ahead)
    a, b = one.a.fetched(back), one.b.fetched(forth)
    a[..., :3] += one.light * a[..., 3:]
    known = (one.a.seen(back) & one.b.seen(forth)).astype(np.float32)[..., None]
    a, b = (cv2.blur(picture * known, (3, 3)) for picture in (a, b))
    for picture in (a, b):
        picture[..., 3] *= 2
    total = float(cv2.max(a, b).sum())
    return 1 - float(cv2.absdiff(a, b).sum()) / total if total > 0 else 0.0


def _bend(a: Piece, b: Piece, whole: Matrix) -> Bend:
    """What is left of the motion, found between the first and the second carried back onto it."""
    box = around(a.box, carried_box(inverse(whole), b.box))
    left, top, right, bottom = box
    scale = min(1.0, RESIDUAL_LONGEST / max(right - left, bottom - top))
    size = max(16, round((right - left) * scale)), max(16, round((bottom - top) * scale))
    places = points_of((0, 0, *size))
    across, down = (right - left) / size[0], (bottom - top) / size[1]
    places = places * np.array([across, down], np.float32) + np.array([left, top], np.float32)
    pictures = [
        unpremultiply(a.fetched(places), bits=8),
        unpremultiply(b.fetched(carried_points(whole, places)), bits=8),
    ]
    first, second = (Image(one.pixels) for one in pictures)
    gap = prepare(first, second, affine=False, longest=RESIDUAL_LONGEST)
    sure = np.abs(gap.forward).max(axis=2)[gap.trust_forward > _TRUSTED]
    reach = float(np.quantile(sure, 0.99)) * max(across, down) if sure.size else 0.0
    return Bend(gap, box, reach)
