"""Ways of pointing at a thing: lassos, scribbles, and what is painted roughly."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.masking.stage import PaintingStage, painting
from tests.masking.test_pointing import ball, likeness, sees_ball
from tests.viewer.supplies import BallFrames
from widgets.masking.hand import MaskTool, PointWith

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot, BallFrames()) as made:
        yield made


def around(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    turns = np.linspace(0, 2 * np.pi, 17)
    return [(x + radius * np.cos(turn), y + radius * np.sin(turn)) for turn in turns]


def test_a_lasso_around_a_thing_is_answered_by_the_thing(stage: PaintingStage) -> None:
    stage.press(Key.Key_L, SHIFT)
    assert stage.hand.tool is MaskTool.POINT and stage.hand.points_with is PointWith.LASSO
    stage.drag(*around(20, 24, 13))
    sees_ball(stage)
    stage.press(Key.Key_Return)
    assert stage.steps == ["Mask by pointing"] and likeness(stage.mask(0), ball()) > 0.85


def test_a_lasso_replaces_a_box_and_begins_anew(stage: PaintingStage) -> None:
    stage.trigger("tool_point")
    stage.drag((40, 2), (50, 8), (60, 14))
    stage.trigger("point_lasso")
    stage.drag(*around(20, 24, 13))
    sees_ball(stage)
    assert not stage.seen()[2:14, 40:60].any()


def test_a_line_that_goes_nowhere_is_no_lasso(stage: PaintingStage) -> None:
    stage.trigger("point_lasso")
    stage.drag((20, 24), (30, 24))
    assert not stage.painter.pointing.is_begun


def test_a_scribble_needs_no_shift_once_it_is_chosen(stage: PaintingStage) -> None:
    stage.press(Key.Key_P, SHIFT)
    stage.drag((15, 24), (20, 20), (25, 24))
    sees_ball(stage)
    stage.drag((15, 24), (20, 20), (25, 24), button=Qt.MouseButton.RightButton)
    stage.qtbot.waitUntil(lambda: stage.seen()[20, 20] == 0, timeout=5000)


def test_what_is_painted_roughly_is_refined_to_the_thing_in_one_step(
    stage: PaintingStage,
) -> None:
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((9, 13), (31, 35))
    stage.press(Key.Key_R, SHIFT)
    stage.qtbot.waitUntil(lambda: likeness(stage.seen(), ball()) > 0.95, timeout=5000)
    stage.press(Key.Key_Return)
    stage.settle()
    assert stage.steps == ["Paint mask", "Mask by pointing"]
    assert likeness(stage.mask(0), ball()) > 0.95
    stage.model.undo_stack.undo()
    stage.settle()
    assert stage.mask(0)[14, 10] == 255


def test_a_refinement_is_mended_by_clicks_and_taken_back(stage: PaintingStage) -> None:
    stage.hand.take(MaskTool.RECTANGLE)
    stage.drag((9, 13), (31, 35))
    stage.trigger("refine")
    stage.qtbot.waitUntil(lambda: likeness(stage.seen(), ball()) > 0.95, timeout=5000)
    stage.press(Key.Key_Backspace)
    stage.qtbot.waitUntil(lambda: stage.seen()[14, 10] == 255, timeout=5000)
    assert stage.steps == ["Paint mask"] and not stage.painter.pointing.is_begun


def test_there_is_nothing_to_refine_where_nothing_is_painted(stage: PaintingStage) -> None:
    stage.trigger("refine")
    assert stage.refused == ["Paint the thing roughly on this frame first."]


@pytest.mark.parametrize("kind", PointWith)
def test_hint_and_pointer_say_what_a_drag_draws(stage: PaintingStage, kind: PointWith) -> None:
    before = stage.painter.words()
    stage.trigger(f"point_{kind.value}")
    assert stage.painter.words() != before
    assert stage.commands.actions[f"point_{kind.value}"].isChecked()
