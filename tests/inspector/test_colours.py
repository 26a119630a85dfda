"""Colours: their text, their alpha, picked and typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog
from pytestqt.qtbot import QtBot

from tests.inspector.stage import editor, row, shown
from widgets.inspector.colour_editor import ColourEditor, colour_of, hex_of


@pytest.mark.parametrize(("text", "alpha"), [("#c83060", 255), ("#c8306040", 64)])
def test_a_colour_keeps_its_alpha(text: str, alpha: int) -> None:
    colour = colour_of(text)
    assert (colour.red(), colour.alpha()) == (0xC8, alpha)
    assert hex_of(colour) == text


def test_a_colour_is_typed_or_picked(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"pad": "frame.pad"})
    colour = editor(inspector, "colour", ColourEditor)
    colour.line.setFocus()
    colour.line.selectAll()
    qtbot.keyClicks(colour.line, "ff8800")
    assert model.graph.nodes["pad"].parameters["colour"] == "#ff8800"
    qtbot.keyClick(colour.line, Qt.Key.Key_Return)
    assert colour.line.text() == "#ff8800"
    colour.swatch.click()
    dialog = inspector.findChild(QColorDialog)
    assert isinstance(dialog, QColorDialog)
    dialog.setCurrentColor(QColor(1, 2, 3, 128))
    dialog.accept()
    assert model.graph.nodes["pad"].parameters["colour"] == "#01020380"
    colour.line.selectAll()
    qtbot.keyClicks(colour.line, "red")
    qtbot.keyClick(colour.line, Qt.Key.Key_Return)
    assert "no colour" in row(inspector, "colour").refusal.text()
    assert colour.line.text() == "#01020380"
