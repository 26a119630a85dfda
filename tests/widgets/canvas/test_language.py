"""Lasso, lazy wires, shaking, replacing, bookmarks: through a real mouse and keys."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from nodes.edits import MoveNodes, SetParameter
from tests.widgets.canvas.stage import Stage, on_wire, wide_sums
from widgets.canvas.node_menu import toggle_on_group

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


# --- Gestures ---


def test_a_lasso_selects_what_it_is_drawn_around(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    corners = [(-40, 160), (300, 160), (300, 330), (-40, 330)]
    stage.key(Qt.Key.Key_L, SHIFT)
    stage.press(stage.at(QPointF(*corners[0])))
    for corner in corners[1:]:
        stage.drag_to(stage.at(QPointF(*corner)))
    stage.release(stage.at(QPointF(*corners[-1])))
    assert stage.canvas.selected == ("b",)
    assert stage.model.undo_stack.count() == 0


def test_alt_drawn_from_node_to_node_wires_what_fits_best(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.press(stage.title("b"), ALT)
    stage.drag_to(stage.title("s"))
    stage.release(stage.title("s"), ALT)
    assert stage.links("s") == ["a.out > a", "b.out > b"]
    assert stage.model.undo_stack.undoText() == "Connect"


def test_a_lazy_wire_that_nothing_fits_says_so(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.press(stage.title("t"), ALT)
    stage.drag_to(stage.title("s"))
    assert stage.canvas.view.words_shown
    stage.release(stage.title("s"), ALT)
    assert stage.links("s") == ["a.out > a"]
    assert stage.canvas.view.words_shown == ""


def test_a_key_wires_the_selected_nodes_in_order(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    stage.canvas.select(["b", "s"])
    stage.key(Qt.Key.Key_C)
    assert stage.links("s") == ["b.out > a"]


def shake(stage: Stage, grip: QPoint) -> None:
    stage.press(grip)
    for way in (60, -60, 60, -60, 60, -60):
        stage.move(grip + QPoint(way, 140), PLAIN)


def test_a_shaken_node_comes_off_its_wires_and_its_neighbours_stay_wired(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"a": "test.number", "m": "test.add", "s": "test.add"},
        ["a > m.a", "m > s.a"],
        {"a": (0, 0), "m": (300, 0), "s": (600, 0)},
    )
    grip = stage.title("m")
    shake(stage, grip)
    assert stage.links("m") == [] and stage.links("s") == ["a.out > a"]
    stage.release(grip + QPoint(-60, 140))
    assert stage.graph.nodes["m"].y == pytest.approx(140, abs=8)
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert stage.links("m") == ["a.out > a"] and stage.graph.nodes["m"].y == 0


def test_escape_takes_a_shake_back(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    shake(stage, stage.title("s"))
    assert stage.links("s") == []
    stage.key(Qt.Key.Key_Escape)
    stage.canvas.update_content()
    assert stage.links("s") == ["a.out > a"]


def test_nodes_after_an_inserted_one_step_aside(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"a": "test.number", "s": "test.add", "z": "test.add", "h": "test.halves"},
        ["a > s.a", "s > z.a"],
        {"a": (0, 0), "s": (260, 0), "z": (520, 0), "h": (120, 450)},
    )
    grip = stage.title("h")
    way = on_wire(stage) - stage.at(stage.middle("h"))
    stage.drag(grip, grip + way)
    assert stage.links("s") == ["h.low > a"]
    scene = stage.canvas.scene
    assert scene.node_rect("a").right() + 40 <= scene.node_rect("h").left()
    assert scene.node_rect("h").right() + 40 <= scene.node_rect("s").left()
    assert stage.graph.nodes["z"].x - stage.graph.nodes["s"].x == 260
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert stage.graph.nodes["z"].x == 520


def test_a_replaced_node_keeps_links_and_parameters_that_fit(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ("a > s.a", "b > s.b"))
    stage.model.do(SetParameter(node="s", name="amount", value=3.0), "Amount")
    stage.canvas.update_content()
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_R, SHIFT)
    QTest.keyClicks(stage.canvas.search.field, "total")
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Return)
    assert stage.graph.nodes["s"].type == "test.total"
    assert sorted(stage.links("s")) == ["a.out > numbers", "b.out > numbers"]
    stage.undo()
    assert stage.graph.nodes["s"].parameters == {"amount": 3.0}
    assert stage.links("s") == ["a.out > a", "b.out > b"]


def test_a_bookmark_leads_back_and_is_in_the_project(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    view = stage.canvas.view
    view.set_scale(0.8)
    before = view.seen()
    stage.key(Qt.Key.Key_3, CTRL)
    view.pan(3000, 900)
    view.set_scale(2.0)
    stage.key(Qt.Key.Key_3)
    now = view.seen()
    assert abs(now.center().x() - before.center().x()) < 4 and abs(view.scale_now - 0.8) < 1e-6
    assert stage.model.document.settings["bookmarks"]["3"][0] == []
    stage.key(Qt.Key.Key_4)
    assert len(stage.refusals) == 1
    stage.undo()
    assert "bookmarks" not in stage.model.document.settings


def test_a_bookmark_opens_the_group_that_it_was_stored_in(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_1, CTRL)
    stage.key(Qt.Key.Key_U)
    stage.key(Qt.Key.Key_1)
    assert stage.canvas.at == ("group",)


def test_a_selected_node_is_seen_on_a_selected_backdrop_of_the_minimap(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.canvas.select(["a"])
    ground = stage.canvas.editor.add_backdrop(QPointF())
    assert ground is not None
    stage.key(Qt.Key.Key_M)
    seen: list[Counter[str]] = []
    for chosen in ([], ["a"], [ground, "a"]):
        stage.canvas.select(chosen)
        picture = stage.canvas.minimap.grab().toImage()
        places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        seen.append(Counter(picture.pixelColor(x, y).name() for x, y in places))
    colour = stage.canvas.scene.look.theme.selection.name()
    none, node, both = (one[colour] for one in seen)
    assert none < node == both


def test_the_minimap_leads_the_eye(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    minimap = stage.canvas.minimap
    assert not minimap.isVisible()
    stage.key(Qt.Key.Key_M)
    assert minimap.isVisible() and not minimap.grab().isNull()
    stage.canvas.view.pan(6000, 0)
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=minimap.rect().center())
    middle = stage.canvas.view.seen().center()
    wanted = stage.canvas.scene.bounds().center()
    assert abs(middle.x() - wanted.x()) < 60 and abs(middle.y() - wanted.y()) < 60
    stage.key(Qt.Key.Key_M)
    assert not minimap.isVisible()


def test_a_parameter_is_shown_on_the_group_and_hidden_again(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    stage.canvas.select(["s"])
    stage.canvas.view.menu_asked.emit(QPoint(10, 10))
    menus = {menu.title(): menu for menu in stage.canvas.findChildren(QMenu)}
    (action,) = (one for one in menus["Show on Group"].actions() if one.text() == "amount")
    action.trigger()
    assert [port.name for port in stage.graph.nodes["group"].parameter_ports] == ["amount"]
    for menu in menus.values():
        menu.close()
    toggle_on_group(stage.canvas.editor, "s", "amount")
    assert stage.graph.nodes["group"].parameter_ports == ()
    assert stage.model.undo_stack.count() == 3


# --- Undo shows its place ---


def test_an_undo_out_of_sight_is_brought_into_sight(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.model.do(MoveNodes(positions={"a": (0.0, 30.0)}), "Move")
    stage.canvas.update_content()
    view = stage.canvas.view
    view.pan(-9000, 0)
    stage.model.undo_stack.undo()
    assert view.seen().intersects(stage.canvas.scene.node_rect("a"))


def test_an_undo_in_sight_does_not_move_the_eye(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    before = stage.canvas.view.seen()
    stage.model.do(MoveNodes(positions={"a": (0.0, 30.0)}), "Move")
    stage.model.undo_stack.undo()
    assert stage.canvas.view.seen() == before
    stage.canvas.view.pan(-9000, 0)
    away = stage.canvas.view.seen()
    stage.model.do(MoveNodes(positions={"a": (0.0, 60.0)}), "Move")
    stage.canvas.update_content()
    assert stage.canvas.view.seen() == away


def test_an_undo_within_a_group_opens_it(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.model.do(MoveNodes(at=("group",), positions={"s": (9.0, 9.0)}), "Move")
    stage.model.undo_stack.undo()
    assert stage.canvas.at == ("group",)
