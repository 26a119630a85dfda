"""Node: what is new within a mask, the original everywhere else."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Pixels, Slider, Unit
from pipelines.boundary import composite as composited
from pipelines.boundary import matched
from pipelines.values import Image, Mask


@node(
    "image.composite",
    icon="mdi6.image-edit-outline",
    shows=("match",),
    example=Example(
        {
            "film": "load.clip",
            "clean": "load.clip",
            "masks": "mask.paint",
            "soft": "mask.boundary_blend",
            "done": ("image.composite", {"match": 0.8}),
        },
        "film > masks.clip, masks.mask > soft.mask, film > done.original, clean > done.made,"
        " soft > done.mask",
    ),
)
def composite(
    original: Image,
    made: Image,
    mask: Mask,
    *,
    match: Unit = 0.0,
    ring: Annotated[Pixels, Slider(2, 128), Meta(ge=1)] = 24,
) -> Image:
    """Put a new picture into the original where the mask is white; the rest stays to the last bit.

    Use it behind a generation: models change every pixel a little, this brings back all that was
    not asked for. Soft and motion-blurred edges of the mask mix both pictures by its share, alpha
    as well, so that something can also become more transparent; Blend only ever adds. Alpha and
    16 bits are kept.

    match: how far the colours of the new picture are brought to those of the original first, by
    what both show in a ring around the mask; 0 leaves them.
    ring: how wide that ring is, in pixels.

    Example: film as original, an inpainted film as made, a mask with Boundary Blend, match at 0.8.
    """
    if match > 0:
        made = matched(original, made, mask, ring=ring, strength=match)
    return composited(original, made, mask)
