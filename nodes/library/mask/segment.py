"""Node: a mask from clicks, boxes and lines on some frames, followed on the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, NamedTuple

import msgspec

from nodes.finding import Search, find_objects
from nodes.following import Follower, Thing, trust_report
from nodes.node import node
from nodes.outlining import outline
from nodes.parameters import NamesModel, On, Prompt
from nodes.segmenting import SegmentingModel, segmenting
from nodes.spec import Kind
from nodes.work import Work
from pipelines.detection.choosing import FAMILIES
from pipelines.detection.detector import labels_of
from pipelines.detection.found import FoundObject
from pipelines.detection.sifting import Sieve
from pipelines.digest import Digest, digest_text
from pipelines.pointing import Boxes, Clicks, StrokeMeaning, Strokes
from pipelines.segmentation.backend import Segmenter
from pipelines.segmentation.prompts import Lasso, Scribble
from pipelines.segmentation.prompts import Prompt as Said
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.values import Clip, Mask, MaskClip, Report

NO_CLICKS, NO_BOXES, NO_STROKES = Clicks(), Boxes(), Strokes()
_POINTED = "mask"
_EVERY = 10
_SIEVE = Sieve(least_score=0.3, overlap=0.7)
"""What Detect Objects begins with; who wants it otherwise takes that node and Boxes to Mask."""


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
    strokes: Annotated[Strokes, On("clip")] = NO_STROKES,
    text: Prompt = "",
    finder: Annotated[str, NamesModel(FAMILIES, beside="text")] = "grounding-dino-tiny",
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
    Several boxes and outlines on a frame are one thing together. Words find things too, by a model
    that is to be downloaded; all that they find is masked. To choose among it, use Detect Objects.

    clicks: points that belong to the thing or, with the other button, do not.
    boxes: boxes around the thing.
    strokes: lines drawn along the thing or, with the other button, along what it is not; with
    Shift closely around it, and then nothing beyond the line is meant.
    text: what to find and mask, with dots between: “teapot. red cup.”
    finder: the model that finds what the text says.
    model: what finds and follows the thing.
    working_size: pixels of the square that the model looks at; smaller is many times quicker, and
    misses fine parts. What is built in has its own.

    Example: a box around the player on frame 0 and two clicks on her racket.
    """
    prompted = {one.frame for one in boxes.boxes}
    prompted |= {one.frame for one in clicks.clicks if one.positive}
    prompted |= {one.frame for one in strokes.strokes if one.means is not StrokeMeaning.NOT_IT}
    found = _found(clip, work, text, finder)
    with segmenting(work, model, working_size) as backend:

        def key(frame: int) -> Mask:
            return _answer(backend, work, clip, _prompts(clicks, boxes, strokes, frame), frame)

        names = {
            frame: _name(backend, clip, clicks, boxes, strokes, frame)
            for frame in sorted(prompted)
            if frame < len(clip)
        }
        follower = Follower(clip, work, backend, things=1 + len(found))
        followed = {one.id: outline(clip, work, backend, follower, one) for one in found}
        if names or not found:
            followed[_POINTED] = follower.follow(Thing(names, key))
        spoken = {name: name for name in followed} | {_POINTED: "Mask"}
        trust = trust_report(followed, spoken, backend)
        return Segmented(follower.joined(list(followed.values())), trust)


def _found(clip: Clip, work: Work, text: str, finder: str) -> tuple[FoundObject, ...]:
    """What the words find."""
    if not labels_of(text):
        return ()
    search = Search(text=text, model=finder, every=_EVERY, sieve=_SIEVE)
    found = find_objects(clip, work, search).objects
    if not found:
        work.warn(f"Nothing was found of “{text.strip()}”.")
    return found


def _prompts(clicks: Clicks, boxes: Boxes, strokes: Strokes, frame: int) -> list[Said]:
    """One for each box and each outline; clicks and scribbles mend the whole."""
    drawn = strokes.on(frame)
    scribbles = tuple(
        Scribble(one.points, one.means is StrokeMeaning.IT)
        for one in drawn
        if one.means is not StrokeMeaning.AROUND
    )
    marks = Said(clicks.on(frame), scribbles=scribbles)
    lassos = [Lasso(one.points) for one in drawn if one.means is StrokeMeaning.AROUND]
    found = [replace(marks, box=box) for box in boxes.on(frame)]
    return [*found, *(replace(marks, lasso=lasso) for lasso in lassos)] or [marks]


def _answer(backend: Segmenter, work: Work, clip: Clip, prompts: list[Said], frame: int) -> Mask:
    import numpy as np

    picture = work.frame(clip, frame)
    answers = [backend.answer(picture, prompt).pixels for prompt in prompts]
    return Mask(np.maximum.reduce(answers))


def _name(
    backend: Segmenter, clip: Clip, clicks: Clicks, boxes: Boxes, strokes: Strokes, frame: int
) -> Digest:
    told: list[object] = [_prompts_spelled(clicks, frame), boxes.on(frame)]
    if drawn := strokes.on(frame):
        told.append(drawn)
    said = msgspec.json.encode(told).decode()
    return digest_text(f"{backend.identity} {clip.frames.key(frame)} {said}")


def _prompts_spelled(clicks: Clicks, frame: int) -> list[tuple[float, float, bool]]:
    return [(one.x, one.y, one.positive) for one in clicks.on(frame)]
