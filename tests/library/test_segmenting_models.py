"""Masks pointed at and followed by a model: in a run and in a render, and where it is not here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PictureFile

import main
from nodes.document import Document
from nodes.edits import Connect
from nodes.evaluator import Evaluator
from nodes.events import NodeUsedModel
from nodes.flat_node import FlatRef
from nodes.graph import Link
from nodes.project_file import save_project
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from pipelines.painting.tiles import MemoryTiles
from pipelines.pointing import Boxes, HandBox
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.values import MaskClip
from tests.library.stage import Stage, graph_of, linked
from tests.library.test_propagate import CLIP, FILM, LENGTH, SIZE
from tests.masking.shapes import painted
from tests.models.machine import settle, tiny_models

MODEL = {"model": "sam2-tiny", "working_size": WorkingSize.QUARTER}
BOX = Boxes((HandBox(0.05, 0.25, 0.4, 0.75),))

Render = Callable[..., list[Path]]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models(tmp_path_factory.mktemp("tiny"), ["sam2-tiny"])


@pytest.fixture
def lent(stage: Stage, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A stage that is lent the models of a machine on which there is only the tiny one."""
    settle(tmp_path, monkeypatch, tiny)
    stage.evaluator = Evaluator(stage.store, checked=True, lender=Lender(store_to_look_at))
    return stage


def followed(stage: Stage, *frames: int, **parameters: Any) -> Document:
    keys = {at: FILM.truth(at).pixels for at in frames}
    objects = (painted(stage.tiles, keys, name="ball"),)
    return graph_of("mask.propagate", [CLIP], {"objects": objects, "size": SIZE, **parameters})


def given(stage: Stage, made: Document) -> MaskClip:
    results = stage.run(made, "it")
    assert not results.failures, results.failures
    return results.values[FlatRef("it", "mask")]


def test_painted_frames_are_followed_by_a_model_and_come_out_as_they_were(lent: Stage) -> None:
    results = lent.run(followed(lent, 0, 8, **MODEL), "it")
    masks = lent.pictures(results.values[FlatRef("it", "mask")])
    assert len(masks) == LENGTH
    for at in (0, 8):
        assert np.array_equal(masks[at].pixels, FILM.truth(at).pixels)
    report = results.values[FlatRef("it", "confidence")]
    assert "Made by Noise: SAM 2.1 tiny." in report.markdown
    assert report.curves["ball"][0] == 1.0 > report.curves["ball"][4]
    (used,) = [event.model for event in lent.events if isinstance(event, NodeUsedModel)]
    assert used.model == "sam2-tiny"
    assert "random weights" in lent.warnings()[0]


def test_which_way_and_which_size_are_in_what_is_kept_and_a_correction_stays_near(
    lent: Stage,
) -> None:
    first = given(lent, followed(lent, 0, 4, 8, **MODEL))
    built_in = given(lent, followed(lent, 0, 4, 8))
    keys = [first.frames.key(at) for at in range(LENGTH)]
    shared = [at for at in range(LENGTH) if keys[at] == built_in.frames.key(at)]
    assert shared == [0, 4, 8]
    again = given(lent, followed(lent, 0, 4, 6, 8, **MODEL))
    kept = [at for at in range(LENGTH) if keys[at] == again.frames.key(at)]
    assert kept == [0, 1, 2, 3, 4, 8]


def test_a_box_is_answered_and_followed_by_a_model(lent: Stage) -> None:
    made = graph_of("mask.segment", [CLIP], {"boxes": BOX, **MODEL})
    masks = lent.pictures(given(lent, made))
    assert all(mask.pixels.shape == SIZE[::-1] for mask in masks)
    assert masks[0].pixels.any()
    plain = lent.pictures(given(lent, graph_of("mask.segment", [CLIP], {"boxes": BOX})))
    assert not np.array_equal(masks[0].pixels, plain[0].pixels)


def test_nothing_painted_loads_nothing(lent: Stage) -> None:
    results = lent.run(graph_of("mask.propagate", [CLIP], MODEL), "it")
    assert not results.failures
    assert not [event for event in lent.events if isinstance(event, NodeUsedModel)]


def test_a_model_that_is_not_here_is_refused_with_the_way_to_it(lent: Stage) -> None:
    for made in (
        graph_of("mask.segment", [CLIP], {"boxes": BOX, "model": "sam2-large"}),
        followed(lent, 0, model="sam2-large"),
    ):
        error = lent.run(made, "it").failures["it"].__cause__
        assert isinstance(error, NotHereError)
        assert "storyloom models get sam2-large" in error.mend


@pytest.fixture
def render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Render]:
    """`storyloom render` of a project that points at the ball, its masks written as pictures."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "film").mkdir()
    for at in range(3):
        PictureFile.fromarray(FILM.read(at).pixels).save(project / "film" / f"{at:04d}.png")
    monkeypatch.chdir(project)

    def run(name: str, model: str, *arguments: str) -> list[Path]:
        parameters = {**MODEL, "model": model}
        made = linked(
            {
                "film": ("load.clip", {"path": "film/%04d.png"}),
                "point": ("mask.segment", {"boxes": BOX, **parameters}),
                "files": ("export.masks", {"path": name}),
            },
            "film > point.clip",
        )
        made.apply(Connect(node="files", socket="masks", link=Link("m", "point", "mask")))
        save_project(project / f"{name}.loom", made, MemoryTiles())
        words = ["render", f"{name}.loom", *arguments, "--cache", str(tmp_path / "results")]
        return sorted((project / name).glob("*.png")) if main.main(words) == 0 else []

    yield run


def test_a_render_goes_through_the_store_and_says_what_it_is_made_with(
    render: Render,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settle(tmp_path, monkeypatch, tiny)
    assert len(render("masks", "sam2-tiny", "--device", "cpu")) == 3
    assert "Noise: SAM 2.1 tiny, cpu, fp32" in capsys.readouterr().err


def test_a_render_without_the_model_is_refused_or_made_by_what_is_built_in_as_it_says(
    render: Render,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settle(tmp_path, monkeypatch)
    assert render("refused", "sam2-tiny") == []
    assert "--allow-builtin" in capsys.readouterr().err
    stood_in = render("stood_in", "sam2-tiny", "--allow-builtin")
    words = "point (Segment): “SAM 2.1 tiny” is not here, so what is built in is used."
    assert words in capsys.readouterr().err
    for one, other in zip(stood_in, render("plain", ""), strict=True):
        assert one.read_bytes() == other.read_bytes()
