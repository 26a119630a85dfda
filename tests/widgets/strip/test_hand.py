"""What a hand does on the strip."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pipelines.panels import Panel
from pipelines.values import JointMode, Marks
from tests.widgets.strip.stage import CTRL, LEFT, PLAIN, SHIFT, Stage, board_document
from widgets.strip.gestures import SNAP_REACH


def panels(*durations: int) -> list[Panel]:
    """a, b, c ... of these lengths."""
    return [Panel(id=chr(97 + at), duration=frames) for at, frames in enumerate(durations)]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot, panels(24, 36, 48, 24))


def test_a_panel_is_as_wide_as_it_is_long(stage: Stage) -> None:
    widths = [stage.view.tile_rect(place).width() for place in range(3)]
    assert widths[1] == pytest.approx(widths[0] * 1.5)
    stage.do("equal_widths")
    assert len({round(stage.view.tile_rect(place).width(), 3) for place in range(4)}) == 1


def test_many_panels_stay_legible_where_all_are_shown(qtbot: QtBot) -> None:
    stage = Stage(qtbot, panels(*[2] * 26))
    stage.do("fit")
    least = stage.view.fontMetrics().height() * 3
    assert min(stage.view.tile_rect(place).width() for place in range(26)) >= least


def test_a_click_chooses_a_panel_and_looks_at_it(stage: Stage) -> None:
    stage.click(stage.tile(1))
    assert stage.strip.selected_panels == ("b",)
    assert stage.frames == [24]
    stage.click(stage.tile(3), CTRL)
    assert stage.strip.selected_panels == ("b", "d")
    stage.click(stage.tile(1))
    stage.click(stage.tile(3), SHIFT)
    assert stage.strip.selected_panels == ("b", "c", "d")
    stage.click(stage.tile(2))
    assert stage.strip.selected_panels == ("c",)


def test_the_edge_retimes_and_all_that_follows_moves_along(stage: Stage) -> None:
    at = stage.edge(0)
    stage.drag(at, at + QPoint(round(stage.per_frame * 10), 0))
    assert stage.durations == [34, 36, 48, 24]
    assert stage.steps == ["Retime the panel"]
    stage.undo()
    assert stage.durations == [24, 36, 48, 24]


def test_the_edge_with_shift_takes_from_the_neighbour(stage: Stage) -> None:
    at = stage.edge(0)
    stage.drag(at, at + QPoint(round(stage.per_frame * 10), 0), SHIFT)
    assert stage.durations == [34, 26, 48, 24]
    assert stage.steps == ["Roll the border"]


def test_a_drag_that_ends_with_escape_changes_nothing(stage: Stage) -> None:
    at = stage.edge(0)
    stage.press(at)
    stage.move(at + QPoint(200, 0))
    assert stage.view.panels[0].duration > 24
    stage.key(Qt.Key.Key_Escape)
    assert stage.view.panels[0].duration == 24
    stage.release(at + QPoint(200, 0))
    assert stage.durations == [24, 36, 48, 24]
    assert stage.steps == []


def test_panels_are_dragged_elsewhere_together(stage: Stage) -> None:
    stage.click(stage.tile(0))
    stage.click(stage.tile(2), CTRL)
    target = stage.view.tile_rect(3)
    end = QPointF(target.right() - 6, target.center().y() - 30).toPoint()
    stage.press(stage.tile(2))
    stage.move(end)
    assert stage.view.insertion == 4
    stage.release(end)
    assert stage.ids == ["b", "d", "a", "c"]
    assert stage.steps == ["Move panels"]
    stage.undo()
    assert stage.ids == ["a", "b", "c", "d"]


def test_more_comes_into_sight_while_something_is_dragged_at_the_border(qtbot: QtBot) -> None:
    stage = Stage(qtbot, panels(*[48] * 20))
    stage.press(stage.tile(0))
    stage.move(QPoint(stage.view.viewport().width() - 2, stage.tile(0).y()))
    before = stage.view.insertion
    for _ in range(40):
        stage.view.roll_on()
    assert stage.view.horizontalScrollBar().value() > 0
    assert before is not None
    assert stage.view.insertion is not None
    assert stage.view.insertion > before
    stage.key(Qt.Key.Key_Escape)


def test_a_click_on_a_joint_brings_the_next_kind(stage: Stage) -> None:
    stage.click(stage.joint(0))
    stage.click(stage.joint(0))
    assert stage.panels[0].joint is JointMode.FADE
    assert stage.panels[0].move == 12
    assert stage.steps == ["Set the joint"] * 2


def test_a_joint_dragged_into_its_panel_sets_the_move(stage: Stage) -> None:
    at = stage.joint(0)
    stage.drag(at, at - QPoint(round(stage.per_frame * 8), 0))
    assert (stage.panels[0].joint, stage.panels[0].move) == (JointMode.IN_BETWEEN, 8)
    assert stage.steps == ["Set the length of the move"]
    stage.drag(at, at - QPoint(round(stage.per_frame * 100), 0))
    assert stage.panels[0].move == 23


def test_a_menu_chooses_the_joint(stage: Stage) -> None:
    viewport = stage.view.viewport()
    at = stage.joint(1)
    reason = QContextMenuEvent.Reason.Mouse
    QCoreApplication.sendEvent(
        viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at), PLAIN)
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Cut", "Hold", "Fade", "In-between"]
    menu.actions()[2].trigger()
    menu.close()
    assert stage.panels[1].joint is JointMode.FADE


def test_the_time_scrubs(stage: Stage) -> None:
    stage.press(stage.time(10))
    stage.move(stage.time(30))
    stage.release(stage.time(30))
    assert stage.frames == [10, 30]
    assert stage.view.frame == 30


def test_marks_are_pulled(stage: Stage) -> None:
    asked: list[Marks] = []
    stage.strip.marks_dragged.connect(asked.append)
    stage.strip.set_marks(Marks(10, 60))
    top = round(stage.view.bands.time) + 3
    start = QPoint(round(stage.view.x_of(10)) + 3, top)
    stage.drag(start, QPoint(round(stage.view.x_of(20)), top))
    assert asked[-1] == Marks(20, 60)


def test_edges_snap_only_when_they_are_told_to(stage: Stage) -> None:
    stage.strip.set_frame(30)
    at = stage.edge(0)
    assert stage.per_frame > SNAP_REACH / 2
    near = QPoint(round(stage.view.x_of(31)), at.y())
    stage.drag(at, near)
    assert stage.durations[0] == 31
    stage.undo()
    stage.do("snapping")
    stage.drag(at, near)
    assert stage.durations[0] == 30


def test_the_wheel_zooms_around_the_pointer(stage: Stage) -> None:
    x = 500.0
    before = stage.view.layout_shown.frame_at(x + stage.view.offset)
    viewport = stage.view.viewport()
    event = QWheelEvent(
        QPointF(x, 80),
        QPointF(viewport.mapToGlobal(QPoint(500, 80))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    per_frame = stage.per_frame
    stage.view.wheelEvent(event)
    assert stage.per_frame > per_frame
    assert stage.view.layout_shown.frame_at(x + stage.view.offset) == pytest.approx(before, abs=0.3)


def test_pictures_dropped_become_panels_in_one_step(stage: Stage, tmp_path: Path) -> None:
    mime = QMimeData()
    names = ["two.png", "one.png", "words.txt"]
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    stage.strip.set_folder(tmp_path)
    place = QPointF(stage.view.tile_rect(1).left() + 3, 80)
    stage.view.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, LEFT, PLAIN))
    assert [panel.picture for panel in stage.panels] == ["", "one.png", "two.png", "", "", ""]
    assert stage.steps == ["Import pictures"]


def test_a_shot_is_named_over_its_bracket(qtbot: QtBot) -> None:
    made = board_document(
        [Panel(id="a", joint=JointMode.HOLD), Panel(id="b", shot="x"), Panel(id="c", shot="s2")]
    )
    stage = Stage(qtbot, made=made)
    rect = stage.view.tile_rect(2)
    at = QPoint(round(rect.center().x()), round(stage.view.bands.shots) + 4)
    QTest.mouseDClick(stage.view.viewport(), LEFT, PLAIN, at)
    field = stage.strip.naming
    assert field.isVisible()
    QTest.keyClicks(field, "Finale")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()
    assert stage.model.graph.nodes["board"].parameters["shot_names"] == (("s2", "Finale"),)
    assert stage.steps == ["Rename the shot"]


def test_what_undo_brings_back_is_brought_into_sight(qtbot: QtBot) -> None:
    stage = Stage(qtbot, panels(*[48] * 20))
    stage.strip.select_panels(("a",))
    stage.strip.editing.set_duration(50)
    bar = stage.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    stage.undo()
    assert stage.view.tile_rect(0).left() >= 0
