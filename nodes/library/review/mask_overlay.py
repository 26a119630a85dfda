"""Node: a mask shown over its picture."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Colour, Unit
from pipelines.errors import MismatchError
from pipelines.hex_colours import rgb
from pipelines.values import Image, Mask


class Shown(StrEnum):
    """Where the picture with the mask is put."""

    OVER = "over"
    BESIDE = "beside"


@node(
    "review.mask_overlay",
    icon="mdi6.image-filter-center-focus",
    title="Mask Overlay",
    shows=("shown",),
    example=Example(
        {"film": "load.clip", "masks": "mask.paint", "check": "review.mask_overlay"},
        "film > masks.clip, film > check.image, masks.mask > check.mask",
    ),
)
def mask_overlay(
    image: Image,
    mask: Mask,
    *,
    colour: Colour = "#ff0000",
    opacity: Unit = 0.5,
    shown: Shown = Shown.OVER,
) -> Image:
    """Show a mask in a colour over its picture, to check it or to put it into a log.

    The picture where the mask is black stays as it is. Alpha and 16 bits are kept.

    colour: the colour of the mask.
    opacity: how much of the colour is seen where the mask is white.
    shown: over the picture, or in a second column beside it.

    Example: a propagated mask in red, as an extra column of a comparison.
    """
    if (mask.width, mask.height) != (image.width, image.height):
        raise MismatchError(
            f"The mask is {mask.width} x {mask.height}, the picture"
            f" {image.width} x {image.height}.",
            mend="Resize one of them to the size of the other.",
        )
    tinted = _tinted(image, mask, colour, opacity)
    if shown is Shown.OVER:
        return Image(tinted)
    both: NDArray[Any] = np.concatenate([image.pixels, tinted], axis=1)
    return Image(both)


def _tinted(image: Image, mask: Mask, colour: str, opacity: float) -> NDArray[Any]:
    full = (1 << image.bits) - 1
    tint = np.array(rgb(colour), np.float32) * np.float32(full / 255)
    inside = mask.pixels > 0
    share = mask.pixels[inside].astype(np.float32)[:, None] * np.float32(opacity / 255)
    out = image.pixels.copy()
    colours = out[inside][:, :3].astype(np.float32)
    out[inside, :3] = np.rint(colours + share * (tint - colours)).astype(out.dtype)
    return out
