"""`render` of a project whose nodes lease models: refused in words, stood in for, put as asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import app.cli.render
import main
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.project_file import save_project
from nodes.registry import Registry
from pipelines.painting.tiles import MemoryTiles
from tests.models import kinds
from tests.models.machine import settle, tiny_models

Render = Callable[..., int]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models(tmp_path_factory.mktemp("tiny"), ["dinov2-base"])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A number, and what a model makes of it."""
    document = Document(kinds.registry())
    number = Node(id="n", type="test.number", parameters={"value": 2.0})
    for node in (number, Node(id="m", type="test.features"), Node(id="fixed", type="test.always")):
        document.apply(AddNode(node=node))
    for name in ("m", "fixed"):
        document.apply(Connect(node=name, socket="a", link=Link("l", "n")))
    path = tmp_path / "project.loom"
    save_project(path, document, MemoryTiles())
    return path


def own_registry(allowed: list[str]) -> Registry:
    """In the place of the library with plug-ins."""
    return kinds.registry()


@pytest.fixture
def render(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """`storyloom render` of one node, with the kinds of node of these tests."""
    monkeypatch.setattr(app.cli.render, "registry_with", own_registry)

    def run(node: str, *arguments: str) -> int:
        words = ["render", str(project), "--node", node, *arguments]
        return main.main([*words, "--cache", str(tmp_path / "results")])

    return run


def test_a_model_that_is_not_here_is_named_with_its_size_and_what_to_do(
    render: Render,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settle(tmp_path, monkeypatch)
    assert render("m") == 2
    told = capsys.readouterr().err
    assert "Not on this machine, and needed by m: “DINOv2 base” (" in told
    assert "storyloom models get dinov2-base" in told
    assert "--allow-builtin" in told
    assert render("fixed", "--allow-builtin") == 2
    assert "--allow-builtin" not in capsys.readouterr().err


def test_what_is_built_in_stands_in_where_that_is_allowed_and_it_is_said(
    render: Render,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settle(tmp_path, monkeypatch)
    assert render("m", "--allow-builtin") == 0
    told = capsys.readouterr()
    assert "m (Features): “DINOv2 base” is not here, so what is built in is used." in told.err
    assert told.out == "2.0\n"


def test_a_model_is_put_as_it_was_asked_and_another_precision_is_another_result(
    render: Render,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settle(tmp_path, monkeypatch, tiny)
    assert render("m", "--device", "cpu") == 0
    full = capsys.readouterr()
    assert "Noise: DINOv2 base, cpu, fp32, offload none" in full.err
    assert render("m", "--precision", "bf16", "--offload", "blocks") == 0
    half = capsys.readouterr()
    assert "cpu, bf16, offload blocks" in half.err
    assert half.out != full.out
    assert render("m", "--offload", "blocks") == 0
    again = capsys.readouterr()
    assert "1 reused" in again.err
    assert again.out == full.out
