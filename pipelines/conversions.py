"""Depth, alpha and colour arithmetic on pictures: the only place that has it.

Full range throughout: 255 and 65535 are both white.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.values import Image, Mask, Picture, Pixels, Pixels8

Bits = Literal[8, 16]


def to_bits(image: Image, bits: Bits) -> Image:
    """The image at 8 or 16 bits, rounded to nearest: x * 257, or (x + 128) // 257."""
    return image if image.bits == bits else Image(at_bits(image.pixels, bits))


def at_bits(pixels: NDArray[Any], bits: Bits) -> Pixels:
    """Full-range values of any shape at 8 or 16 bits."""
    if pixels.dtype.itemsize * 8 == bits:
        return pixels
    if bits == 16:
        return pixels.astype(np.uint16) * np.uint16(257)
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def drop_alpha(image: Image, over: tuple[int, int, int] = (0, 0, 0)) -> Image:
    """The image flattened over an opaque 8-bit colour."""
    if image.channels == 3:
        return image
    white = 255 if image.bits == 8 else 65535
    under = np.array(over, np.uint32) * np.uint32(white // 255)
    alpha = image.pixels[..., 3:].astype(np.uint32)
    mixed = image.pixels[..., :3] * alpha + under * (white - alpha) + white // 2
    flat: NDArray[Any] = (mixed // white).astype(image.pixels.dtype)
    return Image(flat)


def add_alpha(image: Image, alpha: Mask | None = None) -> Image:
    """The image with this straight alpha; without one, opaque unless it already has alpha."""
    if alpha is None and image.channels == 4:
        return image
    height, width = image.height, image.width
    if alpha is None:
        layer = np.full((height, width), 255, np.uint8)
    elif (alpha.width, alpha.height) == (width, height):
        layer = alpha.pixels
    else:
        raise MismatchError(
            f"An alpha of {alpha.width}x{alpha.height} does not fit a picture of {width}x{height}.",
            mend="Resize one of them first.",
        )
    bits: Bits = 8 if image.bits == 8 else 16
    joined: NDArray[Any] = np.dstack([image.pixels[..., :3], at_bits(layer, bits)])
    return Image(joined)


def gray(image: Image) -> Mask:
    """The brightness of each pixel (Rec. ITU-R BT.709 luma weights), 8 bits, alpha ignored."""
    red, green, blue = (image.pixels[..., i].astype(np.uint32) for i in range(3))
    luma = (2126 * red + 7152 * green + 722 * blue + 5000) // 10000
    return Mask(_as_8_bit(luma.astype(image.pixels.dtype)))


def as_image(picture: Picture) -> Image:
    """An image as it is, a mask as gray."""
    if isinstance(picture, Image):
        return picture
    return Image(np.repeat(picture.pixels[..., None], 3, axis=2))


def fitted(picture: Picture, *, channels: int, bits: Bits) -> Image:
    """The picture as an image of 3 or 4 channels and 8 or 16 bits, flattened over black."""
    image = as_image(picture)
    image = add_alpha(image) if channels == 4 else drop_alpha(image)
    return to_bits(image, bits)


def _as_8_bit(values: NDArray[Any]) -> Pixels8:
    return at_bits(values, 8).astype(np.uint8, copy=False)
