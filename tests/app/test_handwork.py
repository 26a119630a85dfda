"""Tools over the picture in the window: from the inspector to the viewer and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from tests.app.test_window import TEAPOT
from widgets.inspector.panels_row import PanelsRow
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.size_row import PRESETS, SizeRow


@pytest.fixture
def project(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A starter with a crop and a resize behind its film."""
    window.open_file(Path(TEAPOT))
    assert window.project is not None
    model = window.project.model
    moves = next(one.id for one in model.graph.nodes.values() if one.type == "motion.in_between")
    for name, kind in (("cut", "frame.crop"), ("size", "frame.resize")):
        model.do(AddNode(node=Node(id=name, type=kind)), "Add")
        model.do(Connect(node=name, socket="image", link=Link("l", moves)), "Wire")
    return window


def select(window: MainWindow, name: str) -> None:
    """Select a node on the canvas."""
    assert window.canvas is not None
    window.canvas.select([name])


def test_a_crop_is_dragged_in_the_viewer(project: MainWindow, qtbot: QtBot) -> None:
    select(project, "cut")
    assert project.inspector is not None
    row = project.inspector.rows["left"]
    assert isinstance(row, ParameterRow)
    assert not row.hand.isHidden()
    row.hand.click()
    viewer = project.viewing.viewer
    tool = viewer.tool
    assert tool is not None
    qtbot.waitUntil(lambda: not tool.shown.size.isEmpty(), timeout=20_000)
    assert tool.shown.digest
    overlay = viewer.focusWidget()
    assert overlay is not None
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(overlay, left, pos=place.topLeft().toPoint())
    QTest.mouseMove(overlay, place.center().toPoint())
    QTest.mouseRelease(overlay, left, pos=place.center().toPoint())
    assert project.project is not None
    cut = project.project.model.graph.nodes["cut"].parameters
    assert cut["left"] == pytest.approx(tool.shown.size.width() / 2, abs=4)
    assert project.project.model.undo_stack.undoText() == "Set Left by hand"
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert viewer.tool is None
    assert not row.hand.isChecked()
    row.hand.click()
    assert viewer.tool is not None
    select(project, "size")
    assert viewer.tool is None


def test_the_size_of_the_input_is_offered(project: MainWindow, qtbot: QtBot) -> None:
    select(project, "size")
    assert project.inspector is not None
    row = project.inspector.rows["width"]
    assert isinstance(row, SizeRow)
    qtbot.waitUntil(lambda: row.presets.count() > len(PRESETS), timeout=20_000)
    assert row.presets.itemText(len(PRESETS)).startswith("Same as the input: ")


def test_a_panel_is_chosen_on_the_strip_and_in_the_inspector(project: MainWindow) -> None:
    select(project, "board")
    assert project.views is not None and project.inspector is not None
    strip, row = project.views.strip, project.inspector.rows["panels"]
    assert isinstance(row, PanelsRow)
    ids = [panel.id for panel in row.editor.shown]
    assert ids == list(strip.selected_panels)
    row.list.setCurrentRow(3)
    chosen = tuple(panel.id for panel in row.editor.shown)
    assert strip.selected_panels == chosen
    strip.select_panels((*chosen, *ids))
    assert len(row.editor.shown) == 2
