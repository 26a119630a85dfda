"""Nodes are found by the words that they show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.stage import chain, on_wire, wide_sums

CTRL = Qt.KeyboardModifier.ControlModifier


def test_find_selects_one_after_the_other(qtbot: QtBot) -> None:
    stage = chain(qtbot)
    stage.key(Qt.Key.Key_F, CTRL)
    field = stage.canvas.find_bar.field
    QTest.keyClicks(field, "test.")
    found: list[str] = []
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Return)
        found.append(stage.canvas.selected[-1])
    assert found == ["a", "h", "s", "a"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not stage.canvas.find_bar.isVisible()


def test_a_dot_is_found_by_no_words_that_it_does_not_show(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), Qt.KeyboardModifier.AltModifier)
    stage.key(Qt.Key.Key_F, CTRL)
    QTest.keyClicks(stage.canvas.find_bar.field, "re")
    assert not any(mark.is_found for mark in stage.marks().values())
    stage.canvas.find_bar.field.clear()
    QTest.keyClicks(stage.canvas.find_bar.field, "dot")
    assert stage.canvas.scene.mark("dot").is_found
