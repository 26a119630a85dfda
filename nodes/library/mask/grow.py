"""Node: a mask grown or shrunk."""

from __future__ import annotations

from typing import Annotated

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Pixels, Slider
from pipelines.masks import grow as grown
from pipelines.values import Mask


@node(
    "mask.grow",
    icon="mdi6.arrow-expand-all",
    title="Grow Mask",
    shows=("distance",),
    example=Example(
        {"actor": "load.image", "grown": ("mask.grow", {"distance": 12})}, "actor > grown.mask"
    ),
)
def grow(mask: Mask, *, distance: Annotated[Pixels, Slider(-128, 128)] = 8) -> Mask:
    """Grow the white area of a mask in every direction, or shrink it.

    Use it to leave a generation some room around an object, so that its edge and shadow are
    redrawn as well. The edge comes out crisp; put Feather Mask behind it for a soft one.

    distance: how far, in pixels of the final picture; below zero the area shrinks.

    Example: a distance of 12 covers the soft outline of a cut-out actor.
    """
    return grown(mask, distance)
