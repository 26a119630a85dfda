"""The history shows the steps by name, and goes to them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodes.edits import SetParameter
from tests.fakes import document
from widgets.document_model import DocumentModel
from widgets.history import History


def _made(qtbot: QtBot) -> tuple[DocumentModel, History]:
    model = DocumentModel(document({"one": "test.number"}))
    history = History(model.undo_stack)
    qtbot.addWidget(history)
    history.show()
    for value in (1.0, 2.0, 3.0):
        model.do(SetParameter(node="one", name="value", value=value), f"Set to {value:g}")
    return model, history


def _shown(history: History) -> list[str]:
    rows = range(history.list.model().rowCount())
    texts = [str(history.list.model().index(row, 0).data()) for row in rows]
    return [
        text for row, text in zip(rows, texts, strict=True) if not history.list.isRowHidden(row)
    ]


def test_steps_are_shown_by_name_and_found_by_words(qtbot: QtBot) -> None:
    _, history = _made(qtbot)
    assert _shown(history) == ["As it was opened", "Set to 1", "Set to 2", "Set to 3"]
    QTest.keyClicks(history.field, "to 2")
    assert _shown(history) == ["Set to 2"]


def test_a_click_goes_to_a_step(qtbot: QtBot) -> None:
    model, history = _made(qtbot)
    row = history.list.model().index(1, 0)
    QTest.mouseClick(
        history.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        history.list.visualRect(row).center(),
    )
    assert model.graph.nodes["one"].parameters["value"] == 1.0
    assert history.line.text() == "Step 1 of 3, saved at step 0"


def test_the_saved_step_is_marked_and_gone_to(qtbot: QtBot) -> None:
    model, history = _made(qtbot)
    model.undo_stack.setClean()
    assert history.line.text() == "Step 3 of 3, as it was saved"
    assert not history.commands["saved"].isEnabled()
    model.undo_stack.undo()
    history.commands["saved"].trigger()
    assert model.undo_stack.index() == 3
    model.undo_stack.setIndex(1)
    model.do(SetParameter(node="one", name="value", value=9.0), "Other way")
    assert history.line.text() == "Step 2 of 2, the saved step is gone"
    assert model.undo_stack.cleanIndex() == -1


def test_a_history_that_is_put_away_hears_nothing_of_its_stack(qtbot: QtBot) -> None:
    model, history = _made(qtbot)
    before = history.line.text()
    history.put_away()
    model.undo_stack.clear()
    assert history.line.text() == before
