"""Found things are listed and ticked in the inspector."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen
from tests.inspector.stage import shown
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.found_row import FoundRow


def thing(name: str, *frames: int) -> FoundObject:
    seen = tuple(Seen(frame, Box(0.0, 0.0, 0.5, 0.5), 0.75) for frame in frames)
    return FoundObject(name, name[:-2], seen, leads=False, trails=False)


FOUND = FoundObjects(9, (0, 8), (thing("cup 1", 0, 8), thing("cup 2", 8), thing("pot 1", 0)))


@pytest.fixture
def stage(qtbot: QtBot) -> tuple[Inspector, DocumentModel]:
    return shown(qtbot, {"d": "mask.detect"})


def row_of(inspector: Inspector) -> FoundRow:
    assert inspector.found_row is not None
    return inspector.found_row


def ticks(model: DocumentModel) -> tuple[str, ...]:
    return model.graph.nodes["d"].parameters.get("ticks", ())


def click_box(qtbot: QtBot, row: FoundRow, place: int) -> None:
    """Click where the style draws the box to tick of a line."""
    view = row.list
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    delegate = view.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, view.model().index(place, 0))
    option.rect = view.visualItemRect(view.item(place))  # type: ignore[attr-defined] - Qt's field
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    middle: QPoint = view.style().subElementRect(part, option, view).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_a_tick_is_a_step_and_comes_back_with_undo(
    stage: tuple[Inspector, DocumentModel], qtbot: QtBot
) -> None:
    inspector, model = stage
    row = row_of(inspector)
    row.show_found(FOUND)
    assert "all of them go on" in row.said.text()
    click_box(qtbot, row, 2)
    click_box(qtbot, row, 0)
    assert ticks(model) == ("cup 1", "pot 1")
    assert model.undo_stack.undoText() == "Tick cup 1"
    assert "2 of 3" in row.said.text()
    model.undo_stack.undo()
    assert ticks(model) == ("pot 1",)
    assert row.list.item(0).checkState() is Qt.CheckState.Unchecked
    click_box(qtbot, row, 2)
    assert ticks(model) == ()
    assert model.undo_stack.undoText() == "Untick pot 1"


def test_space_ticks_and_arrows_choose(
    stage: tuple[Inspector, DocumentModel], qtbot: QtBot
) -> None:
    inspector, model = stage
    row = row_of(inspector)
    row.show_found(FOUND)
    told: list[str] = []
    inspector.thing_chosen.connect(told.append)
    row.list.setCurrentRow(0)
    qtbot.keyClick(row.list, Qt.Key.Key_Down)
    qtbot.keyClick(row.list, Qt.Key.Key_Space)
    assert told == ["cup 1", "cup 2"]
    assert ticks(model) == ("cup 2",)


def test_all_are_ticked_at_once_and_all_ticks_taken_away(
    stage: tuple[Inspector, DocumentModel],
) -> None:
    inspector, model = stage
    row = row_of(inspector)
    row.show_found(FOUND)
    assert row.all.isEnabled() and not row.none.isEnabled()
    row.all.click()
    assert ticks(model) == ("cup 1", "cup 2", "pot 1")
    assert row.none.isEnabled() and not row.all.isEnabled()
    row.none.click()
    assert ticks(model) == ()
    model.undo_stack.undo()
    assert len(ticks(model)) == 3


def test_a_tick_on_what_is_no_more_is_told_and_goes_with_the_next_one(
    stage: tuple[Inspector, DocumentModel], qtbot: QtBot
) -> None:
    inspector, model = stage
    row = row_of(inspector)
    row.show_found(FOUND)
    row.all.click()
    row.show_found(FoundObjects(9, (0,), FOUND.objects[:2]))
    assert "1 ticked thing is there no more" in row.said.text()
    click_box(qtbot, row, 0)
    assert ticks(model) == ("cup 2",)


def test_it_says_why_it_is_empty_and_what_is_known_of_each(
    stage: tuple[Inspector, DocumentModel],
) -> None:
    row = row_of(stage[0])
    assert row.list.hint.startswith("Run the node")
    row.show_found(FoundObjects(9, (0,)))
    assert row.list.hint.startswith("Nothing was found")
    row.show_found(FOUND)
    spoken = str(row.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "cup 1. Score 0.75, 25.0 % of the picture, frames 0 to 8"


def test_a_pointer_over_the_list_tells_which_thing_it_is_on(
    stage: tuple[Inspector, DocumentModel],
) -> None:
    inspector, _ = stage
    row = row_of(inspector)
    row.show_found(FOUND)
    told: list[str] = []
    inspector.thing_pointed.connect(told.append)
    for place in (0, 1, 1):
        point_at(row, row.list.visualItemRect(row.list.item(place)).center())
    QApplication.sendEvent(row.list, QEvent(QEvent.Type.Leave))
    assert told == ["cup 1", "cup 2", ""]


def point_at(row: FoundRow, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    kind, plain = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    viewport = row.list.viewport()
    event = QMouseEvent(kind, QPointF(at), viewport.mapToGlobal(QPointF(at)), none, none, plain)
    QApplication.sendEvent(viewport, event)
