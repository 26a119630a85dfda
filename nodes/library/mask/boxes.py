"""Node: masks of things that were found, or that a hand drew boxes around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

from nodes.example import Example
from nodes.following import Followed, Follower
from nodes.node import node
from nodes.outlining import masks_report, outline
from nodes.parameters import On, TicksObjects
from nodes.segmenting import SegmentingModel, segmenting
from nodes.spec import Kind
from nodes.work import Work
from pipelines.detection.box_frames import BoxFrames
from pipelines.detection.found import (
    FoundObject,
    FoundObjects,
    drawn,
    joined,
    strangers,
    ticked,
    within,
)
from pipelines.masking.objects import OUTPUTS
from pipelines.pointing import Boxes
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.values import Clip, ClipFormat, MaskClip, Report

NO_BOXES = Boxes()


class Outline(StrEnum):
    """What a mask of a thing looks like."""

    SILHOUETTES = "silhouettes"
    RECTANGLES = "rectangles"


class Boxed(NamedTuple):
    """The joined mask, what it is made of, and the masks of single things."""

    mask: MaskClip
    report: Report
    objects: FoundObjects
    output_1: MaskClip
    output_2: MaskClip
    output_3: MaskClip
    output_4: MaskClip


@node(
    "mask.boxes",
    icon="mdi6.vector-square",
    kind=Kind.CLIP,
    title="Boxes to Mask",
    shows=("shape",),
    example=Example(
        {
            "film": "load.clip",
            "things": ("mask.detect", {"text": "teapot."}),
            "masks": "mask.boxes",
        },
        "film > things.clip, film > masks.clip, things.objects > masks.objects",
    ),
)
def boxes(
    clip: Clip,
    objects: FoundObjects | None,
    work: Work,
    *,
    ticks: Annotated[tuple[str, ...], TicksObjects()] = (),
    boxes: Annotated[Boxes, On("clip")] = NO_BOXES,
    shape: Outline = Outline.SILHOUETTES,
    model: SegmentingModel = "",
    working_size: WorkingSize = WorkingSize.FULL,
) -> Boxed:
    """Make masks of things that have boxes: their silhouettes, or the boxes as they are.

    Wire what Detect Objects found, or a text with boxes as JSON, or draw boxes by hand. Where a box
    was found or drawn, a silhouette is outlined; on the frames between it is followed from both
    sides. What is built in needs no download and goes by colours and motion; a model knows what
    things are. Tick the things that are wanted: each of the first four has an output of its
    own, and all of them make the mask.

    ticks: the things that are masked; without a tick all of them.
    boxes: boxes around things; the first box of each frame is one thing, the second another.
    shape: silhouettes, or rectangles, which move from one box to the next.
    model: what outlines and follows the things.
    working_size: pixels of the square that the model looks at; smaller is many times quicker, and
    misses fine parts. What is built in has its own.

    Example: “teapot.” found by Detect Objects: the teapot's outline on 81 frames, to be replaced.
    """
    known = joined(objects or FoundObjects(), drawn(boxes, len(clip)))
    _warn(work, known, ticks, len(clip))
    there = within(FoundObjects(known.length, known.looked, known.chosen), len(clip))
    told = ticked(there, ticks)
    chosen = told.chosen
    if shape is Outline.RECTANGLES:
        masks = {one.id: _rectangles(clip, work, [one]) for one in chosen}
        report = masks_report(chosen, masks, work)
        apart = _outputs([masks[one.id] for one in chosen], _rectangles(clip, work, []))
        return Boxed(_rectangles(clip, work, chosen), report, told, *apart)
    with segmenting(work, model, working_size) as backend:
        follower = Follower(clip, work, backend, things=max(len(chosen), 1))
        followed = {one.id: outline(clip, work, backend, follower, one) for one in chosen}
        masks = {name: follower.joined([one]) for name, one in followed.items()}
        report = masks_report(chosen, masks, work, _sureness(followed), backend.title)
        apart = _outputs([masks[one.id] for one in chosen], follower.joined([]))
        return Boxed(follower.joined([followed[one.id] for one in chosen]), report, told, *apart)


def _outputs(masks: Sequence[MaskClip], nothing: MaskClip) -> list[MaskClip]:
    """One for each of the first things."""
    return [*masks[:OUTPUTS], *[nothing] * (OUTPUTS - len(masks))]


def _sureness(followed: Mapping[str, Followed]) -> dict[str, tuple[float, ...]]:
    return {name: one.confidence for name, one in followed.items()}


def _rectangles(clip: Clip, work: Work, objects: Sequence[FoundObject]) -> MaskClip:
    """White where the box of any of the things is."""
    given = clip.format
    size = given.width, given.height
    frames = BoxFrames(objects, len(clip), size)
    work.own(frames)
    mask_format = ClipFormat(
        *size, channels=1, fps=given.fps, start_timecode=given.start_timecode, colour=given.colour
    )
    return MaskClip(mask_format, frames, clip.marks)


def _warn(work: Work, known: FoundObjects, ticks: Sequence[str], length: int) -> None:
    missing = strangers(FoundObjects(objects=known.chosen), ticks)
    if missing:
        work.warn(f"Ticked, but not among the objects: {', '.join(missing)}.")
    late = [one.id for one in known.chosen if one.seen[-1].frame >= length]
    if late:
        work.warn(f"Boxes beyond the end of the clip are left out: {', '.join(late)}.")
