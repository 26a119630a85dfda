"""Drawing in the window: what the pen leaves is in the film, in the journal and in the file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from nodes.project_file import open_project
from nodes.registry import library
from nodes.working_store import find_recoverable, recover
from pipelines.panels import Panel
from tests.widgets.paper.conftest import Pen
from tests.widgets.paper.test_touches import SPREAD, Fingers
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper

TEAPOT = Path(__file__).parents[2] / "resources" / "templates" / "teapot_turn.loom"


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """A window with a starter open in the Draw room."""
    window.open_file(TEAPOT)
    return window


def paper_of(window: MainWindow) -> Paper:
    assert window.views is not None
    return window.views.paper


def stroke(window: MainWindow, application: QApplication) -> Panel:
    paper = paper_of(window)
    paper.hand.set_steadiness(0)
    paper.commands["ink"].trigger()
    Pen(paper, application).draw([(100, 100, 1.0), (400, 300, 1.0), (500, 120, 0.5)])
    panel = paper.board.panel
    assert panel is not None
    return panel


def test_a_stroke_is_saved_with_the_project(
    window: MainWindow, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    drawn = stroke(window, qapp)
    assert window.project is not None
    target = tmp_path / "mine.loom"
    store = window.project.store
    store.save(store.capture(window.project.model.document), target)
    with open_project(target, library()) as saved:
        panels = {
            panel.id: panel
            for node in saved.document.graph.nodes.values()
            for panel in node.parameters.get("panels", ())
        }
        assert panels[drawn.id] == drawn
        for layer in drawn.layers:
            for tile in layer.tiles:
                assert saved.tiles.read(tile.digest).shape == (256, 256, 4)


def test_a_stroke_is_in_the_journal_at_once(
    window: MainWindow, qapp: QApplication, tmp_path: Path
) -> None:
    drawn = stroke(window, qapp)
    assert window.project is not None
    window.project.store.flush()
    copied = tmp_path / "killed"
    shutil.copytree(window.projects.state_folder, copied)  # as a kill would leave it
    (session,) = find_recoverable(copied)
    found = recover(session, library())
    document, store = found[:2]
    try:
        panels = [
            panel
            for node in document.graph.nodes.values()
            for panel in node.parameters.get("panels", ())
        ]
        assert drawn in panels
        for layer in drawn.layers:
            for tile in layer.tiles:
                assert np.any(store.read(tile.digest))
    finally:
        store.finish()


def test_paper_and_player_share_a_playhead(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    paper, playback = paper_of(window), window.viewing.viewer.playback
    panels = paper.board.panels
    length = sum(panel.duration for panel in panels)
    qtbot.waitUntil(lambda: playback.length == length, timeout=20_000)
    paper.board.show_panel(panels[1].id)
    assert playback.frame == panels[0].duration
    playback.go_to(0)
    assert paper.board.panel == panels[0]
    playback.go_to(panels[0].duration + 1)
    assert paper.board.panel == panels[1]
    assert playback.frame == panels[0].duration + 1


def test_the_film_goes_along_with_panels_that_come_and_go(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    paper, playback = paper_of(window), window.viewing.viewer.playback

    def is_there() -> bool:
        board = paper.board
        start = sum(panel.duration for panel in board.panels[: board.place])
        length = sum(panel.duration for panel in board.panels)
        return playback.length == length and playback.frame == start

    qtbot.waitUntil(is_there, timeout=20_000)
    for name in ("new_panel", "duplicate_panel", "delete_panel"):
        paper.commands[name].trigger()
        qtbot.waitUntil(is_there, timeout=20_000)
    assert paper.board.place == 2


@pytest.mark.parametrize(("kind", "rests"), [("Enter", True), ("Leave", False)])
def test_a_pen_that_comes_near_is_told_to_the_paper(
    window: MainWindow, qapp: QApplication, kind: str, rests: bool
) -> None:
    view = paper_of(window).view
    zoom = view.framing.zoom
    device = QPointingDevice.primaryPointingDevice()
    for one in ("Enter", kind):
        event = QTabletEvent(
            QEvent.Type[f"Tablet{one}Proximity"],
            device,
            QPointF(),
            QPointF(),
            *(0, 0, 0, 0, 0, 0),
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
        )
        qapp.sendEvent(qapp, event)
    Fingers(paper_of(window), qapp).pull(SPREAD, at=60_000)
    assert (view.framing.zoom == zoom) is rests


def test_a_brush_is_as_it_was_left_when_another_project_is_drawn_on(
    window: MainWindow, qapp: QApplication
) -> None:
    hand = paper_of(window).hand
    hand.take(ToolKind.MARKER)
    hand.set_brush(replace(hand.brush, size=77))
    window.projects.put_away()
    window.open_file(TEAPOT)
    again = paper_of(window).hand
    assert again is not hand and again.tool is ToolKind.MARKER and again.brush.size == 77
