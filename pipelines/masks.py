"""Masks joined, grown, feathered, and taken from pictures. All are soft: 0 keep .. 255 generate."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, sqrt
from typing import cast

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.premultiplied import Floats, full, premultiply, quantise
from pipelines.values import Image, Mask, Pixels8

_SOFT_REACH = 1.5
"""Pixels of growth from which on only one side of the edge changes."""
_ROUGHNESS = 0.03
"""More than the quick distances are off."""
_HALF_DIAGONAL = np.float32(0.7072)
"""No edge within a pixel lies farther from its centre."""


def union(first: Mask, *others: Mask) -> Mask:
    """White where any of the masks is."""
    return Mask(np.max(_stacked(first, *others), axis=0))


def intersect(first: Mask, *others: Mask) -> Mask:
    """White where all of the masks are."""
    return Mask(np.min(_stacked(first, *others), axis=0))


def difference(first: Mask, *others: Mask) -> Mask:
    """White where the first mask is and none of the others: min(a, 255 - b)."""
    return intersect(first, *(invert(other) for other in others))


def invert(mask: Mask) -> Mask:
    """Keep and generate exchanged."""
    return Mask(255 - mask.pixels)


def grow(mask: Mask, distance: float) -> Mask:
    """The white area wider by `distance` pixels in every direction (below 0: narrower).

    The edge is where the mask crosses one half; it comes out one pixel soft. At 0 the mask comes
    back as it is. Beyond the picture the mask goes on as at its border.
    """
    inside = mask.pixels >= 128
    if distance == 0 or inside.all() or not inside.any():
        return mask
    box = _box_around(inside, max(distance, 0.0))
    grown = np.where(inside, np.uint8(255), np.uint8(0))
    part, white, levels = grown[box], inside[box], mask.pixels[box]
    if distance > -_SOFT_REACH:
        _outline(part, ~white, levels, distance, beyond=np.uint8(0))
    if distance < _SOFT_REACH:
        _outline(part, white, 255 - levels, -distance, beyond=np.uint8(255))
    return Mask(grown)


def feather(mask: Mask, radius: float) -> Mask:
    """The edge softened over about `radius` pixels to either side: sigma is half of that.

    A Gaussian for small radii, otherwise three box blurs (Kovesi, DICTA 2010). At 0 the mask comes
    back as it is.
    """
    import cv2

    if radius <= 0:
        return mask
    sigma = radius / 2
    wide = mask.pixels.astype(np.uint16) * np.uint16(257)
    if sigma < 2:
        wide = cv2.GaussianBlur(wide, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
    else:
        for side in _box_sides(sigma):
            wide = cv2.blur(wide, (side, side), borderType=cv2.BORDER_REPLICATE)
    return Mask(((wide.astype(np.uint32) + 128) // 257).astype(np.uint8))


def fill_holes(mask: Mask) -> Mask:
    """Whatever the mask goes all the way around, at half strength or in full, is white.

    What is open to the border of the picture is no hole.
    """
    holes = _enclosed(mask.pixels < 128) | _enclosed(mask.pixels < 255)
    return Mask(np.where(holes, np.uint8(255), mask.pixels))


def from_luminance(image: Image, *, low: float = 0.0, high: float = 1.0) -> Mask:
    """How bright the picture is (Rec. 709): black up to `low`, white from `high` on.

    What is transparent counts as black.
    """
    luma = premultiply(image)[..., :3] @ np.array([0.2126, 0.7152, 0.0722], np.float32)
    if high <= low:
        raise MismatchError(
            f"No brightness lies between {low:g} and {high:g}.",
            mend="Choose an upper brightness above the lower one.",
        )
    return Mask(
        quantise((luma - np.float32(low)) / np.float32(high - low), bits=8).astype(np.uint8)
    )


def from_alpha(image: Image) -> Mask:
    """White where the picture is opaque. All white for a picture without alpha."""
    if image.channels == 3:
        return Mask(np.full((image.height, image.width), 255, np.uint8))
    alpha = image.pixels[..., 3]
    if image.bits == 8:
        return Mask(alpha.astype(np.uint8))
    return Mask(quantise(alpha / np.float32(full(16)), bits=8).astype(np.uint8))


def _enclosed(area: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The parts of an area that do not lead to the border of the picture."""
    import cv2

    around = cv2.copyMakeBorder(area.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(1,))
    cv2.floodFill(around, None, (0, 0), (0,))  # type: ignore[call-overload] - the stubs want a mask
    return np.asarray(around[1:-1, 1:-1] > 0)


def _box_around(inside: NDArray[np.bool_], reach: float) -> tuple[slice, slice]:
    """The part of the picture where a mask that grows by `reach` can change."""
    import cv2

    x, y, width, height = cv2.boundingRect(inside.view(np.uint8))
    room = ceil(reach) + 3
    rows = slice(max(0, y - room), y + height + room)
    return rows, slice(max(0, x - room), x + width + room)


def _outline(
    part: Pixels8, side: NDArray[np.bool_], levels: Pixels8, distance: float, *, beyond: np.uint8
) -> None:
    """Fill the pixels of one side up to `distance` from the other, and half fill where that ends.

    `levels` are how much of each pixel the other side takes. Half-covered pixels tell where in
    them the edge lies: Gustavson and Strand, "Anti-aliased Euclidean distance transform", Pattern
    Recognition Letters 32 (2011).
    """
    import cv2

    near = cv2.dilate((~side).view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    seeds = near & (levels > 0)
    slack = np.float32(1.25 + _ROUGHNESS * abs(distance))
    if distance + slack < 1:
        at = side & seeds
        nearest = np.flatnonzero(at)
    else:
        rough, labels = _distances(seeds)
        part[side & (rough <= distance - slack)] = 255 - beyond
        at = side & (np.abs(rough - np.float32(distance)) < slack)
        nearest = _nearest(seeds, labels, at)
    if not len(nearest):
        return
    depth = np.float32(distance) - _to_edge(seeds, nearest, levels, at, distance)
    if beyond:
        depth = -depth
    part[at] = quantise(depth + np.float32(0.5), bits=8).astype(np.uint8)


def _nearest(
    seeds: NDArray[np.bool_], labels: NDArray[np.int32], at: NDArray[np.bool_]
) -> NDArray[np.intp]:
    """Where the nearest seeds of the pixels `at` are, in order, as flat indices."""
    import cv2

    outer = cv2.dilate((~seeds).view(np.uint8), np.ones((3, 3), np.uint8)) > 0
    places = np.flatnonzero(seeds & (outer | at))
    seed_of = np.zeros(np.count_nonzero(seeds) + 1, np.intp)
    seed_of[labels.reshape(-1)[places]] = places
    return seed_of[labels[at]]


def _to_edge(
    seeds: NDArray[np.bool_],
    nearest: NDArray[np.intp],
    levels: Pixels8,
    at: NDArray[np.bool_],
    distance: float,
) -> Floats:
    """Distance of the pixels `at`, in order, to the edge of an area that covers seeds partly.

    The edge is sought in the nearest seed and in those around it that could hold a nearer one; what
    ends up wholly inside or outside of `distance` is not told apart further.
    """
    height, width = seeds.shape
    rows, columns = np.divmod(np.flatnonzero(at).astype(np.int32), np.int32(width))
    y, x = np.divmod(nearest.astype(np.int32), np.int32(width))
    below, beside = y - rows, x - columns
    farthest = max(int(np.abs(below).max()), int(np.abs(beside).max())) + 2
    away = below * below + beside * beside
    numbers, table = _edge_table(int(sqrt(int(away.min()))), farthest)
    best = table[numbers[np.abs(below), np.abs(beside)], levels[y, x]]
    own = np.flatnonzero(away == 0)
    if len(own):
        best[own] = _own_edges(levels, rows[own], columns[own])
    open_ = np.flatnonzero(best > distance - 0.5)
    below, beside, found = below[open_], beside[open_], best[open_]
    wide = width + 2
    framed = np.zeros((height + 2, wide), np.bool_)
    framed[1:-1, 1:-1] = seeds
    framed, flat_levels = framed.reshape(-1), levels.reshape(-1)
    places = (y[open_] + 1) * np.int32(wide) + x[open_] + 1
    inner = y[open_] * np.int32(width) + x[open_]
    for down, right in ((0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)):
        dy, dx = below + np.int32(down), beside + np.int32(right)
        reach = np.minimum(found, np.float32(distance + 0.5)) + _HALF_DIAGONAL
        near = (dy * dy + dx * dx <= reach * reach) & framed[places + (down * wide + right)]
        some = np.flatnonzero(near)
        offsets = numbers[np.abs(dy[some]), np.abs(dx[some])]
        edges = table[offsets, flat_levels[inner[some] + (down * width + right)]]
        found[some] = np.minimum(found[some], edges)
    best[open_] = found
    return best


def _own_edges(levels: Pixels8, rows: NDArray[np.int32], columns: NDArray[np.int32]) -> Floats:
    """Distance of pixels to the edge that lies in themselves."""
    import cv2

    across, along = (
        np.abs(cv2.Sobel(levels, cv2.CV_16S, *way)[rows, columns]).astype(np.float32)
        for way in ((1, 0), (0, 1))
    )
    return _edge_within(across, along, levels[rows, columns].astype(np.float32) / np.float32(255))


@lru_cache(maxsize=16)
def _edge_table(least: int, most: int) -> tuple[NDArray[np.int32], Floats]:
    """How far the edge in a pixel so far below and beside is, for its 256 levels.

    The number of a step (down, right) of up to `most`, then its row of the table; steps much
    shorter than `least` have none.
    """
    steps = np.arange(most + 1, dtype=np.float32)
    length = np.hypot(steps[:, None], steps[None])
    down, right = np.nonzero((length >= least - 2) & (length <= most * sqrt(2)))
    numbers = np.zeros(length.shape, np.int32)
    numbers[down, right] = np.arange(len(down))
    coverage = np.arange(256, dtype=np.float32) / np.float32(255)
    across, along = (axis[:, None].astype(np.float32) for axis in (right, down))
    return numbers, np.hypot(across, along) + _edge_within(across, along, coverage)


def _edge_within(right: Floats, down: Floats, coverage: Floats) -> Floats:
    """How far the edge lies from the centre of a pixel of this coverage, towards (right, down)."""
    length = np.hypot(right, down)
    still = length == 0
    unit = 1 / np.where(still, 1, length)
    major = np.where(still, 1, np.maximum(right, down) * unit)
    minor = np.where(still, 0, np.minimum(right, down) * unit)
    corner = minor / (2 * major)
    part = np.minimum(coverage, 1 - coverage)
    cut = (major + minor) / 2 - np.sqrt(2 * major * minor * part)
    in_corner = np.where(coverage < np.float32(0.5), cut, -cut)
    straight = (np.float32(0.5) - coverage) * major
    return np.where(part < corner, in_corner, straight).astype(np.float32)


def _distances(seeds: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.int32]]:
    """For each pixel how far the nearest seed is, within two per cent, and the seed's label."""
    import cv2

    kinds = (cv2.DIST_L2, cv2.DIST_MASK_5)
    chosen = cv2.DIST_LABEL_PIXEL
    found = cv2.distanceTransformWithLabels((~seeds).view(np.uint8), *kinds, labelType=chosen)
    return cast(Floats, found[0]), cast(NDArray[np.int32], found[1])


def _box_sides(sigma: float, count: int = 3) -> list[int]:
    """Odd sides of `count` boxes whose blur in a row has the variance sigma^2."""
    ideal = sqrt(12 * sigma * sigma / count + 1)
    small = int(ideal) - (int(ideal) + 1) % 2
    share = (12 * sigma * sigma - count * (small * small + 4 * small + 3)) / (-4 * small - 4)
    return [small if index < round(share) else small + 2 for index in range(count)]


def _stacked(first: Mask, *others: Mask) -> Pixels8:
    for other in others:
        if other.pixels.shape != first.pixels.shape:
            raise MismatchError(
                f"One mask is {first.width} x {first.height}, another"
                f" {other.width} x {other.height}.",
                mend="Resize one of them to the size of the other.",
            )
    return np.stack([mask.pixels for mask in (first, *others)])
