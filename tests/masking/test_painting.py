"""Painting masks over the viewer's picture: what the hand does, what becomes of it, how it goes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pipelines.masking.live import MaskMode
from pipelines.masking.objects import Between
from tests.masking.stage import LEFT, NO_KEY, PaintingStage, painting
from tests.viewer.supplies import HEIGHT, WIDTH
from widgets.masking.hand import MaskTool, MaskView

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
Pointer = QPointingDevice.PointerType


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot) as made:
        yield made


def box(stage: PaintingStage, left: float, top: float, right: float, bottom: float) -> None:
    """Paint a rectangle."""
    before = stage.hand.tool
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((left, top), (right, bottom))
    stage.hand.take(before)


def test_the_first_stroke_makes_an_object_a_key_and_one_step(stage: PaintingStage) -> None:
    stage.go(12)
    stage.drag((10, 20), (30, 20))
    (ball,) = stage.objects
    assert stage.keys() == [12] and ball.name == "Object 1" and ball.output == 1
    assert stage.steps == ["Paint mask"]
    mask = stage.mask(12)
    assert mask[20, 20] == 255 and mask[20, 8] == 255 and mask[30, 20] == 0
    assert np.array_equal(mask, stage.seen())
    assert stage.model.graph.nodes["masks"].parameters["size"] == (WIDTH, HEIGHT)
    stage.model.undo_stack.undo()
    assert stage.objects == ()
    stage.model.undo_stack.redo()
    assert stage.mask(12)[20, 20] == 255


def test_what_is_seen_follows_the_pointer_before_it_lets_go(stage: PaintingStage) -> None:
    from PySide6.QtTest import QTest

    QTest.mousePress(stage.overlay, Qt.MouseButton.LeftButton, pos=stage.at(30, 20))
    assert stage.seen()[20, 30] == 255 and stage.shades()[20, 30] >> 24 == 128
    assert stage.objects == ()
    QTest.mouseRelease(stage.overlay, Qt.MouseButton.LeftButton, pos=stage.at(30, 20))
    assert stage.keys() == [0]


def test_outlines_are_seen_beside_an_object_that_nothing_is_painted_of(
    stage: PaintingStage,
) -> None:
    box(stage, 10, 10, 40, 40)
    first = stage.objects[0].id
    stage.trigger("view_outline")
    stage.easel.add_object()
    stage.easel.choose(first)
    box(stage, 45, 10, 55, 20)
    assert stage.seen()[15, 50] == 255 and stage.seen()[20, 20] == 255
    assert stage.shades()[25, 9] and not stage.shades()[25, 25]


def test_a_stroke_between_keys_goes_on_from_the_shape_there(stage: PaintingStage) -> None:
    box(stage, 4, 10, 14, 30)
    stage.go(10)
    box(stage, 44, 10, 54, 30)
    stage.hand.set_mode(MaskMode.SUBTRACT)
    box(stage, 2, 8, 16, 32)
    stage.hand.set_mode(MaskMode.ADD)
    assert stage.mask(10)[20, 8] == 0 and stage.mask(10)[20, 49] == 255
    stage.go(5)
    assert stage.seen()[20, 29] == 255
    stage.drag((29, 40), (30, 40))
    assert stage.keys() == [0, 5, 10]
    mask = stage.mask(5)
    assert mask[40, 29] == 255 and mask[20, 29] == 255 and mask[20, 49] == 0


def test_paint_adds_takes_away_and_keeps_what_is_common(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    stage.hand.take(MaskTool.RECTANGLE)
    stage.hand.set_mode(MaskMode.SUBTRACT)
    stage.drag((30, 10), (50, 40))
    assert stage.mask(0)[20, [20, 35]].tolist() == [255, 0]
    stage.hand.set_mode(MaskMode.INTERSECT)
    stage.drag((5, 5), (20, 20))
    assert [int(stage.mask(0)[at]) for at in ((15, 15), (25, 15), (15, 25))] == [255, 0, 0]
    assert stage.steps == ["Paint mask", "Take from mask", "Intersect mask"]


def test_alt_takes_away_and_shift_and_alt_keep_what_is_common(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    stage.hand.take(MaskTool.ELLIPSE)
    stage.drag((15, 15), (35, 35), keys=ALT)
    assert stage.mask(0)[25, 25] == 0 and stage.mask(0)[11, 11] == 255
    stage.drag((10, 10), (40, 40), keys=ALT | SHIFT)
    assert stage.mask(0)[11, 11] == 0 and stage.mask(0)[25, 12] == 255


def test_the_eraser_takes_away_and_an_empty_click_is_no_step(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    stage.hand.take(MaskTool.ERASER)
    stage.drag((20, 20), (30, 20))
    assert stage.mask(0)[20, 25] == 0
    stage.drag((60, 45), (61, 45))
    assert stage.steps == ["Paint mask", "Take from mask"]


def test_taking_all_away_between_keys_makes_an_empty_key(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    stage.go(8)
    stage.hand.set_mode(MaskMode.SUBTRACT)
    box(stage, 5, 5, 45, 45)
    assert stage.keys() == [0, 8]
    assert stage.mask(7)[20, 20] == 255 and not stage.mask(8).any()


def test_a_lasso_and_a_polygon_are_filled(stage: PaintingStage) -> None:
    stage.hand.take(MaskTool.LASSO)
    stage.drag((10, 10), (30, 10), (30, 30), (10, 30))
    assert stage.mask(0)[20, 20] == 255 and stage.mask(0)[20, 40] == 0
    stage.hand.take(MaskTool.POLYGON)
    for point in ((40, 10), (60, 10), (60, 40)):
        stage.drag(point)
    assert stage.mask(0)[15, 55] == 0
    stage.press(Key.Key_Return)
    assert stage.mask(0)[15, 55] == 255 and stage.mask(0)[35, 45] == 0
    for point in ((2, 40), (8, 40), (2, 46), (2, 40)):
        stage.drag(point)
    assert stage.mask(0)[41, 3] == 255


def test_a_polygon_is_taken_back_corner_by_corner_and_given_up(stage: PaintingStage) -> None:
    left = QSignalSpy(stage.viewer.tool_left)
    stage.hand.take(MaskTool.POLYGON)
    for point in ((40, 10), (60, 10), (60, 40)):
        stage.drag(point)
    stage.press(Key.Key_Backspace)
    stage.press(Key.Key_Return)
    assert stage.objects == ()
    stage.drag((40, 10))
    stage.press(Key.Key_Escape)
    assert left.count() == 0
    stage.press(Key.Key_Escape)
    assert left.count() == 1


def test_a_fill_fills_what_paint_goes_around(stage: PaintingStage) -> None:
    stage.drag((10, 10), (40, 10), (40, 40), (10, 40), (10, 10))
    assert stage.mask(0)[25, 25] == 0
    stage.hand.take(MaskTool.FILL)
    stage.drag((25, 25))
    assert stage.mask(0)[25, 25] == 255 and stage.mask(0)[46, 62] == 0


def test_a_fill_by_the_picture_goes_by_its_colours(stage: PaintingStage) -> None:
    stage.trigger("fill_by_picture")
    stage.drag((30, 30))
    filled = stage.mask(0)
    assert filled[20, 10] == 0 and (filled == 255).sum() == filled.size - 1
    stage.hand.set_mode(MaskMode.SUBTRACT)
    stage.hand.set_filling(tolerance=255)
    stage.drag((30, 30))
    assert not stage.mask(0).any()
    assert stage.steps == ["Fill mask", "Fill mask"]


def test_a_fill_beside_the_picture_is_refused(stage: PaintingStage) -> None:
    stage.hand.take(MaskTool.FILL)
    stage.drag((-4, 20))
    assert "beside" in stage.refused[-1] and not stage.steps


def test_shift_draws_a_straight_line_from_the_last_stroke(stage: PaintingStage) -> None:
    stage.drag((10, 10))
    stage.drag((50, 10), keys=SHIFT)
    assert stage.mask(0)[10, 30] == 255


def test_a_mask_is_moved_to_where_the_thing_is_now(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    stage.go(10)
    stage.hand.take(MaskTool.MOVE)
    stage.drag((12, 12), (30, 13), (42, 12))
    assert stage.keys() == [0, 10]
    assert np.array_equal(stage.mask(10), stage.seen())
    assert stage.mask(10)[15, [15, 45]].tolist() == [0, 255]
    assert stage.mask(5)[15, 30] == 255
    stage.drag((40, 15), (45, 40), keys=SHIFT)
    assert stage.mask(10)[40, 45] == 255
    stage.drag((40, 15), (40, 15))
    assert stage.steps == ["Paint mask", "Move mask", "Move mask"]


def test_what_is_moved_beside_the_picture_comes_back(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    before = stage.mask(0)
    stage.hand.take(MaskTool.MOVE)
    stage.drag((45, 15), (0, 15))
    assert not stage.mask(0).any()
    stage.drag((0, 15), (45, 15))
    assert np.array_equal(stage.mask(0), before)


def test_a_held_mask_keeps_what_lies_beside_the_picture(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    stage.hand.take(MaskTool.MOVE)
    stage.drag((45, 15), (0, 15))
    stage.go(9)
    stage.hand.take(MaskTool.BRUSH)
    stage.drag((40, 40), (41, 40))
    stage.hand.take(MaskTool.MOVE)
    stage.drag((0, 15), (45, 15))
    assert stage.mask(9)[15, 15] == 255


def test_paint_of_others_does_not_cover_a_protected_object(stage: PaintingStage) -> None:
    box(stage, 10, 10, 30, 40)
    girl = stage.objects[0]
    stage.easel.change_object(
        type(girl)(id=girl.id, name=girl.name, colour=girl.colour, protected=True), "Protect"
    )
    stage.easel.add_object()
    stage.settle()
    box(stage, 20, 10, 50, 40)
    assert stage.mask(0, 1)[20, [25, 40]].tolist() == [0, 255]
    stage.trigger("invert")
    stage.qtbot.waitUntil(lambda: "Invert Mask" in stage.steps, timeout=5000)
    assert stage.mask(0, 1)[20, [5, 25, 40]].tolist() == [255, 0, 0]


def test_a_hidden_object_is_not_painted_and_it_is_said(stage: PaintingStage) -> None:
    box(stage, 10, 10, 30, 40)
    ball = stage.objects[0]
    stage.easel.change_object(type(ball)(id=ball.id, name=ball.name, visible=False), "Hide")
    stage.settle()
    stage.drag((50, 20), (55, 20))
    assert stage.refused == ["This object is hidden. Show it, or choose another."]
    assert stage.mask(0)[20, 52] == 0


@pytest.mark.parametrize(
    ("change", "step", "inside", "outside"),
    [
        ("grow", "Grow Mask", (25, 42), (25, 48)),
        ("shrink", "Shrink Mask", (25, 34), (25, 38)),
        ("feather", "Feather Mask", (25, 30), (25, 60)),
        ("invert", "Invert Mask", (25, 60), (25, 25)),
    ],
)
def test_a_whole_mask_is_changed_in_one_step(
    stage: PaintingStage, change: str, step: str, inside: tuple[int, int], outside: tuple[int, int]
) -> None:
    box(stage, 10, 10, 40, 40)
    stage.trigger(change)
    stage.qtbot.waitUntil(lambda: stage.steps[-1] == step, timeout=5000)
    assert stage.mask(0)[inside] > 200 and stage.mask(0)[outside] == 0
    stage.model.undo_stack.undo()
    assert stage.mask(0)[25, 38] == 255 and stage.mask(0)[25, 42] == 0


def test_clearing_between_keys_makes_an_empty_key(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    stage.go(9)
    stage.trigger("clear")
    stage.qtbot.waitUntil(lambda: stage.keys() == [0, 9], timeout=5000)
    assert not stage.mask(9).any() and stage.mask(8).any()


def test_keys_are_gone_to_copied_deleted_and_moved(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    stage.go(40)
    box(stage, 30, 10, 40, 20)
    stage.trigger("previous_key")
    assert stage.viewer.playback.frame == 0
    stage.press(Key.Key_Period)
    stage.settle()
    assert stage.viewer.playback.frame == 40
    stage.press(Key.Key_N)
    stage.settle()
    assert stage.viewer.playback.frame == 99
    stage.trigger("copy_key")
    assert stage.keys() == [0, 40, 99]
    stage.trigger("widest_gap")
    assert stage.viewer.playback.frame == 69
    stage.go(40)
    stage.trigger("delete_key")
    assert stage.keys() == [0, 99]
    stage.commands.move_key(99, 60)
    assert stage.keys() == [0, 60]
    assert stage.steps[-3:] == ["Copy key", "Delete key", "Move key"]


def test_one_gap_holds_while_the_others_move(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    for frame, x in ((10, 30), (20, 50)):
        stage.go(frame)
        stage.hand.set_mode(MaskMode.INTERSECT)
        box(stage, 60, 40, 61, 41)
        stage.hand.set_mode(MaskMode.ADD)
        box(stage, x, 10, x + 10, 20)
    stage.go(14)
    stage.trigger("hold_gap")
    assert [key.after for key in stage.objects[0].keys] == [None, Between.HOLD, None]
    assert stage.mask(14)[15, 35] == 255 and stage.mask(5)[15, 25] == 255
    stage.trigger("hold_gap")
    assert [key.after for key in stage.objects[0].keys] == [None, None, None]


def test_a_key_that_was_painted_on_another_picture_stays_and_says_so(
    stage: PaintingStage,
) -> None:
    stage.supply.key = "first"
    stage.go(3)
    box(stage, 10, 10, 20, 20)
    assert stage.objects[0].keys[0].picture == "first"
    assert "changed" not in stage.painter.words()
    stage.supply.key = "second"
    stage.viewer.refresh()
    assert "The picture has changed" in stage.painter.words()
    assert stage.mask(3)[15, 15] == 255
    box(stage, 20, 10, 30, 20)
    assert "changed" not in stage.painter.words()


@pytest.mark.parametrize(
    ("view", "inside", "edge", "outside"),
    [
        (MaskView.OVERLAY, 0x80732427, 0x80732427, 0),
        (MaskView.OUTLINE, 0, None, 0),
        (MaskView.MATTE, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000),
        (MaskView.CUT_OUT, 0, 0, 0xFF232323),
    ],
)
def test_masks_are_shown_in_four_ways(
    stage: PaintingStage, view: MaskView, inside: int, edge: int | None, outside: int
) -> None:
    box(stage, 10, 10, 40, 40)
    stage.hand.set_view(view)
    stage.qtbot.waitUntil(
        lambda: stage.sight.shade is not None and stage.sight.shade.style.view is view,
        timeout=5000,
    )
    shades = stage.shades()
    assert (int(shades[25, 25]), int(shades[5, 5])) == (inside, outside)
    if edge is None:
        assert (shades[25] == 0xFFE5484D).sum() == 2
    stage.drag((50, 25), (50, 25))
    assert (int(stage.shades()[25, 50]) == inside) or view is MaskView.OUTLINE


def test_a_pen_paints_with_its_tail_turned_taking_away(stage: PaintingStage) -> None:
    box(stage, 10, 10, 40, 40)
    for kind, x in ((Pointer.Pen, 50), (Pointer.Eraser, 25)):
        tap(stage, kind, stage.at(x, 25))
    assert stage.mask(0)[25, [50, 25]].tolist() == [255, 0]


def tap(stage: PaintingStage, kind: QPointingDevice.PointerType, at: QPoint) -> None:
    """Touch the picture with a pen."""
    pen, all_ = QPointingDevice.DeviceType.Stylus, QPointingDevice.Capability.All
    device = QPointingDevice("pen", 1, pen, kind, all_, 1, 1)
    place, none = QPointF(at), Qt.MouseButton.NoButton
    for event, held in ((QEvent.Type.TabletPress, LEFT), (QEvent.Type.TabletRelease, none)):
        told = QTabletEvent(event, device, place, place, 0.8, 0, 0, 0, 0, 0, NO_KEY, LEFT, held)
        QApplication.sendEvent(stage.overlay, told)
    stage.settle()


def test_what_is_drawn_before_the_mask_is_read_is_not_lost(stage: PaintingStage) -> None:
    box(stage, 10, 10, 20, 20)
    stage.viewer.driving.scrub_to(50)
    stage.drag((40, 30), (50, 30))
    assert stage.keys() == [0, 50]
    assert stage.mask(50)[30, 45] == 255 and stage.mask(50)[15, 15] == 255
