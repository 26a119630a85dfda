"""Node: a picture without its colours."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from pipelines.control.lines import WHITE
from pipelines.conversions import as_image, drop_alpha
from pipelines.conversions import gray as brightness
from pipelines.values import Image


@node(
    "control.gray",
    icon="mdi6.invert-colors",
    title="Gray Control",
    example=Example(
        {
            "film": "load.clip",
            "gray": "control.gray",
            "made": ("generate.vace_inference", {"prompt": "a garden in spring, film colours"}),
        },
        "film > gray.image, gray > made.control",
    ),
)
def gray(image: Image) -> Image:
    """Take the colours out of a picture, to have a video model colour it anew.

    Wire it to the control of VACE: shapes, light and motion stay, the words and the references say
    the colours. What is transparent is white. What comes out has 8 bits and no alpha.

    Example: an old film in black and white, to be coloured by “a garden in spring”.
    """
    return as_image(brightness(drop_alpha(image, WHITE)))
