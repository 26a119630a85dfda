"""Pictures in the size that masks are worked out in, and the part of them that matters."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.values import Image, Mask, Pixels8


class Area(NamedTuple):
    """Pixels [left, right) x [top, bottom) of a picture."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def of(self, array: NDArray[Any]) -> NDArray[Any]:
        """That part of an array; a view."""
        return array[self.top : self.bottom, self.left : self.right]

    def wider(self, across: int, down: int, size: tuple[int, int]) -> Area:
        """With a margin, as far as a picture of (height, width) goes."""
        return Area(
            max(0, self.left - across),
            max(0, self.top - down),
            min(size[1], self.right + across),
            min(size[0], self.bottom + down),
        )


def extent(inside: NDArray[np.bool_]) -> Area | None:
    """The least area that holds everything that is True."""
    import cv2

    x, y, width, height = cv2.boundingRect(inside.view(np.uint8))
    return Area(x, y, x + width, y + height) if width else None


def colours_of(picture: Image) -> Pixels8:
    """(H, W, 3) 8 bits, whatever the picture has."""
    colours = picture.pixels[..., :3]
    if picture.bits == 16:
        return (colours >> 8).astype(np.uint8)
    return np.ascontiguousarray(colours, np.uint8)


def reduced(colours: NDArray[Any], longest: int) -> NDArray[Any]:
    """No side longer than `longest` pixels."""
    import cv2

    height, width = colours.shape[:2]
    scale = longest / max(height, width)
    if scale >= 1:
        return colours
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return np.asarray(cv2.resize(colours, size, interpolation=cv2.INTER_AREA))


def resized(values: Floats, size: tuple[int, int]) -> Floats:
    """Values at another (height, width)."""
    import cv2

    if values.shape[:2] == size:
        return values
    return np.asarray(
        cv2.resize(values, (size[1], size[0]), interpolation=cv2.INTER_LINEAR), np.float32
    )


def steepened(mask: Floats, by: float) -> Mask:
    """A soft mask, 0..1, with edges so much steeper about .5."""
    soft = (mask - np.float32(0.5)) * np.float32(by) + np.float32(0.5)
    return Mask(np.rint(np.clip(soft, 0, 1) * 255).astype(np.uint8))


def depth_of(inside: NDArray[np.bool_]) -> Floats:
    """Pixels to the outline: above 0 inside, below it outside; far off where there is none."""
    import cv2

    if inside.all() or not inside.any():
        return np.full(inside.shape, 1e4 if inside.any() else -1e4, np.float32)
    white = inside.view(np.uint8)
    within, beyond = (
        cv2.distanceTransform(side, cv2.DIST_L2, cv2.DIST_MASK_3) for side in (white, 1 - white)
    )
    return np.asarray(cv2.subtract(within, beyond), np.float32)
