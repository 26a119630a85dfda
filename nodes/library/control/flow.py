"""Node: the motion of a film as colours."""

from __future__ import annotations

from typing import Any

from nodes.example import Example
from nodes.node import node
from pipelines.control.lines import WHITE
from pipelines.conversions import drop_alpha
from pipelines.vace.motion import motion_picture
from pipelines.values import Image


def _came_from(index: int, count: int) -> tuple[int, ...]:
    """VACE shows each frame how it was reached, and the first how it is left."""
    first = max(index, 1)
    return first - 1, min(first, count - 1)


@node(
    "control.flow",
    icon="mdi6.waves-arrow-right",
    title="Flow Control",
    reads=_came_from,
    example=Example(
        {
            "film": "load.clip",
            "motion": "control.flow",
            "made": ("generate.vace_inference", {"prompt": "paper boats on a stream"}),
        },
        "film > motion.image, motion > made.control",
    ),
)
def flow(image: Image) -> Image:
    """Show how each frame moves on from the one before it, as the colours of optical flow.

    Wire it to the control of VACE: what is made then moves as the film does, and nothing of its
    look is kept. The colour is the direction, and what moves less is paler, as in the pictures that
    VACE was trained with; theirs were found by a network (RAFT), these by DIS, which is built in
    and needs no download. A single picture does not move and is white. What comes out has 8 bits
    and no alpha.

    Example: a camera move of one film for a scene that is made of words.
    """
    before, after = _pair(image)
    return motion_picture(drop_alpha(before, WHITE), drop_alpha(after, WHITE))


def _pair(given: Any) -> tuple[Image, Image]:
    """Over a clip `reads` hands over two frames, a single picture comes by itself."""
    return given if isinstance(given, tuple) else (given, given)
