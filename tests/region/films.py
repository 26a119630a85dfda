"""Noisy films, boxes that wander through them as masks, and how they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.region.tracking import Bounds
from pipelines.values import Clip, ClipFormat, Image, Mask, MaskClip


def noisy_film(
    count: int,
    size: tuple[int, int],
    *,
    channels: int = 3,
    bits: int = 8,
    clear: float = 0.0,
    **parts: Any,
) -> Clip:
    """Frames of noise, at a rate and timecode that nothing has by default. So large a share of the
    pixels is transparent where there is alpha."""
    random = np.random.default_rng(count)
    kind = np.uint8 if bits == 8 else np.uint16
    shape = (count, size[1], size[0], channels)
    pixels = random.integers(0, 1 << bits, shape, kind)
    pixels[..., 3:][random.random((*shape[:3], channels - 3)) < clear] = 0
    pictures = [Image(one) for one in pixels]
    keys = [digest_array(one.pixels) for one in pictures]
    made = ClipFormat(
        *size, channels, bits, fps=Fraction(30000, 1001), start_timecode="01:02:03:04"
    )
    return Clip(made, PictureFrames(pictures, keys), **parts)


def pictured(pictures: Sequence[Image], **parts: Any) -> Clip:
    """A clip of these pictures."""
    keys = [digest_array(one.pixels) for one in pictures]
    first = pictures[0]
    made = ClipFormat(first.width, first.height, first.channels, first.bits)
    return Clip(made, PictureFrames(pictures, keys), **parts)


def masked(bounds: Sequence[Bounds | None], size: tuple[int, int]) -> MaskClip:
    """A white rectangle on each frame, or none."""
    masks: list[Mask] = []
    for one in bounds:
        pixels = np.zeros((size[1], size[0]), np.uint8)
        if one is not None:
            pixels[one.top : one.bottom, one.left : one.right] = 255
        masks.append(Mask(pixels))
    keys = [digest_array(one.pixels) for one in masks]
    return MaskClip(ClipFormat(*size, channels=1), PictureFrames(masks, keys))


def wandering(count: int, *, step: int = 3) -> list[Bounds | None]:
    """A rectangle that moves to the right."""
    return [Bounds(10 + step * at, 20, 26 + step * at, 32) for at in range(count)]
