"""Node: light and colours."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from pipelines.colour import Adjustment, adjust
from pipelines.values import Image


@node(
    "image.colour_adjust",
    icon="mdi6.tune-variant",
    title="Adjust Colours",
    shows=("exposure", "saturation"),
    example=Example(
        {
            "noon": "load.clip",
            "morning": (
                "image.colour_adjust",
                {"exposure": 0.5, "temperature": -0.2, "contrast": 1.1},
            ),
        },
        "noon > morning.image",
    ),
)
def colour_adjust(
    image: Image,
    *,
    exposure: Annotated[float, Slider(-4, 4, 0.05)] = 0.0,
    temperature: Annotated[float, Slider(-1, 1, 0.01)] = 0.0,
    tint: Annotated[float, Slider(-1, 1, 0.01)] = 0.0,
    lift: Annotated[float, Slider(-0.5, 0.5, 0.01)] = 0.0,
    gamma: Annotated[float, Slider(0.2, 3, 0.01), Meta(gt=0)] = 1.0,
    contrast: Annotated[float, Slider(0, 2, 0.01), Meta(ge=0)] = 1.0,
    saturation: Annotated[float, Slider(0, 2, 0.01), Meta(ge=0)] = 1.0,
) -> Image:
    """Grade a picture or a clip: light, white balance, contrast and colour.

    Use it to match a generated shot to its neighbours, or to darken the lines of a scan. With
    every value at its default the picture passes through untouched. Alpha, size and 16 bits are
    kept.

    exposure: light in stops, as on a lens; +1 doubles it.
    temperature: below 0 colder and bluer, above 0 warmer and redder.
    tint: below 0 greener, above 0 more magenta.
    lift: raises or lowers the blacks and leaves white where it is.
    gamma: above 1 brightens the middle tones, below 1 darkens them.
    contrast: above 1 pulls dark and bright apart.
    saturation: 0 is black and white, above 1 makes colours stronger.

    Example: exposure 0.5, temperature -0.2 and contrast 1.1 make a dull noon a cold morning.
    """
    return adjust(
        image,
        Adjustment(
            exposure=exposure,
            temperature=temperature,
            tint=tint,
            lift=lift,
            gamma=gamma,
            contrast=contrast,
            saturation=saturation,
        ),
    )
