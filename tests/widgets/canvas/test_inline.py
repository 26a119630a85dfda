"""Values that stand on a node: shown, and edited where they stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nodes.edits import (
    AddNode,
    Batch,
    ExposeParameter,
    ExposePort,
    GroupNodes,
    SetBackdrop,
    SetParameter,
)
from nodes.graph import BACKDROP, Node, Port
from tests.widgets.canvas.stage import Stage
from widgets.canvas.inline_values import written
from widgets.canvas.value_rows import value_rect


def masks(qtbot: QtBot) -> Stage:
    return Stage(
        qtbot,
        {"g": "mask.grow", "b": "image.blend", "s": "test.add"},
        (),
        {"g": (0, 0), "b": (400, 0), "s": (0, 300)},
    )


def field(stage: Stage, node: str, place: int = 0) -> QPoint:
    """The middle of a value on the screen."""
    scene = stage.canvas.scene
    shape = scene.face(node).shape
    rect = value_rect(shape, shape.values[place], scene.look.metrics)
    return stage.at(scene.node_rect(node).topLeft() + rect.center())


def test_a_node_shows_the_values_that_its_kind_marks(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    assert stage.canvas.scene.face("g").written == ("8",)
    assert stage.canvas.scene.face("b").written == ("Normal", "1")
    assert stage.canvas.scene.face("s").written == ()
    stage.model.do(SetParameter(node="g", name="distance", value=-3), "Set")
    stage.canvas.update_content()
    assert stage.canvas.scene.face("g").written == ("-3",)
    assert not stage.canvas.grab().isNull()


def test_a_value_that_became_a_socket_stands_there_no_more(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.model.do(ExposeParameter(node="b", name="opacity"), "Expose")
    stage.canvas.update_content()
    assert stage.canvas.scene.face("b").written == ("Normal",)
    assert stage.end("b", "opacity")


def test_a_group_shows_its_first_values(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.model.do(GroupNodes(nodes=("g",), group="group"), "Group")
    port = Port("how far", "g", "distance")
    stage.model.do(ExposePort(group="group", port=port), "Show")
    stage.canvas.update_content()
    assert stage.canvas.scene.face("group").written == ("8",)


def test_a_click_on_a_value_edits_it_where_it_stands(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.click(field(stage, "g"))
    editor = stage.canvas.inline.editor
    assert editor is not None and stage.canvas.inline.isVisible()
    line = editor.findChildren(QLineEdit)[0]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "21")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stage.graph.nodes["g"].parameters["distance"] == 21
    assert stage.model.undo_stack.count() == 1
    stage.undo()
    assert "distance" not in stage.graph.nodes["g"].parameters


def test_the_editor_goes_away_when_the_eye_moves_or_another_is_asked_for(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.click(field(stage, "g"))
    stage.click(field(stage, "b", 1))
    assert len(stage.canvas.inline.findChildren(QLineEdit)) <= 2
    stage.canvas.view.pan(40, 0)
    assert stage.canvas.inline.editor is None and not stage.canvas.inline.isVisible()


def test_escape_leaves_the_editor_and_the_canvas_has_the_keys_again(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.click(field(stage, "g"))
    QTest.keyClick(stage.canvas.inline, Qt.Key.Key_Escape)
    assert stage.canvas.inline.editor is None
    assert stage.canvas.view.hasFocus()


def test_an_open_editor_leaves_the_title_of_the_backdrop_behind_it(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    made = Node(id="ground", type=BACKDROP, title="WWWW")
    lay = SetBackdrop(nodes=("g",), backdrop="ground")
    stage.model.do(Batch(edits=(AddNode(node=made), lay)), "Ground")
    stage.canvas.update_content()
    corner = stage.at(stage.canvas.scene.node_rect("ground").topLeft())
    title = QRect(corner + QPoint(4, 4), QSize(60, 18))
    viewport = stage.canvas.view.viewport()
    before = stage.canvas.view.grab(title.translated(viewport.pos())).toImage()
    stage.click(field(stage, "g"))
    stage.canvas.scene.select([])
    assert stage.canvas.inline.isVisible()
    assert stage.canvas.view.grab(title.translated(viewport.pos())).toImage() == before
    whole = stage.canvas.view.grab().toImage()
    assert whole.copy(title.translated(viewport.pos())) == before


def test_a_removed_node_takes_its_editor_along(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.click(field(stage, "g"))
    stage.canvas.editor.remove()
    assert stage.canvas.inline.editor is None


def test_from_afar_a_value_is_no_field(qtbot: QtBot) -> None:
    stage = masks(qtbot)
    stage.canvas.view.set_scale(0.3)
    stage.click(field(stage, "g"))
    assert stage.canvas.inline.editor is None


def test_values_are_written_on_one_line() -> None:
    assert written(True, None) == "on"
    assert written(0.123456, None) == "0.1235"
    assert written("two\nlines", None) == "two lines"
    assert written("", None) == "–"
    assert written((), None) == "…"
