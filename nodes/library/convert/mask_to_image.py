"""Node: a mask shown as a picture."""

from __future__ import annotations

from nodes.node import node
from pipelines.conversions import as_image
from pipelines.values import Image, Mask


@node("convert.mask_to_image", icon="mdi6.swap-horizontal", conversion=True)
def mask_to_image(mask: Mask) -> Image:
    """Show a mask as a grey picture of three channels and 8 bits.

    A link puts it in by itself where a mask flows into a picture, for instance to export it or to
    trim it like any clip. Nothing is lost: read as a mask again, it is the same.

    Example: wire a mask through this into the viewer, or into Export Frames for another program.
    """
    return as_image(mask)
