"""How a node stands: what it shows, pins, and says of its last run."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from nodes.edits import AddNode
from nodes.evaluator import CacheState
from nodes.graph import Node
from tests.fakes import document
from tests.widgets.canvas.stage import Stage
from widgets.canvas import NodeCanvas, NodeState, NodeStates
from widgets.canvas.footers import foot_lines, sign_name
from widgets.canvas.telling import tooltip
from widgets.canvas.thumbnails import Thumbnail
from widgets.document_model import DocumentModel


def test_a_result_on_disk_is_pinned_and_let_go_in_one_step_each(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "two": "test.number"})
    states = {"one": NodeState(cache=CacheState.ON_DISK, key="abc", is_kept=True)}
    stage.canvas.set_states(NodeStates(states))
    stage.canvas.select(["two"])
    stage.canvas.commands["pin"].trigger()
    assert len(stage.refusals) == 1
    stage.canvas.select(["one"])
    stage.canvas.commands["pin"].trigger()
    assert stage.graph.nodes["one"].pinned == "abc"
    assert stage.model.undo_stack.undoText().startswith("Pin the result of")
    stage.undo()
    assert stage.graph.nodes["one"].pinned == ""
    stage.model.undo_stack.redo()
    stage.canvas.commands["pin"].trigger()
    assert stage.graph.nodes["one"].pinned == ""
    assert stage.model.undo_stack.undoText().startswith("Unpin")


def test_why_a_node_ran_is_told_on_request_and_in_its_tooltip(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number"})
    told: list[str] = []
    stage.canvas.told.connect(told.append)

    def why(path: str) -> list[str]:
        return [f"Value of {path} was 8, is now 12."]

    stage.canvas.set_states(NodeStates({}, why))
    stage.canvas.select(["one"])
    stage.canvas.commands["why"].trigger()
    assert told and told[0].endswith("Value of one was 8, is now 12.")
    assert "Value of one was 8" in tooltip(stage.canvas.scene, stage.middle("one"), 1.0)


def drawn(colour: str) -> Thumbnail:
    picture = QPixmap(32, 18)
    picture.fill(QColor(colour))
    return Thumbnail(picture)


def test_a_picture_makes_room_on_its_node_and_moves_no_socket(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "sum": "test.add"}, ["one > sum.a"])
    scene = stage.canvas.scene
    before, end = scene.node_rect("sum"), stage.end("sum", "a")
    stage.canvas.show_thumbnails({"sum": drawn("#ff0000")})
    assert scene.node_rect("sum").height() > before.height() + 40
    assert stage.end("sum", "a") == end
    rect = scene.node_rect("sum")
    foot = scene.look.metrics.footer
    at = stage.at(QPointF(rect.center().x(), rect.bottom() - foot - 40))
    assert stage.canvas.view.viewport().grab().toImage().pixelColor(at) == QColor("#ff0000")
    stage.canvas.show_thumbnails({"sum": None})
    assert scene.node_rect("sum") == before


def test_pictures_are_hidden_and_shown_in_steps_that_can_be_undone(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "two": "test.number"})
    stage.canvas.show_thumbnails({"one": drawn("#ff0000"), "two": Thumbnail(words="7")})
    scene = stage.canvas.scene

    def rooms() -> list[bool]:
        stage.canvas.update_content()
        return [bool(scene.face(one).shape.picture) for one in ("one", "two")]

    assert rooms() == [True, True]
    stage.canvas.select(["one"])
    stage.canvas.commands["thumbnail"].trigger()
    assert stage.graph.nodes["one"].thumbnail == "off"
    assert rooms() == [False, True]
    stage.undo()
    assert rooms() == [True, True]
    stage.canvas.commands["thumbnails"].trigger()
    assert rooms() == [False, False]
    stage.undo()
    assert rooms() == [True, True]


def test_every_state_has_a_sign_of_its_own(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number"})
    face = stage.canvas.scene.face("one")
    states = [NodeState(cache=cache) for cache in CacheState]
    states += [NodeState(error="It failed"), NodeState(progress=0.5)]
    signs = {sign_name(face, state) for state in states}
    assert len(signs) == len(states)
    assert sign_name(replace(face, is_bypassed=True), states[0]) not in signs


def test_a_graph_without_nodes_says_how_to_begin(qtbot: QtBot) -> None:
    model = DocumentModel(document({}))
    canvas = NodeCanvas(model)
    qtbot.addWidget(canvas)
    canvas.show()
    assert canvas.hint.isVisible()
    model.do(AddNode(node=Node(id="a", type="mask.grow")), "Add")
    assert not canvas.hint.isVisible()
    model.undo_stack.undo()
    assert canvas.hint.isVisible()


def test_why_a_node_failed_stands_on_it_in_two_lines_and_moves_no_socket(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number", "sum": "test.add"}, ["one > sum.a"])
    scene = stage.canvas.scene
    before, end = scene.node_rect("sum"), stage.end("sum", "a")
    why = "The file beach.mov is not there any more. It was moved or renamed outside."
    stage.canvas.set_states(NodeStates({"sum": NodeState(error=f"{why}\nFind it again.")}))
    metrics = scene.look.metrics
    added = scene.node_rect("sum").height() - before.height()
    assert added == round(metrics.small.height())
    assert stage.end("sum", "a") == end
    assert why in tooltip(scene, stage.middle("sum"), 1.0)
    stage.canvas.set_states(NodeStates({"sum": NodeState(cache=CacheState.FRESH)}))
    assert scene.node_rect("sum") == before


def test_words_at_the_foot_are_broken_between_words_and_cut_at_the_end(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number"})
    small = stage.canvas.scene.look.metrics.small
    room = small.horizontalAdvance("the file is not")
    assert foot_lines("the file is not there", small, room, 2) == ["the file is not", "there"]
    first, second = foot_lines("the file is not there at all any more", small, room, 2)
    assert first == "the file is not"
    assert second.startswith("there") and second.endswith("…")
    (only,) = foot_lines("itisonelongwordwithoutanyend", small, room, 2)
    assert only.endswith("…")
    assert foot_lines("", small, room, 2) == []


def test_what_is_said_of_a_run_is_what_happened() -> None:
    fresh = CacheState.FRESH
    assert NodeState(cache=fresh, seconds=2.0).words == "Done · 2.0 s"
    assert NodeState(cache=fresh, is_reused=True).words == "From the cache"
    assert NodeState(progress=0.0).words == "Started"
    assert NodeState(progress=0.35).words == "Running, 35 %"
    assert NodeState(progress=1.0).words == "Frames made"
