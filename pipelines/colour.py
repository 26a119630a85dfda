"""Colour adjustment of a picture: light, contrast, saturation, white balance. Not colour spaces."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.plain_defaults import PlainDefaults
from pipelines.premultiplied import full, quantise
from pipelines.values import Image, Pixels

LUMA = np.array([0.2126, 0.7152, 0.0722])
"""Rec. 709: how much red, green and blue add to brightness."""

_STOPS_OF_WARMTH = 0.5


class Adjustment(PlainDefaults, frozen=True, kw_only=True, omit_defaults=True):
    """What to change; the defaults change nothing. Applied in this order."""

    exposure: float = 0.0
    """Stops: +1 doubles the light."""
    temperature: float = 0.0
    """-1 (colder, bluer) .. 1 (warmer, redder); greys keep their brightness."""
    tint: float = 0.0
    """-1 (greener) .. 1 (more magenta)."""
    lift: float = 0.0
    """Raises (or, below 0, lowers) black and leaves white where it is."""
    gamma: float = 1.0
    """Brightens the middle above 1, darkens it below; black and white stay."""
    contrast: float = 1.0
    """Spread about mid grey."""
    saturation: float = 1.0
    """0 is grey."""


NEUTRAL = Adjustment()


def adjust(image: Image, adjustment: Adjustment) -> Image:
    """The picture with its light and colours changed; alpha, size and bits stay.

    Exposure and white balance act on linear light (the sRGB curve, IEC 61966-2-1), the rest on
    the numbers as they are shown. The neutral adjustment gives the picture itself.
    """
    if adjustment == NEUTRAL:
        return image
    curves = _curves(adjustment, image.bits)
    colour = image.pixels[..., :3]
    if adjustment.saturation == 1:
        changed: Pixels = _looked_up(colour, quantise(curves, bits=image.bits))
    else:
        changed = _saturated(_looked_up(colour, curves), adjustment.saturation, image.bits)
    if image.channels == 3:
        return Image(changed)
    pixels = image.pixels.copy()
    pixels[..., :3] = changed
    return Image(pixels)


def _curves(adjustment: Adjustment, bits: int) -> NDArray[np.float32]:
    """What each number becomes: (levels, 3) for red, green and blue, not clipped."""
    levels = np.linspace(0, 1, full(bits) + 1)[:, None]
    gains = 2**adjustment.exposure * _white_balance(adjustment.temperature, adjustment.tint)
    shown = np.where(gains == 1, levels, _encoded(_linear(levels) * gains))
    shown = shown + adjustment.lift * (1 - shown)
    if adjustment.gamma != 1:
        shown = np.maximum(shown, 0) ** (1 / adjustment.gamma)
    shown = (shown - 0.5) * adjustment.contrast + 0.5
    return shown.astype(np.float32)


def _white_balance(temperature: float, tint: float) -> NDArray[np.float64]:
    stops = np.array([temperature, -tint, -temperature]) * _STOPS_OF_WARMTH
    gains = 2**stops
    return gains / (gains @ LUMA) if stops.any() else gains


def _looked_up(colour: Pixels, curves: NDArray[Any]) -> NDArray[Any]:
    """Each number of (H, W, 3) replaced from its channel's column of `curves`."""
    import cv2

    if colour.dtype == np.uint8:
        return cv2.LUT(np.ascontiguousarray(colour), curves[None])
    out = np.empty(colour.shape, curves.dtype)
    for channel in range(3):
        np.take(curves[:, channel], colour[..., channel], out=out[..., channel])
    return out


def _saturated(colour: NDArray[np.float32], saturation: float, bits: int) -> Pixels:
    import cv2

    matrix = saturation * np.eye(3) + (1 - saturation) * LUMA
    return quantise(cv2.transform(colour, matrix.astype(np.float32)), bits=bits)


def _linear(shown: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)


def _encoded(light: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
