"""Node: a clip backwards."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from nodes.spec import Kind
from pipelines.montage import backwards
from pipelines.values import Clip


@node(
    "time.reverse",
    icon="mdi6.skip-backward",
    kind=Kind.SEGMENT,
    example=Example({"breaks": "load.clip", "mends": "time.reverse"}, "breaks > mends.clip"),
)
def reverse(clip: Clip) -> Clip:
    """Play a clip backwards, sound included.

    Use it for a move that is easier to draw the other way round. No frame is changed.

    Example: a glass that breaks, reversed, puts itself together.
    """
    return backwards(clip)
