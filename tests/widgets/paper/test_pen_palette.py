"""The palette under the pen: one stroke picks, a click leaves it open, and nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.widgets.paper.conftest import Dot, Pen
from widgets.document_model import DocumentModel
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper
from widgets.paper.pen_palette import Choice, PenPalette

AT: Dot = (320.0, 180.0, 0.0)


@pytest.fixture
def wheel(paper: Paper, model: DocumentModel) -> Iterator[PenPalette]:
    """The palette of a paper on which nothing is drawn, before and after."""
    yield paper.pen_palette
    assert model.undo_stack.count() == 1


def place(wheel: PenPalette, choice: Choice) -> QPointF:
    """Where a choice lies in the view, once the palette is open."""
    sector = next(one for one in wheel.sectors if one.choice == choice)
    return QPointF(wheel.pos()) + wheel.middle + sector.middle


def dot(paper: Paper, at: QPointF) -> Dot:
    back = paper.view.framing.to_canvas(paper.view.size().toSizeF()).map(at)
    return back.x(), back.y(), 0.0


@pytest.mark.parametrize("choice", [ToolKind.MARKER, ToolKind.LASSO, 24.0, (201, 76, 60)])
def test_one_stroke_with_the_pens_button_picks(
    paper: Paper, pen: Pen, wheel: PenPalette, choice: Choice
) -> None:
    paper.commands["ink"].trigger()
    pen.pull([AT])
    assert wheel.isVisible()
    target = dot(paper, place(wheel, choice))
    wheel.close_palette()
    pen.pull([AT, ((AT[0] + target[0]) / 2, (AT[1] + target[1]) / 2, 0.0), target])
    assert not wheel.isVisible()
    assert choice in (paper.hand.tool, paper.hand.brush.size, paper.hand.colour)


def test_a_click_of_the_right_button_opens_it_and_another_click_picks(
    paper: Paper, wheel: PenPalette
) -> None:
    QTest.mouseClick(paper.view, Qt.MouseButton.RightButton, pos=paper.view.rect().center())
    assert wheel.isVisible() and not wheel.is_pulled
    at = (place(wheel, ToolKind.AIRBRUSH) - QPointF(wheel.pos())).toPoint()
    QTest.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=at)
    assert not wheel.isVisible() and paper.hand.tool is ToolKind.AIRBRUSH


def test_escape_and_a_click_beside_it_close_it(paper: Paper, pen: Pen, wheel: PenPalette) -> None:
    before = paper.hand.tool, paper.hand.brush, paper.hand.colour
    pen.pull([AT])
    QTest.keyClick(wheel, Qt.Key.Key_Escape)
    assert not wheel.isVisible()
    pen.pull([AT])
    pen.draw([(10, 10, 1.0), (30, 30, 1.0)])
    assert not wheel.isVisible()
    assert (paper.hand.tool, paper.hand.brush, paper.hand.colour) == before


def test_it_goes_by_keyboard(paper: Paper, wheel: PenPalette) -> None:
    paper.commands["palette"].trigger()
    assert wheel.isVisible()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(wheel, key)
    assert wheel.accessibleDescription() == "Airbrush"
    QTest.keyClick(wheel, Qt.Key.Key_Return)
    assert paper.hand.tool is ToolKind.AIRBRUSH and not wheel.isVisible()


@pytest.mark.parametrize("corner", [(0.0, 0.0, 0.0), (639.0, 359.0, 0.0)])
def test_it_lies_within_the_paper_also_at_a_corner(
    paper: Paper, pen: Pen, wheel: PenPalette, corner: Dot
) -> None:
    pen.pull([corner])
    assert paper.view.rect().contains(wheel.geometry())
    assert not wheel.is_pulled


def test_colours_drawn_with_come_first(paper: Paper, pen: Pen, model: DocumentModel) -> None:
    paper.hand.set_colour((9, 99, 199))
    pen.draw([(20, 20, 1.0), (60, 20, 1.0)])
    pen.pull([AT])
    colours = [one.choice for one in paper.pen_palette.sectors if isinstance(one.choice, tuple)]
    assert colours[0] == (9, 99, 199) and len(colours) == len(set(colours)) == 12
