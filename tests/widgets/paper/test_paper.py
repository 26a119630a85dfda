"""Drawing with a pen: what is seen is what is kept, every gesture is a step, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pipelines.painting.brush import Response
from pipelines.painting.composite import PICTURE_ROLES, composite
from pipelines.panels import BlendMode, LayerRole
from pipelines.values import JointMode
from tests.widgets.paper.conftest import Dot, Pen
from widgets.document_model import DocumentModel
from widgets.paper.hand import BRUSHES, ToolKind
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels

WAVE: list[Dot] = [(60 + 5 * x, 180 + 60 * np.sin(x / 8), 0.3 + x / 200) for x in range(100)]


def on_screen(paper: Paper) -> NDArray[np.uint8]:
    return opaque_pixels(paper.desk.sheet.flat)


def in_graph(paper: Paper) -> NDArray[np.uint8]:
    """What the graph would see of the panel in hand."""
    panel, board = paper.board.panel, paper.board
    assert panel is not None
    made = composite(panel.layers, board.size, board.tiles, paper=board.paper, roles=PICTURE_ROLES)
    return made.pixels.astype(np.uint8)


def apart(paper: Paper) -> int:
    return int(np.abs(on_screen(paper).astype(int) - in_graph(paper)).max())


def steps(model: DocumentModel) -> list[str]:
    stack = model.undo_stack
    return [stack.text(at) for at in range(stack.count())]


@pytest.mark.parametrize("kind", [kind for kind in BRUSHES if kind is not ToolKind.ERASER])
def test_a_stroke_shows_what_the_graph_sees(paper: Paper, pen: Pen, kind: ToolKind) -> None:
    paper.commands[kind.value].trigger()
    pen.draw(WAVE)
    assert (on_screen(paper) < 250).any()
    assert apart(paper) <= 1


def test_a_stroke_is_one_step_and_undo_brings_the_paper_back(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    pen.draw(WAVE)
    drawn = on_screen(paper)
    pen.draw([(x, y + 40, p) for x, y, p in WAVE])
    assert steps(model) == ["New panel", "Pencil stroke", "Pencil stroke"]
    model.undo_stack.undo()
    assert (on_screen(paper) == drawn).all()
    model.undo_stack.undo()
    assert (on_screen(paper) == 255).all()
    model.undo_stack.redo()
    assert (on_screen(paper) == drawn).all()


def test_harder_pressure_makes_a_wider_line(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 0.1), (300, 100, 0.1)])
    pen.draw([(100, 200, 1.0), (300, 200, 1.0)])
    dark = on_screen(paper)[..., 0] < 128
    assert dark[80:120, 200].sum() < dark[180:220, 200].sum()


def test_a_stroke_ends_as_wide_as_it_was_drawn(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 1.0), (200, 100, 1.0), (300, 100, 1.0)], lifts=False)
    paper.view._on_frame_due()  # type: ignore[reportPrivateUsage] - the frame that is due
    pen.lift((340, 100))
    dark = on_screen(paper)[..., 0] < 128
    assert dark[80:120, 330].sum() == dark[80:120, 200].sum()


def test_the_tail_of_the_pen_erases(paper: Paper, pen: Pen, model: DocumentModel) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 1.0), (300, 100, 1.0)])
    pen.draw([(200, 60, 1.0), (200, 140, 1.0)], tail=True)
    dark = on_screen(paper)[..., 0] < 128
    assert dark[100, 120] and not dark[100, 200]
    assert steps(model)[-1] == "Erase"
    assert paper.hand.tool is ToolKind.INK


def test_a_stroke_that_leaves_the_paper_keeps_its_outside(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(300, 100, 1.0), (700, 100, 1.0), (700, 200, 1.0), (300, 200, 1.0)])
    dark = on_screen(paper)[..., 0] < 128
    assert dark[:150, 630].any() and dark[150:, 630].any()  # a curve through few points bulges
    layer = paper.board.layer
    assert layer is not None and max(tile.x for tile in layer.tiles) == 2


@pytest.mark.parametrize("at", [(-8.0, 100.0), (648.0, 100.0), (300.0, -8.0), (900.0, 500.0)])
@pytest.mark.parametrize("tool", ["pencil", "airbrush", "rectangle", "line", "fill"])
def test_a_click_beside_the_paper_is_no_step(
    paper: Paper, pen: Pen, model: DocumentModel, tool: str, at: tuple[float, float]
) -> None:
    paper.hand.set_brush(replace(paper.hand.brush, size=6))
    paper.commands[tool].trigger()
    if tool == "airbrush":
        paper.hand.set_brush(replace(paper.hand.brush, size=10))
    pen.draw([(*at, 1.0), (at[0] + 0.4, at[1], 1.0)])
    pen.draw([(at[0], at[1], 1.0), (at[0] - 4, at[1] - 4, 1.0)])
    assert steps(model) == ["New panel"]
    assert paper.board.layer is not None and not paper.board.layer.tiles
    assert (on_screen(paper) == 255).all()


def test_escape_gives_a_stroke_up(paper: Paper, pen: Pen, model: DocumentModel) -> None:
    pen.draw(WAVE, lifts=False)
    paper.view._on_frame_due()  # type: ignore[reportPrivateUsage] - the frame that is due
    assert (on_screen(paper) < 250).any()
    paper.commands["give_up"].trigger()
    assert (on_screen(paper) == 255).all()
    assert steps(model) == ["New panel"]


def test_shift_goes_straight_on_from_the_last_stroke(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(100, 100, 1.0), (110, 100, 1.0)])
    pen.draw([(300, 100, 1.0)], modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert (on_screen(paper)[100, 105:300, 0] < 128).all()


def test_a_locked_or_hidden_layer_is_not_painted_and_that_is_told(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    panel = paper.board.panel
    assert panel is not None
    told: list[str] = []
    paper.board.refused.connect(told.append)
    paper.commands["lock_layer"].trigger()
    pen.draw(WAVE)
    paper.commands["lock_layer"].trigger()
    paper.commands["show_layer"].trigger()
    pen.draw(WAVE)
    assert len(told) == 2 and "locked" in told[0] and "hidden" in told[1]
    assert paper.board.layer is not None and not paper.board.layer.tiles


def test_a_fill_stays_within_a_drawn_shape(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    paper.commands["rectangle"].trigger()
    pen.draw([(100, 100, 1.0), (200, 150, 1.0), (300, 220, 1.0)])
    paper.commands["fill"].trigger()
    paper.hand.set_colour((200, 60, 40))
    pen.draw([(200, 160, 1.0)])
    seen = on_screen(paper)
    assert tuple(seen[160, 200]) == (200, 60, 40)
    assert tuple(seen[50, 50]) == (255, 255, 255)
    assert apart(paper) <= 1


def test_the_eyedropper_and_alt_take_the_colour_that_is_seen(paper: Paper, pen: Pen) -> None:
    paper.hand.set_colour((200, 60, 40))
    paper.hand.set_fills_shapes(True)
    paper.commands["ellipse"].trigger()
    pen.draw([(100, 100, 1.0), (200, 200, 1.0), (300, 300, 1.0)])
    paper.hand.set_colour((0, 0, 0))
    paper.commands["pencil"].trigger()
    pen.draw([(200, 200, 1.0)], modifiers=Qt.KeyboardModifier.AltModifier)
    for got, wanted in zip(paper.hand.colour, (200, 60, 40), strict=True):
        assert abs(got - wanted) <= 40  # the pencil's opacity lets paper through
    assert paper.hand.tool is ToolKind.PENCIL


def test_layers_show_as_the_graph_sees_them(paper: Paper, pen: Pen) -> None:
    paper.hand.set_brush(replace(paper.hand.brush, size=60, grain=0, size_by=Response()))
    colours = [(220, 60, 50), (60, 140, 220), (90, 200, 90), (240, 220, 80)]
    for place, mode in enumerate(
        (BlendMode.NORMAL, BlendMode.MULTIPLY, BlendMode.SCREEN, BlendMode.OVERLAY)
    ):
        if place:
            paper.commands["add_layer"].trigger()
        paper.hand.set_colour(colours[place])
        pen.draw([(80 + 40 * place, 60, 1.0), (300 + 40 * place, 300, 1.0)])
        paper.layers_panel.blend.setCurrentIndex(paper.layers_panel.blend.findData(mode))
        paper.layers_panel.blend.activated.emit(paper.layers_panel.blend.currentIndex())
    panel = paper.board.panel
    assert panel is not None and len({layer.blend for layer in panel.layers}) == 4
    assert apart(paper) <= 3
    paper.board.choose_layer(panel.layers[0].id)
    assert apart(paper) <= 3


def test_a_duplicated_panel_keeps_the_identity_of_its_layers(paper: Paper, pen: Pen) -> None:
    pen.draw(WAVE)
    first = paper.board.panel
    paper.commands["duplicate_panel"].trigger()
    second = paper.board.panel
    assert first is not None and second is not None and first.id != second.id
    assert second.layers == first.layers
    assert [panel.joint for panel in paper.board.panels] == [JointMode.IN_BETWEEN, JointMode.CUT]
    paper.commands["delete_panel"].trigger()
    assert [panel.id for panel in paper.board.panels] == [first.id]
    assert paper.board.panel is not None


def test_a_background_is_painted_in_every_panel_that_has_it(paper: Paper, pen: Pen) -> None:
    role = paper.layers_panel.role
    role.setCurrentIndex(role.findData(LayerRole.BACKGROUND))
    role.activated.emit(role.currentIndex())
    paper.commands["new_panel"].trigger()
    assert paper.board.layer is not None
    assert paper.board.layer.role is LayerRole.BACKGROUND
    pen.draw(WAVE)
    one, other = paper.board.panels
    assert one.layers == other.layers and one.layers[0].tiles


def test_panels_are_flipped_and_neighbours_show_through(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw(WAVE)
    paper.commands["new_panel"].trigger()
    assert (on_screen(paper) == 255).all()
    paper.commands["onion"].trigger()
    ghost = on_screen(paper)
    assert (ghost < 250).any() and ghost.min() > 60
    assert (in_graph(paper) == 255).all()
    paper.commands["onion"].trigger()
    paper.commands["previous_panel"].trigger()
    assert on_screen(paper).min() < 60


def test_the_point_under_the_pen_stays_when_the_view_is_turned_and_zoomed(
    paper: Paper, pen: Pen
) -> None:
    paper.view.turn(30)
    paper.view.zoom(1.7, QPointF(100, 200))
    paper.commands["mirror"].trigger()
    paper.commands["ink"].trigger()
    pen.draw([(200, 150, 1.0), (260, 150, 1.0)])
    dark = on_screen(paper)[..., 0] < 128
    assert dark[150, 205:255].all() and not dark[140].any()


def test_guides_and_aspects_lie_over_the_paper_and_are_no_part_of_it(paper: Paper) -> None:
    def seen() -> NDArray[np.uint8]:
        return opaque_pixels(paper.view.grab().toImage())

    bare, flat = seen(), on_screen(paper)
    corner = paper.view.framing.to_view(paper.view.size().toSizeF()).map(QPointF(320, 10))
    row, column = round(corner.y()), round(corner.x())
    names: list[str] = []
    for _ in range(5):
        paper.commands["aspect"].trigger()
        names.append(paper.view.guides.aspect)
        if paper.view.guides.aspect == "2.39:1":
            assert seen()[row, column].max() < 200 <= bare[row, column].min()
    assert names == ["2.39:1", "1.85:1", "4:3", "1:1", "9:16"]  # the paper is 16:9 itself
    paper.commands["aspect"].trigger()
    assert (seen() == bare).all()
    paper.commands["guides"].trigger()
    assert (seen() != bare).any() and (on_screen(paper) == flat).all()
    paper.commands["guides"].trigger()
    assert (seen() == bare).all()


def test_the_mirrored_view_shows_the_paper_from_behind(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw([(60, 60, 1.0), (120, 60, 1.0)])
    flat = on_screen(paper)
    plain = opaque_pixels(paper.view.grab().toImage())
    paper.commands["mirror"].trigger()
    behind = opaque_pixels(paper.view.grab().toImage())
    dark = [(one < 128).all(axis=2).sum(axis=0) for one in (plain, behind)]
    middles = [float((one * np.arange(len(one))).sum() / one.sum()) for one in dark]
    assert abs(sum(middles) - plain.shape[1]) < 4 and middles[0] < middles[1]
    assert (on_screen(paper) == flat).all()


def test_an_empty_project_says_what_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    from nodes.document import Document
    from nodes.registry import library
    from pipelines.painting.tiles import MemoryTiles

    bare = Paper(DocumentModel(Document(library())), MemoryTiles())
    for widget in (bare, bare.brush_panel, bare.layers_panel):
        qtbot.addWidget(widget)
    assert not any(action.isEnabled() for action in bare.commands.values())
    bare.show()
    (button,) = bare.findChildren(QPushButton)
    assert button.isVisible()
    button.click()
    assert bare.board.panel is not None and bare.view.isVisible()
