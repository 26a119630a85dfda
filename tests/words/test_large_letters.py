"""With letters twice as large nothing that must be read is cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.program import window_made
from app.window.rooms import Room
from nodes.document import Document
from nodes.graph import Graph, Node
from nodes.registry import library
from widgets.canvas.linking import End
from widgets.document_model import DocumentModel
from widgets.elided_label import ElidedLabel
from widgets.inspector import Inspector
from widgets.outline.source_dialog import Source, SourceDialog

TEAPOT = Path(__file__).parents[2] / "resources" / "templates" / "teapot_turn.loom"
_INSPECTOR_WIDTH = 420


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Letters at 200 %."""
    before = QFont(qapp.font())
    doubled = QFont(before)
    doubled.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(doubled)
    yield
    qapp.setFont(before)


@pytest.fixture
def window(large: None, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    palette = qapp.palette()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as made:
        made.resize(1280, 800)
        made.show()
        yield made
        made.close()
    qapp.setPalette(palette)


def cut(root: QWidget) -> list[str]:
    """Labels and buttons that are shown smaller than their words."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text() and _is_cut(widget):
            found.append(f"{type(widget).__name__} “{widget.text()[:40]}” {widget.size()}")
    return found


def _is_cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QToolButton) and _is_symbol(widget):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, QLabel):
        words = widget.fontMetrics().size(0, widget.text())
    else:
        words = widget.fontMetrics().size(0, widget.text().replace("&", ""))
    return words.width() > widget.width() + 1 or words.height() > widget.height() + 1


def _is_symbol(button: QToolButton) -> bool:
    only = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return only and not button.icon().isNull()


def test_the_start_page_is_whole(window: MainWindow) -> None:
    assert cut(window.start_page) == []


@pytest.mark.parametrize("room", list(Room))
def test_the_rooms_are_whole(qtbot: QtBot, window: MainWindow, room: Room) -> None:
    window.open_file(TEAPOT)
    window.rooms.show(room)

    def is_whole() -> None:
        assert cut(window) == []

    qtbot.waitUntil(is_whole)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("kind", sorted(library().specs))
def test_the_inspector_of_every_kind_of_node_is_whole(qtbot: QtBot, kind: str) -> None:
    model = DocumentModel(Document(library(), Graph({"n1": Node(id="n1", type=kind)})))
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.resize(_INSPECTOR_WIDTH, 700)
    inspector.set_selection(["n1"])
    inspector.show()
    assert cut(inspector) == []


@pytest.mark.usefixtures("large")
def test_the_dialog_for_sources_is_whole(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SourceDialog("Image", [Source(End("n", "out", True), "Node: Image (n)")], parent)
    dialog.show()
    assert cut(dialog) == []
