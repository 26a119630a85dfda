"""Node: the edge of a mask as a soft ramp."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Pixels, Slider
from pipelines.boundary import Lies, size_of, soft_edge
from pipelines.easing import PRESETS, Easing, Preset
from pipelines.values import Mask

LINEAR = PRESETS[Preset.LINEAR]
Share = Annotated[float, Slider(0, 50), Meta(ge=0, le=1000)]


@node(
    "mask.boundary_blend",
    icon="mdi6.gradient-horizontal",
    title="Boundary Blend",
    shows=("width", "lies"),
    example=Example(
        {"painted": "load.image", "soft": ("mask.boundary_blend", {"width": 24})},
        "painted > soft.mask",
    ),
)
def boundary_blend(
    mask: Mask,
    *,
    width: Annotated[Pixels, Slider(0, 128), Meta(ge=0)] = 16,
    share: Share = 0.0,
    lies: Lies = Lies.OUTSIDE,
    curve: Easing = LINEAR,
) -> Mask:
    """Turn the edge of a mask into a ramp of an exact width, by the distance to its outline.

    Use it before Composite, so that what was generated runs into the film without a seam. Feather
    Mask blurs, which rounds corners and eats thin parts; this keeps the shape.

    width: how wide the ramp is, in pixels of the final picture.
    share: so many per cent of the size of what is masked (the root of its area) are added to the
    width, so that the ramp of a thing that comes closer grows with it.
    lies: outside adds the ramp around the mask, inside takes it from the mask, across is centred on
    the outline.
    curve: how the ramp goes from its outer end to its inner one.

    Example: 24 pixels outside, eased, around a painted-out microphone.
    """
    return soft_edge(mask, width + share / 100 * size_of(mask), lies, curve)
