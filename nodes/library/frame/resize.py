"""Node: pictures at another size."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Colour, InPixels, Slider, WidthOf
from pipelines.framing import Anchor, Filter, Fit, place, plan, to_multiple
from pipelines.hex_colours import rgba
from pipelines.values import Image

Side = Annotated[int, InPixels(), Slider(64, 4096), Meta(ge=1, le=16384)]


@node(
    "frame.resize",
    icon="mdi6.resize",
    shows=("width", "height"),
    example=Example(
        {"film": "load.clip", "small": ("frame.resize", {"width": 832, "height": 480})},
        "film > small.image",
    ),
)
def resize(
    image: Image,
    *,
    width: Annotated[Side, WidthOf("height")] = 832,
    height: Side = 480,
    fit: Fit = Fit.FIT,
    anchor: Anchor = Anchor.CENTRE,
    colour: Colour = "#000000",
    filter: Filter = Filter.BEST,
    multiple: Annotated[int, Slider(1, 64), Meta(ge=1, le=128)] = 1,
) -> Image:
    """Bring pictures or clips to another size.

    Use it to give all sources one size, or the size that a model wants. As it comes, the whole
    picture stays in view and the rest is filled with a colour (letterbox), so that nothing is cut
    off; Restore takes the picture out again. Alpha and 16 bits are kept.

    width: the new width in pixels.
    height: the new height in pixels.
    fit: fit shows all of the picture, fill covers the frame and cuts off what stands over,
    stretch changes the proportions, none keeps the picture's own size.
    anchor: where the picture stands when there is room, and what is kept when it is cut.
    colour: what fills the room around it; with alpha it may be transparent.
    filter: how new pixels are made. Best is right for nearly everything, nearest keeps hard
    pixels.
    multiple: make width and height larger until they are multiples of this; models often want 16.

    Example: 832x480 with fit brings any film to the size of a model, letterboxed where it must be.
    """
    canvas = to_multiple(width, height, multiple)
    placement = plan(image.width, image.height, canvas=canvas, fit=fit, anchor=anchor)
    return place(image, placement, colour=rgba(colour), how=filter)
