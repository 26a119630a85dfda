"""The numbers that tell the network which frame it mends."""

from __future__ import annotations

from math import log2

GIVEN = 1.0
"""The trust in a key that a person made."""
PROPOSED = 0.5
"""The trust in a key that was made, or held at an end."""


def steering(
    t: float, gap: int, level: int, *, trust: tuple[float, float]
) -> tuple[float, float, float, float, float, float]:
    """About -1..1 each: where the frame lies, twice; the gap in frames; the level; both keys."""
    return t, 4 * t * (1 - t), log2(max(gap, 1)) / 4, level / 4, *trust
