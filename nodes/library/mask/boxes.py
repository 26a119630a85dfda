"""Node: masks of things that were found, or that a hand drew boxes around."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, NamedTuple

from nodes.example import Example
from nodes.following import Follower
from nodes.node import node
from nodes.outlining import masks_report, outline
from nodes.parameters import On, TicksObjects
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
from pipelines.segmentation.built_in import BuiltIn
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
) -> Boxed:
    """Make masks of things that have boxes: their silhouettes, or the boxes as they are.

    Wire what Detect Objects found, or a text with boxes as JSON, or draw boxes by hand. Where a box
    was found or drawn, a silhouette is outlined; on the frames between it is followed from both
    sides. Tick the things that are wanted: each of the first four has an output of its
    own, and all of them make the mask.

    ticks: the things that are masked; without a tick all of them.
    boxes: boxes around things; the first box of each frame is one thing, the second another.
    shape: silhouettes, or rectangles, which move from one box to the next.

    Example: “teapot.” found by Detect Objects: the teapot's outline on 81 frames, to be replaced.
    """
    known = joined(objects or FoundObjects(), drawn(boxes, len(clip)))
    _warn(work, known, ticks, len(clip))
    there = within(FoundObjects(known.length, known.looked, known.chosen), len(clip))
    told = ticked(there, ticks)
    chosen = told.chosen
    made = _Maker(clip, work, shape, chosen)
    alone = [made.masks([one]) for one in chosen[:OUTPUTS]]
    apart = alone + [made.masks([])] * (OUTPUTS - len(alone))
    report = masks_report(
        chosen, {one.id: made.masks([one]) for one in chosen}, work, made.confidence
    )
    return Boxed(made.masks(chosen), report, told, *apart)


class _Maker:
    """Makes each silhouette once."""

    def __init__(
        self, clip: Clip, work: Work, shape: Outline, chosen: Sequence[FoundObject]
    ) -> None:
        self._clip = clip
        self._work = work
        self._backend = BuiltIn()
        self._follower = Follower(clip, work, self._backend, things=max(len(chosen), 1))
        self._followed = (
            {one.id: outline(clip, work, self._backend, self._follower, one) for one in chosen}
            if shape is Outline.SILHOUETTES
            else None
        )

    @property
    def confidence(self) -> dict[str, tuple[float, ...]]:
        """How sure each silhouette is; boxes are."""
        return {name: one.confidence for name, one in (self._followed or {}).items()}

    def masks(self, objects: Sequence[FoundObject]) -> MaskClip:
        """White where any of the things is."""
        if self._followed is not None:
            return self._follower.joined([self._followed[one.id] for one in objects])
        given = self._clip.format
        size = given.width, given.height
        frames = BoxFrames(objects, len(self._clip), size)
        self._work.own(frames)
        mask_format = ClipFormat(
            *size,
            channels=1,
            fps=given.fps,
            start_timecode=given.start_timecode,
            colour=given.colour,
        )
        return MaskClip(mask_format, frames, self._clip.marks)


def _warn(work: Work, known: FoundObjects, ticks: Sequence[str], length: int) -> None:
    missing = strangers(FoundObjects(objects=known.chosen), ticks)
    if missing:
        work.warn(f"Ticked, but not among the objects: {', '.join(missing)}.")
    late = [one.id for one in known.chosen if one.seen[-1].frame >= length]
    if late:
        work.warn(f"Boxes beyond the end of the clip are left out: {', '.join(late)}.")
