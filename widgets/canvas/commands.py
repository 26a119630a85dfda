"""The commands of the canvas: names, keys and what they call; and the menu that lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from widgets.words import tr

BOOKMARKS = range(1, 10)


class Command(NamedTuple):
    """Something that a person can ask for; `text` is in their language already."""

    name: str
    text: str
    keys: tuple[str, ...]
    slot: Callable[[], None]


def made_actions(commands: list[Command], view: QWidget) -> dict[str, QAction]:
    """An action of a view for each command, by name."""
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(command.text, view)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(command.slot)
        view.addAction(action)
        made[command.name] = action
    return made


def bookmark_commands(store: Callable[[], None], go: Callable[[], None]) -> list[Command]:
    """Two commands for each bookmark; which one, the slot reads off the action's data."""
    storing = [
        Command(f"store_bookmark_{n}", tr("Store View {number}", number=n), (f"Ctrl+{n}",), store)
        for n in BOOKMARKS
    ]
    going = [
        Command(f"go_to_bookmark_{n}", tr("Go to View {number}", number=n), (str(n),), go)
        for n in BOOKMARKS
    ]
    return storing + going


def number_bookmarks(actions: Mapping[str, QAction]) -> None:
    """Write on each action of a bookmark which one it is."""
    for number in BOOKMARKS:
        for name in (f"store_bookmark_{number}", f"go_to_bookmark_{number}"):
            actions[name].setData(number)


def fill_menu(menu: QMenu, actions: Mapping[str, QAction]) -> None:
    """List all commands, bookmarks in a menu of their own."""
    for name, action in actions.items():
        if name in _MENU_BREAKS:
            menu.addSeparator()
        if "_bookmark_" not in name:
            menu.addAction(action)
    inner = menu.addMenu(tr("Views"))
    for name, action in actions.items():
        if "_bookmark_" in name:
            inner.addAction(action)


_MENU_BREAKS = frozenset({"cut", "rename", "connect", "arrange", "select_all", "fit", "zoom_in"})
