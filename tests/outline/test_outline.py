"""Everything that the canvas does can be done in the outline, by keyboard, as named steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nodes.edits import Connect, Disconnect
from nodes.graph import Graph, Link
from tests.fakes import document
from widgets.document_model import DocumentModel
from widgets.outline import Outline
from widgets.outline.source_dialog import SourceDialog

_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Stage:
    """An outline in a window, and hands on a keyboard."""

    def __init__(self, qtbot: QtBot, nodes: dict[str, str], links: list[str]) -> None:
        self.model = DocumentModel(document(nodes, links))
        self.outline = Outline(self.model)
        qtbot.addWidget(self.outline, before_close_func=self._on_closing)
        with qtbot.waitActive(self.outline):
            self.outline.show()
            self.outline.activateWindow()
        self.outline.tree.setFocus()
        self.refusals: list[str] = []
        self.outline.refused.connect(self.refusals.append)

    def _on_closing(self, outline: Outline) -> None:
        """Held by the bot, so that it lives until it is closed."""

    @property
    def graph(self) -> Graph:
        return self.model.graph

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.outline.tree, key, keys)

    def go(self, path: str, *, down: int = 0) -> None:
        """Make a row current: a node, or with `down` one of the rows under it."""
        self.outline.update_content()
        self.outline.select([path])
        self.outline.tree.setCurrentIndex(self.outline.model.index_of(path))
        if down:
            self.outline.tree.expand(self.outline.tree.currentIndex())
        for _ in range(down):
            self.key(_Key.Key_Down)

    def undo_name(self) -> str:
        return self.model.undo_stack.undoText()


NUMBERS = {"one": "test.number", "two": "test.number", "sum": "test.add", "all": "test.total"}


def test_a_node_is_found_by_words_and_removed(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, ["one > sum.a"])
    stage.key(_Key.Key_F, _CTRL)
    QTest.keyClicks(stage.outline.field, "two")
    assert stage.outline.selected_paths == ("two",)
    stage.outline.tree.setFocus()
    stage.key(_Key.Key_Delete)
    assert "two" not in stage.graph.nodes
    assert stage.undo_name() == "Remove “Number”"


def test_return_in_the_field_goes_on_to_the_next_and_into_groups(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("two")
    stage.key(_Key.Key_G, _CTRL)
    assert stage.outline.selected_paths == ("group",)
    stage.key(_Key.Key_F, _CTRL)
    QTest.keyClicks(stage.outline.field, "number")
    assert stage.outline.selected_paths == ("one",)
    QTest.keyClick(stage.outline.field, _Key.Key_Return)
    assert stage.outline.selected_paths == ("group/two",)


def test_a_node_is_added_by_search_beside_the_current_one(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("one")
    stage.key(_Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(stage.outline.search.field, "halves")
    QTest.keyClick(stage.outline.search.field, _Key.Key_Return)
    assert stage.graph.nodes["halves"].x > stage.graph.nodes["one"].x
    assert stage.outline.selected_paths == ("halves",)


def test_on_a_socket_the_search_offers_what_fits_and_wires_it(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("sum", down=1)
    stage.key(_Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(stage.outline.search.field, "test.number")
    QTest.keyClick(stage.outline.search.field, _Key.Key_Return)
    (link,) = stage.graph.nodes["sum"].inputs["a"]
    assert stage.graph.nodes[link.node].type == "test.number"
    stage.model.undo_stack.undo()
    assert len(stage.graph) == 4


def test_a_socket_is_wired_from_a_list_of_what_fits_and_unwired(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {**NUMBERS, "words": "test.text"}, ["sum > all.numbers"])
    stage.go("sum", down=1)
    stage.key(_Key.Key_Return)
    (dialog,) = stage.outline.findChildren(SourceDialog)
    offered = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert [text for text in offered if "(one)" in text or "(two)" in text] == offered
    QTest.keyClicks(dialog.field, "two")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert [link.node for link in stage.graph.nodes["sum"].inputs["a"]] == ["two"]
    assert stage.undo_name() == "Connect"
    stage.outline.tree.setFocus()
    stage.go("sum", down=1)
    stage.key(_Key.Key_Delete)
    assert not stage.graph.nodes["sum"].inputs
    assert stage.undo_name() == "Disconnect A"


def test_wires_of_a_socket_for_many_change_places(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, ["one > all.numbers", "two > all.numbers"])
    stage.go("all", down=1)
    stage.key(_Key.Key_Down, _ALT)
    assert [one.node for one in stage.graph.nodes["all"].inputs["numbers"]] == ["two", "one"]
    stage.key(_Key.Key_Up, _ALT)
    assert [one.node for one in stage.graph.nodes["all"].inputs["numbers"]] == ["one", "two"]


def test_a_wire_that_was_moved_by_a_key_with_ctrl_stays_in_hand(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, ["one > all.numbers", "two > all.numbers"])
    stage.go("all", down=1)
    tree = stage.outline.tree
    QTest.keyPress(tree, _Key.Key_Control, _CTRL)
    for command, row in (("later", 1), ("earlier", 0)):
        stage.outline.commands[command].trigger()
        chosen = tree.selectionModel().selectedRows()
        assert [index.row() for index in chosen] == [row] == [tree.currentIndex().row()]


def test_nodes_are_renamed_bypassed_grouped_and_unpacked(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("one")
    stage.key(_Key.Key_F2)
    field = stage.outline.tree.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "First")
    QTest.keyClick(field, _Key.Key_Return)
    qtbot.waitUntil(lambda: stage.graph.nodes["one"].title == "First")
    stage.outline.tree.setFocus()
    stage.key(_Key.Key_B, _CTRL)
    assert stage.graph.nodes["one"].bypassed
    stage.key(_Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    stage.key(_Key.Key_G, _CTRL)
    inner = stage.graph.nodes["group"].graph
    assert inner is not None and set(inner.nodes) == {"one", "two"}
    assert stage.undo_name() == "Group 2 nodes"
    stage.key(_Key.Key_G, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "group" not in stage.graph.nodes


def test_return_opens_groups_nodes_and_parameters(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    asked: list[object] = []
    stage.outline.level_asked.connect(asked.append)
    stage.outline.node_opened.connect(asked.append)
    parameters: list[tuple[str, str]] = []

    def note(path: str, name: str) -> None:
        parameters.append((path, name))

    stage.outline.parameter_asked.connect(note)
    stage.go("one")
    stage.key(_Key.Key_Return)
    stage.key(_Key.Key_G, _CTRL)
    stage.key(_Key.Key_Return)
    assert asked == ["one", ("group",)]
    stage.go("sum", down=3)
    stage.key(_Key.Key_Return)
    assert parameters == [("sum", "amount")]


def test_running_and_pinning_are_asked_for(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    runs: list[object] = []
    pins: list[str] = []
    stage.outline.run_asked.connect(runs.append)
    stage.outline.pin_asked.connect(pins.append)
    stage.go("sum")
    stage.key(_Key.Key_R, _CTRL)
    stage.key(_Key.Key_P, _CTRL)
    assert (runs, pins) == ([("sum",)], ["sum"])


def test_a_refused_edit_is_said(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("one")
    stage.key(_Key.Key_G, _CTRL)
    stage.outline.select(["group/one", "two"])
    stage.key(_Key.Key_G, _CTRL)
    assert stage.refusals == ["Nodes of one level can be grouped. Select nodes side by side."]


def test_selecting_from_outside_tells_nobody(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    told = QSignalSpy(stage.outline.selection_changed)
    stage.outline.select(["two", "sum"])
    assert (stage.outline.selected_paths, told.count()) == (("two", "sum"), 0)
    stage.key(_Key.Key_Down)
    assert told.count() == 1


def test_every_command_has_a_name_and_the_tree_speaks(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    assert all(action.text() for action in stage.outline.commands.values())
    assert stage.outline.tree.accessibleName()
    assert stage.outline.field.accessibleName()


def test_an_added_node_stands_on_no_other(qtbot: QtBot) -> None:
    stage = Stage(qtbot, {"one": "test.number"}, [])
    for _ in range(3):
        stage.go("one")
        stage.key(_Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
        stage.outline.search.field.setText("number")
        QTest.keyClick(stage.outline.search.field, _Key.Key_Return)
    places = {(node.x, node.y) for node in stage.graph.nodes.values()}
    assert len(places) == len(stage.graph) == 4


def test_the_cursor_stays_on_a_socket_that_is_wired_and_unwired(qtbot: QtBot) -> None:
    stage = Stage(qtbot, NUMBERS, [])
    stage.go("all", down=1)
    first = stage.outline.tree.currentIndex().data()
    stage.model.do(Connect(node="all", socket="numbers", link=Link("l", "one")), "Wire")
    stage.outline.update_content()
    assert stage.outline.tree.currentIndex().data() == first
    stage.model.do(Connect(node="all", socket="numbers", link=Link("m", "two")), "Wire")
    stage.model.do(Disconnect(node="all", socket="numbers", link="l"), "Unwire")
    stage.outline.update_content()
    assert stage.outline.tree.currentIndex().data() == first
    assert stage.outline.selected_paths == ("all",)
