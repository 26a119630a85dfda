"""Width and height in one row."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from nodes.edits import (
    Connect,
)
from nodes.graph import Link
from tests.inspector.stage import NARROW, shown
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.size_row import PRESETS, SizeRow


def size_row(inspector: Inspector) -> SizeRow:
    """The row of width and height."""
    found = inspector.rows["width"]
    assert isinstance(found, SizeRow)
    assert inspector.rows["height"] is found
    return found


def size_of(model: DocumentModel, node: str = "n") -> tuple[Any, Any]:
    """What was set."""
    parameters = model.graph.nodes[node].parameters
    return parameters.get("width"), parameters.get("height")


def test_a_preset_sets_both_sides_in_one_step(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": "frame.resize"}, width=NARROW)
    row = size_row(inspector)
    assert row.presets.currentText() == "480p: 832 × 480"
    at = [preset.name for preset in PRESETS].index("1080p")
    row.presets.activated.emit(at)
    assert size_of(model) == (1920, 1080)
    assert row.presets.currentIndex() == at
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert size_of(model) == (None, None)


def test_sides_are_swapped_and_reset(qtbot: QtBot) -> None:
    inspector, model = shown(
        qtbot, {"n": ("frame.resize", {"width": 1000, "height": 400})}, width=NARROW
    )
    row = size_row(inspector)
    assert row.presets.currentIndex() == -1
    row.swap.click()
    assert size_of(model) == (400, 1000)
    row.reset.click()
    assert size_of(model) == (None, None)
    assert model.undo_stack.count() == 2


def test_kept_proportions_move_the_other_side_along(qtbot: QtBot) -> None:
    inspector, model = shown(
        qtbot, {"n": ("frame.resize", {"width": 1600, "height": 900})}, width=NARROW
    )
    row = size_row(inspector)
    row.keep.click()
    row.lines[0].setFocus()
    row.lines[0].selectAll()
    qtbot.keyClicks(row.lines[0], "800")
    assert size_of(model) == (800, 450)
    row.lines[1].selectAll()
    qtbot.keyClicks(row.lines[1], "90")
    assert size_of(model) == (160, 90)
    row.keep.click()
    row.lines[0].selectAll()
    qtbot.keyClicks(row.lines[0], "500")
    assert size_of(model) == (500, 90)


def test_the_size_of_the_input_is_a_preset_once_it_is_known(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": "frame.resize"}, width=NARROW)
    row = size_row(inspector)
    assert row.presets.count() == len(PRESETS)
    inspector.show_input_size((1998, 1080))
    assert row.presets.itemText(len(PRESETS)) == "Same as the input: 1998 × 1080"
    row.presets.activated.emit(len(PRESETS))
    assert size_of(model) == (1998, 1080)


def test_a_side_is_a_socket_by_itself(qtbot: QtBot) -> None:
    nodes = {"n": "frame.resize", "number": "number.value"}
    inspector, model = shown(qtbot, nodes, "n", width=NARROW)
    row = size_row(inspector)
    row.sockets[1].click()
    assert model.graph.nodes["n"].exposed == ("height",)
    model.do(Connect(node="n", socket="height", link=Link("l", "number")), "Wire")
    assert row.lines[0].isEnabled()
    assert not row.lines[1].isEnabled()
    assert row.lines[1].placeholderText() == "from number"


def test_a_refused_side_is_said_and_not_taken(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": "frame.resize"}, width=NARROW)
    row = size_row(inspector)
    row.lines[1].selectAll()
    qtbot.keyClicks(row.lines[1], "0")
    assert "“height” cannot be 0" in row.refusal.text()
    assert size_of(model) == (None, None)
    assert "1 to 16384" in row.lines[1].toolTip()


def test_sizes_of_several_nodes_are_mixed_until_one_is_chosen(qtbot: QtBot) -> None:
    nodes = {"a": ("frame.resize", {"width": 100}), "b": "frame.resize"}
    inspector, model = shown(qtbot, nodes, width=NARROW)
    row = size_row(inspector)
    assert row.lines[0].placeholderText() == "mixed"
    row.presets.activated.emit(0)
    assert size_of(model, "a") == (832, None)
    assert model.graph.nodes["b"].parameters.get("width", 832) == 832
    assert model.undo_stack.count() == 1
