"""A part of pictures."""

from __future__ import annotations

import numpy as np

from pipelines.values import Image
from tests.library.stage import Stage, flat


def test_pixels_are_cut_off_the_sides(stage: Stage) -> None:
    pixels = np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3)
    out = stage.call("frame.crop", Image(pixels.copy()), left=1, top=2, right=3, bottom=1)
    assert np.array_equal(out.pixels, pixels[2:5, 1:5])


def test_nothing_left_is_refused_with_a_mend(stage: Stage) -> None:
    assert stage.failure("frame.crop", flat(1), left=8).mend == "Cut off less."


def test_each_side_is_cut_by_itself_down_to_one_pixel(stage: Stage) -> None:
    pixels = np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3)
    one = stage.call("frame.crop", Image(pixels.copy()), left=7)
    assert np.array_equal(one.pixels, pixels[:, 7:])
    row = stage.call("frame.crop", Image(pixels.copy()), bottom=5)
    assert np.array_equal(row.pixels, pixels[:1])
    assert stage.failure("frame.crop", flat(1), top=4, bottom=2).mend
