"""Masks in the window: a painter behind a node in one step, painted over its clip, saved, kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.rooms import Room
from nodes.edits import SetParameter
from nodes.graph import Node
from nodes.project_file import open_project
from nodes.registry import library
from pipelines.masking.objects import MaskObject
from tests.app.test_window import TEAPOT
from widgets.inspector.masks_row import MasksRow
from widgets.masking.hand import MaskTool

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def painted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A starter with a mask painted over its film."""
    window.open_file(Path(TEAPOT))
    assert window.project is not None and window.canvas is not None
    nodes = window.project.model.graph.nodes.values()
    moves = next(one.id for one in nodes if one.type == "motion.in_between")
    window.canvas.select([moves])
    window.canvas.commands["paint_mask"].trigger()
    viewer = window.viewing.viewer
    tool = viewer.tool
    assert tool is not None
    qtbot.waitUntil(lambda: not tool.shown.size.isEmpty(), timeout=20_000)
    drag(window)
    qtbot.waitUntil(lambda: bool(objects(window)), timeout=5000)
    return window


def painter(window: MainWindow) -> Node:
    assert window.project is not None
    nodes = window.project.model.graph.nodes.values()
    return next(one for one in nodes if one.type == "mask.paint")


def objects(window: MainWindow) -> tuple[MaskObject, ...]:
    return painter(window).parameters.get("objects", ())


def doubtful(window: MainWindow) -> frozenset[int]:
    """The keys on the ruler that are marked."""
    keys = window.viewing.viewer.ruler.keys
    return keys.doubtful if keys is not None else frozenset()


def drag(window: MainWindow) -> None:
    """A stroke across the picture."""
    viewer = window.viewing.viewer
    overlay = viewer.focusWidget()
    assert overlay is not None
    middle = viewer.picture.framing.rect(viewer.picture.picture_size).center().toPoint()
    QTest.mousePress(overlay, LEFT, pos=middle)
    QTest.mouseMove(overlay, middle)
    QTest.mouseRelease(overlay, LEFT, pos=middle)


def test_a_painter_is_wired_and_painted_on_in_two_steps(painted: MainWindow) -> None:
    assert painted.project is not None
    stack = painted.project.model.undo_stack
    assert [stack.text(place) for place in range(stack.count())] == [
        "Paint a mask",
        "Paint mask",
    ]
    assert [link.output for link in painter(painted).inputs["clip"]] == ["out"]
    (key,) = objects(painted)[0].keys
    assert key.picture and key.frame == painted.viewing.viewer.playback.frame
    assert painted.viewing.viewer.ruler.keys is not None
    assert painted.viewing.viewer.ruler.keys.frames == (key.frame,)


def test_the_inspector_and_the_painter_have_the_same_object_in_hand(painted: MainWindow) -> None:
    assert painted.inspector is not None and painted.views is not None
    masking = painted.views.masking
    row = painted.inspector.rows["objects"]
    assert masking is not None and isinstance(row, MasksRow)
    assert row.panel.paint.isChecked()
    row.panel.add.click()
    first, second = objects(painted)
    assert masking.easel.object == second
    line = row.panel.list.topLevelItem(0)
    assert line is not None
    row.panel.list.setCurrentItem(line)
    assert masking.easel.object == first
    masking.easel.choose(second.id)
    current = row.panel.list.currentItem()
    assert current is not None and current.text(0) == second.name
    row.panel.paint.click()
    assert painted.viewing.viewer.tool is None
    row.panel.paint.click()
    assert painted.viewing.viewer.tool is masking.painter is not None


def test_the_keys_of_masks_work_where_objects_are_chosen(painted: MainWindow, qtbot: QtBot) -> None:
    assert painted.inspector is not None and painted.views is not None
    masking, row = painted.views.masking, painted.inspector.rows["objects"]
    assert masking is not None and isinstance(row, MasksRow)
    with qtbot.waitActive(painted):
        painted.activateWindow()
    row.panel.add.click()
    row.panel.list.setFocus()
    QTest.keyClick(row.panel.list, Qt.Key.Key_T)
    assert masking.sight.hand.tool is MaskTool.RECTANGLE
    chosen = row.panel.list.currentItem()
    assert chosen is not None
    row.panel.list.editItem(chosen)
    field = row.panel.list.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "le")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: objects(painted)[1].name == "le", timeout=5000)
    assert masking.sight.hand.tool is MaskTool.RECTANGLE


def test_a_painter_that_is_put_down_shows_its_mask_again(painted: MainWindow) -> None:
    viewer = painted.viewing.viewer
    overlay = viewer.focusWidget()
    assert overlay is not None
    QTest.keyClick(overlay, Qt.Key.Key_Escape)
    assert viewer.tool is None and viewer.ruler.keys is None
    assert painted.inspector is not None
    row = painted.inspector.rows["objects"]
    assert isinstance(row, MasksRow) and not row.panel.paint.isChecked()
    found = painted.book.find("mask.tool_brush")
    assert found is not None and not found.action.isEnabled()


def test_a_painter_stays_in_hand_when_the_room_is_changed(painted: MainWindow) -> None:
    assert painted.views is not None and painted.views.masking is not None
    tool = painted.viewing.viewer.tool
    for room in (Room.REVIEW, Room.DRAW, Room.WIRE):
        painted.rooms.show(room)
        assert painted.viewing.viewer.tool is tool is painted.views.masking.painter


def test_a_painter_taken_up_in_another_room_shows_its_objects_there(painted: MainWindow) -> None:
    assert painted.inspector is not None and painted.views is not None
    assert painted.views.masking is not None
    painted.views.masking.put_down()
    painted.rooms.show(Room.REVIEW)
    painted.viewing.viewer.commands["paint_mask"].trigger()
    assert painted.viewing.viewer.tool is painted.views.masking.painter is not None
    assert painted.inspector.shown_nodes == ((), (painter(painted).id,))
    row = painted.inspector.rows["objects"]
    assert isinstance(row, MasksRow) and row.panel.paint.isChecked()


def test_painted_masks_are_saved_and_undone_by_name(
    painted: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert painted.project is not None
    project, before = painted.project, objects(painted)
    with qtbot.waitSignal(painted.projects.saved, timeout=20_000):
        painted.projects.saving.save(project, tmp_path / "film.loom")
    with open_project(tmp_path / "film.loom", library()) as saved:
        node = saved.document.graph.nodes[painter(painted).id]
        assert node.parameters["objects"] == before
        for tile in before[0].keys[0].tiles:
            assert saved.tiles.read(tile.digest)[..., 3].any()
    project.model.undo_stack.undo()
    assert objects(painted) == ()


def test_what_is_looked_at_is_painted_on_by_one_button(window: MainWindow) -> None:
    window.open_file(Path(TEAPOT))
    assert window.project is not None
    model, viewer = window.project.model, window.viewing.viewer
    looked = window.viewing.looked_at
    assert looked is not None
    before = len(model.graph.nodes)
    viewer.source.painter.click()
    assert viewer.tool is not None and len(model.graph.nodes) == before + 1
    (link,) = painter(window).inputs["clip"]
    assert (link.node, link.output) == looked
    viewer.source.painter.click()
    assert viewer.tool is None
    viewer.source.painter.click()
    assert viewer.tool is not None and len(model.graph.nodes) == before + 1
    model.undo_stack.undo()
    assert viewer.tool is None and len(model.graph.nodes) == before


def test_undo_shows_the_frame_that_was_painted_on(painted: MainWindow) -> None:
    assert painted.project is not None
    viewer, stack = painted.viewing.viewer, painted.project.model.undo_stack
    frame = objects(painted)[0].keys[0].frame
    viewer.driving.scrub_to(frame + 5)
    stack.undo()
    assert not objects(painted)
    stack.redo()
    assert viewer.playback.frame == frame


def test_undoing_the_painter_itself_puts_it_down(painted: MainWindow) -> None:
    assert painted.project is not None
    painted.project.model.undo_stack.undo()
    painted.project.model.undo_stack.undo()
    assert painted.viewing.viewer.tool is None


def test_keys_that_were_painted_on_another_picture_are_marked_on_the_ruler(
    painted: MainWindow, qtbot: QtBot
) -> None:
    ruler, project = painted.viewing.viewer.ruler, painted.project
    assert project is not None and ruler.keys is not None and not ruler.keys.doubtful
    (frame,) = ruler.keys.frames
    board = next(
        one for one in project.model.graph.nodes.values() if one.type == "story.storyboard"
    )
    edit = SetParameter(node=board.id, name="paper", value="#203040")
    project.model.do(edit, "another paper")
    qtbot.waitUntil(lambda: doubtful(painted) == frozenset({frame}), timeout=20_000)
    middle = QPointF(ruler.x_of(frame + 0.5), 0)
    said = {ruler.words_at(middle + QPointF(0, y)) for y in range(ruler.height())}
    assert any("has changed" in words for words in said)
    project.model.undo_stack.undo()
    qtbot.waitUntil(lambda: not doubtful(painted), timeout=20_000)
