"""Drags on the canvas, with a real mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.stage import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sums(qtbot: QtBot, links: tuple[str, ...] = ("a > s.a",)) -> Stage:
    """Two numbers and their sum."""
    return Stage(
        qtbot,
        {"a": "test.number", "b": "test.number", "s": "test.add", "t": "test.text"},
        links,
        {"a": (0, 0), "b": (0, 200), "s": (400, 0), "t": (400, 300)},
    )


def test_a_wire_is_dragged_from_an_output_to_a_socket(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.drag(stage.end("b", "out", is_output=True), stage.end("s", "b"))
    assert stage.links("s") == ["a.out > a", "b.out > b"]
    assert stage.model.undo_stack.undoText() == "Connect"


def test_a_wire_is_dragged_backwards_from_a_socket(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.drag(stage.end("s", "b"), stage.end("b", "out", is_output=True))
    assert stage.links("s") == ["a.out > a", "b.out > b"]


def test_a_wire_snaps_to_the_nearest_socket_that_fits(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    near = stage.end("s", "b") + QPoint(-14, 8)
    stage.press(stage.end("b", "out", is_output=True))
    stage.drag_to(near)
    marks = stage.marks()
    assert marks["Add"].aimed == ("b", False)
    stage.release(near)
    assert stage.links("s") == ["a.out > a", "b.out > b"]


def test_of_nodes_that_overlap_the_last_one_lies_on_top_or_the_one_touched_last(
    qtbot: QtBot,
) -> None:
    numbers = {f"n{place}": "test.number" for place in range(6)}
    places = {node_id: (place * 20.0, 0.0) for place, node_id in enumerate(numbers)}
    stage = Stage(qtbot, numbers, places=places)
    scene, point = stage.canvas.scene, QPointF(110, 20)
    assert scene.ids == list(numbers)
    assert scene.node_at(point) == "n5"
    stage.canvas.select(["n3", "n1"])
    assert scene.node_at(point) == "n1"
    stage.canvas.select([])
    assert scene.node_at(point) == "n1"
    before = stage.canvas.view.viewport().grab().toImage()
    stage.canvas.select(["n4"])
    stage.canvas.select([])
    assert scene.node_at(point) == "n4"
    assert stage.canvas.view.viewport().grab().toImage() != before


def test_sockets_that_fit_are_lit_while_a_wire_is_dragged(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    start = stage.end("b", "out", is_output=True)
    stage.press(start)
    stage.drag_to(start + QPoint(60, 60))
    marks = stage.marks()
    assert marks["Add"].lit == {("a", False), ("b", False)}
    assert marks["Text"].lit == frozenset()
    stage.key(Qt.Key.Key_Escape)
    assert all(mark.lit is None for mark in stage.marks().values())
    stage.release(start)
    assert stage.model.undo_stack.count() == 0


def test_a_socket_that_does_not_fit_says_why(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"n": "test.text", "s": "test.add"},
        (),
        {"n": (0, 0), "s": (400, 0)},
    )
    end = stage.end("s", "a")
    stage.press(stage.end("n", "out", is_output=True))
    stage.drag_to(end)
    assert stage.canvas.view.words_shown == "“Add” takes number; “Text” gives text."
    stage.release(end)
    assert stage.links("s") == []
    assert stage.canvas.view.words_shown == ""
    assert not stage.canvas.search.isVisible()


def test_a_socket_that_would_close_a_loop_says_so(qtbot: QtBot) -> None:
    stage = Stage(
        qtbot,
        {"a": "test.add", "b": "test.add"},
        ["a > b.a"],
        {"a": (0, 0), "b": (400, 0)},
    )
    stage.press(stage.end("b", "out", is_output=True))
    stage.drag_to(stage.end("a", "b"))
    assert "close a loop" in stage.canvas.view.words_shown
    stage.release(stage.end("a", "b"))
    assert stage.links("a") == []


def test_a_wire_dragged_off_its_socket_is_gone(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.drag(stage.end("s", "a"), stage.end("s", "a") + QPoint(-120, 150))
    assert stage.links("s") == []
    stage.undo()
    assert stage.links("s") == ["a.out > a"]


def test_a_wire_is_led_to_another_socket_in_one_step(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.drag(stage.end("s", "a"), stage.end("s", "b"))
    assert stage.links("s") == ["a.out > b"]
    stage.undo()
    assert stage.links("s") == ["a.out > a"]


def test_a_wire_put_back_where_it_was_takes_no_step(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    end = stage.end("s", "a")
    stage.press(end)
    stage.drag_to(end + QPoint(-80, 80))
    stage.drag_to(end)
    stage.release(end)
    assert stage.links("s") == ["a.out > a"]
    assert stage.model.undo_stack.count() == 0


def test_a_wire_dropped_on_nothing_asks_for_a_node_that_fits(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    start = stage.end("a", "out", is_output=True)
    stage.drag(start, start + QPoint(60, 90))
    search = stage.canvas.search
    assert search.isVisible()
    titles = [search.list.item(row).text() for row in range(search.list.count())]
    assert not any("Load Clip" in title for title in titles)
    QTest.keyClicks(search.field, "total")
    QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert stage.links("total") == ["a.out > numbers"]
    assert stage.canvas.selected == ("total",)
    assert stage.model.undo_stack.count() == 1


def test_a_wire_dropped_on_nothing_may_lead_to_a_parameter(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    start = stage.end("a", "out", is_output=True)
    stage.drag(start, start + QPoint(60, 90))
    search = stage.canvas.search
    titles = [search.list.item(row).text() for row in range(search.list.count())]
    assert titles.index("Number To Text   ·  convert") > titles.index("Add Sound: start   ·  sound")
    QTest.keyClicks(search.field, "feather")
    assert search.list.item(0).text() == "Feather Mask: radius   ·  mask"
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Return)
    assert stage.links("feather") == ["a.out > radius"]
    assert stage.graph.nodes["feather"].exposed == ("radius",)
    assert stage.model.undo_stack.count() == 1


def test_a_wire_that_no_node_fits_says_so(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"w": "test.write"})
    start = stage.end("w", "out", is_output=True)
    stage.drag(start, start + QPoint(60, 90))
    search = stage.canvas.search
    assert not search.list.count()
    assert search.help.text() == "No kind of node fits this wire."
    QTest.keyClicks(search.field, "x")
    assert search.help.text() == "No kind of node fits this wire."


def test_a_wire_drawn_backwards_onto_nothing_offers_what_gives_it(qtbot: QtBot) -> None:
    stage = sums(qtbot, ())
    start = stage.end("s", "a")
    stage.drag(start, start + QPoint(-60, 90))
    QTest.keyClicks(stage.canvas.search.field, "halves")
    QTest.keyClick(stage.canvas.search.field, Qt.Key.Key_Return)
    assert stage.links("s") == ["halves.low > a"]


def test_moving_nodes_is_one_step(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.select(["a", "b"])
    start = stage.title("a")
    stage.press(start)
    stage.drag_to(start + QPoint(30, 50))
    assert stage.graph.nodes["a"].x == 0.0
    stage.drag_to(start + QPoint(37, 61))
    stage.release(start + QPoint(37, 61), CTRL)
    moved = {node.id: (node.x, node.y) for node in stage.graph.nodes.values()}
    assert moved["b"][0] - moved["a"][0] == 0 and moved["b"][1] - moved["a"][1] == 200
    assert moved["a"] != (0.0, 0.0) and moved["s"] == (400.0, 0.0)
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert (stage.graph.nodes["a"].x, stage.graph.nodes["b"].y) == (0.0, 200.0)


def test_a_cancelled_move_changes_nothing(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    start = stage.title("a")
    stage.press(start)
    stage.drag_to(start + QPoint(90, 50))
    stage.key(Qt.Key.Key_Escape)
    stage.release(start + QPoint(90, 50))
    assert stage.canvas.scene.node_rect("a").topLeft() == QPointF(0, 0)
    assert stage.model.undo_stack.count() == 0


def test_a_dragged_node_falls_in_line_with_its_neighbours(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    start = stage.title("b")
    stage.drag(start, start + QPoint(4, 60))
    assert stage.graph.nodes["b"].x == 0.0


def test_a_node_dropped_on_a_wire_is_put_into_it(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.editor.add(stage.model.document.registry.specs["test.halves"], QPointF(150, 450))
    stage.model.undo_stack.clear()
    wire = (stage.canvas.scene.table.path(0)).pointAtPercent(0.5)
    grip = stage.title("halves")
    way = stage.at(wire) - stage.at(stage.middle("halves"))
    stage.drag(grip, grip + way)
    assert stage.links("halves") == ["a.out > a"]
    assert stage.links("s") == ["halves.low > a"]
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert stage.links("s") == ["a.out > a"]


def test_a_box_selects_what_it_touches(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.drag(stage.at(QPointF(-30, -30)), stage.at(QPointF(20, 210)))
    assert set(stage.canvas.selected) == {"a", "b"}
    stage.drag(stage.at(QPointF(380, 290)), stage.at(QPointF(420, 320)), SHIFT)
    assert set(stage.canvas.selected) == {"a", "b", "t"}
    stage.click(stage.at(QPointF(300, 220)))
    assert stage.canvas.selected == ()


def test_a_click_selects_and_ctrl_adds_and_takes_away(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.click(stage.title("a"))
    assert stage.canvas.selected == ("a",)
    stage.click(stage.title("b"), CTRL)
    assert stage.canvas.selected == ("a", "b")
    stage.click(stage.title("a"), CTRL)
    assert stage.canvas.selected == ("b",)


def test_the_knife_cuts_every_wire_that_it_crosses(qtbot: QtBot) -> None:
    stage = sums(qtbot, ("a > s.a", "b > s.b"))
    right = Qt.MouseButton.RightButton
    stage.drag(stage.at(QPointF(310, -20)), stage.at(QPointF(310, 300)), CTRL, right)
    assert stage.links("s") == []
    assert stage.model.undo_stack.undoText() == "Cut 2 wires"
    stage.undo()
    assert len(stage.links("s")) == 2
    stage.key(Qt.Key.Key_K)
    stage.drag(stage.at(QPointF(340, -30)), stage.at(QPointF(340, -10)))
    assert len(stage.links("s")) == 2


def test_the_wheel_zooms_at_the_cursor(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    view = stage.canvas.view
    at = QPointF(300, 200)
    before = view.to_scene(at.toPoint())
    QTest.wheelEvent(
        stage.canvas.windowHandle(), view.mapTo(stage.canvas, at.toPoint()), QPoint(0, 120)
    )
    assert view.scale_now > 1.0
    moved = view.to_scene(at.toPoint()) - before
    assert abs(moved.x()) < 2 and abs(moved.y()) < 2


def test_the_middle_button_pans(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    before = stage.title("a")
    start = QPoint(400, 400)
    stage.drag(start, start + QPoint(50, 30), button=Qt.MouseButton.MiddleButton)
    assert stage.title("a") - before == QPoint(50, 30)


def test_space_and_a_drag_pans(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    before = stage.title("a")
    QTest.keyPress(stage.canvas.view, Qt.Key.Key_Space)
    stage.drag(QPoint(400, 400), QPoint(450, 430))
    QTest.keyRelease(stage.canvas.view, Qt.Key.Key_Space)
    assert stage.title("a") - before == QPoint(50, 30)
    assert stage.model.undo_stack.count() == 0


def test_a_node_dropped_on_a_wire_with_alt_stays_loose(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.editor.add(stage.model.document.registry.specs["test.halves"], QPointF(150, 450))
    wire = (stage.canvas.scene.table.path(0)).pointAtPercent(0.5)
    grip = stage.title("halves")
    end = grip + stage.at(wire) - stage.at(stage.middle("halves"))
    stage.press(grip)
    stage.drag_to(end)
    assert stage.canvas.scene.aimed_wire is not None
    QTest.keyPress(stage.canvas.view, Qt.Key.Key_Alt)
    stage.move(end + QPoint(1, 0), Qt.KeyboardModifier.AltModifier)
    stage.release(end)
    assert stage.links("halves") == []
    assert stage.graph.nodes["halves"].y < 450


def test_an_undo_in_the_middle_of_a_drag_ends_the_drag(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.editor.add(stage.model.document.registry.specs["test.halves"], QPointF(150, 450))
    start = stage.end("halves", "low", is_output=True)
    stage.press(start)
    stage.drag_to(start + QPoint(60, 10))
    stage.undo()
    stage.drag_to(start + QPoint(70, 10))
    stage.release(start + QPoint(70, 10))
    assert set(stage.graph.nodes) == {"a", "b", "s", "t"}
    assert not stage.canvas.search.isVisible()


def test_from_afar_a_press_moves_nodes_and_takes_no_wire(qtbot: QtBot) -> None:
    stage = sums(qtbot)
    stage.canvas.view.set_scale(0.3)
    start = stage.end("s", "a") + QPoint(4, 0)
    stage.drag(start, start + QPoint(40, 40))
    assert stage.links("s") == ["a.out > a"]
    assert stage.graph.nodes["s"].x > 400
