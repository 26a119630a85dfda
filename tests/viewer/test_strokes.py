"""Lines drawn along things and around them, over the picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nodes.edits import SetParameter
from pipelines.pointing import Stroke, StrokeMeaning
from tests.viewer.test_tools import Stage, stage

__all__ = ["stage"]
Key = Qt.Key


def lines(stage: Stage) -> tuple[Stroke, ...]:
    found = stage.values("p").get("strokes")
    return found.strokes if found is not None else ()


def test_a_line_is_drawn_in_one_step_on_the_frame_that_is_shown(stage: Stage) -> None:
    stage.viewer.playback.go_to(7)
    stage.hand.take_up((), ("p",), "strokes")
    stage.drag((16, 12), (20, 20), (32, 24))
    (line,) = lines(stage)
    assert (line.means, line.frame) == (StrokeMeaning.IT, 7)
    first, last = line.points[0], line.points[-1]
    assert first == pytest.approx((0.25, 0.25), abs=0.01)
    assert last == pytest.approx((0.5, 0.5), abs=0.01)
    assert stage.model.undo_stack.count() == 1
    stage.drag((40, 12), (44, 20), (50, 24))
    assert len(lines(stage)) == 2 and stage.model.undo_stack.count() == 2
    stage.model.undo_stack.undo()
    assert lines(stage) == (line,)


def test_with_shift_a_line_goes_around_and_the_other_button_says_no(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "strokes")
    stage.drag((16, 12), (40, 12), (40, 36), (16, 36), shift=True)
    overlay = stage.viewer.focusWidget()
    QTest.mousePress(overlay, Qt.MouseButton.RightButton, pos=stage.at(50, 10))
    QTest.mouseMove(overlay, stage.at(56, 20))
    QTest.mouseRelease(overlay, Qt.MouseButton.RightButton, pos=stage.at(56, 20))
    means = [line.means for line in lines(stage)]
    assert means == [StrokeMeaning.AROUND, StrokeMeaning.NOT_IT]


def test_a_click_draws_nothing_and_takes_a_line_that_is_there(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "strokes")
    stage.drag((30, 30))
    assert not lines(stage) and not stage.model.undo_stack.count()
    stage.drag((16, 12), (20, 20), (32, 24))
    stage.drag((40, 12), (44, 20), (50, 24))
    stage.drag((16, 12))
    stage.press(Key.Key_Delete)
    assert [line.points[0][0] for line in lines(stage)] == [pytest.approx(0.625, abs=0.01)]
    assert stage.model.undo_stack.count() == 3


def test_keys_go_from_line_to_line_and_remove_them(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "strokes")
    for x in (8, 24, 40):
        stage.drag((x, 12), (x, 24))
    stage.press(Key.Key_Return)
    stage.press(Key.Key_Delete)
    assert [round(line.points[0][0] * 64) for line in lines(stage)] == [24, 40]


def test_a_line_outlives_a_change_upstream_and_says_so(stage: Stage) -> None:
    stage.hand.take_up((), ("p",), "strokes")
    stage.supply.key = "first"
    stage.supply.answer(0)
    stage.drag((16, 12), (32, 24))
    stage.model.do(SetParameter(node="source", name="path", value="b.png"), "Set")
    stage.supply.key = "second"
    stage.supply.answer(0)
    tool = stage.viewer.tool
    assert tool is not None and "The picture has changed" in tool.words()
    assert len(lines(stage)) == 1
