"""Panels are flipped without a wait: what the neighbours show is read before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.registry import library
from pipelines.painting.canvas import Canvas
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Panel
from pipelines.values import Pixels8
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper

PANELS = 4


class CountedTiles(MemoryTiles):
    """Tells which tiles were read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def read(self, digest: str) -> Pixels8:
        self.asked.add(digest)
        return super().read(digest)


def digests(panel: Panel) -> set[str]:
    return {tile.digest for layer in panel.layers for tile in layer.tiles}


def test_neighbours_are_read_before_they_are_flipped_to_and_others_are_not(qtbot: QtBot) -> None:
    tiles = CountedTiles()
    panels: list[Panel] = []
    for number in range(PANELS):
        canvas = Canvas(tiles, Layer(id="a"))
        canvas.ellipse((300, 180), (200 - 20 * number, 100), (40, 90, 200))
        canvas.commit()
        panels.append(Panel(id=f"p{number}", layers=(canvas.layer,)))
    document = Document(library())
    parameters = {"width": 640, "height": 360, "panels": tuple(panels)}
    document.apply(AddNode(node=Node(id="b", type="story.storyboard", parameters=parameters)))
    paper = Paper(DocumentModel(document), tiles)
    for widget in (paper, paper.brush_panel, paper.layers_panel):
        qtbot.addWidget(widget)
    ahead = paper.desk.read_ahead
    assert ahead.is_reading
    qtbot.waitUntil(lambda: not ahead.is_reading)
    assert digests(panels[0]) | digests(panels[1]) <= tiles.asked
    assert not digests(panels[2]) & tiles.asked
    tiles.asked.clear()
    paper.board.step(1)
    assert not digests(panels[1]) & tiles.asked
    qtbot.waitUntil(lambda: not ahead.is_reading)
    assert digests(panels[2]) <= tiles.asked
    paper.put_away()
    paper.board.step(1)
    assert not ahead.is_reading
