"""Undo and redo of strokes on the paper: only blocks that changed are drawn again, to the pixel."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pipelines.painting.brush import AIRBRUSH, INK, PENCIL, Response
from pipelines.painting.composite import eight_bits
from pipelines.painting.tiles import MemoryTiles, assemble
from pipelines.values import Pixels8
from tests.widgets.paper.conftest import Dot, Pen
from widgets.document_model import DocumentModel
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels, straight_pixels


class ToldTiles(MemoryTiles):
    """Remembers what was read."""

    def __init__(self) -> None:
        super().__init__()
        self.were_read: list[str] = []

    def read(self, digest: str) -> Pixels8:
        self.were_read.append(digest)
        return super().read(digest)


def seen(paper: Paper) -> Pixels8:
    return opaque_pixels(paper.desk.sheet.flat)


def scribble(chance: random.Random) -> list[Dot]:
    """A stroke that may leave the paper."""
    x, y = chance.uniform(-40, 680), chance.uniform(-40, 400)
    way = [(x + chance.gauss(0, 60), y + chance.gauss(0, 40)) for _ in range(6)]
    return [(at[0], at[1], chance.uniform(0.2, 1)) for at in way]


@pytest.mark.parametrize("seed", range(4))
def test_undo_and_redo_show_to_the_pixel_what_was_there(paper: Paper, pen: Pen, seed: int) -> None:
    chance = random.Random(seed)
    stack = paper.board.model.undo_stack
    first = stack.index()
    pictures = {first: seen(paper)}
    for number in range(12):
        brush = chance.choice((INK, PENCIL, AIRBRUSH))
        paper.hand.take(ToolKind.ERASER if number % 4 == 3 else ToolKind.INK)
        paper.hand.set_brush(replace(brush, size=chance.uniform(3, 90), erases=number % 4 == 3))
        pen.draw(scribble(chance))
        pictures[stack.index()] = seen(paper)
    order = [*range(stack.index(), first - 1, -1), *range(first, stack.index() + 1)]
    order += chance.choices(range(first, stack.index() + 1), k=10)
    for index in order:
        stack.setIndex(index)
        if index in pictures:
            assert np.array_equal(seen(paper), pictures[index])


def test_the_picture_of_the_layer_is_that_of_its_tiles_after_undo(paper: Paper, pen: Pen) -> None:
    paper.hand.set_brush(replace(PENCIL, size=40, size_by=Response()))
    for far in range(3):
        pen.draw([(40, 100 + 60 * far, 0.8), (600, 120 + 60 * far, 0.8)])
    stack = paper.board.model.undo_stack
    for step in (stack.undo, stack.undo, stack.redo):
        step()
        layer = paper.board.layer
        assert layer is not None
        whole = assemble(layer, (0, 0, 640, 360), paper.board.tiles)
        shown = straight_pixels(paper.desk.sheet.active_picture)
        apart = eight_bits(whole).astype(int) - shown
        assert np.abs(apart[shown[..., 3] > 128]).max() <= 2  # premultiplied in between
        assert np.array_equal(eight_bits(whole)[..., 3], shown[..., 3])


def test_an_undo_draws_again_only_blocks_that_changed(paper: Paper, pen: Pen) -> None:
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=10, size_by=Response()))
    pen.draw([(20, 20, 1.0), (620, 340, 1.0)])
    areas: list[QRect] = []

    def hear(area: QRect) -> None:
        areas.append(area)

    paper.desk.redrawn.connect(hear)
    before = seen(paper)
    paper.board.model.undo_stack.undo()
    changed = (before != seen(paper)).any(axis=2)
    told = np.zeros_like(changed)
    for area in areas:
        told[area.top() : area.bottom() + 1, area.left() : area.right() + 1] = True
    assert changed.any()
    assert not (changed & ~told).any()
    assert told.mean() < 0.5


class PaintedShare(QObject):
    """How much of a widget its paints covered, at most."""

    most = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            area = sum(rect.width() * rect.height() for rect in event.region())  # type: ignore[attr-defined]
            self.most = max(self.most, area / (watched.width() * watched.height()))
        return False


def test_an_edit_paints_no_more_of_the_view_than_changed(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=10, size_by=Response()))
    pen.draw([(300, 60, 1.0), (340, 100, 1.0)])
    paper.view.repaint()
    share = PaintedShare()
    paper.view.installEventFilter(share)
    paper.board.model.undo_stack.undo()
    qtbot.waitUntil(lambda: share.most > 0)
    assert share.most < 0.1


def test_what_was_drawn_a_moment_ago_is_not_read_to_be_undone_or_redone(
    model: DocumentModel, qtbot: QtBot, qapp: QApplication
) -> None:
    tiles = ToldTiles()
    paper = Paper(model, tiles)
    for widget in (paper, paper.brush_panel, paper.layers_panel):
        qtbot.addWidget(widget)
    paper.board.add_panel()
    paper.resize(900, 600)
    paper.hand.set_steadiness(0)
    paper.hand.set_brush(replace(INK, size=10, size_by=Response()))
    pen = Pen(paper, qapp)
    pen.draw([(20, 20, 1.0), (400, 200, 1.0)])
    pen.draw([(20, 200, 1.0), (400, 20, 1.0)])
    assert tiles.were_read  # the second stroke's ground
    tiles.were_read.clear()
    model.undo_stack.undo()
    model.undo_stack.undo()
    model.undo_stack.redo()
    model.undo_stack.redo()
    assert tiles.were_read == []
