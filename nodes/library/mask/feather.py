"""Node: a mask with a soft edge."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import InPixels, Slider
from pipelines.masks import feather as feathered
from pipelines.values import Mask


@node(
    "mask.feather",
    icon="mdi6.blur",
    title="Feather Mask",
    shows=("radius",),
    example=Example(
        {"matte": "load.image", "grown": "mask.grow", "soft": ("mask.feather", {"radius": 6.0})},
        "matte > grown.mask, grown > soft.mask",
    ),
)
def feather(
    mask: Mask, *, radius: Annotated[float, InPixels(), Slider(0, 128), Meta(ge=0)] = 8.0
) -> Mask:
    """Soften the edge of a mask, so that the new part melts into the old.

    Use it before Blend, where a hard edge would be seen as a cut-out.

    radius: how far the softness reaches to either side of the edge, in pixels of the final
    picture; 0 leaves the mask as it is.

    Example: a radius of 6 after Grow Mask hides the seam of a replaced sky.
    """
    return feathered(mask, radius)
