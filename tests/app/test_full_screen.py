"""Drawing on the full screen: nothing but the paper, every key still works, and all comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.docks import Place
from app.window.main_window import MainWindow
from app.window.rooms import Room
from tests.widgets.paper.conftest import Pen
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper

TEAPOT = Path(__file__).parents[2] / "resources" / "templates" / "teapot_turn.loom"


@pytest.fixture
def drawing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window with a starter to draw on, in front of the others."""
    with qtbot.waitActive(window):
        window.activateWindow()
    window.open_file(TEAPOT)
    assert window.views is not None
    window.views.paper.setFocus()
    return window


@pytest.fixture
def paper(drawing: MainWindow) -> Paper:
    """The paper of a window on the full screen."""
    window = drawing
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.views is not None
    return window.views.paper


def press(window: MainWindow, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget() or window, key, held)


def shown_docks(window: MainWindow) -> set[Place]:
    return {place for place in Place if window.docks[place].isVisible()}


def test_only_paper_and_tools_are_seen(window: MainWindow, paper: Paper) -> None:
    assert paper.size() == window.size()
    assert paper.tools.isVisible() and paper.view.size() == window.size()
    assert not shown_docks(window) and not window.viewing.viewer.isVisible()
    assert not window.top_bar.isVisible() and not window.menuBar().isVisible()


def test_keys_of_menus_and_tools_still_work(
    window: MainWindow, paper: Paper, qapp: QApplication
) -> None:
    press(window, Qt.Key.Key_2)
    assert paper.hand.tool is ToolKind.INK
    Pen(paper, qapp).draw([(100, 100, 1.0), (300, 200, 1.0)])
    assert window.project is not None
    stack = window.project.model.undo_stack
    assert stack.undoText() == "Ink stroke" and not window.top_bar.isVisible()
    press(window, Qt.Key.Key_Z, ctrl=True)
    assert not stack.canUndo() and stack.redoText() == "Ink stroke"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F11])
def test_all_comes_back_as_it_was(drawing: MainWindow, key: Qt.Key) -> None:
    window = drawing
    assert window.views is not None
    paper = window.views.paper
    window.docks[Place.STRIP].hide()
    before, size = shown_docks(window), window.size()
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, key)
    assert not window.isFullScreen() and window.size() == size
    assert shown_docks(window) == before and window.viewing.viewer.isVisible()
    assert window.top_bar.isVisible() and window.menuBar().isVisible()
    assert paper.bar.isVisible() and paper.view.mapTo(paper, QPoint()).x() > paper.tools.x()


def test_escape_gives_up_the_selection_first(
    window: MainWindow, paper: Paper, qapp: QApplication
) -> None:
    press(window, Qt.Key.Key_L)
    Pen(paper, qapp).draw([(50, 50, 1), (200, 50, 1), (200, 200, 1), (50, 200, 1)])
    assert paper.desk.selection is not None
    press(window, Qt.Key.Key_Escape)
    assert paper.desk.selection is None and window.isFullScreen()
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_another_room_ends_it_and_keeps_its_own_order(window: MainWindow, paper: Paper) -> None:
    window.rooms.show(Room.WIRE)
    assert not window.isFullScreen() and window.menuBar().isVisible()
    assert not window.full_screen.commands["draw_full_screen"].isEnabled()
    window.rooms.show(Room.DRAW)
    assert Place.BRUSH in shown_docks(window) and paper.bar.isVisible()
