"""The part of a clip that a person asks for: a range in words, or its in and out marks."""

from __future__ import annotations

from typing import NamedTuple

from pipelines.errors import MismatchError
from pipelines.montage import cut_out
from pipelines.values import Clip


class Part(NamedTuple):
    """A part of a clip, and where in the clip it began."""

    clip: Clip
    first: int


def chosen(clip: Clip, frames: str, *, marks: bool) -> Part:
    """Frames "first-last" (both included, from 0); where that is empty, and with `marks`, those
    between the clip's marks; otherwise all. Raises MismatchError."""
    if not len(clip):
        raise MismatchError("The clip has no frames.", mend="Connect a clip with a frame at least.")
    if frames:
        first, last = (int(number) for number in frames.split("-"))
        return Part(cut_out(clip, first, last + 1), first)
    if marks and clip.marks is not None:
        return Part(cut_out(clip, clip.marks.first, clip.marks.stop), clip.marks.first)
    return Part(clip, 0)
