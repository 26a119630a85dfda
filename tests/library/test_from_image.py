"""A mask from what a picture shows."""

from __future__ import annotations

from nodes.library.mask.from_image import MaskSource
from tests.library.stage import Stage, flat


def test_brightness_lies_between_low_and_high(stage: Stage) -> None:
    out = stage.call("mask.from_image", flat(102), low=0.2, high=0.6)
    assert out.pixels[0, 0] == 128


def test_alpha_becomes_the_mask(stage: Stage) -> None:
    out = stage.call("mask.from_image", flat(9, channels=4), source=MaskSource.ALPHA)
    assert (out.pixels == 128).all()


def test_limits_in_the_wrong_order_are_refused_with_a_mend(stage: Stage) -> None:
    assert stage.failure("mask.from_image", flat(9), low=0.6, high=0.4).mend
