"""What a row offers around its editor: reset, socket, tool, group."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nodes.edits import (
    Connect,
    GroupNodes,
)
from nodes.graph import Link
from tests.fakes import registry
from tests.inspector.stage import NARROW, row, shown
from widgets.inspector.parameter_row import ParameterRow


def test_reset_brings_the_default_back(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": ("mask.grow", {"distance": 40})})
    shown_row = row(inspector, "distance")
    assert shown_row.reset.isVisible()
    shown_row.reset.click()
    assert model.graph.nodes["grow"].parameters == {}
    assert shown_row.reset.isHidden()


def test_a_parameter_becomes_a_socket_and_says_what_is_wired_to_it(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"grow": "mask.grow", "number": "number.value"}, "grow")
    shown_row = row(inspector, "distance")
    shown_row.socket.click()
    assert model.graph.nodes["grow"].exposed == ("distance",)
    assert shown_row.editor.isVisible()
    model.do(Connect(node="grow", socket="distance", link=Link("l", "number")), "Wire")
    assert shown_row.editor.isHidden()
    assert shown_row.wire.accessibleName() == "from number"
    shown_row.socket.click()
    assert model.graph.nodes["grow"].exposed == ()
    assert shown_row.editor.isVisible()


@pytest.mark.parametrize("type_id", sorted(registry().specs))
def test_no_name_is_cut_in_a_narrow_dock(qtbot: QtBot, type_id: str) -> None:
    inspector, _ = shown(qtbot, {"n": type_id}, width=NARROW)
    assert inspector.width() == NARROW
    for one in inspector.rows.values():
        label: QLabel = one.name
        words = label.text().split()
        assert words
        assert label.width() >= max(label.fontMetrics().horizontalAdvance(word) for word in words)
        assert label.height() >= label.heightForWidth(label.width())
        assert one.mapTo(inspector, one.rect().bottomRight()).x() < NARROW


def test_a_changed_parameter_has_a_bold_name(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": ("frame.pad", {"left": 4, "top": 0})}, width=NARROW)
    bold = {
        name: row.name.font().bold()
        for name, row in inspector.rows.items()
        if isinstance(row, ParameterRow)
    }
    assert bold == {
        "left": True,
        "top": False,
        "right": False,
        "bottom": False,
        "colour": False,
    }


def test_a_parameter_within_a_group_is_shown_on_the_group_and_taken_off(qtbot: QtBot) -> None:
    nodes = {"one": "mask.grow", "two": "mask.grow"}
    inspector, model = shown(qtbot, nodes, width=NARROW)
    row = inspector.rows["distance"]
    assert isinstance(row, ParameterRow)
    assert row.lift.isHidden()
    model.do(GroupNodes(nodes=("one", "two"), group="g"), "Group")
    for name in ("one", "two"):
        inspector.set_selection([name], at=("g",))
        row = inspector.rows["distance"]
        assert isinstance(row, ParameterRow)
        assert not row.lift.isChecked()
        row.lift.click()
        assert row.lift.isChecked()
    inspector.set_selection(["g"])
    assert list(inspector.rows) == ["distance", "two_distance"]
    inspector.set_selection(["one"], at=("g",))
    row = inspector.rows["distance"]
    assert isinstance(row, ParameterRow)
    row.lift.click()
    assert [port.name for port in model.graph.nodes["g"].parameter_ports] == ["two_distance"]
    assert model.undo_stack.undoText() == "Take Distance off the group"


def test_a_tool_is_offered_once_a_picture_flows_in(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": "frame.crop", "load": "load.image"}, "n", width=NARROW)
    row = inspector.rows["left"]
    assert isinstance(row, ParameterRow)
    assert row.hand.isHidden()
    inspector.offer_tools()
    assert row.hand.isVisible()
    assert not row.hand.isEnabled()
    assert "Wire a picture" in row.hand.toolTip()
    model.do(Connect(node="n", socket="image", link=Link("l", "load")), "Wire")
    assert row.hand.isEnabled()
    assert "Wire a picture" not in row.hand.toolTip()
    with qtbot.waitSignal(inspector.tool_toggled) as told:
        row.hand.click()
    assert told.args == ["left", True]
