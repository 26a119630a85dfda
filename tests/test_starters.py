"""The starter projects: they open, they are what the drawings make, and they run."""

from __future__ import annotations

from pathlib import Path

import pytest

from nodes.codec import encode_document
from nodes.evaluator import Evaluator
from nodes.events import Event, NodeWarned, Outcome
from nodes.flat_node import FlatRef
from nodes.project_file import open_project
from nodes.registry import library
from nodes.store import ResultStore
from pipelines.panels import Panel
from resources.templates.build import STARTERS, build

TEMPLATES = Path("resources/templates")
NAMES = [starter.name for starter in STARTERS]


def test_the_starters_are_what_the_drawings_make(tmp_path: Path) -> None:
    for made in build(tmp_path):
        with (
            open_project(made, library()) as fresh,
            open_project(TEMPLATES / made.name, library()) as shipped,
        ):
            assert encode_document(fresh.document) == encode_document(shipped.document)
            assert set(fresh.reader.digests()) == set(shipped.reader.digests())


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_moves_without_a_gap_that_holds(name: str, tmp_path: Path) -> None:
    warnings: list[str] = []

    def watch(event: Event) -> None:
        if isinstance(event, NodeWarned):
            warnings.append(event.message)

    with (
        open_project(TEMPLATES / f"{name}.loom", library()) as project,
        ResultStore(tmp_path) as store,
    ):
        snapshot = project.snapshot().override({}, scale=0.5)
        results = Evaluator(store).run(snapshot, ["move"], watch)
        assert results.outcome is Outcome.DONE
        clip = results.values[FlatRef("move", "out")]
        panels: tuple[Panel, ...] = project.document.graph.nodes["board"].parameters["panels"]
        assert len(clip) == sum(panel.duration for panel in panels)
        assert warnings == []
        assert project.reader.preview is not None
