"""Seeded pictures whose measures can be told by hand."""

from __future__ import annotations

import cv2
import numpy as np

from pipelines.values import Image


def flat(level: int, *, size: int = 32) -> Image:
    return Image(np.full((size, size, 3), level, np.uint8))


def noise(seed: int = 0, *, size: int = 48) -> Image:
    """Soft noise over the whole range."""
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(rng.uniform(0, 255, (size, size, 3)), (0, 0), 1.5)
    return Image(np.clip((soft - 127) * 3 + 127, 0, 255).astype(np.uint8))


def moved(picture: Image, right: int) -> Image:
    """What was there, further right; what leaves comes in again at the left."""
    return Image(np.roll(picture.pixels, right, axis=1))


def brighter(picture: Image, levels: int) -> Image:
    """For pictures that stay within the range."""
    return Image((picture.pixels.astype(np.int16) + levels).clip(0, 255).astype(np.uint8))


def drawing(x: int, *, size: int = 64) -> Image:
    """An upright ink line on white paper, two pixels wide."""
    pixels = np.full((size, size, 3), 255, np.uint8)
    pixels[8:-8, x : x + 2] = 0
    return Image(pixels)
