"""Filling: the area around a point that has its colour, also where the line around it has gaps."""

from __future__ import annotations

from math import floor

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.painting.composite import eight_bits
from pipelines.painting.coverage import Coverage
from pipelines.painting.tiles import clipped, within_tile
from pipelines.values import Image

Region = NDArray[np.bool_]
Side = tuple[int, int]


def flood(
    picture: Image,
    at: tuple[int, int],
    *,
    tolerance: int = 32,
    gap: float = 0.0,
    grow: float = 1.0,
    bounds: Coverage | None = None,
) -> Coverage:
    """What a fill that begins at pixel `at` (x, y) covers, within `bounds` where some are given.

    It spreads over pixels whose channels differ from that pixel's by `tolerance` (0..255) at most,
    not through gaps up to `gap` pixels wide, and then `grow` pixels under the line around it.
    Raises MismatchError for a point outside the picture, or its bounds.
    """
    x, y = at
    if not (0 <= x < picture.width and 0 <= y < picture.height):
        raise MismatchError("That point lies outside the paper.", mend="Click on the paper.")
    alike = _alike(picture, at, tolerance)
    if bounds is not None:
        alike &= _covered(bounds, alike.shape)
        if not alike[y, x]:
            mend = "Click inside it, or give the selection up (Esc)."
            raise MismatchError("That point lies outside the selection.", mend=mend)
    region = _connected(alike, at) if gap <= 0 else _without_gaps(alike, at, gap / 2)
    if grow > 0:
        region = _away(region) <= grow
    coverage = Coverage()
    coverage.lay(region.astype(np.uint8) * np.uint8(255), 0, 0)
    return coverage


def flooded(picture: Image, at: tuple[float, float], size: Side, *, tolerance: int) -> Coverage:
    """What a fill of a canvas of `size` (w, h) covers that begins at canvas point `at` and goes by
    the colours of a picture of it, which may be smaller: its pixels are spread out then.

    Raises MismatchError for a point outside the canvas.
    """
    import cv2

    place = floor(at[0] * picture.width / size[0]), floor(at[1] * picture.height / size[1])
    coverage = flood(picture, place, tolerance=tolerance, grow=0)
    if (picture.width, picture.height) == size:
        return coverage
    region = _covered(coverage, (picture.height, picture.width))
    spread = cv2.resize(region.astype(np.uint8) * 255, size, interpolation=cv2.INTER_LINEAR)
    scaled = Coverage()
    scaled.lay(np.asarray(spread, np.uint8), 0, 0)
    return scaled


def _alike(picture: Image, at: tuple[int, int], tolerance: int) -> Region:
    """Pixels like the one at (x, y). Colours count as far as they are seen."""
    pixels = eight_bits(picture).astype(np.int16)
    if pixels.shape[2] == 4:
        pixels[..., :3] = pixels[..., :3] * pixels[..., 3:] // 255
    return (np.abs(pixels - pixels[at[1], at[0]]) <= tolerance).all(axis=2)


def _covered(bounds: Coverage, shape: tuple[int, ...]) -> Region:
    """Where bounds cover anything of a picture of that shape (h, w)."""
    covered = np.zeros(shape, np.bool_)
    area = (0, 0, shape[1], shape[0])
    for place, tile in bounds.tiles.items():
        left, top, right, bottom = part = clipped(area, *place)
        if left < right and top < bottom:
            covered[top:bottom, left:right] = tile[within_tile(part, *place)] > 0
    return covered


def _connected(region: Region, at: tuple[int, int]) -> Region:
    import cv2

    _, labels = cv2.connectedComponents(region.astype(np.uint8), connectivity=4)
    return np.asarray(labels == labels[at[1], at[0]])


def _without_gaps(alike: Region, at: tuple[int, int], reach: float) -> Region:
    """The part of `alike` that a disc of radius `reach` can get to, and what lies round it."""
    import cv2

    depth = cv2.distanceTransform(alike.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    wide = depth > reach
    here = _connected(alike, at)
    rows, columns = np.nonzero(wide & here)
    if not len(rows):
        return here
    nearest = int(np.argmin((rows - at[1]) ** 2 + (columns - at[0]) ** 2))
    core = _connected(wide, (int(columns[nearest]), int(rows[nearest])))
    return alike & (_away(core) <= reach + 1)


def _away(region: Region) -> NDArray[np.float32]:
    """The distance of each pixel to the region."""
    import cv2

    outside = 1 - region.astype(np.uint8)
    return np.asarray(
        cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32
    )
