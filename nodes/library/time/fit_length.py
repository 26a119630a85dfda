"""Node: a clip of a length that a model, or an edit, asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.framing import LengthRule
from pipelines.framing import fit_length as fitted
from pipelines.montage import cut_out, shown_as
from pipelines.values import Clip


class Length(StrEnum):
    """What a clip's length must be."""

    FOUR_N_PLUS_1 = "4n+1"
    EIGHT_N_PLUS_1 = "8n+1"
    CUSTOM = "custom"


_RULES = {Length.FOUR_N_PLUS_1: LengthRule(4, 1), Length.EIGHT_N_PLUS_1: LengthRule(8, 1)}


@node(
    "time.fit_length",
    icon="mdi6.arrow-expand-horizontal",
    kind=Kind.SEGMENT,
    shows=("length",),
    example=Example({"film": "load.clip", "whole": "time.fit_length"}, "film > whole.clip"),
)
def fit_length(
    clip: Clip,
    work: Work,
    *,
    length: Length = Length.FOUR_N_PLUS_1,
    frames: Annotated[int, Slider(1, 240), Meta(ge=1, le=20_000)] = 81,
) -> Clip:
    """Make a clip as long as needed by holding its last frame, and say how many were added.

    Use it before a model that takes only certain lengths, or to make two clips equally long. The
    sound goes on in silence.

    length: 4n+1 (5, 9, 13 ... 81: what VACE takes), 8n+1 (9, 17, 25 ...: what LTX takes), or
    custom for a number of your own.
    frames: the number of frames, for custom. A longer clip is cut at its end.

    Example: 100 frames become 101 with the rule 4n+1, as video models want.
    """
    if not len(clip):
        raise MismatchError("The clip has no frames.", mend="Connect a clip with a frame at least.")
    if length is Length.CUSTOM and frames < len(clip):
        work.warn(f"Frames cut off at the end: {len(clip) - frames}.")
        return cut_out(clip, 0, frames)
    if length is Length.CUSTOM:
        added = frames - len(clip)
        indices = (*range(len(clip)), *[len(clip) - 1] * added)
    else:
        indices, added = _fitted(len(clip), length)
    if added:
        work.warn(f"Frames added by holding the last one: {added}.")
    return shown_as(clip, indices)


def _fitted(count: int, length: Length) -> tuple[tuple[int, ...], int]:
    found = fitted(count, _RULES[length])
    return found.indices, found.added
