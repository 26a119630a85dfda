"""The strip in the window: one playhead, one pair of marks, thumbnails, and the sound below."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.docks import Place
from app.window.main_window import MainWindow
from app.window.rooms import Room
from nodes.edits import AddNode, Batch, Connect, PutPanels, SetParameter
from nodes.graph import Link, Node
from pipelines.media.pictures import write_picture
from pipelines.panels import Panel
from pipelines.values import Image, JointMode, Marks
from tests.app.projects import save_board
from widgets.inspector.panels_row import PanelsRow
from widgets.paper.hand import ToolKind
from widgets.strip import StoryStrip
from widgets.toast import Toast


@pytest.fixture
def window(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window with a project of two panels."""
    window.open_file(save_board(tmp_path / "film.loom"))
    return window


def strip_of(window: MainWindow) -> StoryStrip:
    assert window.views is not None
    return window.views.strip


def test_the_playhead_and_the_marks_are_those_of_the_viewer(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip, playback = strip_of(window), window.viewing.viewer.playback
    qtbot.waitUntil(lambda: playback.length == 8, timeout=20000)
    strip.view.ask_frame(5)
    assert playback.frame == 5
    playback.go_to(2)
    assert strip.view.frame == 2
    strip.marks_dragged.emit(Marks(1, 6))
    assert playback.marks == Marks(1, 6)
    assert strip.view.marks == Marks(1, 6)


def test_the_chosen_panel_is_edited_beside_the_paper(window: MainWindow) -> None:
    strip, views = strip_of(window), window.views
    assert views is not None
    second = strip.editing.panels[1].id
    strip.select_panels((second,))
    sheet = views.panel_sheet
    sheet.editor.prompt.setPlainText("rain at night")
    assert strip.editing.panels[1].prompt == "rain at night"
    assert window.docks[Place.PANEL].widget() is sheet
    first = strip.editing.panels[0].id
    strip.select_panels((first,))
    assert [panel.id for panel in sheet.editor.shown] == [first]


def test_the_panel_that_is_flipped_to_is_the_chosen_one(window: MainWindow) -> None:
    strip, views = strip_of(window), window.views
    assert views is not None
    second = strip.editing.panels[1].id
    views.paper.commands["next_panel"].trigger()
    assert strip.selected_panels == (second,)
    assert [panel.id for panel in views.panel_sheet.editor.shown] == [second]


def test_keys_for_panels_mean_one_thing_on_the_paper(window: MainWindow) -> None:
    views = window.views
    assert views is not None
    shared = views.strip.commands_on_paper
    assert set(shared) <= set(views.paper.actions())
    keys = [
        key.toString()
        for action in (*views.paper.commands.values(), *shared)
        for key in action.shortcuts()
    ]
    assert len(set(keys)) == len(keys)


def test_panels_get_their_thumbnails(window: MainWindow, qtbot: QtBot) -> None:
    strip = strip_of(window)
    board = strip.editing.board
    assert board is not None

    def all_there() -> bool:
        return all(strip.pictures.picture(board, panel) is not None for panel in board.panels)

    strip.view.viewport().repaint()
    qtbot.waitUntil(all_there, timeout=20000)
    levels = []
    for panel in board.panels:
        picture = strip.pictures.picture(board, panel)
        assert picture is not None
        levels.append(picture.toImage().pixelColor(3, 3).red())
    assert levels == [40, 200]


def test_the_sound_that_is_laid_under_the_board_is_drawn(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    samples = (np.sin(np.arange(8000) / 8) * 20000).astype("<i2")
    with wave.open(str(tmp_path / "tone.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(samples.tobytes())
    assert window.project is not None
    edits = (
        AddNode(node=Node(id="music", type="load.audio", parameters={"path": "tone.wav"})),
        AddNode(node=Node(id="sound", type="sound.add", parameters={"start": 0.25})),
        Connect(node="sound", socket="clip", link=Link("l", "board")),
        Connect(node="sound", socket="audio", link=Link("l", "music")),
    )
    window.project.model.do(Batch(edits=edits), "Add a sound")
    strip = strip_of(window)
    qtbot.waitUntil(lambda: strip.view.sound is not None, timeout=20000)
    assert strip.view.sound is not None
    assert strip.view.sound.start_s == 0.25
    assert strip.view.sound.peaks.seconds == pytest.approx(1, abs=0.05)
    window.project.model.undo_stack.undo()
    assert strip.view.sound is None


def test_a_joint_whose_move_holds_is_amber_until_a_drawing_changes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    noise = np.random.default_rng(1)
    for name in ("x", "y"):
        pixels = noise.integers(0, 255, (48, 64, 3), np.uint8)
        write_picture(tmp_path / f"{name}.png", Image(pixels))
    moving = JointMode.IN_BETWEEN
    panels = [
        Panel(id=name, picture=f"{name}.png", joint=moving, move=4, duration=6)
        for name in ("x", "y")
    ]
    assert window.project is not None
    strip, model = strip_of(window), window.project.model
    edits = (
        PutPanels(node="board", panels=tuple(panels), order=("x", "y")),
        AddNode(node=Node(id="move", type="motion.in_between")),
        SetParameter(node="move", name="min_confidence", value=0.3),
        Connect(node="move", socket="storyboard", link=Link("l", "board")),
    )
    model.do(Batch(edits=edits), "Import")
    window.viewing.look_at("move")
    playback = window.viewing.viewer.playback
    qtbot.waitUntil(lambda: playback.length == 12, timeout=20000)
    strip.view.ask_frame(4)
    qtbot.waitUntil(lambda: strip.view.doubtful == frozenset("x"), timeout=20000)
    assert "too unlike" in strip.view.reasons["x"]
    toast = window.findChildren(Toast)[-1]
    assert "From panel 1 to 2 the drawings are too unlike" in toast.words
    assert [button.text() for button in toast.buttons] == ["Add a Breakdown", "Lasso a Part"]
    toast.buttons[1].click()
    assert window.views is not None
    assert window.rooms.room is Room.DRAW
    assert window.views.paper.hand.tool is ToolKind.LASSO
    assert window.views.paper.board.panel_id == "x"
    strip.editing.set_duration(9)
    assert strip.view.doubtful == frozenset("x")
    strip.editing.put([strip.editing.panels[0], Panel(id="y")], "Draw anew")
    assert strip.view.doubtful == frozenset()
    model.undo_stack.undo()
    assert strip.view.doubtful == frozenset("x")


def test_a_picture_brought_from_outside_the_folder_is_shown(
    window: MainWindow, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("elsewhere") / "green.png"
    write_picture(outside, Image(np.full((48, 64, 3), (0, 200, 0), np.uint8)))
    strip = strip_of(window)
    strip.view.pictures_dropped.emit([outside], 0)
    board = strip.editing.board
    assert board is not None
    panel = board.panels[0]
    strip.view.viewport().repaint()
    qtbot.waitUntil(lambda: strip.pictures.picture(board, panel) is not None, timeout=20000)


def test_the_commands_of_the_strip_are_in_the_book(window: MainWindow) -> None:
    ids = {command.id for command in window.book.commands}
    assert {"strip.new_panel", "strip.cycle_joint"} <= ids


def test_panels_are_chosen_on_the_strip_and_in_the_inspector_alike(
    window: MainWindow, qtbot: QtBot
) -> None:
    strip, views = strip_of(window), window.views
    assert views is not None
    first, second = (panel.id for panel in strip.editing.panels)
    views.canvas.select(["board"])
    row = views.inspector.rows["panels"]
    assert isinstance(row, PanelsRow)
    strip.select_panels((second,))
    assert [panel.id for panel in row.editor.shown] == [second]
    strip.select_panels((first, second))
    assert [panel.id for panel in row.editor.shown] == [first, second]
    place = row.list.visualItemRect(row.list.item(0)).center()
    qtbot.mouseClick(row.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert strip.selected_panels == (first,)
