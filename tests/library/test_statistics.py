"""Masks measured, and shown over their picture."""

from __future__ import annotations

import numpy as np

from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.values import ClipFormat, Image, Mask, MaskClip
from tests.library.stage import Stage, flat


def squares() -> MaskClip:
    """A square of 10 x 10 that moves by (3, 4), then nothing, then all of the picture."""
    masks: list[Mask] = []
    for corner in ((0, 0), (3, 4), None):
        pixels = np.zeros((20, 40), np.uint8)
        if corner is not None:
            x, y = corner
            pixels[y : y + 10, x : x + 10] = 255
        masks.append(Mask(pixels))
    masks.append(Mask(np.full((20, 40), 255, np.uint8)))
    keys = [digest_array(mask.pixels) for mask in masks]
    return MaskClip(ClipFormat(40, 20, channels=1), PictureFrames(masks, keys))


def test_area_middle_and_motion_are_told(stage: Stage) -> None:
    text = stage.call("mask.statistics", squares()).markdown
    assert "| 0 | 100 | 12.50 % | 5.0, 5.0 | – |" in text
    assert "| 1 | 100 | 12.50 % | 8.0, 9.0 | 5.0 |" in text


def test_empty_frames_and_jumps_are_named_first(stage: Stage) -> None:
    text = stage.call("mask.statistics", squares()).markdown
    assert "Empty on 1 frames: 2." in text
    assert "The area jumps on 2 frames: 2, 3." in text
    assert text.index("jumps") < text.index("| frame |")


def half() -> Mask:
    pixels = np.zeros((6, 8), np.uint8)
    pixels[:, 4:] = 255
    return Mask(pixels)


def test_a_mask_lies_in_its_colour_over_the_picture(stage: Stage) -> None:
    made = stage.call("review.mask_overlay", flat(100), half()).pixels
    assert made[0, 0].tolist() == [100, 100, 100]
    assert made[0, 7].tolist() == [178, 50, 50]


def test_a_mask_can_be_a_second_column(stage: Stage) -> None:
    made: Image = stage.call("review.mask_overlay", flat(100), half(), shown="beside")
    assert made.width == 16
    assert (made.pixels[:, :8] == 100).all()
    assert made.pixels[0, 15].tolist() == [178, 50, 50]


def test_the_edge_of_a_thing_grows_with_it(stage: Stage) -> None:
    pixels = np.zeros((120, 120), np.uint8)
    pixels[40:80, 40:80] = 255
    narrow = stage.call("mask.boundary_blend", Mask(pixels), width=4)
    wide = stage.call("mask.boundary_blend", Mask(pixels), width=4, share=20)
    assert np.count_nonzero(narrow.pixels[60]) == 48
    assert np.count_nonzero(wide.pixels[60]) == 64


def test_each_number_of_a_mask_is_a_curve(stage: Stage) -> None:
    report = stage.call("mask.statistics", squares())
    assert report.curves["area"] == (100, 100, 0, 800)
    assert report.curves["coverage"] == (12.5, 12.5, 0, 100)
    assert report.curves["motion"] == (None, 5, None, None)
    assert report.axes["coverage"].unit == "%"
