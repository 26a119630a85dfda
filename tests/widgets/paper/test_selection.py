"""What is selected is moved as a piece, and holds in all that paints."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect

from tests.widgets.paper.conftest import Dot, Pen
from tests.widgets.paper.test_paper import on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels

AROUND: list[Dot] = [(100, 50, 1), (200, 50, 1), (200, 300, 1), (100, 300, 1)]


def test_a_selection_is_moved_as_one_step(paper: Paper, pen: Pen, model: DocumentModel) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 1.0), (160, 100, 1.0)])
    before = on_screen(paper)
    paper.commands["lasso"].trigger()
    pen.draw([(80, 80, 1), (180, 80, 1), (180, 120, 1), (80, 120, 1)])
    pen.draw([(130, 100, 1), (180, 150, 1), (230, 200, 1)])
    assert steps(model)[-1] == "Ink stroke"
    paper.commands["lay_down"].trigger()
    paper.desk.work.settle()
    assert steps(model)[-1] == "Move selection"
    after = on_screen(paper)
    assert (after[180:221, 180:281] == before[80:121, 80:181]).all()
    assert (after[80:121, 80:181] == 255).all()
    model.undo_stack.undo()
    assert (on_screen(paper) == before).all()


def test_a_lifted_selection_goes_back_with_escape(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 1.0), (160, 100, 1.0)])
    before, count = on_screen(paper), len(steps(model))
    paper.commands["lasso"].trigger()
    pen.draw([(80, 80, 1), (180, 80, 1), (180, 120, 1), (80, 120, 1)])
    pen.draw([(130, 100, 1), (230, 200, 1)])
    paper.commands["give_up"].trigger()
    assert (on_screen(paper) == before).all()
    assert len(steps(model)) == count


def test_a_selection_holds_the_brush_in(paper: Paper, pen: Pen) -> None:
    paper.commands["lasso"].trigger()
    pen.draw([(100, 50, 1), (200, 50, 1), (200, 300, 1), (100, 300, 1)])
    paper.commands["marker"].trigger()
    pen.draw([(50, 150, 1.0), (400, 150, 1.0)])
    painted = np.nonzero((on_screen(paper) < 255).any(axis=(0, 2)))[0]
    assert painted.min() >= 99 and painted.max() <= 200


@pytest.mark.parametrize("tool", ["line", "rectangle", "ellipse", "fill", "eraser"])
@pytest.mark.parametrize("fills", [True, False])
def test_a_selection_holds_every_tool_in(paper: Paper, pen: Pen, tool: str, fills: bool) -> None:
    if tool == "eraser":
        paper.hand.set_fills_shapes(True)
        paper.commands["rectangle"].trigger()
        pen.draw([(0, 0, 1.0), (640, 360, 1.0)])
    before = on_screen(paper)
    paper.commands["lasso"].trigger()
    pen.draw(AROUND)
    paper.commands[tool].trigger()
    paper.hand.set_fills_shapes(fills)
    pen.draw([(150, 150, 1.0)] if tool == "fill" else [(20, 100, 1.0), (400, 200, 1.0)])
    changed = (on_screen(paper) != before).any(axis=2)
    rows, columns = np.nonzero(changed)
    assert 99 <= columns.min() <= 101 and 199 <= columns.max() <= 200
    assert rows.min() >= 49 and rows.max() <= 300


def test_a_fill_beside_the_selection_is_refused(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    said: list[str] = []
    paper.board.refused.connect(said.append)
    paper.commands["lasso"].trigger()
    pen.draw(AROUND)
    paper.commands["fill"].trigger()
    pen.draw([(400, 150, 1.0)])
    assert "outside the selection" in said[-1]
    assert (on_screen(paper) == 255).all() and steps(model) == ["New panel"]


def test_what_the_pen_does_meanwhile_is_done_afterwards(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    paper.commands["fill"].trigger()
    paper.hand.set_colour((200, 60, 40))
    pen.draw([(300, 200, 1.0)], lifts=False)
    pen.lift((300, 200))
    assert paper.desk.work.is_busy
    paper.commands["ink"].trigger()
    paper.hand.set_colour((0, 0, 0))
    pen.draw([(100, 100, 1.0), (160, 100, 1.0)], lifts=False)
    pen.lift((160, 100))
    assert steps(model) == ["New panel"]
    paper.desk.work.settle()
    assert steps(model) == ["New panel", "Fill", "Ink stroke"]
    assert (on_screen(paper)[100, 110:150] < 60).all()


def test_a_piece_is_laid_down_at_once_or_put_back_while_it_is_lifted(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(120, 100, 1.0), (160, 100, 1.0)])
    before = on_screen(paper)
    for key, step in (("give_up", "Ink stroke"), ("lay_down", "Move selection")):
        paper.commands["lasso"].trigger()
        pen.draw(AROUND)
        pen.draw([(150, 200, 1), (300, 220, 1)], lifts=False)
        pen.lift((300, 220))
        assert paper.desk.work.is_busy
        paper.commands[key].trigger()
        paper.desk.work.settle()
        assert steps(model)[-1] == step
        assert (on_screen(paper) == before).all() == (key == "give_up")


def test_what_is_selected_is_outlined_whatever_tool_is_in_hand(paper: Paper, pen: Pen) -> None:
    def at_its_edge() -> bool:
        middle = pen.in_view((100.0, 170.0, 1.0)).toPoint()
        area = QRect(middle, middle).adjusted(-3, -12, 3, 12)
        seen = opaque_pixels(paper.view.grab(area).toImage())
        return int(seen.min()) < 200

    assert not at_its_edge()
    paper.commands["lasso"].trigger()
    pen.draw(AROUND)
    assert at_its_edge()
    paper.commands["ink"].trigger()
    assert at_its_edge()
    paper.commands["give_up"].trigger()
    assert not at_its_edge()


def test_a_part_of_a_drawing_becomes_a_layer_that_is_the_same_in_each_panel(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    board = paper.board
    for _ in range(2):
        assert board.panel is not None
        board.choose_layer(board.panel.layers[0].id)
        paper.commands["ink"].trigger()
        pen.draw([(60, 100, 1.0), (160, 100, 1.0)])
        before = on_screen(paper)
        paper.commands["lasso"].trigger()
        pen.draw([(100, 80, 1), (180, 80, 1), (180, 120, 1), (100, 120, 1)])
        paper.commands["part_layer"].trigger()
        paper.desk.work.settle()
        assert steps(model)[-1] == "Selection to a layer"
        assert np.abs(on_screen(paper).astype(int) - before).max() <= 2
        board.add_panel()
        paper.desk.work.settle()
    first, second = board.panels[:2]
    assert [layer.id for layer in first.layers] == [layer.id for layer in second.layers]
    assert first.layers[1].id == f"{first.layers[0].id}.part1"
    assert first.layers[0].tiles and first.layers[1].tiles
