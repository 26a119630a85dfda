"""How a node stands: what it shows, pins, and says of its last run."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from nodes.evaluator import CacheState
from tests.widgets.canvas.stage import Stage
from widgets.canvas import NodeState, NodeStates
from widgets.canvas.telling import tooltip


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
