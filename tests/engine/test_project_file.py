"""Projects: saved and opened whole, older and newer formats, references that moved."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from msgspec.structs import replace

from nodes.codec import encode_document
from nodes.document import Document
from nodes.edits import AddNode, GroupNodes, PutPanels, SetParameter
from nodes.graph import Node
from nodes.loom import LoomReader, write_loom
from nodes.project_file import (
    NewerProjectError,
    open_project,
    save_project,
)
from nodes.registry import library
from nodes.relinking import missing_files, relink
from pipelines.errors import ProjectError
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Panel, Tile
from tests.fakes import registry


def painted(tiles: MemoryTiles) -> Document:
    """A storyboard with one painted panel."""
    pixels = np.zeros((256, 256, 4), np.uint8)
    pixels[10:20, 30:60] = (200, 10, 10, 255)
    layer = Layer(id="ink", tiles=(Tile(0, 0, tiles.put(pixels)),))
    made = Document(registry(), settings={"name": "Test"})
    made.apply(AddNode(node=Node(id="board", type="test.board")))
    made.apply(PutPanels(node="board", panels=(Panel(id="p1", layers=(layer,)),)))
    return made


def test_a_saved_project_opens_as_it_was(tmp_path: Path) -> None:
    tiles = MemoryTiles()
    made = painted(tiles)
    file = tmp_path / "a.loom"
    save_project(file, made, tiles)
    with open_project(file, registry()) as project:
        assert encode_document(project.document) == encode_document(made)
        digest = made.graph.nodes["board"].parameters["panels"][0].layers[0].tiles[0].digest
        assert (project.tiles.read(digest) == tiles.read(digest)).all()
        assert project.folder == tmp_path


def test_a_project_is_saved_again_from_its_own_file(tmp_path: Path) -> None:
    tiles = MemoryTiles()
    file = tmp_path / "a.loom"
    save_project(file, painted(tiles), tiles)
    with open_project(file, registry()) as project:
        project.document.apply(SetParameter(node="board", name="panels", value=[]))
        save_project(file, project.document, project.tiles, previous=file)
    with open_project(file, registry()) as project:
        assert project.document.graph.nodes["board"].parameters["panels"] == ()
    assert (tmp_path / "a.loom.bak1").exists()


def rewritten(file: Path, **changes: object) -> Path:
    """The project file with fields of its text replaced."""
    with LoomReader(file) as reader:
        tree = msgspec.json.decode(reader.project)
    write_loom(file, msgspec.json.encode({**tree, **changes}), [], MemoryTiles())
    return file


def test_a_project_for_a_newer_reader_is_refused_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "a.loom"
    save_project(file, Document(registry()), MemoryTiles())
    rewritten(file, format=9, least_reader=9)
    before = file.read_bytes()
    with pytest.raises(NewerProjectError, match="format 9"):
        open_project(file, registry())
    assert file.read_bytes() == before


def test_a_newer_project_that_this_program_can_read_opens_read_only(tmp_path: Path) -> None:
    file = tmp_path / "a.loom"
    save_project(file, Document(registry()), MemoryTiles())
    rewritten(file, format=2, least_reader=1, colours={"theme": "dark"})
    with open_project(file, registry()) as project:
        assert project.read_only
        assert b'"theme"' in encode_document(project.document)


@pytest.mark.parametrize(
    "graph", [[], 3, {"a": 1}, {"a": {"type": 4}}, {"a": {}}, {"a/b": {"type": "x"}}]
)
def test_a_graph_that_is_none_is_refused(tmp_path: Path, graph: object) -> None:
    file = tmp_path / "a.loom"
    save_project(file, Document(registry()), MemoryTiles())
    rewritten(file, graph=graph)
    with pytest.raises(ProjectError):
        open_project(file, registry())


def test_relinking_one_picture_relinks_its_folder(tmp_path: Path) -> None:
    (tmp_path / "moved").mkdir()
    for name in ("one.png", "two.png"):
        (tmp_path / "moved" / name).write_bytes(b"x")
    made = Document(library())
    for name in ("one", "two", "gone"):
        file = f"old/{name}.png"
        made.apply(AddNode(node=Node(id=name, type="load.image", parameters={"path": file})))
    panel = Panel(id="p", picture="old/one.png")
    made.apply(AddNode(node=Node(id="board", type="story.storyboard")))
    made.apply(PutPanels(node="board", panels=(panel, replace(panel, id="q", picture=""))))
    assert set(missing_files(made, tmp_path)) == {"old/one.png", "old/two.png", "old/gone.png"}
    made.apply(GroupNodes(nodes=("two", "gone"), group="g"))
    assert missing_files(made, tmp_path)["old/two.png"] == ["g/two"]
    made.apply(relink(made, tmp_path, "old/one.png", tmp_path / "moved" / "one.png"))
    assert set(missing_files(made, tmp_path)) == {"old/gone.png"}
    assert made.graph_at(("g",)).nodes["two"].parameters["path"] == "moved/two.png"
    assert made.graph.nodes["board"].parameters["panels"][0].picture == "moved/one.png"
