"""Node: room around pictures."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.node import node
from nodes.parameters import Colour, InPixels, Slider
from pipelines.framing import Box, crop
from pipelines.hex_colours import rgba
from pipelines.values import Image

Edge = Annotated[int, InPixels(), Slider(0, 1024), Meta(ge=0, le=16384)]


@node("frame.pad", icon="mdi6.overscan")
def pad(
    image: Image,
    *,
    left: Edge = 0,
    top: Edge = 0,
    right: Edge = 0,
    bottom: Edge = 0,
    colour: Colour = "#000000",
) -> Image:
    """Add room around pictures or clips.

    Use it to give a generation space to continue the picture, or to bring a frame to a wider
    format without touching its pixels. Alpha and 16 bits are kept.

    left: pixels to add at the left.
    top: pixels to add at the top.
    right: pixels to add at the right.
    bottom: pixels to add at the bottom.
    colour: what fills them; with alpha it may be transparent.
    """
    width, height = left + image.width + right, top + image.height + bottom
    return crop(image, Box(-left, -top, width, height), colour=rgba(colour))
