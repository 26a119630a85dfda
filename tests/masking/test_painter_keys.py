"""The keys of a mask painter: its own ones, before the viewer's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.masking.stage import PaintingStage, painting
from widgets.masking.hand import MaskTool

Key = Qt.Key


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot) as made:
        yield made


def test_keys_over_the_picture_are_the_painters_first(stage: PaintingStage) -> None:
    stage.press(Key.Key_L)
    assert stage.hand.tool is MaskTool.LASSO
    assert not stage.viewer.playback.is_playing
    stage.press(Key.Key_B)
    size = stage.hand.brush.size
    stage.press(Key.Key_BracketRight)
    assert stage.hand.brush.size > size
    stage.press(Key.Key_Right)
    assert stage.viewer.playback.frame == 1


def test_keys_are_still_the_painters_after_a_click_on_the_ruler(stage: PaintingStage) -> None:
    ruler = stage.viewer.ruler
    ruler.setFocus(Qt.FocusReason.MouseFocusReason)
    stage.press(Key.Key_E)
    assert stage.hand.tool is MaskTool.ERASER
