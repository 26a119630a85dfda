"""The layers panel and its commands: rows in painting order, every gesture one step."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pipelines.panels import Layer, LayerRole
from tests.widgets.paper.conftest import Dot, Pen
from tests.widgets.paper.test_paper import WAVE, on_screen, steps
from widgets.document_model import DocumentModel
from widgets.paper.layer_rows import ROW, LayerRow, LayerRows
from widgets.paper.paper import Paper
from widgets.paper.share_dialog import ShareDialog

LINE: list[Dot] = [(100, 100, 1.0), (300, 100, 1.0)]
EDIT, CHECK = Qt.ItemDataRole.EditRole, Qt.ItemDataRole.CheckStateRole


@pytest.fixture(autouse=True)
def closed(paper: Paper) -> Iterator[None]:
    yield
    paper.put_away()


@pytest.fixture
def rows(paper: Paper) -> LayerRows:
    """The rows of three layers: Drawing below, then Layer 2 and Layer 3, which is in hand."""
    for _ in range(2):
        paper.commands["add_layer"].trigger()
    return paper.layers_panel.rows


def names(paper: Paper) -> list[str]:
    """The layers, the uppermost first, as the rows show them."""
    rows = paper.layers_panel.rows
    return [str(rows.index(at).data()) for at in range(rows.rowCount())]


def row(paper: Paper, at: int) -> LayerRow:
    return paper.layers_panel.rows.index(at).data(ROW)


def drag(rows: LayerRows, start: int, *, before: int = -1, onto: int = -1) -> None:
    """Drop a row before another, or onto it."""
    mime = rows.mimeData([rows.index(start)])
    parent = rows.index(onto) if onto >= 0 else QModelIndex()
    rows.dropMimeData(mime, Qt.DropAction.MoveAction, before, 0, parent)


def layers(paper: Paper) -> tuple[Layer, ...]:
    panel = paper.board.panel
    assert panel is not None
    return panel.layers


def test_the_uppermost_layer_stands_first_and_the_one_in_hand_is_chosen(
    paper: Paper, rows: LayerRows
) -> None:
    assert names(paper) == ["Layer 3", "Layer 2", "Drawing"]
    assert paper.layers_panel.list.currentIndex().row() == 0
    paper.commands["layer_below"].trigger()
    assert paper.layers_panel.list.currentIndex().row() == 1
    paper.layers_panel.list.setCurrentIndex(rows.index(2))
    assert paper.board.layer is not None and paper.board.layer.name == "Drawing"


def test_a_name_is_typed_in_place_and_an_empty_one_changes_nothing(
    paper: Paper, rows: LayerRows, model: DocumentModel
) -> None:
    rows.setData(rows.index(0), "  Hair ", EDIT)
    assert names(paper)[0] == "Hair" and steps(model)[-1] == "Rename layer"
    count = model.undo_stack.count()
    rows.setData(rows.index(0), " ", EDIT)
    rows.setData(rows.index(0), "Hair", EDIT)
    assert names(paper)[0] == "Hair" and model.undo_stack.count() == count


@pytest.mark.parametrize(
    ("start", "before", "expected"),
    [
        (0, 2, ["Layer 2", "Layer 3", "Drawing"]),
        (0, 3, ["Layer 2", "Drawing", "Layer 3"]),
        (0, -1, ["Layer 2", "Drawing", "Layer 3"]),
        (2, 0, ["Drawing", "Layer 3", "Layer 2"]),
        (1, 1, ["Layer 3", "Layer 2", "Drawing"]),
        (1, 2, ["Layer 3", "Layer 2", "Drawing"]),
    ],
)
def test_a_row_is_dragged_between_others(
    paper: Paper,
    rows: LayerRows,
    model: DocumentModel,
    start: int,
    before: int,
    expected: list[str],
) -> None:
    drag(rows, start, before=before)
    assert names(paper) == expected
    if expected != ["Layer 3", "Layer 2", "Drawing"]:
        assert steps(model)[-1] == "Reorder layers"
        model.undo_stack.undo()
    assert names(paper) == ["Layer 3", "Layer 2", "Drawing"]


def test_a_row_dragged_onto_another_hangs_on_it_and_a_circle_is_refused(
    paper: Paper, rows: LayerRows, model: DocumentModel
) -> None:
    words: list[str] = []
    paper.board.refused.connect(words.append)
    drag(rows, 0, onto=1)
    assert [row(paper, at).depth for at in range(3)] == [1, 0, 0]
    assert (
        "hangs on Layer 2" in row(paper, 0).spoken and steps(model)[-1] == "Hang layer on another"
    )
    drag(rows, 1, onto=0)
    assert len(words) == 1 and "hangs on" in words[0]
    paper.layers_panel._layering.hang(row(paper, 0).layer.id, "")  # type: ignore[reportPrivateUsage] - what the menu does
    assert row(paper, 0).depth == 0 and steps(model)[-1] == "Take layer off"


def test_the_eye_and_the_space_bar_hide_and_show(
    paper: Paper, rows: LayerRows, qtbot: QtBot
) -> None:
    view = paper.layers_panel.list
    paper.layers_panel.resize(300, 400)
    paper.layers_panel.show()
    eye = view.visualRect(rows.index(1)).topLeft() + QPoint(view.fontMetrics().height() // 2, 8)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=eye)
    assert [one.visible for one in layers(paper)] == [True, False, True]
    view.setCurrentIndex(rows.index(1))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert all(one.visible for one in layers(paper))


def test_a_copy_is_a_layer_of_its_own(paper: Paper, pen: Pen, model: DocumentModel) -> None:
    pen.draw(WAVE)
    paper.commands["duplicate_layer"].trigger()
    first, second = layers(paper)
    assert second.tiles == first.tiles and second.id != first.id and second.name == "Drawing copy"
    assert paper.board.layer == second and steps(model)[-1] == "Duplicate layer"


def test_clearing_takes_the_paint_and_keeps_the_layer(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    pen.draw(WAVE)
    paper.commands["clear_layer"].trigger()
    assert (on_screen(paper) == 255).all() and steps(model)[-1] == "Clear layer"
    assert [one.id for one in layers(paper)] == ["drawing"]


def test_paint_stays_on_paint_where_transparency_is_locked(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    pen.draw(LINE)
    before = on_screen(paper)
    paper.commands["lock_alpha"].trigger()
    paper.hand.set_colour((250, 40, 40))
    pen.draw([(200, 60, 1.0), (200, 140, 1.0)])
    after = on_screen(paper)
    assert (before != after).any() and after[100, 200, 0] > 200
    assert ((after < 255).any(axis=2) == (before < 255).any(axis=2)).all()
    paper.commands["rectangle"].trigger()
    paper.hand.set_fills_shapes(True)
    pen.draw([(10, 10, 1.0), (600, 300, 1.0)])
    assert ((on_screen(paper) < 255).any(axis=2) == (before < 255).any(axis=2)).all()


def test_locked_transparency_refuses_to_erase(paper: Paper, pen: Pen) -> None:
    words: list[str] = []
    paper.board.refused.connect(words.append)
    pen.draw(LINE)
    before = on_screen(paper)
    paper.commands["lock_alpha"].trigger()
    pen.draw(LINE, tail=True)
    paper.commands["clear_layer"].trigger()
    assert len(words) == 2 and "transparency" in words[0]
    assert (on_screen(paper) == before).all()


def test_a_layer_is_shown_alone_without_a_step(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    pen.draw(WAVE)
    both = on_screen(paper)
    paper.commands["add_layer"].trigger()
    count = model.undo_stack.count()
    paper.commands["solo"].trigger()
    assert (on_screen(paper) == 255).all() and paper.commands["solo"].isChecked()
    paper.commands["solo"].trigger()
    assert (on_screen(paper) == both).all() and model.undo_stack.count() == count


def test_drawings_that_show_are_merged_by_command(
    paper: Paper, pen: Pen, model: DocumentModel
) -> None:
    pen.draw(WAVE)
    paper.commands["add_layer"].trigger()
    pen.draw(LINE)
    before = on_screen(paper)
    paper.commands["merge_visible"].trigger()
    paper.desk.work.settle()
    assert len(layers(paper)) == 1 and steps(model)[-1] == "Merge visible layers"
    assert np.abs(on_screen(paper).astype(int) - before).max() <= 1


def test_a_locked_layer_is_neither_deleted_nor_merged(paper: Paper, rows: LayerRows) -> None:
    words: list[str] = []
    paper.board.refused.connect(words.append)
    paper.commands["lock_layer"].trigger()
    paper.commands["delete_layer"].trigger()
    paper.commands["merge_down"].trigger()
    paper.desk.work.settle()
    assert len(layers(paper)) == 3 and len(words) == 2 and "“Layer 3” is locked" in words[0]


def test_what_is_selected_is_copied_and_cut_alone(paper: Paper, pen: Pen, qtbot: QtBot) -> None:
    paper.commands["ink"].trigger()
    pen.draw(LINE)
    paper.commands["lasso"].trigger()
    pen.draw([(90, 80, 1), (200, 80, 1), (200, 120, 1), (90, 120, 1)])
    paper.commands["cut_layer"].trigger()
    paper.desk.work.settle()
    dark = on_screen(paper)[100, :, 0] < 128
    assert not dark[:199].any() and dark[205:290].all()
    with qtbot.waitSignal(paper.layer_commands.incoming.brought):
        paper.commands["paste"].trigger()
    assert (on_screen(paper)[100, 110:290, 0] < 128).all()
    assert len(layers(paper)) == 2


def test_a_shared_background_says_so_and_is_shared_by_dialog(paper: Paper, qtbot: QtBot) -> None:
    role = paper.layers_panel.role
    role.setCurrentIndex(role.findData(LayerRole.BACKGROUND))
    role.activated.emit(role.currentIndex())
    assert not paper.layers_panel.shared.isVisibleTo(paper.layers_panel)
    paper.board.add_panel()
    assert "1 other panel" in paper.layers_panel.shared.whole
    assert "shared by 2 panels" in row(paper, 0).spoken
    paper.commands["own_background"].trigger()
    assert not paper.layers_panel.shared.isVisibleTo(paper.layers_panel)
    found = paper.board.layer
    assert found is not None
    dialog = ShareDialog(paper.board, found.id, paper)
    qtbot.addWidget(dialog)
    dialog.chosen.connect(paper.board.share)
    dialog.all.click()
    dialog.share.click()
    assert paper.board.sharers(found.id) == tuple(panel.id for panel in paper.board.panels)


def test_a_layer_is_tagged_with_a_colour(paper: Paper, model: DocumentModel) -> None:
    menu = paper.layers_panel._colours  # type: ignore[reportPrivateUsage] - opened by the pointer
    menu.actions()[0].trigger()
    assert layers(paper)[0].colour == "#d64545"
    assert steps(model)[-1] == "Colour of the layer"
    menu.actions()[-1].trigger()
    assert layers(paper)[0].colour == ""


def test_small_pictures_come_from_a_thread_and_follow_the_paint(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    thumbnails, board = paper.layers_panel.thumbnails, paper.board
    paper.commands["ink"].trigger()
    paper.hand.set_colour((250, 10, 10))
    pen.draw([(60, 180, 1.0), (600, 180, 1.0)])
    layer = board.layer
    assert layer is not None
    with qtbot.waitSignal(thumbnails.changed):
        thumbnails.picture(layer, board.size, 40)
    small = thumbnails.picture(layer, board.size, 40)
    assert small is not None and small.height() >= 40
    middle = small.toImage().pixelColor(small.width() // 2, small.height() // 2)
    assert middle.red() > 150 and middle.alpha() > 20
    corner = small.toImage().pixelColor(1, 1)
    assert corner.alpha() == 0


def test_a_mask_is_white_in_small(paper: Paper, pen: Pen, qtbot: QtBot) -> None:
    paper.layers_panel._layering.set_role(layers(paper)[0].id, LayerRole.MASK)  # type: ignore[reportPrivateUsage] - what the box does
    pen.draw([(60, 180, 1.0), (600, 180, 1.0)])
    thumbnails, layer = paper.layers_panel.thumbnails, layers(paper)[0]
    with qtbot.waitSignal(thumbnails.changed):
        thumbnails.picture(layer, paper.board.size, 40)
    small = thumbnails.picture(layer, paper.board.size, 40)
    assert small is not None
    assert small.toImage().pixelColor(small.width() // 2, small.height() // 2).red() == 255


def test_a_layer_is_hung_and_given_a_use_by_command(
    paper: Paper, rows: LayerRows, model: DocumentModel
) -> None:
    paper.commands["hang_layer"].trigger()
    assert row(paper, 0).depth == 1 and paper.commands["take_off_layer"].isEnabled()
    paper.commands["take_off_layer"].trigger()
    assert row(paper, 0).depth == 0 and not paper.commands["take_off_layer"].isEnabled()
    paper.commands["use_as_mask"].trigger()
    assert row(paper, 0).layer.role is LayerRole.MASK
    assert steps(model)[-1] == "Use of the layer"


def test_a_click_on_a_layer_leaves_the_keys_to_the_paper_and_f2_renames_it(
    paper: Paper, rows: LayerRows, qtbot: QtBot, qapp: QApplication
) -> None:
    panel = paper.layers_panel
    panel.resize(300, 400)
    panel.setParent(paper)
    panel.show()
    paper.view.setFocus()
    place = panel.list.visualRect(rows.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert paper.board.layer is not None and paper.board.layer.name == "Layer 2"
    assert qapp.focusWidget() is paper.view
    paper.commands["rename_layer"].trigger()
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None and editor.text() == "Layer 2"
    editor.setText("Sky")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(paper)[1] == "Sky")
    panel.setParent(None)
