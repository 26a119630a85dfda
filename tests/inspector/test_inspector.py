"""The inspector: what it shows for one node, several, a group or none."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nodes.edits import (
    ExposeParameter,
    ExposePort,
    GroupNodes,
    RemoveNodes,
    SetParameter,
)
from nodes.graph import Port
from tests.fakes import registry
from tests.inspector.stage import NARROW, editor, row, shown
from widgets.inspector.editor import SEVERAL
from widgets.inspector.slider_editor import SliderEditor


def test_without_a_selection_it_says_what_to_do(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    assert inspector.empty.isHidden()
    model.do(RemoveNodes(nodes=("grow",)), "Remove")
    assert inspector.empty.isVisible()
    assert inspector.rows == {}
    model.undo_stack.undo()
    assert list(inspector.rows) == ["distance"]


@pytest.mark.parametrize("type_id", sorted(registry().specs))
def test_every_kind_of_node_has_an_editor_for_each_parameter(qtbot: QtBot, type_id: str) -> None:
    inspector, model = shown(qtbot, {"n": type_id})
    before = model.graph
    assert list(inspector.rows) == list(registry().specs[type_id].parameters)
    inspector.update_content()
    assert model.graph is before
    assert model.undo_stack.count() == 0


def test_several_nodes_share_their_common_parameters(qtbot: QtBot) -> None:
    nodes = {
        "a": ("frame.pad", {"left": 1}),
        "b": ("frame.pad", {"left": 2}),
        "c": "frame.pad",
    }
    inspector, model = shown(qtbot, nodes)
    left = editor(inspector, "left", SliderEditor)
    assert (left.line.text(), left.line.placeholderText()) == ("", SEVERAL)
    left.line.setFocus()
    qtbot.keyClicks(left.line, "9")
    assert [node.parameters["left"] for node in model.graph.nodes.values()] == [9, 9, 9]
    assert model.undo_stack.count() == 1
    model.undo_stack.undo()
    assert [node.parameters.get("left") for node in model.graph.nodes.values()] == [1, 2, None]


def test_nodes_of_other_kinds_share_only_what_is_the_same(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"a": "frame.resize", "b": "frame.restore"})
    assert list(inspector.rows) == ["fit", "anchor", "filter"]


def test_a_group_shows_the_parameters_of_what_it_holds(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": ("mask.grow", {"distance": 3})})
    model.do(GroupNodes(nodes=("grow",), group="g"), "Group")
    model.do(ExposePort(group="g", port=Port("reach", "grow", "distance")), "Show")
    inspector.set_selection(["g"])
    reach = editor(inspector, "reach", SliderEditor)
    assert reach.line.text() == "3"
    assert row(inspector, "reach").field.help.startswith("How far")
    inspector.set_selection(["grow"], at=("g",))
    line = editor(inspector, "distance", SliderEditor).line
    line.selectAll()
    qtbot.keyClicks(line, "4")
    inner = model.graph.nodes["g"].graph
    assert inner is not None
    assert inner.nodes["grow"].parameters["distance"] == 4


def test_a_node_is_renamed_by_typing(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    assert inspector.title.text() == "Grow Mask"
    inspector.title.setFocus()
    inspector.title.selectAll()
    qtbot.keyClicks(inspector.title, "More room ")
    assert model.graph.nodes["grow"].title == "More room"
    assert inspector.title.text() == "More room "
    assert model.undo_stack.count() == 1


def test_undo_elsewhere_reaches_what_is_shown(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow"})
    model.do(SetParameter(node="grow", name="distance", value=20), "Set")
    line = editor(inspector, "distance", SliderEditor).line
    assert line.text() == "20"
    model.undo_stack.undo()
    assert line.text() == "8"
    model.do(ExposeParameter(node="grow", name="distance"), "Socket")
    assert row(inspector, "distance").socket.isChecked()


def test_long_lists_of_parameters_are_searched(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "export.video"}, width=NARROW)
    if inspector.filter.isHidden():
        inspector.filter.setVisible(True)
    inspector.filter.setText("qual")
    assert [name for name, row in inspector.rows.items() if row.isVisible()] == ["quality"]
    inspector.filter.clear()
    assert all(row.isVisible() for row in inspector.rows.values())


def test_the_words_for_nothing_are_whole_in_a_small_dock(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"grow": "mask.grow"})
    inspector.set_selection([])
    inspector.resize(240, 60)
    assert inspector.empty.height() >= inspector.empty.heightForWidth(inspector.empty.width())


def test_rows_that_were_shown_before_come_back_with_what_holds_now(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"a": ("frame.pad", {"left": 1}), "b": "mask.grow"})
    inspector.set_selection(("a",))
    left = editor(inspector, "left", SliderEditor)
    inspector.set_selection(("b",))
    assert not left.isVisible()
    model.do(SetParameter(node="a", name="left", value=7), "Set")
    inspector.set_selection(("a",))
    assert editor(inspector, "left", SliderEditor) is left
    assert left.isVisible()
    assert left.line.text() == "7"


def test_rows_that_were_put_by_long_ago_go(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {f"n{number}": "mask.grow" for number in range(12)})
    inspector.set_selection(("n0",))
    first = row(inspector, "distance")
    with qtbot.waitSignal(first.destroyed):
        for number in range(1, 12):
            inspector.set_selection((f"n{number}",))
