"""Node: masks joined."""

from __future__ import annotations

from enum import StrEnum

from nodes.example import Example
from nodes.node import node
from pipelines.masks import difference, intersect, union
from pipelines.values import Mask


class Combination(StrEnum):
    """How masks are joined."""

    UNION = "union"
    INTERSECTION = "intersection"
    DIFFERENCE = "difference"


_WAYS = {
    Combination.UNION: union,
    Combination.INTERSECTION: intersect,
    Combination.DIFFERENCE: difference,
}


@node(
    "mask.combine",
    icon="mdi6.vector-union",
    title="Combine Masks",
    shows=("operation",),
    example=Example(
        {"girl": "load.image", "shadow": "load.image", "both": "mask.combine"},
        "girl > both.mask, shadow > both.others",
    ),
)
def combine(mask: Mask, *others: Mask, operation: Combination = Combination.UNION) -> Mask:
    """Join masks into one.

    Use it to change several things in one pass (union), to keep a painted area within a character
    (intersection), or to protect a face inside a larger area (difference). All masks must have
    the same size; soft edges stay soft.

    operation: union is white where any mask is, intersection where all are, difference where the
    first is and none of the others.

    Example: a mask of the girl and a mask of her shadow, joined, to take out both.
    """
    return _WAYS[operation](mask, *others)
