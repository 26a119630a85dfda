"""Node: a picture as a line drawing."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import InPixels, Slider, Unit
from pipelines.control.lines import line_drawing
from pipelines.values import Image

LineWidth = Annotated[float, InPixels(), Slider(0.5, 8, 0.1), Meta(gt=0, le=64)]


@node(
    "control.line",
    icon="mdi6.draw",
    title="Line Control",
    shows=("detail",),
    example=Example(
        {
            "film": "load.clip",
            "lines": "control.line",
            "made": ("generate.vace_inference", {"prompt": "an ink drawing, coloured"}),
        },
        "film > lines.image, lines > made.control",
    ),
)
def line(image: Image, *, width: LineWidth = 2.0, detail: Unit = 0.5) -> Image:
    """Draw the lines of a picture, dark on white, to guide a video model with them.

    Wire it to the control of VACE: what is made then keeps the contours of the film, and the words
    or a reference say how it looks. Footage is freed from grain first; drawings keep each of their
    lines. What comes out has 8 bits and no alpha.

    width: about the width of a line.
    detail: from the contours only (0) to texture, too (1).

    Example: a filmed gesture as lines, and “a watercolour of a heron” as the words.
    """
    return line_drawing(image, width=width, detail=detail)
