"""What is likely not meant as it was set: each with what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
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


class Mend(StrEnum):
    """What a single step can do about it."""

    NONE = ""
    FILL = "fill with gray"
    INVERT = "invert the mask"
    HOLD = "hold the keys"
    CUT_OUT = "cut it out"


class Advice(NamedTuple):
    """What was noticed, and a mend. `hold` is for how many frames keys would have to be kept."""

    words: str
    mend: str
    mending: Mend = Mend.NONE
    hold: int = 1

    def __str__(self) -> str:
        return f"{self.words} {self.mend}"


@dataclass(frozen=True, slots=True, eq=False)
class Noticed:
    """What there is to judge by: where something is made (F, H, W) with F of 4n + 1, at any size,
    0 only where nothing is; how many of these frames are asked for; how many references there are,
    and of them with a busy ground; how many cuts within a board."""

    mode: SourceMode
    has_masks: bool
    generate: NDArray[np.uint8]
    count: int
    references: int = 0
    busy: int = 0
    cuts: int = 0


def advice(conditioning: Conditioning, given: Given) -> list[Advice]:
    """All that is worth saying of a generation before it starts.

    Raises MismatchError where there is nothing to make.
    """
    board = conditioning.storyboard
    return advised(
        Noticed(
            conditioning.mode,
            conditioning.masks is not None,
            given.generate,
            given.count,
            len(given.references),
            given.busy,
            0 if board is None else cuts(board),
        )
    )


def advised(given: Noticed) -> list[Advice]:
    """The same by what was noticed."""
    if not given.generate[: given.count].any():
        raise MismatchError(
            "Nothing is to be made: all of every frame is kept.",
            mend="Connect a mask, ask for more frames, or let panels move into each other.",
        )
    found = [look(given) for look in _LOOKS]
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


def _colour_left(given: Noticed) -> Advice | None:
    if given.mode is not SourceMode.RECONSTRUCT or not given.references:
        return None
    return Advice(
        "The colours of the original are left under the mask, so that it comes back and the "
        "reference is hardly followed.",
        "Fill it with gray: set the source mode to automatic or to a gray fill.",
        Mend.FILL,
    )


def _inverted(given: Noticed) -> Advice | None:
    partly = partly_made(given.generate[: given.count])
    islands = [index for index in partly if keeps_an_island(given.generate[index])]
    if not given.has_masks or len(islands) * 2 <= len(partly):
        return None
    return Advice(
        "The mask keeps a thing in the middle and has all around it made.",
        "White is made, black is kept. Put Invert behind the mask if it is meant the other way.",
        Mend.INVERT,
    )


def _unsampled_keys(given: Noticed) -> Advice | None:
    kept = kept_whole(given.generate[: given.count])
    missed = unsampled(kept, len(given.generate))
    if not missed:
        return None
    frame, hold = next(iter(missed)), max(missed.values())
    return Advice(
        f"The mask that the model is told does not show {len(missed)} of the frames that are kept,"
        f" the first of them {frame}: its picture guides, its being kept is not said.",
        "This is usual for first and last frames. To have it said, set hold to "
        f"{hold} in VACE Conditioning.",
        Mend.HOLD,
        hold,
    )


def _busy_reference(given: Noticed) -> Advice | None:
    if not given.busy:
        return None
    return Advice(
        f"{given.busy} of the references have a busy background, which leaks into the film.",
        "Cut the thing out: Segment, then Composite on white or as alpha.",
        Mend.CUT_OUT,
    )


def _many_references(given: Noticed) -> Advice | None:
    if given.references <= MOST:
        return None
    return Advice(
        f"{given.references} references are more than the {MOST} that VACE learned with.",
        "Leave some out if their looks mix.",
    )


def _cuts_within(given: Noticed) -> Advice | None:
    if not given.cuts:
        return None
    return Advice(
        f"There are {given.cuts} cuts in the storyboard, and one generation flows across them.",
        "Choose one shot in the storyboard, and make each shot by itself.",
    )


def _long(given: Noticed) -> Advice | None:
    if given.count <= TRAINED_LENGTH:
        return None
    return Advice(
        f"{given.count} frames are more than the {TRAINED_LENGTH} that VACE was made for: what is"
        " shown drifts.",
        "Make it in parts.",
    )


_LOOKS: tuple[Callable[[Noticed], Advice | None], ...] = (
    _colour_left,
    _inverted,
    _unsampled_keys,
    _busy_reference,
    _many_references,
    _cuts_within,
    _long,
)
