"""Keys go from view to view, and to the outline."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.docks import Place
from app.window.main_window import MainWindow
from app.window.rooms import Room
from tests.app.projects import save_board


def keys_in(view: QWidget | None) -> bool:
    """Whether a view, or something in it, has the keys."""
    focus = QApplication.focusWidget()
    return view is not None and focus is not None and (focus is view or view.isAncestorOf(focus))


def test_the_views_that_are_seen_take_turns(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_file(save_board(tmp_path / "film.loom"))
    window.rooms.show(Room.WIRE)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.canvas is not None
    window.canvas.select(["board"])
    places = (Place.VIEWER, Place.INSPECTOR, Place.RUNS)
    views = [window.centralWidget(), *(window.docks[place].widget() for place in places)]
    reached: list[int] = []
    for _ in views:
        window.view_keys.go_on()
        reached += [at for at, view in enumerate(views) if keys_in(view)]
    assert sorted(reached) == [0, 1, 2, 3]
    window.view_keys.go_back()
    assert keys_in(views[reached[-2]])


def test_the_outline_is_found_from_a_room_that_does_not_offer_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_file(save_board(tmp_path / "film.loom"))
    window.rooms.show(Room.DRAW)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.view_keys.commands["outline"].trigger()
    assert window.rooms.room is Room.WIRE
    assert keys_in(window.docks[Place.OUTLINE].widget())
