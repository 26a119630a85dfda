"""Node: a picture on a larger canvas, and the mask of what is to be made around it."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Colour, Edge, InPixels, Margin, On, Pixels, Slider
from pipelines.canvases import Room, Shape, canvas_box, new_mask
from pipelines.framing import Anchor, crop
from pipelines.hex_colours import rgba
from pipelines.values import Image, Mask

Side = Annotated[int, InPixels(), Slider(0, 1024), Meta(ge=0, le=16384), On("image")]
Share = Annotated[float, Slider(0, 100), Meta(ge=0, le=1000)]


class Canvas(NamedTuple):
    """The picture with room around it, and where that is."""

    image: Image
    mask: Mask


@node(
    "frame.outpaint_canvas",
    icon="mdi6.arrow-expand-horizontal",
    title="Outpaint Canvas",
    shows=("shape",),
    example=Example(
        {
            "film": "load.clip",
            "wide": ("frame.outpaint_canvas", {"shape": "16:9"}),
            "made": "generate.vace_inference",
            "large": ("frame.restore", {"fit": "fill"}),
            "done": "image.composite",
        },
        "film > wide.image, wide.image > made.clip, wide.mask > made.masks,"
        " made > large.image, wide.image > large.original, wide.image > done.original,"
        " large > done.made, wide.mask > done.mask",
    ),
)
def outpaint_canvas(
    image: Image,
    *,
    shape: Shape = Shape.FREE,
    anchor: Anchor = Anchor.CENTRE,
    left: Annotated[Side, Margin(Edge.LEFT, outward=True)] = 0,
    top: Annotated[Side, Margin(Edge.TOP, outward=True)] = 0,
    right: Annotated[Side, Margin(Edge.RIGHT, outward=True)] = 0,
    bottom: Annotated[Side, Margin(Edge.BOTTOM, outward=True)] = 0,
    share: Share = 0.0,
    multiple: Annotated[int, Slider(1, 64), Meta(ge=1, le=128)] = 16,
    overlap: Annotated[Pixels, Slider(0, 64), Meta(ge=0, le=1024)] = 8,
    feather: Annotated[Pixels, Slider(0, 64), Meta(ge=0, le=1024)] = 8,
    colour: Colour = "#808080",
) -> Canvas:
    """Put pictures or clips on a larger canvas, and get the mask of what is to be made around them.

    Use it before a model that goes on with the picture beyond its edges. The mask reaches a little
    into the picture, so that the model sees to it that both meet; Restore brings what was made back
    to the size of the canvas, and Composite with the same mask puts the picture back to the last
    bit. The sides can be dragged in the viewer. Alpha and
    16 bits are kept.

    shape: the proportions of the canvas; the picture is never cut. By the sides: what the sides say
    is all.
    anchor: where the picture stands in the room that its shape brings.
    left: pixels to add at the left.
    top: pixels to add at the top.
    right: pixels to add at the right.
    bottom: pixels to add at the bottom.
    share: so many per cent of the picture's width and height are added on each side as well.
    multiple: both sides are made larger until they are multiples of this; VACE wants 16.
    overlap: pixels of the picture, along what is new, that are made again.
    feather: how wide the ramp of the mask is from there into the picture; VACE itself goes by where
    it crosses one half.
    colour: what lies under the mask; gray tells a model nothing, and with alpha it may be
    transparent.

    Example: a 4:3 film with shape 16:9 becomes wide; VACE Inference makes what is left and right.
    """
    across, down = (round(side * share / 100) for side in (image.width, image.height))
    room = Room(left + across, top + down, right + across, bottom + down)
    box = canvas_box(image.width, image.height, room, shape=shape, anchor=anchor, multiple=multiple)
    mask = new_mask(image.width, image.height, box, overlap=overlap, feather=feather)
    return Canvas(crop(image, box, colour=rgba(colour)), mask)
