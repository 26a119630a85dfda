"""The shortcut editor: keys assigned, taken away and given back, clashes in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from widgets.commands import CommandBook, Scope
from widgets.shortcut_editor import ShortcutEditor


def editor(qtbot: QtBot, tmp_path: Path) -> tuple[ShortcutEditor, dict[str, QAction]]:
    """An editor of three commands in two scopes."""
    book = CommandBook(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    actions = {name: QAction(name.title(), book) for name in ("group", "find", "save")}
    for name, key in (("group", "Ctrl+G"), ("find", "Ctrl+F"), ("save", "Ctrl+S")):
        actions[name].setShortcut(QKeySequence(key))
    book.collect(Scope.CANVAS, {name: actions[name] for name in ("group", "find")})
    book.collect(Scope.EVERYWHERE, {"save": actions["save"]})
    made = ShortcutEditor(book)
    qtbot.addWidget(made)
    book.setParent(made)
    return made, actions


def lines(made: ShortcutEditor) -> list[tuple[str, str, str]]:
    """Command, keys and note of each line."""
    return [(line.text(0), line.text(1), line.text(2)) for line in made.lines]


def test_a_clash_is_shown_at_both_commands_and_reset_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    made, actions = editor(qtbot, tmp_path)
    assert made.clashes.text() == "No keys clash."
    made.choose("canvas.group")
    made.keys.setKeySequence(QKeySequence("Ctrl+S"))
    made.assign.click()
    assert actions["group"].shortcut() == QKeySequence("Ctrl+S")
    notes = {name: note for name, _, note in lines(made)}
    assert notes["Group"] == "clashes with Save (Everywhere)"
    assert notes["Save"] == "clashes with Group (Canvas)"
    assert notes["Find"] == ""
    made.choose("canvas.group")
    made.reset.click()
    assert made.clashes.text() == "No keys clash."
    assert actions["group"].shortcut() == QKeySequence("Ctrl+G")


def test_keys_are_taken_away_and_all_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    made, actions = editor(qtbot, tmp_path)
    for command_id in ("canvas.find", "everywhere.save"):
        made.choose(command_id)
        made.clear.click()
    assert actions["find"].shortcuts() == [] and actions["save"].shortcuts() == []
    assert ("Find", "", "changed") in lines(made)
    made.reset_all.click()
    assert actions["save"].shortcut() == QKeySequence("Ctrl+S")


def test_commands_are_sought_by_name_scope_and_key(qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = editor(qtbot, tmp_path)
    made.search.setText("canvas")
    assert {name for name, *_ in lines(made)} == {"Group", "Find"}
    made.search.setText("ctrl+s")
    assert [name for name, *_ in lines(made)] == ["Save"]
