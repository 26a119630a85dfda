"""Node: one picture over another."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Unit
from pipelines.blend import blend as blended
from pipelines.panels import BlendMode
from pipelines.values import Image, Mask


@node(
    "image.blend",
    icon="mdi6.layers",
    shows=("mode", "opacity"),
    example=Example(
        {"paper": "load.image", "ink": "load.image", "both": ("image.blend", {"mode": "multiply"})},
        "paper > both.a, ink > both.b",
    ),
)
def blend(
    a: Image,
    b: Image,
    mask: Mask | None = None,
    *,
    mode: BlendMode = BlendMode.NORMAL,
    opacity: Unit = 1.0,
) -> Image:
    """Lay picture b over picture a, as a compositor lays a plate over another.

    Use it to put a character over a background, to bring back part of the original after a
    generation, or to shade a drawing with Multiply. Where b is transparent, or the mask is black,
    a stays exactly as it was. A single picture beside a clip is used for every frame. Alpha and
    16 bits are kept.

    mode: how the colours meet. Normal covers, Multiply darkens like ink, Screen and Add brighten
    like light.
    opacity: how much of b is seen, from 0 (none) to 1 (all of it).

    Example: paper as a, ink as b, multiply at 1.0: lines on the paper's grain.
    """
    return blended(a, b, mask=mask, opacity=opacity, mode=mode)
