"""Node: a mask from clicks and boxes on some frames, followed on the others."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import msgspec

from nodes.following import Follower, Thing, trust_report
from nodes.node import node
from nodes.parameters import On
from nodes.segmenting import SegmentingModel, segmenting
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest, digest_text
from pipelines.pointing import Boxes, Clicks
from pipelines.segmentation.backend import Segmenter
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.values import Clip, Mask, MaskClip, Report

NO_CLICKS, NO_BOXES = Clicks(), Boxes()


class Segmented(NamedTuple):
    """The mask of what was pointed at, and how sure it is."""

    mask: MaskClip
    confidence: Report


@node("mask.segment", icon="mdi6.selection-ellipse-arrow-inside", kind=Kind.CLIP, title="Segment")
def segment(
    clip: Clip,
    work: Work,
    *,
    clicks: Annotated[Clicks, On("clip")] = NO_CLICKS,
    boxes: Annotated[Boxes, On("clip")] = NO_BOXES,
    model: SegmentingModel = "",
    working_size: WorkingSize = WorkingSize.FULL,
) -> Segmented:
    """Point at a thing in a clip and get its mask on every frame.

    Draw a box around it on the frame where it is seen best; clicks say what belongs to it and what
    does not. Boxes and clicks on further frames set the mask right there, and the frames between
    are followed from both sides; only the frames up to the next one that was pointed at are made
    again. What is built in works without a download, by colours and motion: a box says more than a
    click, and fine or many-coloured things want some clicks. A model needs a download and, without
    a graphics card, seconds for each frame; it knows what things are, and a click is mostly enough.
    Several boxes on a frame are one thing together.

    clicks: points that belong to the thing or, with the other button, do not.
    boxes: boxes around the thing.
    model: what finds and follows the thing.
    working_size: pixels of the square that the model looks at; smaller is many times quicker, and
    misses fine parts. What is built in has its own.

    Example: a box around the player on frame 0 and two clicks on her racket.
    """
    prompted = {one.frame for one in boxes.boxes}
    prompted |= {one.frame for one in clicks.clicks if one.positive}
    with segmenting(work, model, working_size) as backend:

        def key(frame: int) -> Mask:
            return _answer(backend, work, clip, _prompts(clicks, boxes, frame), frame)

        names = {
            frame: _name(backend, clip, clicks, boxes, frame)
            for frame in sorted(prompted)
            if frame < len(clip)
        }
        follower = Follower(clip, work, backend)
        followed = follower.follow(Thing(names, key))
        trust = trust_report({"mask": followed}, {"mask": "Mask"}, backend)
        return Segmented(follower.joined([followed]), trust)


def _prompts(clicks: Clicks, boxes: Boxes, frame: int) -> list[Prompt]:
    """One for each box; clicks mend the whole."""
    here = clicks.on(frame)
    return [Prompt(box=box, clicks=here) for box in boxes.on(frame)] or [Prompt(clicks=here)]


def _answer(backend: Segmenter, work: Work, clip: Clip, prompts: list[Prompt], frame: int) -> Mask:
    import numpy as np

    picture = work.frame(clip, frame)
    answers = [backend.answer(picture, prompt).pixels for prompt in prompts]
    return Mask(np.maximum.reduce(answers))


def _name(backend: Segmenter, clip: Clip, clicks: Clicks, boxes: Boxes, frame: int) -> Digest:
    said = msgspec.json.encode([_prompts_spelled(clicks, frame), boxes.on(frame)]).decode()
    return digest_text(f"{backend.identity} {clip.frames.key(frame)} {said}")


def _prompts_spelled(clicks: Clicks, frame: int) -> list[tuple[float, float, bool]]:
    return [(one.x, one.y, one.positive) for one in clicks.on(frame)]
