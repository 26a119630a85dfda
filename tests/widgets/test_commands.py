"""The book of commands: whose keys hold where, and what a person changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from widgets.commands import CommandBook, Scope


def action(text: str, *keys: str) -> QAction:
    """An action with keys."""
    made = QAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def book(folder: Path) -> CommandBook:
    """A book with settings of its own."""
    return CommandBook(QSettings(str(folder / "keys.ini"), QSettings.Format.IniFormat))


def test_commands_are_found_by_scope_and_name(qapp: QApplication, tmp_path: Path) -> None:
    commands = book(tmp_path)
    group, save = action("&Group …", "Ctrl+G"), action("Save", "Ctrl+S")
    commands.collect(Scope.CANVAS, {"group": group})
    commands.collect(Scope.EVERYWHERE, {"save": save})
    assert [one.id for one in commands.commands] == ["everywhere.save", "canvas.group"]
    found = commands.find("canvas.group")
    assert found is not None and found.name == "Group"
    commands.forget(Scope.CANVAS)
    assert commands.find("canvas.group") is None


def test_a_command_keeps_its_title_when_its_name_changes(
    qapp: QApplication, tmp_path: Path
) -> None:
    commands = book(tmp_path)
    undo = action("&Undo", "Ctrl+Z")
    commands.collect(Scope.EVERYWHERE, {"undo": undo})
    undo.setText("&Undo Pencil stroke")
    found = commands.find("everywhere.undo")
    assert found is not None and (found.title, found.name) == ("Undo", "Undo Pencil stroke")


def test_chosen_keys_outlive_the_view_and_the_session(qapp: QApplication, tmp_path: Path) -> None:
    commands = book(tmp_path)
    first = action("Group", "Ctrl+G")
    commands.collect(Scope.CANVAS, {"group": first})
    commands.set_keys("canvas.group", (QKeySequence("G"), QKeySequence("Ctrl+1")))
    assert [key.toString() for key in first.shortcuts()] == ["G", "Ctrl+1"]
    later = book(tmp_path)
    again = action("Group", "Ctrl+G")
    later.collect(Scope.CANVAS, {"group": again})
    assert [key.toString() for key in again.shortcuts()] == ["G", "Ctrl+1"]
    later.set_keys("canvas.group", ())
    assert again.shortcuts() == []
    last = book(tmp_path)
    third = action("Group", "Ctrl+G")
    last.collect(Scope.CANVAS, {"group": third})
    assert third.shortcuts() == []
    last.reset("canvas.group")
    assert third.shortcut() == QKeySequence("Ctrl+G")


def test_a_key_clashes_in_one_scope_and_with_everywhere_only(
    qapp: QApplication, tmp_path: Path
) -> None:
    commands = book(tmp_path)
    made = {name: action(name, "Ctrl+G") for name in ("group", "glow", "go")}
    commands.collect(Scope.CANVAS, {"group": made["group"]})
    commands.collect(Scope.VIEWER, {"glow": made["glow"]})
    assert commands.conflicts() == ()
    commands.collect(Scope.EVERYWHERE, {"go": made["go"]})
    pairs = {(one.one.id, one.other.id) for one in commands.conflicts()}
    assert pairs == {("everywhere.go", "canvas.group"), ("everywhere.go", "viewer.glow")}
    commands.set_keys("everywhere.go", ())
    assert commands.conflicts() == ()
    commands.reset_all()
    assert len(commands.conflicts()) == 2
