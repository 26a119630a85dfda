"""Menus of the rooms: which are there, and what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from app.window.main_window import MainWindow
from app.window.rooms import Room
from tests.app.test_rooms import TEAPOT


def seen(window: MainWindow) -> list[str]:
    """The titles of the menus in sight."""
    bar = window.menuBar()
    return [action.text().replace("&", "") for action in bar.actions() if action.isVisible()]


def held(menu: QMenu) -> list[str]:
    """What a menu and those below it hold."""
    below = [text for one in menu.actions() if one.menu() for text in held(one.menu())]  # pyright: ignore[reportArgumentType] - a QMenu
    return [one.text() for one in menu.actions() if not one.isSeparator()] + below


def test_each_room_has_its_menus_and_the_start_page_none(window: MainWindow) -> None:
    assert seen(window) == ["File", "Edit", "Run", "View", "Help"]
    window.open_file(TEAPOT)
    expected = {
        Room.DRAW: ["Panel", "Layer", "Play"],
        Room.WIRE: ["Node", "Play"],
        Room.REVIEW: ["Panel", "Play"],
    }
    for room, titles in expected.items():
        window.rooms.show(room)
        assert seen(window) == ["File", "Edit", *titles, "Run", "View", "Help"]


def test_a_menu_holds_what_the_book_has_each_time_it_is_opened(window: MainWindow) -> None:
    window.open_file(TEAPOT)
    for menu in window.room_menus.menus:
        for _ in range(2):
            window.room_menus.fill(menu)
            texts = held(menu)
            assert len(texts) > 8
            assert len(texts) == len(set(texts))
    panel = window.room_menus.menus[0]
    assert window.project is not None
    before = window.project.model.undo_stack.count()
    book = window.book.find("strip.new_panel")
    assert book is not None and book.action in panel.actions()
    book.action.trigger()
    assert window.project.model.undo_stack.count() == before + 1
