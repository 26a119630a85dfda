"""Node: a mask from what a picture shows."""

from __future__ import annotations

from enum import StrEnum

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Unit
from pipelines.masks import from_alpha, from_luminance
from pipelines.values import Image, Mask


class MaskSource(StrEnum):
    """What of a picture becomes a mask."""

    BRIGHTNESS = "brightness"
    ALPHA = "alpha"


@node(
    "mask.from_image",
    icon="mdi6.image-filter-black-white",
    title="Mask from Image",
    shows=("source",),
    example=Example(
        {"matte": "load.image", "mask": ("mask.from_image", {"low": 0.5, "high": 0.6})},
        "matte > mask.image",
    ),
)
def from_image(
    image: Image,
    *,
    source: MaskSource = MaskSource.BRIGHTNESS,
    low: Unit = 0.0,
    high: Unit = 1.0,
) -> Mask:
    """Make a mask from a picture: from how bright it is, or from its transparency.

    Use it for mattes that were painted or rendered elsewhere, and to pick bright sky or dark
    ink. Bring low and high closer together for a harder edge.

    source: brightness, or alpha (white where the picture is opaque).
    low: up to this brightness the mask is black (brightness only).
    high: from this brightness on the mask is white (brightness only).

    Example: source brightness with low 0.5 and high 0.6 turns a scanned matte into a clean mask.
    """
    if source is MaskSource.ALPHA:
        return from_alpha(image)
    return from_luminance(image, low=low, high=high)
