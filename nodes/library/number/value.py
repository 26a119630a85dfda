"""Node: a number that several nodes share."""

from __future__ import annotations

from typing import Annotated

from nodes.node import node
from nodes.parameters import Slider


@node("number.value", icon="mdi6.numeric", title="Number", shows=("value",))
def value(*, value: Annotated[float, Slider(0, 100, 0.1)] = 0.0) -> float:
    """Hold a number that several nodes use: a strength, a speed, a length.

    Turn a parameter of another node into a socket and wire this to it; then one change reaches
    all of them.

    value: the number.

    Example: one strength of 0.7, wired to the opacity of four Blends that fade together.
    """
    return value
