"""Thumbnails: asked for a few at a time, and kept by what is drawn."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState, Raster
from pipelines.panels import Layer, Panel, Tile
from tests.widgets.strip.stage import Stage, board_document
from widgets.document_model import DocumentModel
from widgets.strip.boards import board_at
from widgets.strip.editing import BoardEditing
from widgets.strip.panel_pictures import LANES, PanelPictures, PanelSupply


class Shelf(PanelSupply):
    """A supply that answers when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[int, str] = {}
        self.asked: list[str] = []

    def request(self, lane: int, path: str, panel: str, size: tuple[int, int]) -> None:
        assert lane not in self.waiting
        self.waiting[lane] = panel
        self.asked.append(panel)

    def answer(self, panel: str, state: FrameState = FrameState.SHOWN) -> None:
        lane = next(lane for lane, waiting in self.waiting.items() if waiting == panel)
        del self.waiting[lane]
        raster = Raster(4, 3, 3, bytes(36)) if state is FrameState.SHOWN else None
        answer = FrameAnswer("strip", 1, state, words="" if raster else "It cannot be read.")
        self.arrived.emit(lane, ArrivedFrame(answer, raster))

    def answer_all(self) -> None:
        while self.waiting:
            self.answer(next(iter(self.waiting.values())))


class Wall:
    """Thumbnails of a board that can be edited."""

    def __init__(self, panels: Sequence[Panel]) -> None:
        self.model = DocumentModel(board_document(panels))
        self.editing = BoardEditing(self.model)
        self.pictures = PanelPictures()
        self.shelf = Shelf()
        self.pictures.set_supply(self.shelf, is_current=True)
        self.editing.changed.connect(self.pictures.fall_behind)

    def want(self) -> None:
        board = board_at(self.model.graph, "board")
        self.pictures.want(board, board.panels if board is not None else (), 64)

    def has(self, name: str) -> bool:
        board = board_at(self.model.graph, "board")
        assert board is not None
        panel = next(panel for panel in board.panels if panel.id == name)
        return self.pictures.picture(board, panel) is not None


def drawn(name: str, digest: str) -> Panel:
    return Panel(id=name, layers=(Layer(id="ink", tiles=(Tile(0, 0, digest),)),))


@pytest.fixture
def wall(qtbot: QtBot) -> Wall:
    return Wall([drawn(f"p{place}", f"d{place}") for place in range(6)])


def test_a_few_are_asked_at_a_time_the_first_ones_first(wall: Wall) -> None:
    wall.want()
    assert wall.shelf.asked == ["p0", "p1", "p2"]
    assert len(wall.shelf.waiting) == LANES
    wall.shelf.answer("p1")
    assert wall.has("p1")
    assert wall.shelf.asked[-1] == "p3"


def test_equal_drawings_are_asked_for_once_and_undo_brings_them_back(wall: Wall) -> None:
    wall.want()
    wall.shelf.answer_all()
    assert len(wall.shelf.asked) == 6
    wall.editing.put([drawn("p0", "other"), *wall.editing.panels[1:]], "paint")
    assert not wall.has("p0")
    wall.model.undo_stack.undo()
    wall.shelf.project_shown.emit()
    wall.want()
    assert wall.has("p0")
    wall.editing.select(["p3"])
    wall.editing.duplicate()
    wall.shelf.project_shown.emit()
    wall.want()
    assert len(wall.shelf.asked) == 6


def test_nothing_is_asked_of_a_project_that_is_not_shown_yet(wall: Wall) -> None:
    wall.editing.put([drawn("p0", "other"), *wall.editing.panels[1:]], "paint")
    wall.want()
    assert wall.shelf.asked == []
    wall.shelf.project_shown.emit()
    assert wall.shelf.asked == ["p0", "p1", "p2"]


def test_a_picture_that_may_be_of_an_older_drawing_is_not_kept(wall: Wall) -> None:
    wall.want()
    wall.editing.put([drawn("p0", "other"), *wall.editing.panels[1:]], "paint")
    wall.want()
    wall.shelf.project_shown.emit()
    wall.shelf.answer("p0")
    assert not wall.has("p0")
    wall.model.undo_stack.undo()
    assert not wall.has("p0")
    wall.shelf.answer("p1")
    assert wall.has("p1")


def test_a_panel_without_a_picture_says_why_and_is_tried_again_after_an_edit(wall: Wall) -> None:
    wall.want()
    wall.shelf.answer("p0", FrameState.FAILED)
    board = wall.editing.board
    assert board is not None
    assert wall.pictures.refusal(board, board.panels[0]) == "It cannot be read."
    assert wall.shelf.asked.count("p0") == 1
    wall.shelf.answer_all()
    wall.shelf.project_shown.emit()
    wall.want()
    assert wall.shelf.asked.count("p0") == 2


def test_the_strip_asks_for_what_is_in_sight_first(qtbot: QtBot) -> None:
    stage = Stage(qtbot, [drawn(f"p{place}", f"d{place}") for place in range(60)])
    stage.strip.select_panels(("p50",))
    shelf = Shelf()
    stage.strip.set_supply(shelf, is_current=True)
    stage.view.viewport().repaint()
    first = stage.view.layout_shown.visible(
        stage.view.offset, stage.view.offset + stage.view.viewport().width()
    )
    shelf.answer_all()
    stage.view.viewport().repaint()
    assert int(shelf.asked[LANES][1:]) in first
