"""What layers are for: masks veil the paper, backgrounds are shared, the film gets its own."""

from __future__ import annotations

from msgspec.structs import replace

from pipelines.painting.layers import with_layer
from pipelines.panels import Layer, LayerRole
from tests.widgets.paper.conftest import Dot, Pen
from tests.widgets.paper.test_paper import WAVE, apart, in_graph, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper

LINE: list[Dot] = [(100, 100, 1.0), (300, 100, 1.0)]


def take_role(paper: Paper, role: LayerRole) -> None:
    """Choose what the layer in hand is for."""
    box = paper.layers_panel.role
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())


def layer(paper: Paper) -> Layer:
    found = paper.board.layer
    assert found is not None
    return found


def test_a_mask_is_a_veil_on_the_paper_and_not_in_the_film(paper: Paper, pen: Pen) -> None:
    take_role(paper, LayerRole.MASK)
    paper.commands["ink"].trigger()
    pen.draw(LINE)
    red, green, blue = on_screen(paper)[100, 200].tolist()
    assert red > green + 50 and red > blue + 50
    assert (in_graph(paper) == 255).all()


def test_a_mask_lies_over_all_paint_wherever_it_is_in_the_stack(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    take_role(paper, LayerRole.MASK)
    pen.draw(LINE)
    paper.commands["add_layer"].trigger()
    pen.draw(LINE)
    red, green, _ = on_screen(paper)[100, 200].tolist()
    assert red > green + 50


def test_notes_are_seen_by_the_hand_alone(paper: Paper, pen: Pen) -> None:
    take_role(paper, LayerRole.NOTES)
    pen.draw(WAVE)
    assert (on_screen(paper) < 250).any() and (in_graph(paper) == 255).all()


def test_a_background_above_a_drawing_is_shown_as_the_graph_sees_it(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw(LINE)
    paper.commands["add_layer"].trigger()
    paper.hand.set_colour((200, 180, 40))
    pen.draw(LINE)
    take_role(paper, LayerRole.BACKGROUND)
    paper.commands["add_layer"].trigger()
    assert apart(paper) <= 1


def shared(paper: Paper) -> list[Layer]:
    """The background in hand as each panel has it."""
    held = layer(paper)
    return [one for panel in paper.board.panels for one in panel.layers if one.id == held.id]


def test_a_stroke_on_a_shared_background_is_on_every_panel_and_one_step(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    take_role(paper, LayerRole.BACKGROUND)
    paper.board.add_panel()
    paper.board.duplicate_panels()
    pen.draw(WAVE)
    assert len(shared(paper)) == 3 and all(one.tiles for one in shared(paper))
    assert len(set(shared(paper))) == 1
    count = model.undo_stack.count()
    model.undo_stack.undo()
    assert not any(one.tiles for one in shared(paper))
    assert model.undo_stack.count() == count


def test_opacity_and_name_of_a_shared_background_are_one_as_well(paper: Paper) -> None:
    take_role(paper, LayerRole.BACKGROUND)
    paper.board.add_panel()
    paper.layers_panel.opacity.chosen.emit(40)
    panel = paper.board.panel
    assert panel is not None
    paper.board.put(with_layer(panel, replace(layer(paper), name="Sky")), "Rename layer")
    assert [(one.opacity, one.name) for one in shared(paper)] == [(0.4, "Sky")] * 2


def test_a_drawing_of_the_same_id_elsewhere_is_not_painted(paper: Paper, pen: Pen) -> None:
    paper.board.duplicate_panels()
    take_role(paper, LayerRole.BACKGROUND)
    pen.draw(WAVE)
    assert sum(bool(one.tiles) for one in shared(paper)) == 1


def test_a_background_is_made_the_panels_own_and_shared_again(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    take_role(paper, LayerRole.BACKGROUND)
    paper.board.add_panel()
    common = layer(paper).id
    paper.board.make_own(common)
    assert layer(paper).id != common and steps(model)[-1] == "Make background the panel's own"
    pen.draw(WAVE)
    assert len(shared(paper)) == 1
    own = layer(paper).id
    paper.board.share(own, {panel.id for panel in paper.board.panels})
    assert len(paper.board.sharers(own)) == 2
    pen.draw([(x, y + 60, p) for x, y, p in WAVE])
    assert len(set(shared(paper))) == 1 and len(shared(paper)) == 2
