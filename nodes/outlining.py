"""Silhouettes of things that have boxes: outlined where they were seen, followed in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec
import numpy as np

from nodes.finding import COVERED, SCORE, score_curve
from nodes.following import Followed, Follower, Thing
from nodes.work import Work
from pipelines.detection.found import FoundObject, Seen
from pipelines.digest import digest_text
from pipelines.pointing import HandBox
from pipelines.segmentation.backend import Segmenter
from pipelines.segmentation.prompts import Prompt
from pipelines.values import Axis, Clip, Curve, Mask, MaskClip, Report

SURE = Axis("Confidence", low=0, high=1)
_MOST_ROWS = 200


def outline(
    clip: Clip, work: Work, backend: Segmenter, follower: Follower, one: FoundObject
) -> Followed:
    """The silhouette of a thing on every frame where it is. Raises Cancelled."""
    seen = {each.frame: each for each in one.seen if each.frame < len(clip)}

    def key(frame: int) -> Mask:
        return backend.answer(work.frame(clip, frame), Prompt(box=_hand(seen[frame])))

    names = {
        frame: digest_text(
            f"{backend.identity} {clip.frames.key(frame)} {msgspec.json.encode(each.box).decode()}"
        )
        for frame, each in seen.items()
    }
    return follower.follow(Thing(names, key, leads=one.leads, trails=one.trails))


def masks_report(
    objects: Sequence[FoundObject],
    masks: Mapping[str, MaskClip],
    work: Work,
    sure: Mapping[str, Sequence[float]] | None = None,
    title: str = "",
) -> Report:
    """Label, score and coverage of each thing, over its masks; `sure` is how sure each mask is, by
    the id of its thing, and `title` what made them."""
    if not objects:
        return Report("No thing is chosen: the mask is empty.")
    things = "thing" if len(objects) == 1 else "things"
    made = f", made by {title}" if title else ""
    lines = [f"Masks of {len(objects)} {things}{made}.", ""]
    lines += ["| thing | score | coverage | frames |", "|---|---|---|---|"]
    curves: dict[str, Curve] = {}
    axes: dict[str, Axis] = {}
    for one in objects:
        covered = tuple(_coverage(work.frames(masks[one.id])))
        for measure, curve in (
            (SURE, (sure or {}).get(one.id)),
            (SCORE, score_curve(one, len(covered))),
            (COVERED, tuple(100 * share if share else None for share in covered)),
        ):
            if curve is not None:
                name = f"{one.id}: {measure.title.casefold()}"
                curves[name], axes[name] = tuple(curve), replace(measure, line=one.id)
        lines.append(_row(one, covered))
    return Report("\n".join(lines[: 4 + _MOST_ROWS]), curves, axes)


def _hand(seen: Seen) -> HandBox:
    box = seen.box
    return HandBox(box.left, box.top, box.right, box.bottom, frame=seen.frame)


def _coverage(masks: Iterable[Mask]) -> Iterator[float]:
    for mask in masks:
        yield float(mask.pixels.mean(dtype=np.float64)) / 255


def _row(one: FoundObject, covered: Sequence[float]) -> str:
    there = [share for share in covered if share]
    mean = sum(there) / max(len(there), 1)
    name = one.id.replace("|", "\\|")
    return f"| {name} | {one.score:.2f} | {100 * mean:.1f} % | {len(there)} |"
