"""Keep and generate exchanged."""

from __future__ import annotations

from tests.library.stage import Stage, mask_clip_of


def test_black_becomes_white_in_every_frame(stage: Stage) -> None:
    assert stage.levels(stage.call("mask.invert", mask_clip_of([0, 55, 255]))) == [255, 200, 0]
