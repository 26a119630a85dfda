"""Pictures as numbers to be compared: one range, one size, no alpha. Not the comparisons."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.conversions import drop_alpha, gray
from pipelines.errors import MismatchError
from pipelines.premultiplied import Floats
from pipelines.values import Image, Mask

WHITE = 255.0
"""The peak of every measure that counts in levels, whatever the depth of the picture."""
_UNDER = (128, 128, 128)
"""What lies under see-through pictures: neither black nor white lines vanish on it."""


def colours(picture: Image) -> Floats:
    """(H, W, 3) float32 in 0..255; alpha is laid over middle gray, 16 bits keep their fractions."""
    flat = drop_alpha(picture, over=_UNDER)
    values = flat.pixels.astype(np.float32)
    return values if flat.bits == 8 else values / np.float32(257)


def both(made: Image, true: Image) -> tuple[Floats, Floats]:
    """The colours of two pictures. Raises MismatchError where they differ in size."""
    check_sizes(made, true)
    return colours(made), colours(true)


def luma(picture: Image) -> NDArray[np.uint8]:
    """(H, W) uint8, Rec. BT.709 weights, alpha over middle gray."""
    return gray(drop_alpha(picture, over=_UNDER)).pixels


def check_sizes(made: Image | Mask, true: Image | Mask) -> None:
    """Raise MismatchError unless both have one size."""
    if (made.width, made.height) != (true.width, true.height):
        raise MismatchError(
            f"A picture of {made.width}x{made.height} cannot be measured against one of"
            f" {true.width}x{true.height}.",
            mend="Resize one of them first.",
        )
