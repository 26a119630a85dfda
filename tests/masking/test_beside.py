"""What is painted beside the picture stays there, whatever is done to the mask."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from pipelines.masking.patches import assembled
from pipelines.values import Pixels8
from tests.masking.stage import PaintingStage, painting
from tests.masking.test_painting import box
from tests.viewer.supplies import WIDTH
from widgets.masking.hand import MaskTool

_FAR = 40


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[PaintingStage]:
    with painting(qtbot) as made:
        yield made


def row(stage: PaintingStage, key: int) -> Pixels8:
    """The row through the middle of a key, from far left of the picture on."""
    tiles = stage.objects[0].keys[key].tiles
    return assembled(tiles, (-_FAR, 24, WIDTH, 25), stage.tiles).values[0]


@pytest.mark.parametrize(("change", "left"), [("grow", 16), ("shrink", 24), ("invert", 20)])
def test_it_stays_when_a_mask_is_changed(stage: PaintingStage, change: str, left: int) -> None:
    box(stage, -20, 10, 20, 40)
    stage.trigger(change)
    stage.qtbot.waitUntil(lambda: len(stage.steps) == 2)
    found = row(stage, 0)
    assert np.flatnonzero(found[:_FAR])[0] == pytest.approx(left, abs=1)
    assert found[_FAR - 1] == 255
    stage.trigger("clear")
    stage.qtbot.waitUntil(lambda: not stage.objects[0].keys[0].tiles)


def test_it_stays_in_a_new_key_between_two(stage: PaintingStage) -> None:
    box(stage, -20, 10, 20, 40)
    stage.go(20)
    stage.hand.take(MaskTool.MOVE)
    stage.drag((10, 20), (14, 20))
    stage.go(10)
    box(stage, 50, 20, 60, 30)
    assert stage.keys() == [0, 10, 20]
    found = row(stage, 1)
    assert np.flatnonzero(found[:_FAR])[0] == pytest.approx(22, abs=2)
    assert (found[24:_FAR] == 255).all() and found[_FAR + 55] == 255


def test_it_stays_when_a_mask_is_feathered_between_two_keys(stage: PaintingStage) -> None:
    box(stage, -20, 10, 20, 40)
    stage.go(20)
    stage.hand.take(MaskTool.MOVE)
    stage.drag((10, 20), (14, 20))
    stage.go(10)
    stage.trigger("feather")
    stage.qtbot.waitUntil(lambda: stage.keys() == [0, 10, 20])
    found = row(stage, 1)
    assert (found[30:_FAR] > 200).all() and 0 < found[22] < 255
