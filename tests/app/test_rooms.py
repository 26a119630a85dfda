"""The rooms of the window: what each shows, and that it is found as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPushButton

from app.window.docks import Place
from app.window.main_window import MainWindow
from app.window.program import window_made
from app.window.rooms import Room

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
TEAPOT = TEMPLATES / "teapot_turn.loom"


def shown(window: MainWindow) -> set[str]:
    """The docks in sight."""
    return {place.value for place in Place if window.docks[place].isVisible()}


def test_a_starter_opens_where_one_draws_with_no_node_in_sight(window: MainWindow) -> None:
    window.start_page.cards[0].click()
    assert window.canvas is not None and window.inspector is not None
    assert not window.canvas.isVisible()
    assert window.viewing.viewer.isVisible()
    assert not window.docks[Place.INSPECTOR].isHidden()  # it may lie behind another tab
    assert "Runs" not in shown(window)
    assert window.inspector.rows
    window.rooms.commands["show_wiring"].trigger()
    assert window.canvas.isVisible()
    assert {"Viewer", "Inspector", "Runs"} <= shown(window)
    assert window.viewing.viewer.isVisible()


def test_each_room_is_left_and_found_as_it_was_arranged(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    window.rooms.show(Room.WIRE)
    window.docks[Place.RUNS].hide()
    window.rooms.show(Room.REVIEW)
    assert window.docks[Place.STRIP].isVisible()
    window.rooms.show(Room.WIRE)
    assert not window.docks[Place.RUNS].isVisible()
    window.rooms.commands["reset_layout"].trigger()
    assert window.docks[Place.RUNS].isVisible()


def test_rooms_are_chosen_in_the_bar_and_remembered(
    window: MainWindow, settings: QSettings, qapp: QApplication, tmp_path: Path
) -> None:
    window.open_file(TEAPOT)
    assert window.top_bar.choice.segments["draw"].isChecked()
    window.top_bar.choice.segments["review"].click()
    assert window.rooms.room is Room.REVIEW
    assert window.rooms.commands["review"].isChecked()
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as later:
        assert later.rooms.room is Room.REVIEW


def test_without_a_project_there_is_no_room(window: MainWindow) -> None:
    assert not window.top_bar.isVisible()
    assert not window.rooms.commands["draw"].isEnabled()
    window.open_file(TEAPOT)
    assert window.top_bar.isVisible()
    window.projects.put_away()
    window.update_content()
    assert window.start_page.isVisible()
    assert shown(window) == set()


def test_notes_about_a_project_go_with_it(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    window.toasts.tell("A note")
    window.projects.put_away()
    assert window.toasts.shown == []


def test_paper_and_film_keep_their_shares_from_room_to_room(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.open_file(TEAPOT)
    stage = window.rooms.stage
    first = stage.sizes()
    assert first[0] > first[1]
    for room in (Room.REVIEW, Room.WIRE, Room.DRAW):
        window.rooms.show(room)
    assert stage.sizes() == first


def test_no_two_commands_of_the_window_share_a_key(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    clashes = [(c.key.toString(), c.one.id, c.other.id) for c in window.book.conflicts()]
    assert clashes == []


@pytest.mark.parametrize("room", list(Room))
def test_a_project_without_drawings_opens_at_its_graph(window: MainWindow, room: Room) -> None:
    window.rooms.room = room
    window.projects.begin_empty()
    assert window.rooms.room is Room.WIRE
    buttons = [one.text() for one in window.top_bar.findChildren(QPushButton) if one.isVisible()]
    assert "Export Film" in buttons


def test_every_room_fits_a_small_screen_at_twice_the_size(window: MainWindow) -> None:
    """1600 x 1000 pixels at 200 % are 800 x 500, less the frame."""
    window.open_file(TEAPOT)
    for room in Room:
        window.rooms.show(room)
        least = window.minimumSizeHint()
        assert (least.width() <= 800, least.height() <= 470) == (True, True), room
