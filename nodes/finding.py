"""Things found in a clip by words: on some of its frames by a model, each frame asked about once.
What the model said is kept as it said it, so that sifting it anew takes no model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace

import msgspec

from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.store import StoredValue
from nodes.work import Work
from pipelines.detection.choosing import detector_of
from pipelines.detection.detector import VERSION, Answer, Detector, labels_of
from pipelines.detection.found import FoundObject, FoundObjects
from pipelines.detection.linking import linked
from pipelines.detection.sifting import Sieve, sifted
from pipelines.digest import Digest
from pipelines.errors import InputError
from pipelines.frames import derived_key
from pipelines.values import Axis, Clip, Curve, Report

SCORE = Axis("Score", low=0, high=1)
COVERED = Axis("Coverage", unit="%", low=0)
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for in a clip, by which model, on every how manieth frame (0: only on the
    first), and what of it is kept."""

    text: str
    model: str
    every: int
    sieve: Sieve
    precision: ModelPrecision = ModelPrecision.AUTOMATIC
    offload: ModelOffload = ModelOffload.AUTOMATIC


def find_objects(clip: Clip, work: Work, search: Search) -> FoundObjects:
    """The things of a clip. Raises InputError, ModelError and Cancelled."""
    labels = labels_of(search.text)
    if not search.model and labels:
        raise InputError(
            "Nothing built in finds things by words.",
            mend="Choose a model, or draw boxes by hand at Boxes to Mask.",
        )
    frames = _looked_at(len(clip), search.every) if search.model else []
    answers = _answers(clip, work, search, labels, frames)
    _tell_unread(answers, work)
    kept = {at: sifted(answer.sightings, search.sieve) for at, answer in answers.items()}
    return linked(kept, len(clip))


def found_report(found: FoundObjects) -> Report:
    """What was found, for reading: label, score and coverage of each, and both frame by frame."""
    count = len(found.objects)
    things = "thing" if count == 1 else "things"
    frames = "frame" if len(found.looked) == 1 else "frames"
    lines = [f"{count} {things} found on {len(found.looked)} {frames} looked at.", ""]
    if count:
        lines += ["| thing | score | coverage | frames | |", "|---|---|---|---|---|"]
        lines += [_row(found, one) for one in found.objects[:_MOST_ROWS]]
    if count > _MOST_ROWS:
        lines += ["", f"The first {_MOST_ROWS} of {count}."]
    curves: dict[str, Curve] = {}
    axes: dict[str, Axis] = {}
    for one in found.objects:
        places = [one.place(frame) for frame in range(found.length)]
        covered = tuple(100 * seen.box.coverage if seen is not None else None for seen in places)
        scores = score_curve(one, found.length)
        for measure, curve in ((SCORE, scores), (COVERED, covered)):
            name = f"{one.id}: {measure.title.casefold()}"
            curves[name], axes[name] = curve, replace(measure, line=one.id)
    return Report("\n".join(lines), curves, axes)


def score_curve(one: FoundObject, length: int) -> Curve:
    """How sure a thing is, frame by frame; nothing where it is not there."""
    places = (one.place(frame) for frame in range(length))
    return tuple(seen.score if seen is not None else None for seen in places)


def _row(found: FoundObjects, one: FoundObject) -> str:
    shares = [share for share in one.coverage(found.length) if share]
    mean = sum(shares) / max(len(shares), 1)
    first, last = one.seen[0].frame, one.seen[-1].frame
    left_out = "" if one.ticked else "left out"
    name = one.id.replace("|", "\\|")
    return f"| {name} | {one.score:.2f} | {100 * mean:.1f} % | {first} to {last} | {left_out} |"


def _looked_at(length: int, every: int) -> list[int]:
    """The frames that a model looks at, the last one among them."""
    if not length:
        return []
    return sorted({*range(0, length, every), length - 1}) if every else [0]


def _answers(
    clip: Clip, work: Work, search: Search, labels: tuple[str, ...], frames: list[int]
) -> dict[int, Answer]:
    """What is said of each frame; a model is loaded only where something is not known yet."""
    found: dict[int, Answer] = {}
    if not frames:
        return found
    precision = search.precision.chosen
    model = work.models.identity(search.model, precision)
    with ExitStack() as lent:
        way: list[Detector] = []

        def detector() -> Detector:
            if not way:
                lease = work.models.lease(
                    search.model, precision=precision, offload=search.offload.chosen
                )
                way.append(detector_of(lent.enter_context(lease)))
            return way[0]

        def ask(frame: int) -> StoredValue:
            answer = detector().find(work.frame(clip, frame), labels, work.cancel)
            return StoredValue("answer", msgspec.json.encode(answer), {})

        for done, frame in enumerate(frames):
            work.progress(done, len(frames))
            key = _key(model, labels, clip.frames.key(frame))
            kept = work.store_once(key, lambda at=frame: ask(at))
            found[frame] = msgspec.json.decode(kept.meta, type=Answer)
        work.progress(len(frames), len(frames))
    return found


def _key(model: str, labels: tuple[str, ...], picture: Digest) -> Digest:
    return derived_key("found", VERSION, model, msgspec.json.encode(labels).decode(), picture)


def _tell_unread(answers: Mapping[int, Answer], work: Work) -> None:
    unread: Iterator[tuple[int, str]] = (
        (frame, answer.unread) for frame, answer in answers.items() if answer.unread
    )
    first = next(unread, None)
    if first is None:
        return
    frame, words = first
    others = sum(1 for _ in unread)
    also = f" So it is on {others} more." if others else ""
    work.warn(f"On frame {frame} the model answered without a box: “{words}”.{also}")
