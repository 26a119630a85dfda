"""Where a work region lies on each frame: around the mask, moving and zooming smoothly. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.framing import Box, to_multiple
from pipelines.values import Mask

MULTIPLE = 16
"""Pixels: what the sides of a region are multiples of, as models want it."""
LEAST = 64
"""Pixels: a region that finds its size itself is no smaller."""
_MOST_ENLARGED = 4.0
_ROUNDS = 6

Numbers = NDArray[np.float64]


class Zoom(StrEnum):
    """What of the film is seen in a region of a fixed size."""

    NONE = "none"
    """Pixel for pixel, so that the way back is exact."""
    CONSTANT = "constant"
    """As much as the mask wants where it is largest."""
    FOLLOWING = "following"
    """As much as the mask wants at that time."""


class Bounds(NamedTuple):
    """The least rectangle around a mask, in whole pixels."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What a region is to be like.

    `width` and `height` are 0 where they follow from the mask. `context` is a share of the mask's
    longer side that is seen around it on each side; `margin` in pixels belongs to the mask.
    `smoothing` is in frames.
    """

    width: int = 0
    height: int = 0
    zoom: Zoom = Zoom.NONE
    context: float = 0.5
    margin: int = 0
    smoothing: int = 12


class Track(NamedTuple):
    """The size of the region, its box on each frame, and the frames whose mask does not fit in."""

    size: tuple[int, int]
    boxes: tuple[Box, ...]
    cut: tuple[int, ...]


def bounds_of(mask: Mask) -> Bounds | None:
    """Where a mask is anything but black; None where it is nowhere."""
    import cv2

    left, top, width, height = cv2.boundingRect(mask.pixels)
    return Bounds(left, top, left + width, top + height) if width else None


def tracked(
    bounds: Sequence[Bounds | None],
    frame: tuple[int, int],
    wish: Wish,
    *,
    starts: Sequence[int] = (),
) -> Track:
    """The region over a film of `frame` (width, height), by the bounds of its masks.

    At `starts` another shot begins, so that nothing moves smoothly across. Where the mask fits into
    the box it lies within it, however it jumps. The box leaves the frame only where it is larger.
    """
    things = [_grown(one, wish.margin, frame) for one in bounds]
    seen = [one for one in things if one is not None]
    size = _size(seen, frame, wish)
    if not seen:
        centre = Bounds(frame[0] // 2, frame[1] // 2, frame[0] // 2, frame[1] // 2)
        seen, things = [centre], [centre] * len(bounds)
    ends = [0, *sorted({at for at in starts if 0 < at < len(bounds)}), len(bounds)]
    scales = _scales(things, size, frame, wish, ends)
    wide, high = (np.rint(side * scales).astype(int) for side in size)
    lefts = _path([_span(one, 0) for one in things], wide, frame[0], wish, ends)
    tops = _path([_span(one, 1) for one in things], high, frame[1], wish, ends)
    boxes = tuple(
        Box(int(x), int(y), int(w), int(h))
        for x, y, w, h in zip(lefts, tops, wide, high, strict=True)
    )
    return Track(size, boxes, tuple(at for at, one in enumerate(things) if _lost(one, boxes[at])))


def _grown(bounds: Bounds | None, margin: int, frame: tuple[int, int]) -> Bounds | None:
    """The bounds of a mask that is wider by a margin, within the frame."""
    if bounds is None:
        return None
    left, top = max(bounds.left - margin, 0), max(bounds.top - margin, 0)
    return Bounds(
        left, top, min(bounds.right + margin, frame[0]), min(bounds.bottom + margin, frame[1])
    )


def _span(bounds: Bounds | None, axis: int) -> tuple[int, int] | None:
    return None if bounds is None else (bounds[axis], bounds[axis + 2])


def _lost(bounds: Bounds | None, box: Box) -> bool:
    if bounds is None:
        return False
    width, height = bounds.right - bounds.left, bounds.bottom - bounds.top
    return width > box.width or height > box.height


def _sides(bounds: Bounds, context: float) -> tuple[float, float]:
    """Width and height of a thing with what is to be seen around it."""
    width, height = bounds.right - bounds.left, bounds.bottom - bounds.top
    around = 2 * context * max(width, height)
    return width + around, height + around


def _size(seen: Sequence[Bounds], frame: tuple[int, int], wish: Wish) -> tuple[int, int]:
    """The fixed size of the region: what is asked for, or what the largest mask needs."""
    sides: list[int] = []
    for axis, asked in enumerate((wish.width, wish.height)):
        if asked:
            sides.append(asked)
            continue
        hard = max((one[axis + 2] - one[axis] for one in seen), default=0)
        wanted = max((round(_sides(one, wish.context)[axis]) for one in seen), default=LEAST)
        within = frame[axis] // MULTIPLE * MULTIPLE
        side = to_multiple(max(wanted, LEAST), 1, MULTIPLE)[0]
        sides.append(max(min(side, within), hard))
    return to_multiple(sides[0], sides[1], MULTIPLE)


def _scales(
    things: Sequence[Bounds | None],
    size: tuple[int, int],
    frame: tuple[int, int],
    wish: Wish,
    ends: Sequence[int],
) -> Numbers:
    """For each frame, pixels of the film for one of the region."""
    exact = np.ones(len(things))
    fixed = wish.width or wish.height
    if wish.zoom is Zoom.NONE or (wish.zoom is Zoom.CONSTANT and not fixed) or not len(things):
        return exact
    whole = min(frame[0] / size[0], frame[1] / size[1])
    wanted = np.array([_scale(one, size, whole, wish.context) for one in things])
    if wish.zoom is Zoom.CONSTANT:
        return exact * np.nanmax(wanted)
    for first, stop in pairwise(ends):
        known = _filled(wanted[first:stop], default=float(np.nanmax(wanted)))
        wanted[first:stop] = np.exp(_mean(_most(np.log(known), wish.smoothing), wish.smoothing))
    return wanted


def _scale(thing: Bounds | None, size: tuple[int, int], whole: float, context: float) -> float:
    """No more than shows the whole film, unless the mask needs it."""
    if thing is None:
        return np.nan
    needed, wanted = (
        max(width / size[0], height / size[1])
        for width, height in (_sides(thing, 0.0), _sides(thing, context))
    )
    return max(min(wanted, whole), needed, 1 / _MOST_ENLARGED)


def _path(
    spans: Sequence[tuple[int, int] | None],
    sides: NDArray[np.int_],
    length: int,
    wish: Wish,
    ends: Sequence[int],
) -> NDArray[np.int_]:
    """Where the boxes begin along one axis of the frame."""
    path = np.zeros(len(spans), int)
    for first, stop in pairwise(ends):
        part = slice(first, stop)
        path[part] = _smooth_path(spans[part], sides[part], length, wish)
    return path


def _smooth_path(
    spans: Sequence[tuple[int, int] | None], sides: NDArray[np.int_], length: int, wish: Wish
) -> NDArray[np.int_]:
    """Smoothed again and again, and brought back each time to where the mask has half of what is
    to be seen around it: the other half is what it may move by before the box does."""
    low, high = np.array([one or (np.nan, np.nan) for one in spans]).reshape(-1, 2).T
    centres = _filled((low + high) / 2, default=length / 2)
    least, most = (
        np.where(np.isnan(low), -np.inf, high - sides),
        np.where(np.isnan(low), np.inf, low),
    )
    room = np.maximum(sides - (high - low), 0) / 2
    around = np.where(np.isnan(low), 0, np.fmin(wish.context * (high - low), room) / 2)
    begins = centres - sides / 2
    ways = least + around, most - around
    for _ in range(_ROUNDS if wish.smoothing else 1):
        begins = _between(begins, *ways)
        begins = _between(_blurred(begins, wish.smoothing / 2), *ways)
    begins = np.rint(_between(begins, least, most))
    inside = np.where(sides > length, (length - sides) // 2, 0)
    return np.clip(begins, inside, np.maximum(length - sides, inside)).astype(int)


def _between(values: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Each value within its ends; in the middle where these have crossed."""
    kept = np.minimum(np.maximum(values, low), high)
    crossed = low > high
    kept[crossed] = (low[crossed] + high[crossed]) / 2
    return kept


def _filled(values: Numbers, *, default: float) -> Numbers:
    """What is unknown lies on the line between what is known on both sides, or is held."""
    known = np.flatnonzero(~np.isnan(values))
    if not len(known):
        return np.full(len(values), default)
    return np.interp(np.arange(len(values)), known, values[known])


def _blurred(values: Numbers, sigma: float) -> Numbers:
    if sigma <= 0 or len(values) < 2:
        return values
    reach = int(np.ceil(3 * sigma))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    going_on = np.pad(values, reach, "reflect", reflect_type="odd")
    return np.asarray(np.convolve(going_on, kernel / kernel.sum(), "valid"), np.float64)


def _most(values: Numbers, reach: int) -> Numbers:
    """The largest value within `reach` frames of each."""
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, reach, "edge"), 2 * reach + 1)
    return np.asarray(windows.max(axis=1))


def _mean(values: Numbers, reach: int) -> Numbers:
    kernel = np.full(2 * reach + 1, 1 / (2 * reach + 1))
    return np.asarray(np.convolve(np.pad(values, reach, "edge"), kernel, "valid"), np.float64)
