"""Pictures as float arrays that may be filtered, warped and mixed: colour times alpha, 0..1."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Image, Pixels

Floats = NDArray[np.float32]
"""(H, W, C) or (H, W), nominally 0..1."""


def premultiply(image: Image) -> Floats:
    """The picture in 0..1 as a new (H, W, 3 or 4) array, its colour multiplied by its alpha."""
    floats = np.multiply(image.pixels, np.float32(1 / full(image.bits)), dtype=np.float32)
    if image.channels == 4:
        floats[..., :3] *= floats[..., 3:]
    return floats


def unpremultiply(floats: Floats, *, bits: int) -> Image:
    """The picture with straight alpha again, clipped and rounded; black where it is transparent.

    Undoes `premultiply` exactly wherever alpha is not 0.
    """
    if floats.shape[2] == 4:
        alpha = floats[..., 3:]
        straight = np.divide(
            floats[..., :3], alpha, out=np.zeros_like(floats[..., :3]), where=alpha > 0
        )
        floats = np.concatenate([straight, alpha], axis=2)
    return Image(quantise(floats, bits=bits))


def quantise(floats: NDArray[Any], *, bits: int) -> Pixels:
    """Whole numbers of 8 or 16 bits from 0..1, clipped and rounded."""
    scaled = floats * np.float32(full(bits)) + np.float32(0.5)
    np.clip(scaled, 0, full(bits), out=scaled)
    return scaled.astype(np.uint8) if bits == 8 else scaled.astype(np.uint16)


def full(bits: int) -> int:
    """The number that stands for 1."""
    return (1 << bits) - 1


def with_format(image: Image, *, channels: int, bits: int) -> Image:
    """The picture with alpha added (opaque) or wider numbers; never with less of either."""
    pixels: NDArray[Any] = image.pixels
    if bits > image.bits:
        pixels = pixels.astype(np.uint16) * np.uint16(257)
    if channels > image.channels:
        opaque = np.full((*pixels.shape[:2], 1), full(bits), pixels.dtype)
        pixels = np.concatenate([pixels, opaque], axis=2)
    return image if pixels is image.pixels else Image(pixels)
