"""Files: named, found again, dropped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.inspector.stage import NARROW, editor, shown
from widgets.inspector import Inspector
from widgets.inspector.file_editor import FileEditor
from widgets.inspector.parameter_row import ParameterRow


def test_a_file_is_named_relative_to_the_project(
    qtbot: QtBot, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector, model = shown(qtbot, {"image": "load.image"})
    inspector.set_folder(tmp_path)
    picture = tmp_path / "plates" / "sky.png"

    def choose(*_: object) -> tuple[str, str]:
        return str(picture), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    editor(inspector, "path", FileEditor).button.click()
    assert model.graph.nodes["image"].parameters["path"] == "plates/sky.png"


def file_editor(inspector: Inspector) -> FileEditor:
    """The editor of a path."""
    row = inspector.rows["path"]
    assert isinstance(row, ParameterRow)
    assert isinstance(row.editor, FileEditor)
    return row.editor


def test_a_missing_file_is_found_with_its_neighbours(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("sky.png", "tree.png"):
        (moved / name).write_bytes(b"x")
    nodes = {
        "a": ("load.image", {"path": "plates/sky.png"}),
        "b": ("load.image", {"path": "plates/tree.png"}),
    }
    inspector, model = shown(qtbot, nodes, "a", width=NARROW)
    inspector.set_folder(tmp_path)
    assert file_editor(inspector).missing.isVisible()

    def choose(*_: object) -> tuple[str, str]:
        return str(moved / "sky.png"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    file_editor(inspector).missing.finder.click()
    paths = [node.parameters["path"] for node in model.graph.nodes.values()]
    assert paths == ["moved/sky.png", "moved/tree.png"]
    assert model.undo_stack.count() == 1
    assert file_editor(inspector).missing.isHidden()


def test_a_file_is_dropped_on_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    inspector, model = shown(qtbot, {"n": "load.image"}, width=NARROW)
    inspector.set_folder(tmp_path)
    editor = file_editor(inspector)
    for name, taken in (("sound.wav", False), ("sky.png", True)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
        enter.ignore()
        editor.dragEnterEvent(enter)
        assert enter.isAccepted() is taken
        editor.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    assert model.graph.nodes["n"].parameters["path"] == "sky.png"
