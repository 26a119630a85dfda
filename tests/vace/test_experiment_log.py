"""The three standard cases with their log: built in, with the tiny model, and where some fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nodes.document import Document
from nodes.evaluator import Evaluator, Results
from pipelines.media.probe import probe
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from tests.library.stage import GIVEN, Stage, linked
from tests.models.machine import settle
from tests.vace.films import noise_clip, square_masks, thing

CASES = "inpainting, reference, combined"
SMALL = {"width": 32, "height": 32, "quality": "final", "steps": 1, "guidance": 1.0}


@pytest.fixture
def lent(tmp_path: Path, tiny_vace: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A stage that lends the tiny model of this machine."""
    settle(tmp_path, monkeypatch, tiny_vace)
    stage = Stage(tmp_path)
    lender = Lender(store_to_look_at)
    stage.evaluator = Evaluator(stage.store, lender=lender)
    yield stage
    lender.close()
    stage.store.close()


def three_cases(**settings: Any) -> Document:
    """Source, mask and reference, the three cases and their log."""
    GIVEN.update(film=noise_clip(5), masks=square_masks(5), duck=thing())
    made = ("generate.vace_inference", {**SMALL, **settings})
    alone = ("generate.vace_inference", {**SMALL, **settings, "frames": 5})
    return linked(
        {
            "film": ("given.clip", {"name": "film"}),
            "mask": ("given.mask_clip", {"name": "masks"}),
            "duck": ("given.clip", {"name": "duck"}),
            "inpainting": made,
            "reference": alone,
            "combined": made,
            "log": ("export.experiment_log", {"task": "swap", "subject": "noise"}),
        },
        "film > inpainting.clip",
        "mask > inpainting.masks",
        "duck > reference.references",
        "film > combined.clip",
        "mask > combined.masks",
        "duck > combined.references",
        "film > log.source",
        "mask > log.masks",
        "duck > log.reference",
        "inpainting > log.results",
        "reference > log.results",
        "combined > log.results",
    )


def log_of(stage: Stage) -> str:
    (log,) = (stage.folder / "experiments" / "logs").glob("*.md")
    return log.read_text(encoding="utf-8")


def test_a_model_makes_all_three_cases_and_the_log_says_which(lent: Stage) -> None:
    results: Results = lent.run(three_cases(prompt="a duck"), "log")
    assert not results.failures
    folder = lent.folder / "experiments" / "results" / "noise-wan-vace-1.3b"
    for name in (*CASES.split(", "), "comparison"):
        assert probe(folder / f"{name}.mp4").frames == 5
        assert (folder / "images" / f"{name}.png").is_file()
    said = log_of(lent)
    assert "Outcome: **done**" in said and "random weights" in said
    assert "| prompt | a duck | a duck | a duck |" in said
    assert "| inpainting | 0.00 (most 0) |" in said
    assert "built in, not the model" not in said
    assert "../results/noise-wan-vace-1.3b/comparison.mp4" in said


def test_what_is_built_in_is_told_apart_and_a_case_that_fails_is_told(stage: Stage) -> None:
    made = three_cases(model="", source="gray fill")
    results = stage.run(made, "log")
    assert "reference" in results.failures and "log" in results.failures
    said = log_of(stage)
    assert "Outcome: **partly failed**. reference: What is built in cannot make a film" in said
    assert "**reference** failed" in said
    assert "built in, not the model" in said
    folder = stage.folder / "experiments" / "results" / "built-in"
    assert sorted(one.stem for one in folder.glob("*.mp4")) == [
        "combined",
        "comparison",
        "inpainting",
    ]
    assert any("The log tells why reference failed" in one for one in stage.warnings())
    stage.run(made, "log")  # not taken for done: it is tried, and told, again
    assert len(list((stage.folder / "experiments" / "logs").glob("*.md"))) == 2


def test_timings_of_an_earlier_run_are_known(stage: Stage) -> None:
    made = three_cases(model="")
    stage.run(made, "inpainting", "combined")
    stage.store.flush()
    stage.run(made, "log")
    rows = [line for line in log_of(stage).splitlines() if line.startswith("| inpainting | built")]
    assert rows and "not kept" not in rows[0]
