"""The keys of drawing: they work where one draws, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.window.docks import Place
from app.window.main_window import MainWindow
from app.window.rooms import Room
from widgets.commands import Scope
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper

TEAPOT = Path(__file__).parents[2] / "resources" / "templates" / "teapot_turn.loom"
K = Qt.Key
TOOLS = {
    K.Key_B: ToolKind.PENCIL,
    K.Key_E: ToolKind.ERASER,
    K.Key_L: ToolKind.LASSO,
    K.Key_F: ToolKind.FILL,
    K.Key_1: ToolKind.PENCIL,
    K.Key_2: ToolKind.INK,
    K.Key_3: ToolKind.MARKER,
    K.Key_4: ToolKind.AIRBRUSH,
    K.Key_5: ToolKind.ERASER,
    K.Key_6: ToolKind.FILL,
    K.Key_7: ToolKind.LINE,
    K.Key_8: ToolKind.RECTANGLE,
    K.Key_9: ToolKind.ELLIPSE,
}
BRACKETS = {K.Key_BracketLeft, K.Key_BracketRight, K.Key_BraceLeft, K.Key_BraceRight}
ALL = (*TOOLS, *BRACKETS, K.Key_O, K.Key_N, K.Key_D)
ON_A_US_KEYBOARD = {"Shift+[": "{", "Shift+]": "}", "Shift+,": "<", "Shift+.": ">", "Shift+/": "?"}


@pytest.fixture
def drawing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with a starter to draw on, in front of the others."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_file(TEAPOT)
    paper_of(window).setFocus()
    return window


def paper_of(window: MainWindow) -> Paper:
    assert window.views is not None
    return window.views.paper


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


def state(paper: Paper) -> tuple[object, ...]:
    """All that a key of drawing changes."""
    hand, view = paper.hand, paper.view
    return hand.tool, hand.brush, paper.desk.skin.is_on, view.framing.angle, len(paper.board.panels)


def test_a_key_takes_a_tool(drawing: MainWindow) -> None:
    hand = paper_of(drawing).hand
    for key, tool in TOOLS.items():
        hand.take(ToolKind.PICK)
        press(drawing, key)
        assert hand.tool is tool


def test_brackets_change_the_size_and_braces_the_edge(drawing: MainWindow) -> None:
    hand = paper_of(drawing).hand
    hand.take(ToolKind.MARKER)
    size, hardness = hand.brush.size, hand.brush.hardness
    press(drawing, K.Key_BracketRight)
    assert hand.brush.size > size
    press(drawing, K.Key_BracketLeft)
    assert hand.brush.size == pytest.approx(size, abs=0.5)
    press(drawing, K.Key_BraceLeft)
    assert hand.brush.hardness == pytest.approx(hardness - 0.1)
    press(drawing, K.Key_BraceRight)
    assert hand.brush.hardness == pytest.approx(hardness)


def test_o_n_and_d_are_for_neighbours_and_panels(drawing: MainWindow) -> None:
    paper = paper_of(drawing)
    count = len(paper.board.panels)
    press(drawing, K.Key_O)
    assert paper.desk.skin.is_on
    press(drawing, K.Key_N)
    assert len(paper.board.panels) == count + 1
    assert paper.board.layer is not None and not paper.board.layer.tiles
    press(drawing, K.Key_D)
    assert len(paper.board.panels) == count + 2


def test_tools_are_taken_while_the_brush_is_being_changed(drawing: MainWindow) -> None:
    paper = paper_of(drawing)
    paper.brush_panel.diameter.slider.setFocus()
    press(drawing, K.Key_3)
    assert paper.hand.tool is ToolKind.MARKER
    paper.brush_panel.diameter.slider.setFocus()
    size = paper.hand.brush.size
    press(drawing, K.Key_BracketRight)
    assert paper.hand.brush.size > size


def in_wire(window: MainWindow) -> QWidget:
    window.rooms.show(Room.WIRE)
    assert window.canvas is not None
    return window.canvas.view


def in_a_text_field(window: MainWindow) -> QWidget:
    assert window.views is not None
    window.docks[Place.PANEL].raise_()
    return window.views.panel_sheet.findChildren(QPlainTextEdit)[0]


@pytest.mark.parametrize("place", [in_wire, in_a_text_field])
def test_elsewhere_they_do_nothing_to_the_drawing(
    drawing: MainWindow, place: Callable[[MainWindow], QWidget]
) -> None:
    paper, where = paper_of(drawing), place(drawing)
    where.setFocus()
    assert where.hasFocus()
    before = state(paper)
    for key in ALL:
        press(drawing, key)
        where.setFocus()
    assert state(paper) == before


def test_no_two_commands_of_the_paper_share_a_key_of_a_us_keyboard(drawing: MainWindow) -> None:
    holders: dict[str, str] = {}
    for command in drawing.book.commands:
        if command.scope in (Scope.PAPER, Scope.EVERYWHERE):
            for keys in {key.toString() for key in command.keys}:
                name = ON_A_US_KEYBOARD.get(keys, keys)
                assert holders.setdefault(name, command.id) == command.id


def test_a_layer_is_chosen_by_mouse_and_the_keys_go_on_working(drawing: MainWindow) -> None:
    paper = paper_of(drawing)
    rows = paper.layers_panel.list
    first = paper.board.layer
    for row in range(2):
        place = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    press(drawing, K.Key_2)
    assert paper.hand.tool is ToolKind.INK
    assert paper.board.layer != first
