"""Node: a number as words."""

from __future__ import annotations

from nodes.node import node


@node("convert.number_to_text", icon="mdi6.swap-horizontal", conversion=True)
def number_to_text(number: float) -> str:
    """Write a number as text, without needless zeros: 24.0 becomes 24.

    A link puts it in by itself where a number flows into a text.

    Example: a number wired into a prompt, so that the prompt names it.
    """
    return str(int(number)) if float(number).is_integer() else repr(float(number))
