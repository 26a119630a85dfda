"""Edits through the undo stack."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from nodes.codec import encode_document
from nodes.edits import Edit, RemoveNodes, SetParameter
from nodes.refusals import UnknownNodeError
from tests.fakes import document
from widgets.document_model import DocumentModel


def model() -> DocumentModel:
    """A sum of two numbers."""
    return DocumentModel(document({"a": "test.number", "s": "test.add"}, ["a > s.a"]))


def test_a_step_is_undone_and_redone(qapp: QCoreApplication) -> None:
    made = model()
    before = encode_document(made.document)
    made.do(RemoveNodes(nodes=("a",)), "Remove")
    after = encode_document(made.document)
    made.undo_stack.undo()
    assert encode_document(made.document) == before
    made.undo_stack.redo()
    assert encode_document(made.document) == after
    assert made.undo_stack.undoText() == "Remove"


def test_a_drag_is_one_step(qapp: QCoreApplication) -> None:
    made = model()
    before = encode_document(made.document)
    for value in [*map(float, range(2000)), 3.0]:
        made.do(SetParameter(node="a", name="value", value=value), "Value", merge="a.value")
    made.do(SetParameter(node="s", name="amount", value=1.0), "Amount", merge="s.amount")
    assert made.undo_stack.count() == 2
    made.undo_stack.undo()
    made.undo_stack.undo()
    assert encode_document(made.document) == before
    made.undo_stack.redo()
    assert made.graph.nodes["a"].parameters["value"] == 3.0


def test_a_refused_edit_takes_no_step_and_tells_nobody(qapp: QCoreApplication) -> None:
    made = model()
    told: list[Edit] = []
    made.applied.connect(told.append)
    with pytest.raises(UnknownNodeError):
        made.do(RemoveNodes(nodes=("x",)), "Remove")
    assert made.undo_stack.count() == 0
    assert told == []
