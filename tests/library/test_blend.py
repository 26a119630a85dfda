"""One picture over another."""

from __future__ import annotations

import numpy as np

from pipelines.panels import BlendMode
from pipelines.values import Image, Mask
from tests.library.stage import Stage, clip_of, flat


def half_mask() -> Mask:
    """Keep on the left, generate on the right."""
    pixels = np.zeros((6, 8), np.uint8)
    pixels[:, 4:] = 255
    return Mask(pixels)


def test_the_mask_chooses_between_the_pictures(stage: Stage) -> None:
    out = stage.call("image.blend", flat(10), flat(200), half_mask())
    assert np.array_equal(out.pixels[:, :4], flat(10).pixels[:, :4])
    assert np.array_equal(out.pixels[:, 4:], flat(200).pixels[:, 4:])


def test_opacity_mixes_them(stage: Stage) -> None:
    assert stage.call("image.blend", flat(0), flat(200), opacity=0.25).pixels[0, 0, 0] == 50


def test_multiply_darkens(stage: Stage) -> None:
    out = stage.call("image.blend", flat(51), flat(102), mode=BlendMode.MULTIPLY)
    assert out.pixels[0, 0, 0] == round(51 * 102 / 255)


def test_a_still_is_laid_over_every_frame(stage: Stage) -> None:
    clip = stage.call("image.blend", clip_of([0, 100, 200]), flat(100), opacity=0.5)
    assert stage.levels(clip) == [50, 100, 150]


def test_pictures_of_two_sizes_are_refused_with_a_mend(stage: Stage) -> None:
    failure = stage.failure("image.blend", flat(0), Image(np.zeros((3, 3, 3), np.uint8)))
    assert "3 x 3" in str(failure)
    assert failure.mend
