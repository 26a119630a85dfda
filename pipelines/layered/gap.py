"""A gap whose layers move by themselves: what was found out about it, and its frames.

The layers come from the panels (`prepare_layers`) or from masks of the keys (`masked_gap`). What
lies below them is the ground. The keys themselves come back untouched at t = 0 and t = 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.in_between import CERTAIN_ENOUGH, Gap, fade, hold, prepare, render
from pipelines.layered.aligning import align
from pipelines.layered.course import (
    STAYS,
    Course,
    Point,
    course_by_hand,
    course_of,
    within,
)
from pipelines.layered.moving import Mover, draw, mover
from pipelines.layered.plan import Plan, PlannedLayer
from pipelines.motion_paths import WHOLE_DRAWING, GapPath, swerve
from pipelines.painting.composite import Planes, blend
from pipelines.painting.lifted import Matrix, joined
from pipelines.painting.limbs import matrix_between
from pipelines.panels import BlendMode
from pipelines.pieces import Box, Piece, around, clipped
from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.progress import Progress, silent
from pipelines.values import Image

_SAME_LIGHT = 2.0
"""Grounds whose levels differ by less (0..255, on the mean) are mixed and not moved."""


@dataclass(frozen=True, eq=False)
class Ground:
    """What lies below all layers: in the first key, in the second (None: the same), and how the one
    becomes the other (None: they are mixed)."""

    first: Image
    second: Image | None = None
    gap: Gap | None = None

    def at(self, t: float) -> Image:
        """The ground at `t`."""
        if self.second is None:
            return self.first
        if self.gap is None:
            return fade(self.first, self.second, t)
        return render(self.gap, self.first, self.second, t)


@dataclass(frozen=True, eq=False)
class Part:
    """A layer in a gap: still (`a` is `b`), there in one key only, or moving.

    `course` is its way after that of `parent`, another part that moves; `whole` carries it all the
    way. `is_set`: a hand has set where it goes. `layer` is its id, or the name of its thing.
    """

    name: str
    a: Piece | None
    b: Piece | None
    opacity: tuple[float, float] = (1.0, 1.0)
    blend: BlendMode = BlendMode.NORMAL
    mover: Mover | None = None
    course: Course | None = None
    whole: Matrix | None = None
    parent: int | None = None
    is_set: bool = False
    layer: str = ""

    def is_sure(self, least: float) -> bool:
        """Whether it is known well enough how it moves."""
        return self.mover is None or self.is_set or self.mover.confidence >= least


@dataclass(frozen=True, eq=False)
class LayeredGap:
    """What was found out about a gap. `orders` are the parts from the lowest up, as in the first
    and in the second key."""

    ground: Ground
    parts: tuple[Part, ...]
    orders: tuple[tuple[int, ...], tuple[int, ...]]

    @property
    def confidence(self) -> float:
        """That of the parts that move, each as important as it is large, and of the ground."""
        weighed = [(_weight(part), _sureness(part)) for part in self.parts if part.mover]
        if self.ground.gap is not None:
            share = sum(weight for weight, _ in weighed)
            weighed.append((max(1 - share, 0.1), self.ground.gap.confidence))
        total = sum(weight for weight, _ in weighed)
        if not weighed or total <= 0:
            return 1.0
        return sum(weight * sure for weight, sure in weighed) / total

    def unsure(self, least: float) -> tuple[str, ...]:
        """The names of the parts that hold, because they are not known well enough."""
        return tuple(part.name for part in self.parts if not part.is_sure(least))

    def holds(self, least: float = CERTAIN_ENOUGH) -> bool:
        """Whether the keys are so unlike that the whole gap is shown as a hold."""
        return self.confidence < least


def prepare_layers(
    plan: Plan,
    grounds: Sequence[Image],
    pieces: Sequence[Piece | None],
    progress: Progress = silent,
) -> LayeredGap:
    """Find how each layer of a plan moves. `pieces` are those that the plan counts."""
    moving = [at for at, layer in enumerate(plan.layers) if _moves(layer, pieces)]
    steps = len(moving) + 1
    progress(0, steps)
    ground = Ground(grounds[0])
    if not plan.still_ground:
        ground = ground_of(grounds[0], grounds[1])
    found: dict[int, tuple[Mover, Course]] = {}
    for done, at in enumerate(sorted(moving, key=lambda at: _cut_off(plan.layers[at], pieces)), 1):
        progress(done, steps)
        hints = [course.at(1) for _, course in found.values()][:4]
        found[at] = _found(plan.layers[at], pieces, hints)
    progress(steps, steps)
    parts = tuple(_part(plan, at, pieces, found) for at in range(len(plan.layers)))
    return _grounded(LayeredGap(ground, parts, plan.orders))


def ground_of(first: Image, second: Image) -> Ground:
    """How one ground becomes another."""
    apart = np.abs(first.pixels.astype(np.int32) - second.pixels).mean() / (1 << first.bits - 8)
    gap = prepare(first, second) if apart >= _SAME_LIGHT else None
    return Ground(first, second, gap)


def render_layers(
    gap: LayeredGap,
    a: Image,
    b: Image,
    t: float,
    *,
    paths: Sequence[GapPath] = (),
    least: float = CERTAIN_ENOUGH,
) -> Image:
    """The frame at `t`; below 0 and above 1 the motion swings past the keys. Parts that are surer
    than `least` move, along `paths` where a hand has drawn some, the others hold."""
    if t in (0, 1) or gap.holds(least):
        return hold(a, b, t)
    ground = gap.ground.at(min(max(t, 0.0), 1.0))
    places = _Places(gap, t, least, paths, (a.width, a.height))
    order = gap.orders[0 if t < 0.5 else 1]
    return _painted(
        ground, [(gap.parts[at], _drawn(gap.parts[at], places, at, t, least)) for at in order], t
    )


class _Places:
    """Where the parts lie at a time, each found once."""

    def __init__(
        self,
        gap: LayeredGap,
        t: float,
        least: float,
        paths: Sequence[GapPath],
        size: tuple[int, int],
    ) -> None:
        self._gap = gap
        self._t = t
        self._least = least
        self._paths = {one.layer: one.path for one in paths}
        self._size = size
        self._known: dict[int, Matrix] = {}

    def here(self, at: int) -> Matrix:
        """What carries the first drawing of a moving part to where it is now."""
        found = self._known.get(at)
        if found is not None:
            return found
        part = self._gap.parts[at]
        above = STAYS if part.parent is None else self.here(part.parent)
        if part.course is None:
            made = above
        elif part.is_sure(self._least):
            made = self._led(part, part.course, joined(above, part.course.at(self._t)))
        elif self._t < 0.5:
            made = above
        else:
            made = joined(above, part.course.at(1))
        self._known[at] = made
        return made

    def _led(self, part: Part, course: Course, made: Matrix) -> Matrix:
        """The place of a part, taken to where its path leads its pivot. A path of the whole drawing
        leads what follows no other part."""
        own = self._paths.get(part.layer)
        path = own if own is not None else self._paths.get(WHOLE_DRAWING)
        if path is None or part.whole is None or (own is None and part.parent is not None):
            return made
        off = np.array(swerve(path, self._size, self._t))
        if own is not None:
            start = np.array(course.pivot)
            even = start + self._t * (_carried(part.whole, start) - start)
            off += even - _carried(made, start)
        return joined(np.array([[1.0, 0.0, off[0]], [0.0, 1.0, off[1]]]), made)


def _carried(matrix: Matrix, point: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(matrix[:, :2] @ point + matrix[:, 2], np.float64)


def _drawn(
    part: Part, places: _Places, at: int, t: float, least: float
) -> tuple[Floats, Box] | None:
    if part.mover is not None and part.whole is not None:
        mixes = part.is_sure(least)
        return draw(part.mover, places.here(at), part.whole, t, mixes=mixes)
    piece = part.a if t < 0.5 else part.b
    return None if piece is None else _on_board(piece)


def _on_board(piece: Piece) -> tuple[Floats, Box] | None:
    """What of a still piece lies on the board."""
    left, top, right, bottom = box = clipped(piece.box, piece.size)
    if left >= right or top >= bottom:
        return None
    x, y = piece.x, piece.y
    return piece.paint[top - y : bottom - y, left - x : right - x], box


def _painted(
    ground: Image, drawn: Sequence[tuple[Part, tuple[Floats, Box] | None]], t: float
) -> Image:
    """The ground with the parts blended onto it, as the paper does; other pixels are untouched."""
    import cv2

    found = [(part, *one) for part, one in drawn if one is not None]
    if not found:
        return ground
    whole = found[0][2]
    for _, _, box in found:
        whole = around(whole, box)
    left, top, right, bottom = whole
    pixels = ground.pixels.copy()
    below = _planes(Image(pixels[top:bottom, left:right].copy()))
    share = min(max(t, 0.0), 1.0)
    for part, paint, (x, y, far, low) in found:
        opacity = part.opacity[0] + share * (part.opacity[1] - part.opacity[0])
        area = below[:, y - top : low - top, x - left : far - left]
        planes = np.stack(cv2.split(paint)).astype(np.float32, copy=False)
        area[:] = blend(area, planes * np.float32(opacity), part.blend)
    made = np.ascontiguousarray(np.moveaxis(below[: ground.channels], 0, 2))
    pixels[top:bottom, left:right] = unpremultiply(made, bits=ground.bits).pixels
    return Image(pixels)


def _planes(picture: Image) -> Planes:
    floats = premultiply(picture)
    planes = np.ones((4, picture.height, picture.width), np.float32)
    planes[: picture.channels] = np.moveaxis(floats, 2, 0)
    return planes


def _grounded(gap: LayeredGap) -> LayeredGap:
    """The lowest parts, as long as they are still, painted onto a ground that is still."""
    lowest = 0
    if gap.ground.second is not None or gap.orders[0] != gap.orders[1]:
        return gap
    for at in gap.orders[0]:
        part = gap.parts[at]
        if part.mover is not None or part.a is not part.b or part.opacity[0] != part.opacity[1]:
            break
        lowest += 1
    if not lowest:
        return gap
    still = [gap.parts[at] for at in gap.orders[0][:lowest]]
    drawn = [(part, None if part.a is None else _on_board(part.a)) for part in still]
    picture = _painted(gap.ground.first, drawn, 0.0)
    rest = gap.orders[0][lowest:]
    return LayeredGap(Ground(picture), gap.parts, (rest, rest))


def _moves(layer: PlannedLayer, pieces: Sequence[Piece | None]) -> bool:
    if layer.first is None or layer.second is None or layer.is_still:
        return False
    return pieces[layer.first] is not None and pieces[layer.second] is not None


def _ends(layer: PlannedLayer, pieces: Sequence[Piece | None]) -> tuple[Piece, Piece]:
    assert layer.first is not None and layer.second is not None
    a, b = pieces[layer.first], pieces[layer.second]
    assert a is not None and b is not None
    return a, b


def _cut_off(layer: PlannedLayer, pieces: Sequence[Piece | None]) -> bool:
    return any(piece.is_cut for piece in _ends(layer, pieces))


def _found(
    layer: PlannedLayer, pieces: Sequence[Piece | None], hints: Sequence[Matrix]
) -> tuple[Mover, Course]:
    """How a layer moves by itself, and its way as if it followed none."""
    a, b = _ends(layer, pieces)
    joint = layer.joint[0] if layer.joint[0] is not None else a.middle
    if layer.motion is not None:
        course = course_by_hand(layer.motion)
    elif layer.poses is not None:
        course = course_of(matrix_between(*layer.poses), joint)
    else:
        course = course_of(align(a, b, joints=_joints(layer), hints=hints).matrix, joint)
    return mover(a, b, course.at(1)), course


def _joints(layer: PlannedLayer) -> tuple[Point, Point] | None:
    here, there = layer.joint
    return None if here is None or there is None else (here, there)


def _part(
    plan: Plan,
    at: int,
    pieces: Sequence[Piece | None],
    found: dict[int, tuple[Mover, Course]],
) -> Part:
    layer = plan.layers[at]
    a, b = (None if one is None else pieces[one] for one in (layer.first, layer.second))
    name = layer.name or layer.layer
    if at not in found:
        return Part(name, a, b, layer.opacity, layer.blend, layer=layer.layer)
    moving, course = found[at]
    whole = course.at(1)
    parent = _moving_parent(plan, at, found)
    if parent is not None:
        course = within(course, found[parent][1])
    is_set = layer.motion is not None or layer.poses is not None
    id_ = layer.layer
    return Part(name, a, b, layer.opacity, layer.blend, moving, course, whole, parent, is_set, id_)


def _moving_parent(plan: Plan, at: int, found: dict[int, tuple[Mover, Course]]) -> int | None:
    """The layer that one follows, where that moves; None within a circle."""
    parent = plan.layers[at].parent
    seen = {at}
    above = parent
    while above is not None:
        if above in seen:
            return None
        seen.add(above)
        above = plan.layers[above].parent
    return parent if parent in found else None


def _weight(part: Part) -> float:
    """How large a part is, as a share of the board."""
    assert part.mover is not None
    one = part.mover
    paint = float(one.a.paint[..., 3].mean() * _area(one.a.box))
    other = float(one.b.paint[..., 3].mean() * _area(one.b.box))
    return (paint + other) / 2 / max(one.a.size[0] * one.a.size[1], 1)


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _sureness(part: Part) -> float:
    assert part.mover is not None
    return 1.0 if part.is_set else part.mover.confidence
