"""Node: a part of a clip."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from nodes.spec import Kind
from pipelines.errors import MismatchError
from pipelines.montage import cut_out
from pipelines.values import Clip

FrameNumber = Annotated[int, Slider(0, 240), Meta(ge=0)]


@node(
    "time.trim",
    icon="mdi6.content-cut",
    kind=Kind.SEGMENT,
    shows=("first", "length"),
    example=Example(
        {"film": "load.clip", "part": ("time.trim", {"first": 24, "length": 48})},
        "film > part.clip",
    ),
)
def trim(clip: Clip, *, first: FrameNumber = 0, length: FrameNumber = 0, shot: str = "") -> Clip:
    """Keep a part of a clip and leave out the rest, sound and timecode included.

    Use it to work on a few frames of a long take, or on one shot. Frames that were made already
    are not made again.

    first: the first frame to keep, counted from 0 (within the shot, if one is chosen).
    length: how many frames to keep; 0 keeps all that follow.
    shot: the id of a shot of the clip to keep, or empty for the whole clip.

    Example: first 24 and length 48 keep two seconds at 24 frames a second, from the second on.
    """
    start, end = _bounds(clip, shot)
    stop = start + first + length if length else end
    if stop > end:
        raise MismatchError(
            f"There are {end - start} frames, and {stop - start} are asked for.",
            mend="Lower first or length, or use Fit Length to hold the last frame.",
        )
    return cut_out(clip, start + first, stop)


def _bounds(clip: Clip, wanted: str) -> tuple[int, int]:
    if not wanted:
        return 0, len(clip)
    for shot in clip.shots:
        if shot.id == wanted:
            return shot.start, shot.stop
    known = ", ".join(shot.id for shot in clip.shots)
    raise MismatchError(
        f"The clip has no shot “{wanted}”.",
        mend=f"Its shots are {known}." if known else "Leave shot empty: this clip has none.",
    )
