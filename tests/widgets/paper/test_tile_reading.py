"""A panel that is flipped to is read in a thread: the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.registry import library
from pipelines.painting.canvas import Canvas
from pipelines.painting.tiles import MemoryTiles, MissingTileError
from pipelines.panels import Layer, Panel
from pipelines.values import Pixels8
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels

COLOURS = ((200, 0, 0), (0, 200, 0), (0, 0, 200), (200, 200, 0))


class SlowTiles(MemoryTiles):
    """Reads nothing until it is let; tells who read in the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.may_read = Event()
        self.may_read.set()
        self.read_by_gui: list[str] = []
        self.lost: set[str] = set()

    def read(self, digest: str) -> Pixels8:
        if current_thread() is main_thread():
            self.read_by_gui.append(digest)
        elif not self.may_read.wait(20):
            raise MissingTileError(digest)
        if digest in self.lost:
            raise MissingTileError(digest)
        return super().read(digest)


@pytest.fixture
def tiles() -> SlowTiles:
    """What the panels are painted with."""
    return SlowTiles()


@pytest.fixture
def paper(qtbot: QtBot, tiles: SlowTiles) -> Iterator[Paper]:
    """Panels of one colour each, each of some 15 tiles."""
    panels: list[Panel] = []
    for number, colour in enumerate(COLOURS):
        canvas = Canvas(tiles, Layer(id="a"))
        canvas.ellipse((640, 360), (600 - number, 350), colour)
        canvas.commit()
        panels.append(Panel(id=f"p{number}", layers=(canvas.layer,)))
    document = Document(library())
    parameters = {"width": 1280, "height": 720, "panels": tuple(panels)}
    document.apply(AddNode(node=Node(id="b", type="story.storyboard", parameters=parameters)))
    paper = Paper(DocumentModel(document), tiles)
    for widget in (paper, paper.brush_panel, paper.layers_panel):
        qtbot.addWidget(widget)
    yield paper
    tiles.may_read.set()
    paper.put_away()


def colour_of(paper: Paper) -> tuple[int, ...]:
    """What is seen in the middle."""
    found = paper.desk.picture.pixelColor(640, 360).getRgb()
    assert isinstance(found, tuple)
    return tuple(found[:3])


def test_a_panel_is_shown_once_its_tiles_are_read_and_none_in_the_gui_thread(
    paper: Paper, tiles: SlowTiles, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: colour_of(paper) == COLOURS[0])
    tiles.may_read.clear()
    paper.board.show_panel("p2")
    assert colour_of(paper) == COLOURS[0]
    with qtbot.waitSignal(paper.desk.redrawn):
        tiles.may_read.set()
    assert colour_of(paper) == COLOURS[2]
    assert tiles.read_by_gui == []


def test_of_panels_flipped_through_the_last_is_shown(
    paper: Paper, tiles: SlowTiles, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: colour_of(paper) == COLOURS[0])
    tiles.may_read.clear()
    for panel in ("p2", "p3"):
        paper.board.show_panel(panel)
    with qtbot.waitSignal(paper.desk.redrawn):
        tiles.may_read.set()
    assert colour_of(paper) == COLOURS[3]


def test_whoever_works_on_the_sheet_has_the_panel_in_hand(
    paper: Paper, tiles: SlowTiles, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: colour_of(paper) == COLOURS[0])
    tiles.may_read.clear()
    paper.board.show_panel("p3")
    flat = opaque_pixels(paper.desk.sheet.flat)
    assert np.array_equal(flat[360, 640], COLOURS[3])
    assert tiles.read_by_gui


def test_a_panel_whose_tile_is_lost_says_so(paper: Paper, tiles: SlowTiles, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: colour_of(paper) == COLOURS[0])
    tiles.lost = {tile.digest for tile in paper.board.panels[3].layers[0].tiles[:1]}
    with qtbot.waitSignal(paper.board.refused):
        paper.board.show_panel("p3")
    assert QColor(*colour_of(paper)) != QColor(*COLOURS[3])
