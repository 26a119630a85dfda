"""Node: a part of pictures."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Edge, InPixels, Margin, On, Slider
from pipelines.errors import MismatchError
from pipelines.framing import Box
from pipelines.framing import crop as cropped
from pipelines.values import Image

Cut = Annotated[int, InPixels(), Slider(0, 1024), Meta(ge=0), On("image")]


@node(
    "frame.crop",
    icon="mdi6.crop",
    example=Example(
        {"film": "load.clip", "cut": ("frame.crop", {"top": 60, "bottom": 60})}, "film > cut.image"
    ),
)
def crop(
    image: Image,
    *,
    left: Annotated[Cut, Margin(Edge.LEFT)] = 0,
    top: Annotated[Cut, Margin(Edge.TOP)] = 0,
    right: Annotated[Cut, Margin(Edge.RIGHT)] = 0,
    bottom: Annotated[Cut, Margin(Edge.BOTTOM)] = 0,
) -> Image:
    """Cut pixels off the sides of pictures or clips.

    Use it to remove black bars, or to work on a part of the frame. The frame can be dragged in the
    viewer. Alpha and 16 bits are kept.

    left: pixels to cut off at the left.
    top: pixels to cut off at the top.
    right: pixels to cut off at the right.
    bottom: pixels to cut off at the bottom.

    Example: top 60 and bottom 60 take the black bars off a 1920x1080 film in 1920x960.
    """
    width, height = image.width - left - right, image.height - top - bottom
    if width < 1 or height < 1:
        raise MismatchError(
            f"Nothing is left of a picture of {image.width}x{image.height}.",
            mend="Cut off less.",
        )
    return cropped(image, Box(left, top, width, height))
