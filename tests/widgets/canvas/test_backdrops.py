"""Backdrops: laid, named, filled, resized and coloured by a real hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodes.backdrops import own_size
from nodes.edits import AddNode, Batch, SetBackdrop
from nodes.graph import BACKDROP, Node
from tests.widgets.canvas.stage import Stage, wide_sums
from widgets.canvas.node_menu import colour_backdrops

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def backdrop(stage: Stage, *nodes: str, node_id: str = "ground") -> None:
    made = Node(id=node_id, type=BACKDROP, title="Ground", x=-50, y=420)
    edits = (AddNode(node=made), SetBackdrop(nodes=nodes, backdrop=node_id))
    stage.model.do(Batch(edits=edits), "Ground")
    stage.canvas.update_content()
    stage.model.undo_stack.clear()


def head(stage: Stage, ground: str = "ground") -> QPoint:
    rect = stage.canvas.scene.node_rect(ground)
    return stage.at(rect.topLeft() + QPointF(rect.width() / 2, 8))


def test_a_backdrop_is_laid_under_the_selection_and_named(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
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
    stage = wide_sums(qtbot)
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
    stage = wide_sums(qtbot)
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
    stage = wide_sums(qtbot, ())
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
    stage = wide_sums(qtbot)
    backdrop(stage, "a", "b")
    grip = stage.title("b")
    stage.drag(grip, grip + QPoint(6, -40))
    assert stage.graph.nodes["b"].backdrop == "ground"


def test_a_backdrop_left_by_its_last_node_stays_where_it_is(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    backdrop(stage, "t")
    before = stage.canvas.scene.node_rect("ground").topLeft()
    grip = stage.title("t")
    stage.drag(grip, grip + QPoint(-300, 200))
    assert stage.graph.nodes["t"].backdrop == ""
    assert stage.canvas.scene.node_rect("ground").topLeft() == before


def test_a_box_can_be_begun_on_a_backdrop(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    backdrop(stage, "a", "b")
    stage.drag(stage.at(QPointF(-6, 150)), stage.at(QPointF(40, 240)))
    assert stage.canvas.selected == ("b",)


def test_a_copied_backdrop_brings_its_nodes(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    backdrop(stage, "a", "b")
    stage.click(head(stage))
    assert stage.canvas.selected == ("ground",)
    stage.key(Qt.Key.Key_D, CTRL)
    assert stage.graph.nodes["a_2"].backdrop == "ground_2"


def test_a_backdrop_takes_a_colour(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot)
    backdrop(stage, "a")
    stage.canvas.select(["ground"])
    colour_backdrops(stage.canvas.editor, "#4f8fd6")
    assert stage.canvas.scene.face("ground").tint == "#4f8fd6"
    assert stage.model.undo_stack.undoText() == "Colour backdrop"
    assert not stage.canvas.grab().isNull()


def edge(stage: Stage, ground: str, across: int, down: int) -> QPoint:
    """A place on the border of a backdrop: -1 left or upper, 1 right or lower, 0 the middle."""
    rect = stage.canvas.scene.node_rect(ground)
    half = QPointF(rect.width() / 2 * across, rect.height() / 2 * down)
    return stage.at(rect.center() + half)


def test_a_backdrop_is_resized_by_its_edges_in_one_step(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    backdrop(stage, "a", "b")
    scene = stage.canvas.scene
    before = scene.node_rect("ground")
    corner = edge(stage, "ground", 1, 1)
    stage.drag(corner, corner + QPoint(80, 60))
    after = scene.node_rect("ground")
    assert after.topLeft() == before.topLeft()
    assert (after.width(), after.height()) == (before.width() + 80, before.height() + 60)
    assert stage.model.undo_stack.count() == 1
    assert stage.model.undo_stack.undoText() == "Resize backdrop"
    left = edge(stage, "ground", -1, 0)
    stage.drag(left, left + QPoint(-30, 5))
    assert scene.node_rect("ground").left() == before.left() - 30
    assert scene.node_rect("ground").right() == after.right()
    stage.undo()
    stage.undo()
    assert scene.node_rect("ground") == before


def test_a_backdrop_never_gets_too_small_for_what_lies_on_it(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    backdrop(stage, "a", "b")
    before = stage.canvas.scene.node_rect("ground")
    right = edge(stage, "ground", 1, 0)
    stage.drag(right, right + QPoint(-150, 0))
    assert stage.canvas.scene.node_rect("ground") == before


def test_a_backdrop_made_larger_keeps_its_size_where_it_is_moved_and_coloured(
    qtbot: QtBot,
) -> None:
    stage = wide_sums(qtbot, ())
    backdrop(stage, "a", "b")
    corner = edge(stage, "ground", 1, 1)
    stage.drag(corner, corner + QPoint(60, 60))
    size = stage.canvas.scene.node_rect("ground").size()
    colour_backdrops(stage.canvas.editor, "#4f8fd6")
    stage.canvas.editor.move(["ground", "a", "b"], (40.0, 30.0))
    assert stage.canvas.scene.node_rect("ground").size() == size
    stage.canvas.select(["ground"])
    stage.canvas.editor.fit_backdrops()
    assert stage.canvas.scene.node_rect("ground").size() != size
    assert stage.graph.nodes["ground"].parameters == {"colour": "#4f8fd6"}


def test_the_cursor_says_that_an_edge_can_be_dragged(qtbot: QtBot) -> None:
    stage = wide_sums(qtbot, ())
    backdrop(stage, "a", "b")
    viewport = stage.canvas.view.viewport()
    QTest.mouseMove(viewport, edge(stage, "ground", 1, 0))
    assert viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    QTest.mouseMove(viewport, edge(stage, "ground", 1, 1))
    assert viewport.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    QTest.mouseMove(viewport, stage.title("t"))
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_size_in_a_file_that_is_none_is_not_believed() -> None:
    for width in ("wide", float("nan"), -3, 1e12, True, None):
        node = Node(id="g", type=BACKDROP, parameters={"width": width, "height": 200})
        assert own_size(node) is None
    node = Node(id="g", type=BACKDROP, parameters={"width": 300, "height": 200.5})
    assert own_size(node) == (300.0, 200.5)
