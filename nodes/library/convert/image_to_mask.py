"""Node: a picture read as a mask."""

from __future__ import annotations

from nodes.node import node
from pipelines.masks import from_luminance
from pipelines.values import Image, Mask


@node("convert.image_to_mask", icon="mdi6.swap-horizontal", conversion=True)
def image_to_mask(image: Image) -> Mask:
    """Read a black-and-white picture as a mask: bright is generated, dark is kept.

    A link puts it in by itself where a picture flows into a mask. What is transparent counts as
    black. For other ways, and for thresholds, use Mask from Image.

    Example: a matte that another program wrote as a PNG, wired to the mask of Blend.
    """
    return from_luminance(image)
