"""Rows of the inspector: sizes, files that are missing, help, and room for their names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nodes.edits import Connect, GroupNodes
from nodes.graph import Link
from tests.fakes import document, registry
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.file_editor import FileEditor
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.prompt_editor import PromptEditor
from widgets.inspector.size_row import PRESETS, SizeRow

NARROW = 260
"""Width of a dock on a small screen."""


def shown(qtbot: QtBot, nodes: dict[str, Any], *ids: str) -> tuple[Inspector, DocumentModel]:
    """An inspector of some nodes of a document."""
    model = DocumentModel(document(nodes))
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(ids or tuple(nodes))
    inspector.resize(NARROW, 700)
    inspector.show()
    return inspector, model


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
    inspector, model = shown(qtbot, {"n": "frame.resize"})
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
    inspector, model = shown(qtbot, {"n": ("frame.resize", {"width": 1000, "height": 400})})
    row = size_row(inspector)
    assert row.presets.currentIndex() == -1
    row.swap.click()
    assert size_of(model) == (400, 1000)
    row.reset.click()
    assert size_of(model) == (None, None)
    assert model.undo_stack.count() == 2


def test_kept_proportions_move_the_other_side_along(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": ("frame.resize", {"width": 1600, "height": 900})})
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
    inspector, model = shown(qtbot, {"n": "frame.resize"})
    row = size_row(inspector)
    assert row.presets.count() == len(PRESETS)
    inspector.show_input_size((1998, 1080))
    assert row.presets.itemText(len(PRESETS)) == "Same as the input: 1998 × 1080"
    row.presets.activated.emit(len(PRESETS))
    assert size_of(model) == (1998, 1080)


def test_a_side_is_a_socket_by_itself(qtbot: QtBot) -> None:
    nodes = {"n": "frame.resize", "number": "number.value"}
    inspector, model = shown(qtbot, nodes, "n")
    row = size_row(inspector)
    row.sockets[1].click()
    assert model.graph.nodes["n"].exposed == ("height",)
    model.do(Connect(node="n", socket="height", link=Link("l", "number")), "Wire")
    assert row.lines[0].isEnabled()
    assert not row.lines[1].isEnabled()
    assert row.lines[1].placeholderText() == "from number"


def test_a_refused_side_is_said_and_not_taken(qtbot: QtBot) -> None:
    inspector, model = shown(qtbot, {"n": "frame.resize"})
    row = size_row(inspector)
    row.lines[1].selectAll()
    qtbot.keyClicks(row.lines[1], "0")
    assert "“height” cannot be 0" in row.refusal.text()
    assert size_of(model) == (None, None)
    assert "1 to 16384" in row.lines[1].toolTip()


def test_sizes_of_several_nodes_are_mixed_until_one_is_chosen(qtbot: QtBot) -> None:
    nodes = {"a": ("frame.resize", {"width": 100}), "b": "frame.resize"}
    inspector, model = shown(qtbot, nodes)
    row = size_row(inspector)
    assert row.lines[0].placeholderText() == "mixed"
    row.presets.activated.emit(0)
    assert size_of(model, "a") == (832, None)
    assert model.graph.nodes["b"].parameters.get("width", 832) == 832
    assert model.undo_stack.count() == 1


@pytest.mark.parametrize("type_id", sorted(registry().specs))
def test_no_name_is_cut_in_a_narrow_dock(qtbot: QtBot, type_id: str) -> None:
    inspector, _ = shown(qtbot, {"n": type_id})
    assert inspector.width() == NARROW
    for row in inspector.rows.values():
        label: QLabel = row.name
        words = label.text().split()
        assert words
        assert label.width() >= max(label.fontMetrics().horizontalAdvance(one) for one in words)
        assert label.height() >= label.heightForWidth(label.width())
        assert row.mapTo(inspector, row.rect().bottomRight()).x() < NARROW


def test_a_changed_parameter_has_a_bold_name(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": ("frame.pad", {"left": 4, "top": 0})})
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
    inspector, model = shown(qtbot, nodes)
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
    inspector, model = shown(qtbot, {"n": "frame.crop", "load": "load.image"}, "n")
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


def test_how_a_node_is_used_is_shown_with_an_example(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "mask.feather"})
    assert inspector.usage.isHidden()
    inspector.more.click()
    assert inspector.usage.isVisible()
    assert "Use it before Blend" in inspector.usage.text()
    assert "Example: a radius of 6" in inspector.usage.text()
    assert "radius: how far" not in inspector.usage.text()


def test_a_prompt_grows_and_counts_its_words(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "text.prompt"})
    row = inspector.rows["text"]
    assert isinstance(row, ParameterRow)
    prompt = row.editor
    assert isinstance(prompt, PromptEditor)
    assert prompt.count.text() == "0 words"
    before = prompt.field.height()
    prompt.field.setFocus()
    qtbot.keyClicks(prompt.field, "rain at night")
    for _ in range(8):
        qtbot.keyClick(prompt.field, Qt.Key.Key_Return)
    assert prompt.count.text() == "3 words"
    assert prompt.field.height() > before


def file_editor(inspector: Inspector) -> FileEditor:
    """The editor of a path."""
    row = inspector.rows["path"]
    assert isinstance(row, ParameterRow)
    assert isinstance(row.editor, FileEditor)
    return row.editor


def test_a_missing_file_is_found_with_its_neighbours(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("sky.png", "tree.png"):
        (moved / name).write_bytes(b"x")
    nodes = {
        "a": ("load.image", {"path": "plates/sky.png"}),
        "b": ("load.image", {"path": "plates/tree.png"}),
    }
    inspector, model = shown(qtbot, nodes, "a")
    inspector.set_folder(tmp_path)
    assert file_editor(inspector).missing.isVisible()

    def choose(*_: object) -> tuple[str, str]:
        return str(moved / "sky.png"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    file_editor(inspector).finder.click()
    paths = [node.parameters["path"] for node in model.graph.nodes.values()]
    assert paths == ["moved/sky.png", "moved/tree.png"]
    assert model.undo_stack.count() == 1
    assert file_editor(inspector).missing.isHidden()


def test_a_file_is_dropped_on_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    inspector, model = shown(qtbot, {"n": "load.image"})
    inspector.set_folder(tmp_path)
    editor = file_editor(inspector)
    for name, taken in (("sound.wav", False), ("sky.png", True)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
        enter.ignore()
        editor.dragEnterEvent(enter)
        assert enter.isAccepted() is taken
        editor.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    assert model.graph.nodes["n"].parameters["path"] == "sky.png"


def test_long_lists_of_parameters_are_searched(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "export.video"})
    if inspector.filter.isHidden():
        inspector.filter.setVisible(True)
    inspector.filter.setText("qual")
    assert [name for name, row in inspector.rows.items() if row.isVisible()] == ["quality"]
    inspector.filter.clear()
    assert all(row.isVisible() for row in inspector.rows.values())
