"""Panels are exported from the menu, in a few clicks."""

from __future__ import annotations

from pathlib import Path

import opentimelineio as otio
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.panel_dialog import PanelDialog
from nodes.library.export.panels import PanelFormat
from tests.app.projects import save_board


def answered(window: MainWindow, qtbot: QtBot, *formats: PanelFormat, name: str) -> list[Path]:
    """Export with these answers to the dialog; the files that are written."""
    asked: list[PanelDialog] = []

    def answer() -> None:
        dialog = window.findChild(PanelDialog)
        assert dialog is not None
        asked.append(dialog)
        for one, box in dialog.boxes.items():
            box.setChecked(one in formats)
        dialog.name.setText(name)
        dialog.export.click()

    QTimer.singleShot(50, window, answer)
    with qtbot.waitSignal(window.desk.run_ended, timeout=120_000) as ended:
        window.panel_export.commands["export_panels"].trigger()
    assert asked and ended.args
    return list(ended.args[0].files)


def test_several_kinds_are_written_at_once_and_the_document_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "film.loom"))
    assert window.project is not None
    before = window.project.model.graph
    wanted = (PanelFormat.PDF, PanelFormat.SHEET, PanelFormat.OTIO, PanelFormat.CSV)
    files = answered(window, qtbot, *wanted, name="Episode 1.2")
    names = {file.name for file in files}
    assert names == {
        "Episode 1.2.pdf",
        "Episode 1.2 sheet.png",
        "Episode 1.2.otio",
        "Episode 1.2.csv",
    }
    assert {file.parent for file in files} == {tmp_path}
    (track,) = otio.adapters.read_from_file(str(tmp_path / "Episode 1.2.otio")).tracks
    assert len(list(track)) == 2
    assert window.project.model.graph is before
    assert not window.project.is_unsaved


def test_what_was_wanted_is_remembered_and_a_board_in_a_group_is_found(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "film.loom", grouped=True))
    files = answered(window, qtbot, PanelFormat.CSV, name="list")
    assert [file.name for file in files] == ["list.csv"]
    again: list[tuple[PanelFormat, ...]] = []

    def look() -> None:
        dialog = window.findChild(PanelDialog)
        assert dialog is not None
        again.append(dialog.formats)
        dialog.reject()

    QTimer.singleShot(50, window, look)
    window.panel_export.commands["export_panels"].trigger()
    assert again == [(PanelFormat.CSV,)]


@pytest.mark.parametrize("name", ["", "a/b"])
def test_a_name_that_no_file_can_have_is_not_taken(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    dialog = PanelDialog("x", tmp_path, 3, formats=[PanelFormat.PDF], columns=3, parent=holder)
    dialog.name.setText(name)
    assert not dialog.export.isEnabled()
    dialog.name.setText("board")
    assert dialog.export.isEnabled()
    dialog.boxes[PanelFormat.PDF].setChecked(False)
    assert not dialog.export.isEnabled()
