"""Node: words that several nodes share."""

from __future__ import annotations

from nodes.node import node
from nodes.parameters import Prompt


@node("text.prompt", icon="mdi6.format-text", shows=("text",))
def prompt(*, text: Prompt = "") -> str:
    """Hold a text that several nodes use: a prompt, a style, a negative prompt.

    Turn the text of another node into a socket and wire this to it; then one change reaches all
    of them.

    text: the words.

    Example: "watercolour, soft light", wired to every node that takes a style.
    """
    return text
