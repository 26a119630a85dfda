"""Node: room around pictures."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Colour, Edge, InPixels, Margin, On, Slider
from pipelines.framing import Box, crop
from pipelines.hex_colours import rgba
from pipelines.values import Image

Room = Annotated[int, InPixels(), Slider(0, 1024), Meta(ge=0, le=16384), On("image")]


@node(
    "frame.pad",
    icon="mdi6.overscan",
    example=Example(
        {"film": "load.clip", "wide": ("frame.pad", {"left": 210, "right": 210})},
        "film > wide.image",
    ),
)
def pad(
    image: Image,
    *,
    left: Annotated[Room, Margin(Edge.LEFT, outward=True)] = 0,
    top: Annotated[Room, Margin(Edge.TOP, outward=True)] = 0,
    right: Annotated[Room, Margin(Edge.RIGHT, outward=True)] = 0,
    bottom: Annotated[Room, Margin(Edge.BOTTOM, outward=True)] = 0,
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

    Example: left 210 and right 210 bring a 1500x1080 picture to 1920x1080.
    """
    width, height = left + image.width + right, top + image.height + bottom
    return crop(image, Box(-left, -top, width, height), colour=rgba(colour))
