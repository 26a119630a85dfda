"""Layers are moved, turned and scaled whole, about their pivot, with what hangs on them."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
import pytest

from pipelines.painting.limbs import content_box, motion
from pipelines.panels import AT_REST, Layer
from tests.widgets.paper.conftest import Dot, Pen
from tests.widgets.paper.test_paper import apart, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper


def bar(x: float, y: float, length: float = 100) -> list[Dot]:
    return [(x, y, 1.0), (x + length, y, 1.0)]


def layer(paper: Paper, name: str = "") -> Layer:
    panel = paper.board.panel
    assert panel is not None
    found = [one for one in panel.layers if one.name == name] if name else [paper.board.layer]
    assert found[0] is not None
    return found[0]


def box(paper: Paper, name: str = "") -> tuple[int, ...]:
    found = content_box(layer(paper, name), paper.board.tiles)
    assert found is not None
    return found


def lay_down(paper: Paper) -> None:
    """Press Return, and wait until it is done."""
    paper.commands["lay_down"].trigger()
    paper.desk.work.settle()


def drag(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
    pen.draw([(*start, 1.0), (*end, 1.0)])


@pytest.fixture
def figure(paper: Paper, pen: Pen) -> Paper:
    """An arm (Layer 2) that hangs on a body (Drawing), which is in hand, the transform tool too."""
    paper.commands["ink"].trigger()
    pen.draw(bar(200, 100))
    body = layer(paper).id
    paper.commands["add_layer"].trigger()
    pen.draw(bar(300, 200))
    paper.layer_commands.layering.hang(layer(paper).id, body)
    paper.board.choose_layer(body)
    paper.commands["transform"].trigger()
    return paper


def test_a_layer_is_moved_with_what_hangs_on_it_in_one_step(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    body, arm, before = box(figure), box(figure, "Layer 2"), on_screen(figure)
    count = model.undo_stack.count()
    drag(pen, (220, 100), (250, 130))
    lay_down(figure)
    assert box(figure) == tuple(side + 30 for side in body)
    assert box(figure, "Layer 2") == tuple(side + 30 for side in arm)
    assert steps(model)[count:] == ["Transform layer"] and apart(figure) <= 1
    assert layer(figure).pose == layer(figure, "Layer 2").pose == (1, 0, 0, 1, 30, 30)
    model.undo_stack.undo()
    assert (on_screen(figure) == before).all() and layer(figure).pose == AT_REST


def test_a_limb_moves_without_what_it_hangs_on(figure: Paper, pen: Pen) -> None:
    body = box(figure)
    figure.board.choose_layer(layer(figure, "Layer 2").id)
    drag(pen, (320, 200), (340, 250))
    lay_down(figure)
    assert box(figure) and layer(figure).pose != AT_REST
    assert box(figure, "Drawing") == body and layer(figure, "Drawing").pose == AT_REST


def test_a_pivot_is_dragged_and_kept_and_turned_about(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    left, top, right, bottom = box(figure)
    drag(pen, ((left + right) / 2, (top + bottom) / 2), (left, 100))
    assert layer(figure).pivot == pytest.approx((left, 100), abs=0.5)
    assert steps(model)[-1] == "Move pivot"
    outside = right + 30
    radius = outside - left
    way = (left + radius * cos(radians(90)), 100 + radius * sin(radians(90)))
    drag(pen, (outside, 100), way)
    lay_down(figure)
    turned = box(figure)
    assert turned[0] == pytest.approx(left - 2, abs=4) and turned[3] > 190  # it hangs down now
    assert layer(figure).pivot == pytest.approx((left, 100), abs=0.5)
    a, b, *_ = layer(figure).pose
    assert (a, b) == pytest.approx((0, 1), abs=0.02)


def test_several_gestures_are_laid_down_as_one(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    count = model.undo_stack.count()
    drag(pen, (220, 100), (240, 120))
    drag(pen, (240, 120), (220, 180))
    figure.commands["pencil"].trigger()
    figure.desk.work.settle()
    assert steps(model)[count:] == ["Transform layer"]
    assert layer(figure).pose == (1, 0, 0, 1, 0, 80)


def test_escape_puts_everything_back(figure: Paper, pen: Pen, model: DocumentModel) -> None:
    before, count = on_screen(figure), model.undo_stack.count()
    drag(pen, (220, 100), (300, 300))
    figure.commands["give_up"].trigger()
    assert (on_screen(figure) == before).all() and model.undo_stack.count() == count
    assert not figure.desk.is_busy


def test_flipping_to_another_panel_lays_down_where_it_was_taken(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    first = figure.board.panel_id
    drag(pen, (220, 100), (260, 140))
    figure.board.add_panel()
    figure.desk.work.settle()
    assert (on_screen(figure) == 255).all() and layer(figure).pose == AT_REST
    figure.board.show_panel(first)
    assert layer(figure, "Drawing").pose == (1, 0, 0, 1, 40, 40)
    assert apart(figure) <= 1


def test_what_was_undone_meanwhile_is_not_laid_down(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    drag(pen, (220, 100), (260, 140))
    model.undo_stack.undo()
    lay_down(figure)
    assert model.undo_stack.canRedo() and layer(figure).pose == AT_REST
    assert apart(figure) <= 1


def test_a_duplicated_panel_knows_how_its_layers_moved(figure: Paper, pen: Pen) -> None:
    first = layer(figure)
    figure.commands["duplicate_panel"].trigger()
    figure.board.choose_layer(first.id)
    drag(pen, (220, 100), (270, 120))
    lay_down(figure)
    second = layer(figure)
    assert second.id == first.id
    assert np.allclose(motion(first, second), [[1, 0, 50], [0, 1, 20]])


def test_an_empty_layer_has_no_frame_and_says_so(figure: Paper, pen: Pen) -> None:
    words: list[str] = []
    figure.board.refused.connect(words.append)
    figure.commands["add_layer"].trigger()
    drag(pen, (220, 100), (270, 120))
    assert words == ["Nothing is drawn on this layer."]


def test_a_selection_turns_about_the_pivot_of_its_layer(figure: Paper, pen: Pen) -> None:
    left, top, right, bottom = box(figure)
    drag(pen, ((left + right) / 2, (top + bottom) / 2), (left, 100))
    figure.commands["lasso"].trigger()
    pen.draw([(180, 80, 1), (320, 80, 1), (320, 120, 1), (180, 120, 1)])
    drag(pen, (230, 100), (230, 101))  # lifts it
    drag(pen, (340, 101), (left, 101 + 340 - left))
    lay_down(figure)
    turned = box(figure)
    assert turned[0] == pytest.approx(left - 2, abs=4) and turned[3] > 190


def test_a_pivot_goes_back_to_the_middle_by_command(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    left, top, right, bottom = box(figure)
    drag(pen, ((left + right) / 2, (top + bottom) / 2), (left, 100))
    figure.commands["pivot_layer"].trigger()
    assert layer(figure).pivot is None and steps(model)[-1] == "Pivot to the middle"
    assert not figure.commands["pivot_layer"].isEnabled()


def test_who_draws_on_at_once_draws_on_what_was_laid_down(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    count = model.undo_stack.count()
    drag(pen, (220, 100), (240, 120))
    figure.commands["ink"].trigger()
    pen.draw(bar(50, 300))
    assert steps(model)[count:] == ["Transform layer", "Ink stroke"]
    assert apart(figure) <= 1


def test_what_was_changed_meanwhile_is_told_and_not_laid_down(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    words: list[str] = []
    figure.board.refused.connect(words.append)
    drag(pen, (220, 100), (240, 120))
    figure.commands["lay_down"].trigger()
    model.undo_stack.undo()
    figure.desk.work.settle()
    assert len(words) == 1 and "Transform layer" in words[0]
    assert model.undo_stack.canRedo() and not figure.desk.is_busy and apart(figure) <= 1


def test_a_layer_is_laid_down_at_once_or_put_back_while_it_is_lifted(
    figure: Paper, pen: Pen, model: DocumentModel
) -> None:
    before, count = on_screen(figure), len(steps(model))
    for key, made in (("give_up", []), ("lay_down", ["Transform layer"])):
        pen.draw([(220, 100, 1.0), (250, 130, 1.0)], lifts=False)
        pen.lift((250, 130))
        figure.commands[key].trigger()
        figure.desk.work.settle()
        assert steps(model)[count:] == made
        assert (on_screen(figure) == before).all() == (not made)
    assert apart(figure) <= 1
