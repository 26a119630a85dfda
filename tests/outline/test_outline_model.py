"""The tree follows the document edit by edit, and keeps to Qt's rules of models."""

from __future__ import annotations

import gc
import random
from contextlib import suppress

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from nodes.edits import (
    AddNode,
    Batch,
    Connect,
    Disconnect,
    GroupNodes,
    PutNodes,
    RemoveNodes,
    RenameNode,
    SetBypass,
    SetParameter,
    Ungroup,
)
from nodes.evaluator import CacheState
from nodes.graph import Link, Node
from pipelines.errors import GraphError
from tests.fakes import document
from widgets.canvas import NodeState, NodeStates
from widgets.document_model import DocumentModel
from widgets.outline.outline_model import OutlineModel

_TESTING = QAbstractItemModelTester.FailureReportingMode.Fatal
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def rows(model: OutlineModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """All rows as indented lines "name | value", everything looked into."""
    parent = parent if parent is not None else QModelIndex()
    model.open_row(parent)
    model.update_content()
    found: list[str] = []
    for row in range(model.rowCount(parent)):
        here = model.index(row, 0, parent)
        found.append(f"{'  ' * depth}{here.data()} | {here.siblingAtColumn(1).data()}")
        found += rows(model, here, depth + 1)
    return found


def made(qtbot: QtBot) -> tuple[DocumentModel, OutlineModel]:
    document_model = DocumentModel(
        document({"one": ("test.number", {"value": 3.0}), "sum": "test.add"}, ["one > sum.a"])
    )
    model = OutlineModel(document_model, document_model)
    model.update_content()
    QAbstractItemModelTester(model, _TESTING, document_model)
    return document_model, model


def test_nodes_show_what_is_wired_to_them_and_their_values(qtbot: QtBot) -> None:
    _, model = made(qtbot)
    assert rows(model) == [
        "Number | Not run",
        "  Value | 3.0",
        "Add | Not run",
        "  A | from Number",
        "  B | not wired",
        "  Amount | 0.0",
    ]


def test_groups_hold_their_nodes(qtbot: QtBot) -> None:
    document_model, model = made(qtbot)
    rows(model)
    document_model.do(GroupNodes(nodes=("sum",), group="g"), "Group")
    model.update_content()
    assert rows(model)[2:] == [
        "Group | Not run · 1 node inside",
        "  A | from Number",
        "  Add | Not run",
        "    A | from the group's A",
        "    B | not wired",
        "    Amount | 0.0",
    ]
    document_model.do(RenameNode(at=("g",), node="sum", title="Deep"), "Rename")
    model.update_content()
    assert "  Deep | Not run" in rows(model)
    assert model.data(model.index_of("g/sum")) == "Deep"


def test_a_reader_hears_how_a_node_stands(qtbot: QtBot) -> None:
    document_model, model = made(qtbot)
    states = {"sum": NodeState(cache=CacheState.STALE, seconds=1.2)}
    model.update_content()
    changed = QSignalSpy(model.dataChanged)
    model.show_states(NodeStates(states))
    document_model.do(SetBypass(nodes=("sum",), bypassed=True), "Bypass")
    model.update_content()
    assert changed.count() >= 2
    row = model.index_of("sum")
    assert row.data(_SPOKEN) == "Add, Out of date · 1.2 s, bypassed"
    model.open_row(row)
    assert model.index(1, 0, row).data(_SPOKEN) == "Input B, not wired"


def test_a_source_that_is_renamed_is_renamed_where_it_is_used(qtbot: QtBot) -> None:
    document_model, model = made(qtbot)
    rows(model)
    document_model.do(RenameNode(node="one", title="Three"), "Rename")
    model.update_content()
    assert "  A | from Three" in rows(model)


def test_rows_are_told_one_by_one_so_that_what_is_open_stays_open(qtbot: QtBot) -> None:
    document_model, model = made(qtbot)
    rows(model)
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    document_model.do(SetParameter(node="one", name="value", value=4.0), "Set")
    model.update_content()
    assert (resets.count(), inserted.count()) == (0, 0)
    document_model.do(AddNode(node=Node(id="new", type="test.text")), "Add")
    model.update_content()
    told = [inserted.at(place)[0].isValid() for place in range(inserted.count())]
    assert (resets.count(), told) == (0, [False, True])  # the node, and the place under it


def test_after_any_edits_the_tree_is_that_of_a_fresh_model(qtbot: QtBot) -> None:
    draw = random.Random(7)
    document_model = DocumentModel(document({f"n{i}": "test.add" for i in range(8)}))
    model = OutlineModel(document_model, document_model)
    QAbstractItemModelTester(model, _TESTING, document_model)
    rows(model)
    done = 0
    for step in range(400):
        ids = sorted(document_model.graph.nodes)
        one, other = draw.choice(ids), draw.choice(ids)
        edit = draw.choice(
            [
                AddNode(node=Node(id=f"a{step}", type=draw.choice(["test.add", "test.total"]))),
                RemoveNodes(nodes=(one,)),
                RemoveNodes(nodes=tuple(ids[::2])),
                Connect(node=one, socket="a", link=Link("l", other)),
                Disconnect(node=one, socket="a", link="l"),
                RenameNode(node=one, title=f"T{step}"),
                GroupNodes(nodes=tuple({one, other}), group=f"g{step}"),
                Ungroup(group=one),
                RenameNode(at=(one,), node=f"a{step - 20}", title="In"),
                Batch(
                    edits=(RemoveNodes(nodes=(one,)), AddNode(node=Node(id=one, type="test.total")))
                ),
            ]
        )
        with suppress(GraphError):  # what is refused is not the matter here
            document_model.do(edit, "Edit")
            done += 1
        if draw.random() < 0.2:
            document_model.undo_stack.undo()
        if draw.random() < 0.6:
            model.update_content()
            fresh = OutlineModel(document_model, document_model)
            assert rows(model) == rows(fresh)
            fresh.deleteLater()
        if not document_model.graph.nodes:
            document_model.undo_stack.undo()
    assert done > 100


def test_no_item_of_qt_is_held_by_python(qtbot: QtBot) -> None:
    """Qt would delete it unseen, and what stands at its address next would be taken for it."""
    _, model = made(qtbot)
    rows(model)
    held = [one for one in gc.get_referrers(QStandardItem) if isinstance(one, QStandardItem)]
    assert held == []


def test_many_nodes_come_in_slices_and_an_edit_in_between_is_not_lost(qtbot: QtBot) -> None:
    document_model = DocumentModel(document({"first": "test.number"}))
    model = OutlineModel(document_model, document_model)
    model.begin()
    many = tuple(Node(id=f"n{number}", type="test.add") for number in range(1500))
    document_model.do(PutNodes(nodes=many), "Paste")
    model.begin()
    assert model.is_behind
    document_model.do(RenameNode(node="first", title="Slate"), "Rename")
    with qtbot.waitSignal(model.caught_up):
        document_model.do(SetBypass(nodes=("n1400",), bypassed=True), "Bypass")
    assert not model.is_behind
    fresh = OutlineModel(document_model, document_model)
    fresh.update_content()
    assert model.rowCount() == 1501
    for row in (0, 1, 1401, 1500):
        for column in (0, 1):
            assert model.index(row, column).data() == fresh.index(row, column).data()
            assert model.index(row, column).data()
    assert model.hasChildren(model.index(1500, 0))


def test_runs_of_rows_are_selected_at_once(qtbot: QtBot) -> None:
    document_model = DocumentModel(document({f"n{number}": "test.add" for number in range(9)}))
    model = OutlineModel(document_model, document_model)
    model.update_content()
    runs = model.rows_of(["n7", "n1", "n2", "gone", "n8", "n3"])
    assert [(first, last) for _, first, last in runs] == [(1, 3), (7, 8)]
    entries = model.entries_in(QModelIndex(), 1, 3)
    assert [entry.node for entry in entries] == ["n1", "n2", "n3"]
