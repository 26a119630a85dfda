"""Pictures at the working scale of a draft. Fitting into a given size is in pipelines.framing."""

from __future__ import annotations

from typing import cast

from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.values import Image, Mask, Pixels, Pixels8


def scaled_side(side: int, scale: float) -> int:
    """A side in pixels at a working scale, never below one pixel."""
    return max(1, round(side * scale))


def scale_image(image: Image, scale: float) -> Image:
    """The picture at a working scale below 1."""
    return shrink_image(image, scaled_side(image.width, scale), scaled_side(image.height, scale))


def scale_mask(mask: Mask, scale: float) -> Mask:
    """The mask at a working scale below 1."""
    return shrink_mask(mask, scaled_side(mask.width, scale), scaled_side(mask.height, scale))


def shrink_image(image: Image, width: int, height: int) -> Image:
    """The picture at a smaller size, each pixel the mean of those it covers."""
    import cv2

    size = (width, height)
    if image.channels == 3:
        return Image(cast(Pixels, cv2.resize(image.pixels, size, interpolation=cv2.INTER_AREA)))
    shrunk = cv2.resize(premultiply(image), size, interpolation=cv2.INTER_AREA)
    return unpremultiply(cast(Floats, shrunk), bits=image.bits)


def shrink_mask(mask: Mask, width: int, height: int) -> Mask:
    """The mask at a smaller size; edges become partial."""
    import cv2

    size = (width, height)
    return Mask(cast(Pixels8, cv2.resize(mask.pixels, size, interpolation=cv2.INTER_AREA)))


def fitted_mask(mask: Mask, width: int, height: int) -> Mask:
    """The mask at any size; edges become partial. At its own size it comes back as it is."""
    import cv2

    if (mask.width, mask.height) == (width, height):
        return mask
    if width <= mask.width and height <= mask.height:
        return shrink_mask(mask, width, height)
    larger = cv2.resize(mask.pixels, (width, height), interpolation=cv2.INTER_LINEAR)
    return Mask(cast(Pixels8, larger))
