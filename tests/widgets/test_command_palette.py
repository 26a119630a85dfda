"""The palette: found by letters, run by Return, and the last one first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.command_palette import CommandPalette
from widgets.commands import CommandBook, Scope
from widgets.fuzzy import fit


def palette(qtbot: QtBot, tmp_path: Path) -> tuple[CommandPalette, list[str], QLineEdit]:
    """A palette over a window with a field, three commands, and what was run."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    book = CommandBook(settings, host)
    ran: list[str] = []

    class Runs(QAction):
        def __init__(self, text: str) -> None:
            super().__init__(text, host)
            self.triggered.connect(self._on_triggered)

        def _on_triggered(self) -> None:
            ran.append(self.text())

    group, ungroup, save = Runs("Group"), Runs("Ungroup"), Runs("&Save …")
    book.collect(Scope.CANVAS, {"group": group, "ungroup": ungroup})
    book.collect(Scope.EVERYWHERE, {"save": save})
    save.setEnabled(False)
    made = CommandPalette(book, settings, host)
    host.show()
    field.setFocus()
    return made, ran, field


def names(made: CommandPalette) -> list[str]:
    """What is listed."""
    return [made.list.item(row).text() for row in range(made.list.count())]


def test_letters_find_a_command_and_return_runs_it(qtbot: QtBot, tmp_path: Path) -> None:
    made, ran, _ = palette(qtbot, tmp_path)
    made.ask()
    qtbot.keyClicks(made.field, "grp")
    assert names(made)[0] == "Group"
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert ran == ["Group"]
    assert made.isHidden()


def test_what_was_used_last_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    made, ran, _ = palette(qtbot, tmp_path)
    made.ask()
    assert names(made)[0] == "Group"
    qtbot.keyClicks(made.field, "ungroup")
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    made.ask()
    assert names(made)[0] == "Ungroup"
    assert ran == ["Ungroup"]


def test_a_disabled_command_is_listed_but_not_run(qtbot: QtBot, tmp_path: Path) -> None:
    made, ran, _ = palette(qtbot, tmp_path)
    made.ask()
    qtbot.keyClicks(made.field, "save")
    assert names(made)[0] == "Save"
    assert not made.list.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    assert ran == []
    qtbot.keyClicks(made.field, "zzz")
    assert names(made) == [] and made.none.isVisible()


def test_the_keys_and_scope_are_said(qtbot: QtBot, tmp_path: Path) -> None:
    made, _, _ = palette(qtbot, tmp_path)
    made.ask()
    spoken = made.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Group Canvas"


def test_a_better_fit_scores_higher() -> None:
    assert fit("xq", "Group") is None
    whole, start, inner = fit("group", "Group"), fit("gr", "Group"), fit("gr", "Ungroup")
    assert whole is not None and start is not None and inner is not None
    assert whole > start > inner
    words, letters = fit("sa", "Select All"), fit("sa", "Unsafe a")
    assert words is not None and letters is not None


def test_what_cannot_be_done_now_and_what_only_its_view_names_come_last(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made, _, _ = palette(qtbot, tmp_path)
    made.ask()
    assert names(made)[-1] == "Save"
    settings = QSettings(str(tmp_path / "t.ini"), QSettings.Format.IniFormat)
    book = CommandBook(settings, made)
    outline, other = QAction("Outline", made), QAction("Add Node", made)
    book.collect(Scope.OUTLINE, {"add": other})
    book.collect(Scope.EVERYWHERE, {"outline": outline})
    second = CommandPalette(book, settings, made)
    second.ask()
    qtbot.keyClicks(second.field, "outl")
    assert names(second) == ["Outline", "Add Node"]
