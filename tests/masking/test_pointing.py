"""Pointing at a thing in the mask room: marks, their answer under the pen, and the key it makes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from pipelines.values import Pixels8
from tests.masking.stage import PaintingStage, painting
from tests.viewer.supplies import HEIGHT, WIDTH, BallFrames
from widgets.masking.hand import MaskTool, MaskView

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT = Qt.MouseButton.RightButton
Key = Qt.Key


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot, BallFrames()) as made:
        made.trigger("tool_point")
        yield made


def ball(frame: int = 0) -> Pixels8:
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    inside = (columns - 20 - frame) ** 2 + (rows - 24) ** 2 <= 100
    return inside.astype(np.uint8) * np.uint8(255)


def likeness(one: Pixels8, other: Pixels8) -> float:
    """Shared over joint area."""
    first, second = one >= 128, other >= 128
    return float((first & second).sum() / max((first | second).sum(), 1))


def sees_ball(stage: PaintingStage, frame: int = 0) -> None:
    """Wait until what is seen of the mask is the ball."""
    stage.qtbot.waitUntil(lambda: likeness(stage.seen(), ball(frame)) > 0.85, timeout=5000)


def box(stage: PaintingStage, frame: int = 0) -> None:
    stage.drag((8 + frame, 12), (20 + frame, 30), (32 + frame, 36))


def test_a_box_is_answered_under_the_pen_and_enter_makes_it_a_key_in_one_step(
    stage: PaintingStage,
) -> None:
    stage.go(7)
    box(stage, 7)
    sees_ball(stage, 7)
    assert stage.objects == () and not stage.steps
    stage.press(Key.Key_Return)
    stage.settle()
    assert stage.keys() == [7] and stage.steps == ["Mask by pointing"]
    assert likeness(stage.mask(7), ball(7)) > 0.85
    assert np.array_equal(stage.mask(7), stage.seen())
    stage.model.undo_stack.undo()
    assert stage.objects == ()


def test_an_answer_has_the_colour_of_the_object_that_it_will_make(stage: PaintingStage) -> None:
    box(stage)
    sees_ball(stage)
    before = int(stage.shades()[24, 20])
    stage.press(Key.Key_Return)
    stage.settle()
    assert int(stage.shades()[24, 20]) == before


def test_escape_drops_the_answer_and_only_then_the_tool(stage: PaintingStage) -> None:
    left = QSignalSpy(stage.viewer.tool_left)
    box(stage)
    sees_ball(stage)
    stage.press(Key.Key_Escape)
    stage.qtbot.waitUntil(lambda: not stage.seen().any(), timeout=5000)
    assert not stage.steps and left.count() == 0
    stage.press(Key.Key_Escape)
    assert left.count() == 1


@pytest.mark.parametrize("act", ["tool", "frame", "change", "object"])
def test_whatever_else_is_done_takes_the_answer_first(stage: PaintingStage, act: str) -> None:
    stage.easel.add_object()
    stage.easel.add_object()
    stage.settle()
    first, second = stage.objects
    stage.easel.choose(first.id)
    stage.settle()
    box(stage)
    sees_ball(stage)
    match act:
        case "tool":
            stage.hand.take(MaskTool.BRUSH)
        case "frame":
            stage.go(30)
        case "change":
            stage.commands.actions["invert"].trigger()
        case _:
            stage.easel.choose(second.id)
    assert stage.steps[2] == "Mask by pointing" and stage.keys(0) == [0]
    assert not stage.objects[1].keys


def test_what_is_taken_before_it_is_answered_becomes_a_key_all_the_same(
    stage: PaintingStage,
) -> None:
    box(stage)
    stage.press(Key.Key_Return)
    stage.go(40)
    stage.qtbot.waitUntil(lambda: bool(stage.steps), timeout=5000)
    assert stage.keys() == [0] and likeness(stage.mask(0), ball()) > 0.85


@pytest.mark.parametrize(("keys", "button"), [(ALT, Qt.MouseButton.LeftButton), (None, RIGHT)])
def test_a_click_that_is_not_it_takes_away_what_is_like_it(
    stage: PaintingStage, keys: Qt.KeyboardModifier | None, button: Qt.MouseButton
) -> None:
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((5, 9), (60, 39))
    stage.trigger("tool_point")
    no_key = Qt.KeyboardModifier.NoModifier
    stage.drag((50, 24), keys=keys or no_key, button=button)
    stage.qtbot.waitUntil(lambda: stage.seen()[24, 50] == 0, timeout=5000)
    assert stage.seen()[24, 20] == 255
    stage.press(Key.Key_Enter)
    assert stage.mask(0)[24, [20, 50]].tolist() == [255, 0]
    assert stage.steps == ["Paint mask", "Mask by pointing"]


def test_marks_are_taken_back_one_by_one(stage: PaintingStage) -> None:
    box(stage)
    sees_ball(stage)
    stage.drag((20, 24), keys=ALT)
    stage.qtbot.waitUntil(lambda: stage.seen()[24, 20] == 0, timeout=5000)
    stage.press(Key.Key_Backspace)
    sees_ball(stage)
    stage.press(Key.Key_Backspace)
    stage.qtbot.waitUntil(lambda: not stage.seen().any(), timeout=5000)
    stage.press(Key.Key_Return)
    assert not stage.steps


def test_a_scribble_is_drawn_with_shift(stage: PaintingStage) -> None:
    stage.drag((15, 24), (20, 20), (25, 24), keys=SHIFT)
    sees_ball(stage)


def test_only_the_last_box_counts(stage: PaintingStage) -> None:
    stage.drag((40, 2), (50, 8), (60, 14))
    box(stage)
    sees_ball(stage)
    assert not stage.seen()[2:14, 40:60].any()


def test_an_answer_stays_in_sight_while_masks_are_shown_in_another_way(
    stage: PaintingStage,
) -> None:
    box(stage)
    sees_ball(stage)
    stage.hand.set_view(MaskView.MATTE)
    stage.qtbot.waitUntil(lambda: stage.shades()[2, 2] >> 24 == 255, timeout=5000)
    assert likeness(stage.seen(), ball()) > 0.85 and not stage.steps


def test_undo_of_the_key_below_drops_the_marks(stage: PaintingStage) -> None:
    box(stage)
    sees_ball(stage)
    stage.press(Key.Key_Return)
    stage.settle()
    stage.drag((20, 24), keys=ALT)
    stage.model.undo_stack.undo()
    stage.settle()
    stage.press(Key.Key_Return)
    stage.hand.take(MaskTool.BRUSH)
    assert not stage.objects and stage.model.undo_stack.canRedo()


def test_a_protected_object_is_spared(stage: PaintingStage) -> None:
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((0, 0), (20, 48))
    wall = stage.objects[0]
    made = type(wall)(id=wall.id, name=wall.name, colour=wall.colour, protected=True)
    stage.easel.change_object(made, "Protect")
    stage.easel.add_object()
    stage.settle()
    stage.trigger("tool_point")
    box(stage)
    stage.qtbot.waitUntil(lambda: stage.seen()[24, 26] == 255, timeout=5000)
    stage.press(Key.Key_Return)
    assert stage.mask(0, 1)[24, [14, 26]].tolist() == [0, 255]


def test_what_lies_beside_the_picture_stays(stage: PaintingStage) -> None:
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((40, 10), (63, 30))
    stage.hand.take(MaskTool.MOVE)
    stage.drag((50, 20), (80, 20), (85, 20))
    stage.trigger("tool_point")
    box(stage)
    sees_ball(stage)
    stage.press(Key.Key_Return)
    stage.settle()
    stage.hand.take(MaskTool.MOVE)
    stage.drag((50, 20), (20, 20), (15, 20))
    assert stage.mask(0)[20, 50] == 255
