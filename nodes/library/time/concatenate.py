"""Node: clips one after the other."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from nodes.spec import Kind
from nodes.work import Work
from pipelines.montage import joined
from pipelines.values import Clip


@node(
    "time.concatenate",
    icon="mdi6.playlist-plus",
    kind=Kind.SEGMENT,
    example=Example(
        {
            "title": "load.image",
            "film": "load.clip",
            "credits": "load.image",
            "all": "time.concatenate",
        },
        "title > all.clips, film > all.clips, credits > all.clips",
    ),
)
def concatenate(*clips: Clip, work: Work) -> Clip:
    """Join clips one after the other, sound included.

    Use it to put the shots of a scene together. Sizes and frame rates must agree: put Resize or
    Retime before the one that differs. If any clip has alpha or 16 bits, the whole has; where one
    has no sound there is silence. Shots keep their ids, and one that comes twice gets a number.

    Example: a title, the film and the credits, wired in this order.
    """
    made = joined(clips)
    if len({clip.format.colour for clip in clips}) > 1:
        work.warn(
            "The clips are tagged with different colour spaces; the first one's is used, "
            "and the others may look wrong."
        )
    return made
