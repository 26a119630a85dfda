"""Node: things of a clip found by words."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.example import Example
from nodes.finding import Search, find_objects, found_report
from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.node import node
from nodes.parameters import NamesModel, Prompt, Slider, TicksObjects, Unit, Unkeyed
from nodes.spec import Kind
from nodes.work import Work
from pipelines.detection.choosing import FAMILIES
from pipelines.detection.detector import labels_of
from pipelines.detection.found import FoundObjects, strangers, ticked
from pipelines.detection.sifting import Sieve
from pipelines.values import Clip, Report


class Detected(NamedTuple):
    """The things with their boxes, and the same for reading."""

    objects: FoundObjects
    report: Report


@node(
    "mask.detect",
    icon="mdi6.image-search-outline",
    kind=Kind.CLIP,
    title="Detect Objects",
    shows=("text",),
    example=Example(
        {
            "film": "load.clip",
            "things": ("mask.detect", {"text": "teapot."}),
            "masks": "mask.boxes",
        },
        "film > things.clip, film > masks.clip, things.objects > masks.objects",
    ),
)
def detect(
    clip: Clip,
    work: Work,
    *,
    text: Prompt = "",
    ticks: Annotated[tuple[str, ...], TicksObjects()] = (),
    model: Annotated[str, NamesModel(FAMILIES)] = "grounding-dino-tiny",
    every: Annotated[int, Slider(0, 48), Meta(ge=0)] = 10,
    score: Unit = 0.3,
    wanted: str = "",
    unwanted: str = "",
    smallest: Unit = 0.0,
    largest: Unit = 1.0,
    overlap: Unit = 0.7,
    precision: ModelPrecision = ModelPrecision.AUTOMATIC,
    offload: Annotated[ModelOffload, Unkeyed()] = ModelOffload.AUTOMATIC,
) -> Detected:
    """Find things in a clip by words, each with a box on every frame where it is.

    Write what to look for, run, and tick the things that you want in the list: Boxes to Mask makes
    masks of those. A model looks at some of the frames; a thing is recognised from one to the next
    by its place, and its box moves in between. Sifting by score, size or words runs in a moment,
    since what the model said is kept. This needs a model: Grounding DINO is small and gives scores;
    Qwen-VL understands more, also “everything” where no text is given, and gives no scores.

    text: what to look for, with dots between: “teapot. red cup.”
    ticks: the things that go on from here; without a tick all of them.
    model: the model that looks.
    every: it looks at every so manieth frame, and at the last; 0 looks only at the first.
    score: what it is less sure of is left out.
    wanted: only things whose label has one of these words, where there are any.
    unwanted: no things whose label has one of these words.
    smallest: boxes that cover less of the picture are left out.
    largest: boxes that cover more of the picture are left out.
    overlap: of two boxes of one label that overlap by more, only the surer one stays.
    precision: the numbers that the model counts with.
    offload: what of the model waits in the machine's own memory.

    Example: “teapot. cup.” on every 10th frame of 81, of which only the teapot is ticked.
    """
    sieve = Sieve(
        wanted=labels_of(wanted),
        unwanted=labels_of(unwanted),
        least_score=score,
        least_coverage=smallest,
        most_coverage=largest,
        overlap=overlap,
    )
    search = Search(
        text=text, model=model, every=every, sieve=sieve, precision=precision, offload=offload
    )
    found = find_objects(clip, work, search)
    missing = strangers(found, ticks)
    if missing:
        work.warn(f"Ticked, but not found any more: {', '.join(missing)}.")
    chosen = ticked(found, ticks)
    return Detected(chosen, found_report(chosen))
