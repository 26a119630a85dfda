"""A line drawing of a picture: dark lines on white, of footage and of drawings.

Differences of Gaussians with a soft threshold after Winnemöller et al., "XDoG: An eXtended
Difference-of-Gaussians compendium", 2012, in each colour by itself, so that edges between
colours of one brightness are lines too.
"""

from __future__ import annotations

from typing import cast

import numpy as np

from pipelines.conversions import drop_alpha, to_bits
from pipelines.flow import is_drawing
from pipelines.premultiplied import Floats
from pipelines.values import Image, Pixels8

WHITE = (255, 255, 255)
_WIDER = 1.6
"""The wider Gaussian by the narrower one: near to a Laplacian."""
_STEEPNESS = 1.2
"""How fast a line comes up with its contrast over what is usual around it."""
_QUIET = 6.0
"""Levels of contrast that leave no line at the least detail; a fifth of it at the most."""
_AROUND = 12.0
"""Widths of a line: how far around it contrast counts as usual, so that foliage stays pale and a
white dog on a white path has lines."""
_GRAIN = 18.0
"""Levels that a neighbour may differ by and still be smoothed in, in footage."""


def line_drawing(image: Image, *, width: float, detail: float) -> Image:
    """The lines of a picture, 8 bits and 3 channels; what is transparent is paper.

    `width` is about that of a line in pixels, `detail` from 0 (contours) to 1 (texture, too).
    """
    flat = to_bits(drop_alpha(image, WHITE), 8).pixels.astype(np.uint8, copy=False)
    colours = flat if is_drawing(flat.max(axis=2)) else _without_grain(flat)
    sigma = max(width, 0.3) / 2
    dark = _blurred(colours, sigma) - _blurred(colours, sigma * _WIDER)
    contrast = np.maximum(-dark.min(axis=2), 0)
    usual = _blurred(contrast, sigma * _AROUND)
    quiet = np.float32(_QUIET * (1 - 0.8 * detail))
    ink = np.tanh(np.float32(_STEEPNESS) * np.maximum(contrast - quiet / 2, 0) / (quiet + usual))
    level = np.rint(255 * (1 - ink)).astype(np.uint8)
    return Image(np.repeat(level[..., None], 3, axis=2))


def _without_grain(colours: Pixels8) -> Pixels8:
    import cv2

    return cast(Pixels8, cv2.bilateralFilter(colours, 7, _GRAIN, 3))


def _blurred(levels: Pixels8 | Floats, sigma: float) -> Floats:
    import cv2

    return cast(Floats, cv2.GaussianBlur(levels.astype(np.float32, copy=False), (0, 0), sigma))
