"""`render` of a board through VACE: fetched from a hub, lent, made; or what is built in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

import main
import pipelines.models.fetching as fetching
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import library
from pipelines.models.catalogue import load_catalogue
from pipelines.models.tiny.writing import write_tiny
from pipelines.painting.tiles import MemoryTiles
from tests.models.loopback_hub import LoopbackHub, served
from tests.models.machine import settle

MODEL = "wan-vace-1.3b"
SMALL = {"width": 32, "height": 32, "quality": "final", "steps": 2, "guidance": 1.0}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoopbackHub]:
    """A hub with the tiny model under the names of the real one."""
    with served(tmp_path_factory.mktemp("hub")) as made:
        write_tiny(load_catalogue(), MODEL, made.folder)
        yield made


@pytest.fixture
def machine(tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of its own whose mirror is the hub, and whose list pins none of its files."""
    own = settle(tmp_path, monkeypatch)
    own.write_text(unpinned(), encoding="utf-8")
    monkeypatch.delenv("HF_HUB_OFFLINE")
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("HF_TOKEN", "none")
    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)


def unpinned() -> str:
    """The entries of the model in a list of the user's own."""
    catalogue = load_catalogue()
    model = catalogue.model(MODEL)
    lines: list[str] = []
    for name, part in catalogue.parts_of([MODEL]).items():
        lines += [f'[part."{name}"]', f"repository = {json.dumps(part.repository)}"]
        lines += [f"files = {json.dumps(part.files)}", "bytes = 500_000", 'licence = "none"']
    lines += [f'[model."{MODEL}"]', f"title = {json.dumps(model.title)}", 'about = "Tiny."']
    lines += ['family = "wan-vace"', f"parts = {json.dumps(model.parts)}"]
    lines += ["memory = { fp32 = 100_000_000 }", ""]
    return "\n".join(lines)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A board of two panels that move into each other, and VACE behind it."""
    panels = (
        {"id": "a", "duration": 5, "joint": "in-between", "move": 4},
        {"id": "b", "duration": 1},
    )
    board = {"panels": panels, "width": 32, "height": 32}
    document = Document(library())
    document.apply(AddNode(node=Node(id="board", type="story.storyboard", parameters=board)))
    document.apply(AddNode(node=Node(id="made", type="generate.vace_inference", parameters=SMALL)))
    document.apply(Connect(node="made", socket="storyboard", link=Link("l", "board")))
    path = tmp_path / "board.loom"
    save_project(path, document, MemoryTiles())
    return path


def render(project: Path, folder: Path, *arguments: str) -> int:
    out = ["--out", str(folder / "made.mkv"), "--cache", str(folder / "results")]
    return main.main(["render", str(project), "--node", "made", *out, *arguments])


def frames_of(film: Path) -> int:
    with av.open(str(film)) as container:
        return sum(1 for _ in container.decode(video=0))


def test_what_was_fetched_makes_the_film(
    machine: None, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, tmp_path) == 2
    assert f"storyloom models get {MODEL}" in capsys.readouterr().err
    assert main.main(["models", "get", MODEL]) == 0
    assert render(project, tmp_path, "--device", "cpu") == 0
    told = capsys.readouterr().err
    assert "Wan2.1 VACE 1.3B, cpu, fp32" in told
    assert frames_of(tmp_path / "made.mkv") == 6


def test_what_is_built_in_makes_it_where_that_is_allowed_and_says_so(
    machine: None, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, tmp_path, "--allow-builtin") == 0
    told = capsys.readouterr().err
    assert "so what is built in is used" in told
    assert "Made without VACE" in told.replace("\n", " ")
    assert frames_of(tmp_path / "made.mkv") == 6
