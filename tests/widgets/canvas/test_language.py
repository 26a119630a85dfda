"""Dots, backdrops, lazy wires, shaking, replacing, bookmarks: through a real mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from nodes.edits import AddNode, Batch, MoveNodes, SetBackdrop, SetParameter
from nodes.graph import BACKDROP, REROUTE, Node
from tests.widgets.canvas.stage import Stage
from widgets.canvas.level import OUTPUTS
from widgets.canvas.node_menu import colour_backdrops, toggle_on_group

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def sums(qtbot: QtBot, links: tuple[str, ...] = ("a > s.a",)) -> Stage:
    """Two numbers and their sum, apart enough to reach between them."""
    return Stage(
        qtbot,
        {"a": "test.number", "b": "test.number", "s": "test.add", "t": "test.text"},
        links,
        {"a": (0, 0), "b": (0, 200), "s": (500, 0), "t": (500, 300)},
    )


def on_wire(stage: Stage, target: str = "s") -> QPoint:
    """The middle of the first wire that leads to a node."""
    table = stage.canvas.scene.table
    row = next(row for row, wire in enumerate(table.wires) if wire.target == target)
    return stage.at(table.path(row).pointAtPercent(0.5))


def backdrop(stage: Stage, *nodes: str, node_id: str = "ground") -> None:
    made = Node(id=node_id, type=BACKDROP, title="Ground", x=-50, y=420)
    edits = (AddNode(node=made), SetBackdrop(nodes=nodes, backdrop=node_id))
    stage.model.do(Batch(edits=edits), "Ground")
    stage.canvas.update_content()
    stage.model.undo_stack.clear()


def head(stage: Stage, ground: str = "ground") -> QPoint:
    rect = stage.canvas.scene.node_rect(ground)
    return stage.at(rect.topLeft() + QPointF(rect.width() / 2, 8))


# --- Dots ---


def test_an_alt_click_on_a_wire_puts_a_dot_on_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
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
    stage = sums(qtbot)
    start = on_wire(stage)
    stage.press(start, ALT)
    stage.drag_to(start + QPoint(10, 160))
    stage.release(start + QPoint(10, 160))
    middle = stage.canvas.scene.node_rect("dot").center()
    assert (stage.at(middle) - start - QPoint(10, 160)).manhattanLength() < 4
    assert stage.model.undo_stack.count() == 1


def test_several_wires_of_one_output_share_a_dot(qtbot: QtBot) -> None:
    stage = sums(qtbot, ("a > s.a", "a > s.b"))
    near_source = stage.end("a", "out", is_output=True) + QPoint(14, 0)
    stage.click(near_source, ALT)
    assert stage.links("s") == ["dot.out > a", "dot.out > b"]


def test_alt_in_the_middle_of_a_drag_puts_dots_on_the_wire(qtbot: QtBot) -> None:
    stage = sums(qtbot, ())
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
    stage = sums(qtbot, ())
    stage.press(stage.end("s", "a"))
    stage.drag_to(stage.at(QPointF(350, 150)))
    QTest.keyClick(stage.canvas.view, Qt.Key.Key_Alt)
    stage.drag_to(stage.end("b", "out", is_output=True))
    stage.release(stage.end("b", "out", is_output=True))
    assert stage.links("dot") == ["b.out > in"]
    assert stage.links("s") == ["dot.out > a"]


def test_a_dot_is_moved_by_its_middle_and_wired_by_its_sides(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.click(on_wire(stage), ALT)
    middle = stage.at(stage.middle("dot"))
    stage.press(middle)
    stage.drag_to(middle + QPoint(20, 90))
    stage.release(middle + QPoint(20, 90), CTRL)
    assert stage.links("s") == ["dot.out > a"]
    stage.drag(stage.end("dot", "out", is_output=True) + QPoint(2, 0), stage.end("s", "b"))
    assert stage.links("s") == ["dot.out > a", "dot.out > b"]


def test_a_removed_dot_leaves_the_wire(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.click(on_wire(stage, "dot"), ALT)
    stage.canvas.select(["dot", "dot_2"])
    stage.key(Qt.Key.Key_Delete)
    assert stage.links("s") == ["a.out > a"]
    stage.undo()
    assert set(stage.graph.nodes) == {*"abst", "dot", "dot_2"}


def test_a_dot_has_the_colour_of_what_runs_through_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
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
    stage = sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.canvas.select(["a", "dot", "s"])
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.links("s_2") == ["dot_2.out > a"]
    assert stage.links("dot_2") == ["a_2.out > in"]


def test_a_selected_dot_stands_for_the_node_behind_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.click(on_wire(stage), ALT)
    assert stage.canvas.selected_paths == ("a",)


def test_a_dot_is_entered_with_its_group(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.click(on_wire(stage), ALT)
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    assert stage.canvas.at == ("group",)
    assert OUTPUTS in stage.canvas.scene.ids
    assert not stage.canvas.grab().isNull()


# --- Backdrops ---


def test_a_backdrop_is_laid_under_the_selection_and_named(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.select(["a", "b"])
    stage.key(Qt.Key.Key_B, SHIFT)
    assert stage.graph.nodes["a"].backdrop == stage.graph.nodes["b"].backdrop == "backdrop"
    QTest.keyClicks(stage.canvas.titling.field, "Numbers")
    QTest.keyClick(stage.canvas.titling.field, Qt.Key.Key_Return)
    assert stage.canvas.scene.face("backdrop").title == "Numbers"
    assert stage.canvas.view.hasFocus()
    scene = stage.canvas.scene
    assert all(scene.node_rect("backdrop").contains(scene.node_rect(one)) for one in "ab")
    assert not scene.node_rect("backdrop").intersects(scene.node_rect("s"))


def test_a_double_click_on_a_backdrop_renames_it_and_escape_leaves_the_old_title(
    qtbot: QtBot,
) -> None:
    stage = sums(qtbot)
    opened: list[str] = []
    stage.canvas.node_opened.connect(opened.append)
    backdrop(stage, "a")
    button = Qt.MouseButton.LeftButton
    QTest.mouseDClick(stage.canvas.view.viewport(), button, pos=head(stage))
    QTest.keyClicks(stage.canvas.titling.field, "Other")
    QTest.keyClick(stage.canvas.titling.field, Qt.Key.Key_Escape)
    assert stage.graph.nodes["ground"].title == "Ground"
    QTest.mouseDClick(stage.canvas.view.viewport(), button, pos=head(stage))
    QTest.keyClicks(stage.canvas.titling.field, "Other")
    QTest.keyClick(stage.canvas.titling.field, Qt.Key.Key_Return)
    assert stage.graph.nodes["ground"].title == "Other"
    assert opened == [] and stage.canvas.view.hasFocus()


def test_a_backdrop_carries_what_lies_on_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "a", "b")
    grip = head(stage)
    stage.press(grip)
    stage.drag_to(grip + QPoint(40, 70))
    stage.release(grip + QPoint(40, 70), CTRL)
    nodes = stage.graph.nodes
    assert nodes["b"].y - nodes["a"].y == 200 and nodes["a"].y > 40
    assert (nodes["s"].x, nodes["s"].y) == (500, 0)
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert stage.graph.nodes["a"].y == 0


def test_a_node_dropped_on_a_backdrop_lies_on_it_and_dragged_off_it_does_not(
    qtbot: QtBot,
) -> None:
    stage = sums(qtbot, ())
    backdrop(stage, "a", "b")
    grip = stage.title("t")
    way = stage.at(QPointF(60, 150)) - stage.at(QPointF(500, 300))
    stage.press(grip)
    stage.drag_to(grip + way)
    marks = stage.marks()
    assert marks["Ground"].is_found
    stage.release(grip + way)
    assert stage.graph.nodes["t"].backdrop == "ground"
    assert stage.model.undo_stack.count() == 1
    grip = stage.title("t")
    stage.drag(grip, grip + QPoint(300, 300))
    assert stage.graph.nodes["t"].backdrop == ""


def test_a_node_moved_on_its_backdrop_stays_on_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "a", "b")
    grip = stage.title("b")
    stage.drag(grip, grip + QPoint(6, -40))
    assert stage.graph.nodes["b"].backdrop == "ground"


def test_a_backdrop_left_by_its_last_node_stays_where_it_is(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "t")
    before = stage.canvas.scene.node_rect("ground").topLeft()
    grip = stage.title("t")
    stage.drag(grip, grip + QPoint(-300, 200))
    assert stage.graph.nodes["t"].backdrop == ""
    assert stage.canvas.scene.node_rect("ground").topLeft() == before


def test_a_box_can_be_begun_on_a_backdrop(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "a", "b")
    stage.drag(stage.at(QPointF(-6, 150)), stage.at(QPointF(40, 240)))
    assert stage.canvas.selected == ("b",)


def test_a_copied_backdrop_brings_its_nodes(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "a", "b")
    stage.click(head(stage))
    assert stage.canvas.selected == ("ground",)
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.graph.nodes["a_2"].backdrop == "ground_2"


def test_a_backdrop_takes_a_colour(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    backdrop(stage, "a")
    stage.canvas.select(["ground"])
    colour_backdrops(stage.canvas.editor, "#4f8fd6")
    assert stage.canvas.scene.face("ground").tint == "#4f8fd6"
    assert stage.model.undo_stack.undoText() == "Colour backdrop"
    assert not stage.canvas.grab().isNull()


# --- Gestures ---


def test_a_lasso_selects_what_it_is_drawn_around(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    corners = [(-40, 160), (300, 160), (300, 330), (-40, 330)]
    stage.key(Qt.Key.Key_L, SHIFT)
    stage.press(stage.at(QPointF(*corners[0])))
    for corner in corners[1:]:
        stage.drag_to(stage.at(QPointF(*corner)))
    stage.release(stage.at(QPointF(*corners[-1])))
    assert stage.canvas.selected == ("b",)
    assert stage.model.undo_stack.count() == 0


def test_alt_drawn_from_node_to_node_wires_what_fits_best(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.press(stage.title("b"), ALT)
    stage.drag_to(stage.title("s"))
    stage.release(stage.title("s"), ALT)
    assert stage.links("s") == ["a.out > a", "b.out > b"]
    assert stage.model.undo_stack.undoText() == "Connect"


def test_a_lazy_wire_that_nothing_fits_says_so(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.press(stage.title("t"), ALT)
    stage.drag_to(stage.title("s"))
    assert stage.canvas.view.words_shown
    stage.release(stage.title("s"), ALT)
    assert stage.links("s") == ["a.out > a"]
    assert stage.canvas.view.words_shown == ""


def test_a_key_wires_the_selected_nodes_in_order(qtbot: QtBot) -> None:
    stage = sums(qtbot, ())
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
    stage = sums(qtbot)
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
    stage = sums(qtbot, ("a > s.a", "b > s.b"))
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
    stage = sums(qtbot)
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
    stage = sums(qtbot)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.key(Qt.Key.Key_Return)
    stage.key(Qt.Key.Key_1, CTRL)
    stage.key(Qt.Key.Key_U)
    stage.key(Qt.Key.Key_1)
    assert stage.canvas.at == ("group",)


def test_the_minimap_leads_the_eye(qtbot: QtBot) -> None:
    stage = sums(qtbot)
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
    stage = sums(qtbot)
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
    stage = sums(qtbot)
    stage.model.do(MoveNodes(positions={"a": (0.0, 30.0)}), "Move")
    stage.canvas.update_content()
    view = stage.canvas.view
    view.pan(-9000, 0)
    stage.model.undo_stack.undo()
    assert view.seen().intersects(stage.canvas.scene.node_rect("a"))


def test_an_undo_in_sight_does_not_move_the_eye(qtbot: QtBot) -> None:
    stage = sums(qtbot)
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
    stage = sums(qtbot)
    stage.canvas.select(["s"])
    stage.key(Qt.Key.Key_G, CTRL)
    stage.model.do(MoveNodes(at=("group",), positions={"s": (9.0, 9.0)}), "Move")
    stage.model.undo_stack.undo()
    assert stage.canvas.at == ("group",)
