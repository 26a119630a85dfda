"""Node: a note on the canvas."""

from __future__ import annotations

from nodes.node import node
from nodes.parameters import Prompt


@node("review.note", icon="mdi6.note-text-outline", shows=("text",))
def note(*, text: Prompt = "") -> None:
    """Leave a note on the canvas, for yourself or for whoever opens the project next.

    It has no sockets and changes nothing.

    text: what to say.

    Example: "The hand in shot 3 is a placeholder", laid beside the shot's nodes.
    """
