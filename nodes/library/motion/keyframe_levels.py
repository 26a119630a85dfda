"""Node: which frames are keys at which level of the refiner."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.between_keys import levels_of, require_level
from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider
from nodes.spec import Kind
from pipelines.errors import MismatchError
from pipelines.frames import select
from pipelines.refiner.levels import Levels
from pipelines.values import Clip, Report


class KeyframeLevels(NamedTuple):
    """The film with only the keys of a level to be seen, and a table of all levels."""

    keys: Clip
    report: Report


@node(
    "motion.keyframe_levels",
    icon="mdi6.stairs-down",
    kind=Kind.SEGMENT,
    title="Keyframe Levels",
    shows=("level",),
    example=Example(
        {"film": "load.clip", "levels": ("motion.keyframe_levels", {"every": 16, "level": 2})},
        "film > levels.clip",
    ),
)
def keyframe_levels(
    clip: Clip,
    *,
    level: Annotated[int, Slider(0, 6), Meta(ge=0)] = 1,
    every: Annotated[int, Slider(2, 48), Meta(ge=1)] = 16,
    keys: str = "",
    finer: str = "",
) -> KeyframeLevels:
    """Show which frames the refiner takes for keys at a level; each stays until the next one.

    Research. The coarsest level has the given keys and both ends of the clip; each level below it
    adds the middle frame of every gap, until level 0 has them all. The refiner goes down through
    them: what it made at one level are keys of the next, though only as proposals. An end that is
    not a given key shows the nearest one.

    level: 0 is every frame; a number beyond the coarsest level shows that.
    every: the distance of given keys, where none are named; the last frame is one too.
    keys: the given keys by their frames, as 0 12 30.
    finer: levels of one's own in place of halves, from coarse to fine, parted by semicolons.

    Example: every 16, level 2: frames 0, 4, 8 ... of a film of 65 frames.
    """
    if not len(clip):
        raise MismatchError("The clip has no frames.", mend="Connect a clip with a frame at least.")
    levels = levels_of(len(clip), every, keys, finer)
    at = require_level(levels, level)
    shown = [levels.shown_at(levels.around(at, frame).left) for frame in range(len(clip))]
    held = Clip(clip.format, select(clip.frames, shown), clip.audio, clip.marks, clip.shots)
    return KeyframeLevels(held, _report(levels))


def _report(levels: Levels) -> Report:
    lines = ["# Levels of keys", "", "| level | keys | widest gap | frames |", "|---|---|---|---|"]
    for number in range(levels.top, -1, -1):
        keys = levels.sets[number]
        widest = max((b - a for a, b in pairwise(keys)), default=0)
        named = " ".join(map(str, keys[:24])) + (" ..." if len(keys) > 24 else "")
        lines.append(f"| {number} | {len(keys)} | {widest} | {named} |")
    coarsest = [_coarsest(levels, frame) for frame in range(levels.frames)]
    return Report("\n".join(lines) + "\n", {"coarsest level as a key": tuple(coarsest)})


def _coarsest(levels: Levels, frame: int) -> float:
    return float(max(number for number, keys in enumerate(levels.sets) if frame in set(keys)))
