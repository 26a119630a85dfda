"""Sizes and lengths that VACE takes, and those of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from pipelines.errors import MismatchError
from pipelines.framing import LengthRule, fit_length

MULTIPLE = 16
"""Pixels: 8 of the VAE, 2 of the transformer's patches."""
FRAMES = LengthRule(step=4, rest=1)
"""One latent frame holds the first frame, each further one four."""
TRAINED_LENGTH = 81
LONGEST = 257
"""More frames at once would need other means than one generation."""
DRAFT_LENGTH = 33
_DRAFT_AREA = 480 * 272
_FINAL_AREA = 832 * 480


def model_size(width: int, height: int) -> tuple[int, int]:
    """The nearest size that VACE takes."""
    return _nearest(width), _nearest(height)


def draft_size(width: int, height: int) -> tuple[int, int]:
    """A size of nearly these proportions with at most about as many pixels as 480x272."""
    scale = min(1.0, sqrt(_DRAFT_AREA / (width * height)))
    return model_size(round(width * scale), round(height * scale))


def final_size(width: int, height: int) -> tuple[int, int]:
    """A size of nearly these proportions with about as many pixels as 832x480, which is what the
    models were made for."""
    scale = sqrt(_FINAL_AREA / (width * height))
    return model_size(round(width * scale), round(height * scale))


def model_length(count: int) -> int:
    """The shortest length that VACE takes and that holds `count` frames."""
    return count + fit_length(count, FRAMES).added


def check_length(count: int) -> None:
    """Raise MismatchError for a length that no generation can have."""
    if not 1 <= count <= LONGEST:
        raise MismatchError(
            f"A generation of {count} frames cannot be made at once.",
            mend=f"Ask for 1 to {LONGEST} frames; {TRAINED_LENGTH} is what VACE was made for.",
        )


def thinned(count: int, most: int = DRAFT_LENGTH) -> tuple[int, ...]:
    """At most `most` of `count` frames, spread evenly from the first to the last."""
    if count <= most:
        return tuple(range(count))
    return tuple(round(place * (count - 1) / (most - 1)) for place in range(most))


def beginning(count: int, most: int = DRAFT_LENGTH) -> tuple[int, ...]:
    """The first of `count` frames, at most `most` of them."""
    return tuple(range(min(count, most)))


def nearest_places(count: int, times: Sequence[int]) -> tuple[int, ...]:
    """For each of `count` frames the place of the nearest of `times`, which are ascending."""
    return tuple(
        min(range(len(times)), key=lambda place: abs(times[place] - frame))
        for frame in range(count)
    )


def _nearest(side: int) -> int:
    return max(1, round(side / MULTIPLE)) * MULTIPLE
