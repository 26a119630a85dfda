"""A project that is painted on, as tests of the working store begin."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import AddNode, Edit, PaintTiles, PutPanels
from nodes.graph import Node
from nodes.project_file import save_project
from nodes.working_store import WorkingStore
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
