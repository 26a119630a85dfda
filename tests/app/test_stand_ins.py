"""A run where models are not here: what is built in works, it is said, and they can be fetched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Picture
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.evaluator import CacheState
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from pipelines.pointing import Boxes, HandBox
from tests.app.model_stage import settle_machine
from tests.models.conftest import hub
from tests.models.loopback_hub import LoopbackHub
from widgets.canvas import NodeState

__all__ = ["hub"]

PATIENCE = 120_000
BUILT_IN = "Built in, not Small"
BOXES = Boxes((HandBox(0.3, 0.2, 0.7, 0.8),))


def saved_project(folder: Path) -> Path:
    """A picture, what a box in it is around, and what words find in it."""
    pixels = np.full((48, 64, 3), 40, np.uint8)
    pixels[12:36, 20:44] = (220, 120, 60)
    Picture.fromarray(pixels).save(folder / "square.png")
    pointed, spoken = {"model": "small", "boxes": BOXES}, {"text": "square."}
    document = Document(library())
    for node in (
        Node(id="film", type="load.image", parameters={"path": "square.png"}),
        Node(id="seg", type="mask.segment", parameters=pointed),
        Node(id="det", type="mask.detect", parameters=spoken),
    ):
        document.apply(AddNode(node=node))
    for node_id in ("seg", "det"):
        document.apply(Connect(node=node_id, socket="clip", link=Link("l", "film")))
    save_project(folder / "film.loom", document, MemoryTiles())
    return folder / "film.loom"


def state(window: MainWindow, path: str) -> NodeState:
    assert window.canvas is not None
    return window.canvas.scene.state(path)


def test_what_can_be_made_is_made_with_what_is_built_in_and_the_models_are_offered(
    tmp_path: Path,
    hub: LoopbackHub,
    monkeypatch: pytest.MonkeyPatch,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    machine = tmp_path / "machine"
    settle_machine(machine, hub, monkeypatch)
    window.open_file(saved_project(tmp_path))
    assert window.project is not None
    with qtbot.waitSignal(window.desk.run_ended, timeout=PATIENCE):
        window.runner.run(("seg", "det"))  # maybe before it is known what is here
    qtbot.waitUntil(lambda: state(window, "seg").is_kept, timeout=PATIENCE)
    assert state(window, "seg").stand_in == BUILT_IN
    assert state(window, "det").words.startswith("Download (")
    notes = [note.words for note in window.run_panel.log.notes if note.path == "seg"]
    assert notes == ["Segment: Small is not here, so what is built in is used."]
    said, failed = window.toasts.shown
    assert said.words == "Small is not here, so what is built in is used."
    assert [button.text().partition(" ")[0] for button in said.buttons] == ["Download"]
    assert [button.text().partition(" ")[0] for button in failed.buttons] == ["Download", "Run"]
    with qtbot.waitSignal(window.models.desk.plan_asked) as asked:
        said.buttons[0].click()
    assert asked.args == ["small"]
    assert window.models.dialog is not None
    window.models.dialog.reject()

    before = window.project.snapshot().keys(["seg"])["seg"]
    with qtbot.waitSignal(window.stand_ins.changed, timeout=PATIENCE):
        window.models.desk.fetch(["small"])
    snapshot = window.project.snapshot()
    assert snapshot.flat["seg"].models == ("small",)
    assert snapshot.keys(["seg"])["seg"] != before
    qtbot.waitUntil(lambda: state(window, "seg").cache is CacheState.STALE, timeout=PATIENCE)
    assert state(window, "film").cache is not CacheState.STALE
