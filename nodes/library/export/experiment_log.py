"""Node: an experiment written down, with its films and pictures."""

from __future__ import annotations

from typing import Annotated

from nodes.case_log import Case, CaseLog, model_of, now
from nodes.example import Example
from nodes.node import node
from nodes.parameters import Prompt, Saves
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import digest_file
from pipelines.errors import MismatchError
from pipelines.experiments.log import Experiment
from pipelines.experiments.places import Places
from pipelines.values import Clip, MaskClip, Report, Written, WrittenFile


@node(
    "export.experiment_log",
    icon="mdi6.notebook-edit-outline",
    kind=Kind.CLIP,
    effect=True,
    title="Experiment Log",
    shows=("path",),
    despite_failures=True,
    example=Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "filled": ("generate.vace_inference", {"source": "gray fill"}),
            "boxed": ("generate.vace_inference", {"source": "gray fill, box mask"}),
            "log": ("export.experiment_log", {"cases": "gray fill, box mask"}),
        },
        "film > thing.clip, film > filled.clip, thing.mask > filled.masks, film > boxed.clip,"
        " thing.mask > boxed.masks, film > log.source, thing.mask > log.masks,"
        " filled > log.results, boxed > log.results",
    ),
)
def experiment_log(
    source: Clip | None = None,
    masks: MaskClip | None = None,
    reference: Clip | None = None,
    score: Report | None = None,
    *results: Clip | None,
    work: Work,
    path: Annotated[str, Saves(("folder",))] = "experiments",
    task: str = "replacement",
    cases: str = "",
    subject: str = "",
    background: Prompt = "",
    findings: Prompt = "",
    conclusion: Prompt = "",
) -> Written:
    """Write an experiment down: what was given and set, what came out, how long it took, how good.

    Connect the cases to the results. Every one leaves its film and pictures, all of them a film
    side by side, and the log has the settings of each, the models with their commits, timings,
    memory, and measures against the source: what the mask keeps, its edge, motion. Where a case
    fails, the log is written all the same and says why. What was made without a model says so:
    built in, not the model. It runs only when you press Run on it and never overwrites.

    path: the folder of the experiments, within the project's folder; in it are
    logs/model-task_date.md, results/model/case.mp4 and results/model/images.
    task: what was to be done, for the name of the log.
    cases: names of the results with commas between; empty for those of their nodes.
    subject: what is seen in the film.
    background: why this is tried.
    findings: what was found, above what the figures say.
    conclusion: what follows from it.

    Example: inpainting, reference and combined as three results, after a run of all of them.
    """
    told = _cases(work, cases, results)
    began = now()
    target = work.output_path(path)
    places = Places(target, model_of(told), task, began)
    log = CaseLog(work, places, told, source, masks)
    outcome, reason = log.outcome()
    given = [file for maker in work.makers.above for file in maker.files]
    inputs = log.said_of_inputs(reference, given)
    shown = log.results()
    measured, wrong = log.quality()
    found = "\n\n".join(part for part in (findings, log.findings(wrong)) if part)
    experiment = Experiment(
        title=f"{task.capitalize()} with {model_of(told)}",
        began=began,
        subject=subject,
        case=", ".join(case.name for case in told),
        outcome=outcome,
        reason=reason,
        background=background,
        settings=log.settings(),
        inputs=inputs,
        results=[*shown, measured, *([score.markdown] if score is not None else [])],
        artefacts=wrong,
        technical=log.technical(),
        findings=found,
        conclusion=conclusion,
        files=[places.from_log(file) for file in log.files],
    )
    written = places.put_log(experiment.markdown())
    failed = [case.name for case in told if case.clip is None]
    if failed:
        work.warn(f"The log tells why {', '.join(failed)} failed: {written}")
    files = [written, *log.files]
    return Written(tuple(WrittenFile(file, digest_file(file)) for file in files))


def _cases(work: Work, names: str, results: tuple[Clip | None, ...]) -> list[Case]:
    makers = work.makers.feeding.get("results", ())
    if not makers:
        raise MismatchError(
            "There is nothing to write down.", mend="Connect at least one film to the results."
        )
    said = [name.strip() for name in names.split(",")] + [""] * len(makers)
    return [
        Case(said[at] or maker.path.rpartition("/")[2], clip, maker)
        for at, (maker, clip) in enumerate(zip(makers, results, strict=True))
    ]
