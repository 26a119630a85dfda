"""Dots on wires: put, moved, wired, copied and taken away by a real hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodes.graph import REROUTE
from tests.widgets.canvas.stage import on_wire, wide_sums
from widgets.canvas.level import OUTPUTS
from widgets.canvas.linking import End

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_alt_click_on_a_wire_puts_a_dot_on_it(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    assert stage.graph.nodes["dot"].type == REROUTE
    assert stage.links("dot") == ["a.out > in"]
    assert stage.links("s") == ["dot.out > a"]
    assert stage.canvas.selected == ("dot",)
    assert stage.model.undo_stack.undoText() == "Add dot"
    stage.undo()
    assert stage.links("s") == ["a.out > a"]
    assert "dot" not in stage.graph.nodes


def test_a_dot_is_pulled_off_a_wire_with_alt_and_stands_where_it_is_dropped(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    start = on_wire(stage)
    stage.press(start, ALT)
    stage.drag_to(start + QPoint(10, 160))
    stage.release(start + QPoint(10, 160))
    middle = stage.canvas.scene.node_rect("dot").center()
    assert (stage.at(middle) - start - QPoint(10, 160)).manhattanLength() < 4
    assert stage.model.undo_stack.count() == 1


def test_several_wires_of_one_output_share_a_dot(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ("a > s.a", "a > s.b"))
    near_source = stage.end("a", "out", is_output=True) + QPoint(14, 0)
    stage.click(near_source, ALT)
    assert stage.links("s") == ["dot.out > a", "dot.out > b"]


def test_alt_in_the_middle_of_a_drag_puts_dots_on_the_wire(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    stage.press(stage.end("a", "out", is_output=True))
    for point in (QPointF(300, 150), QPointF(400, 150)):
        stage.drag_to(stage.at(point))
        QTest.keyClick(stage.canvas.view, Qt.Key.Key_Alt)
    stage.drag_to(stage.end("s", "b"))
    stage.release(stage.end("s", "b"))
    assert stage.links("s") == ["dot_2.out > b"]
    assert stage.links("dot_2") == ["dot.out > in"]
    assert stage.links("dot") == ["a.out > in"]
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert set(stage.graph.nodes) == set("abst")


def test_dots_are_put_on_a_wire_that_is_drawn_backwards(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    stage.press(stage.end("s", "a"))
    stage.drag_to(stage.at(QPointF(350, 150)))
    QTest.keyClick(stage.canvas.view, Qt.Key.Key_Alt)
    stage.drag_to(stage.end("b", "out", is_output=True))
    stage.release(stage.end("b", "out", is_output=True))
    assert stage.links("dot") == ["b.out > in"]
    assert stage.links("s") == ["dot.out > a"]


def test_a_dot_is_moved_by_its_middle_and_wired_by_its_sides(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    middle = stage.at(stage.middle("dot"))
    stage.press(middle)
    stage.drag_to(middle + QPoint(20, 90))
    stage.release(middle + QPoint(20, 90), CTRL)
    assert stage.links("s") == ["dot.out > a"]
    stage.drag(stage.end("dot", "out", is_output=True) + QPoint(2, 0), stage.end("s", "b"))
    assert stage.links("s") == ["dot.out > a", "dot.out > b"]


def test_a_removed_dot_leaves_the_wire(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.click(on_wire(stage, "dot"), ALT)
    stage.canvas.select(["dot", "dot_2"])
    stage.key(Qt.Key.Key_Delete)
    assert stage.links("s") == ["a.out > a"]
    stage.undo()
    assert set(stage.graph.nodes) == {*"abst", "dot", "dot_2"}


def test_a_dot_has_the_colour_of_what_runs_through_it(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    (entry,) = stage.canvas.scene.face("dot").shape.inputs
    assert entry.value == "number"
    assert set(stage.canvas.scene.table.values) == {"number"}
    start = stage.end("t", "out", is_output=True)
    stage.press(start)
    stage.drag_to(start + QPoint(60, 60))
    assert not stage.canvas.scene.mark("dot").lit
    stage.key(Qt.Key.Key_Escape)


def test_dots_are_copied_with_their_wires(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.canvas.select(["a", "dot", "s"])
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.links("s_2") == ["dot_2.out > a"]
    assert stage.links("dot_2") == ["a_2.out > in"]


def test_a_selected_dot_stands_for_the_node_behind_it(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    assert stage.canvas.selected_paths == ("a",)


def test_a_dot_is_entered_with_its_group(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    assert stage.canvas.at == ("group",)
    assert OUTPUTS in stage.canvas.scene.ids
    assert not stage.canvas.grab().isNull()


def test_an_arranged_dot_lies_on_a_straight_wire(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.click(on_wire(stage, "s"), ALT)
    stage.canvas.select([])
    stage.key(Qt.Key.Key_L)
    scene = stage.canvas.scene
    level = scene.end_point(End("a", "out", True)).y()
    assert scene.node_rect("dot").center().y() == pytest.approx(level, abs=1)
    assert scene.node_rect("dot_2").center().y() == pytest.approx(level, abs=1)
    assert scene.node_rect("a").right() < scene.node_rect("dot").left()
