"""A project that is painted on, as tests of the working store begin."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import AddNode, Edit, PaintTiles, PutPanels
from nodes.graph import Node
from nodes.project_file import save_project
from nodes.working_store import WorkingStore, open_for_work
from pipelines.painting.tiles import MemoryTiles, TileStore
from pipelines.panels import Layer, Panel
from pipelines.values import Pixels8
from tests.fakes import registry


def tile(level: int) -> Pixels8:
    """A tile of one colour with a mark."""
    pixels = np.full((256, 256, 4), (level % 256, level // 256 % 256, 7, 255), np.uint8)
    pixels[:8, :8] = 255
    return pixels


def board() -> Document:
    """A storyboard with one empty panel."""
    made = Document(registry(), settings={"name": "Test"})
    made.apply(AddNode(node=Node(id="board", type="test.board")))
    panel = Panel(id="p1", layers=(Layer(id="ink"),))
    made.apply(PutPanels(node="board", panels=(panel,)))
    return made


def stroke(tiles: TileStore, *levels: int) -> PaintTiles:
    """An edit that paints one tile for each level."""
    painted = tuple((x, 0, str(tiles.put(tile(level)))) for x, level in enumerate(levels))
    return PaintTiles(node="board", panel="p1", layer="ink", tiles=painted)


def do(document: Document, store: WorkingStore, edit: Edit, step: str = "") -> int:
    """Carry out an edit and write it down."""
    return store.record(edit, document.apply(edit), step=step)


def painted(document: Document) -> list[str]:
    """The digests of the panel's tiles."""
    panels = document.graph.nodes["board"].parameters["panels"]
    return [tile.digest for tile in panels[0].layers[0].tiles]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The state folder."""
    return tmp_path / "state"


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A saved project with a tile."""
    document, tiles = board(), MemoryTiles()
    document.apply(stroke(tiles, 1))
    save_project(tmp_path / "film.loom", document, tiles)
    return tmp_path / "film.loom"


def worked(film: Path, state: Path, steps: int = 3) -> Document:
    """Work on a project that is left as a kill leaves it, but for its lock."""
    project = open_for_work(film, state, registry())
    assert project.store is not None
    for number in range(steps):
        do(project.document, project.store, stroke(project.store, 10 + number, 20), "Draw")
    project.close()
    return project.document


def database(state: Path) -> Path:
    """The only session's database."""
    (found,) = state.glob("*/work.sqlite")
    return found


def changed(state: Path, *statements: str) -> None:
    """Change the database behind the program's back."""
    connection = sqlite3.connect(database(state), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
