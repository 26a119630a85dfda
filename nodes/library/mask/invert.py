"""Node: keep and generate exchanged."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from pipelines.masks import invert as inverted
from pipelines.values import Mask


@node(
    "mask.invert",
    icon="mdi6.invert-colors",
    title="Invert Mask",
    example=Example(
        {"actor": "load.image", "background": "mask.invert"}, "actor > background.mask"
    ),
)
def invert(mask: Mask) -> Mask:
    """Exchange black and white: what was kept is generated, and what was generated is kept.

    Use it when it is easier to mark what must stay, such as an actor, than what may change.

    Example: mask the actor, invert, and the background is made anew instead.
    """
    return inverted(mask)
