"""What is likely not meant as it was set: each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.vace.boards import cuts
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.given import Given, kept_whole, partly_made
from pipelines.vace.latents import unsampled
from pipelines.vace.references import MOST
from pipelines.vace.sizes import TRAINED_LENGTH
from pipelines.vace.source_mode import SourceMode


class Advice(NamedTuple):
    """What was noticed, and a mend."""

    words: str
    mend: str

    def __str__(self) -> str:
        return f"{self.words} {self.mend}"


def advice(conditioning: Conditioning, given: Given) -> list[Advice]:
    """All that is worth saying of a generation before it starts.

    Raises MismatchError where there is nothing to make.
    """
    if not given.generate[: given.count].any():
        raise MismatchError(
            "Nothing is to be made: all of every frame is kept.",
            mend="Connect a mask, ask for more frames, or let panels move into each other.",
        )
    found = [look(conditioning, given) for look in _LOOKS]
    return [one for one in found if one is not None]


def keeps_an_island(generate: NDArray[np.uint8]) -> bool:
    """Whether a mask is white all around a black thing, as an inverted one is."""
    import cv2

    black = (generate < 128).astype(np.uint8)
    if not black.any() or black.mean() > 0.5:
        return False
    rim = np.concatenate([black[0], black[-1], black[:, 0], black[:, -1]])
    count, _ = cv2.connectedComponents(black)
    return not rim.any() and count <= 3


def _colour_left(conditioning: Conditioning, given: Given) -> Advice | None:
    if conditioning.mode is not SourceMode.RECONSTRUCT or not given.references:
        return None
    return Advice(
        "The colours of the original are left under the mask, so that it comes back and the "
        "reference is hardly followed.",
        "Fill it with gray: set the source mode to automatic or to a gray fill.",
    )


def _inverted(conditioning: Conditioning, given: Given) -> Advice | None:
    partly = partly_made(given.generate[: given.count])
    islands = [index for index in partly if keeps_an_island(given.generate[index])]
    if conditioning.masks is None or len(islands) * 2 <= len(partly):
        return None
    return Advice(
        "The mask keeps a thing in the middle and has all around it made.",
        "White is made, black is kept. Put Invert behind the mask if it is meant the other way.",
    )


def _unsampled_keys(conditioning: Conditioning, given: Given) -> Advice | None:
    kept = kept_whole(given.generate[: given.count])
    missed = unsampled(kept, len(given.generate))
    if not missed:
        return None
    frame, hold = next(iter(missed.items()))
    return Advice(
        f"The mask that the model is told does not show {len(missed)} of the frames that are kept,"
        f" the first of them {frame}: its picture guides, its being kept is not said.",
        "This is usual for first and last frames. To have it said, set hold to "
        f"{hold} in VACE Conditioning.",
    )


def _busy_reference(conditioning: Conditioning, given: Given) -> Advice | None:
    if not given.busy:
        return None
    return Advice(
        f"{given.busy} of the references have a busy background, which leaks into the film.",
        "Cut the thing out: Segment, then Composite on white or as alpha.",
    )


def _many_references(conditioning: Conditioning, given: Given) -> Advice | None:
    if len(given.references) <= MOST:
        return None
    return Advice(
        f"{len(given.references)} references are more than the {MOST} that VACE learned with.",
        "Leave some out if their looks mix.",
    )


def _cuts_within(conditioning: Conditioning, given: Given) -> Advice | None:
    count = 0 if conditioning.storyboard is None else cuts(conditioning.storyboard)
    if not count:
        return None
    return Advice(
        f"There are {count} cuts in the storyboard, and one generation flows across them.",
        "Choose one shot in the storyboard, and make each shot by itself.",
    )


def _long(conditioning: Conditioning, given: Given) -> Advice | None:
    if given.count <= TRAINED_LENGTH:
        return None
    return Advice(
        f"{given.count} frames are more than the {TRAINED_LENGTH} that VACE was made for: what is"
        " shown drifts.",
        "Make it in parts.",
    )


_LOOKS: tuple[Callable[[Conditioning, Given], Advice | None], ...] = (
    _colour_left,
    _inverted,
    _unsampled_keys,
    _busy_reference,
    _many_references,
    _cuts_within,
    _long,
)
