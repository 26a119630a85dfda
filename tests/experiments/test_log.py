"""The form of an experiment's log, and where it is put."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np

from pipelines.experiments.case_measures import CaseMeasures
from pipelines.experiments.log import Experiment, Outcome, Shown, Table
from pipelines.experiments.places import Places
from pipelines.values import Image, Mask

BEGAN = datetime(2026, 3, 4, 5, 6)


def test_the_parts_stand_in_their_order_and_what_there_is_not_is_left_out() -> None:
    made = Experiment(
        title="Replacement with a | b",
        began=BEGAN,
        subject="a teapot",
        case="combined",
        outcome=Outcome.DONE,
        settings=[Table(("setting", "combined"), [("prompt", "red | clay\nstudio")])],
        inputs=[Shown("source", "9 frames", "film.mp4", "../images/source.png")],
        findings="It is followed.",
        files=["../results/x.mp4"],
    ).markdown()
    heads = [line for line in made.splitlines() if line.startswith("#")]
    assert heads == [
        "# Replacement with a | b",
        "## Settings",
        "## Inputs",
        "## Key findings",
        "## Related files",
    ]
    assert "| date | 2026-03-04 05:06 |" in made and "Outcome: **done**." in made
    assert "| prompt | red \\| clay studio |" in made
    assert "- **source** (`film.mp4`): 9 frames\n\n  ![source](../images/source.png)" in made


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    places = Places(tmp_path, "Wan VACE: 1.3B", "my task", BEGAN)
    logs = [places.put_log(words) for words in ("one", "two")]
    assert [log.name for log in logs] == [
        "wan-vace-1.3b-my-task_2026-03-04.md",
        "wan-vace-1.3b-my-task_2026-03-04-2.md",
    ]
    assert [log.read_text() for log in logs] == ["one", "two"]
    picture = Image(np.zeros((4, 4, 3), np.uint8))
    shown = [places.put_picture("a/b", picture) for _ in range(2)]
    assert [one.name for one in shown] == ["a-b.png", "a-b-2.png"]
    assert places.from_log(shown[0]) == "../results/wan-vace-1.3b/images/a-b.png"


def test_measures_tell_what_is_kept_and_what_stands_still() -> None:
    rng = np.random.default_rng(1)
    mask = np.zeros((32, 32), np.uint8)
    mask[8:24, 8:24] = 255
    good, still = CaseMeasures(), CaseMeasures()
    sources = [Image(rng.integers(0, 256, (32, 32, 3), np.uint8)) for _ in range(3)]
    for source in sources:
        good.add(source, source, Mask(mask))
        still.add(sources[0], source, Mask(mask))
    assert good.artefacts() == [] and good.row()[0] == "0.00 (most 0)"
    assert any("moves less" in one for one in still.artefacts())
    assert any("outside the mask it differs" in one for one in still.artefacts())
