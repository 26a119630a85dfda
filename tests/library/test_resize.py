"""Pictures at another size, and back."""

from __future__ import annotations

import numpy as np

from nodes.library.frame.resize import Fit
from pipelines.values import Image
from tests.library.stage import Stage, clip_of, flat


def noise(width: int, height: int) -> Image:
    rng = np.random.default_rng(1)
    return Image(rng.integers(0, 256, (height, width, 3), np.uint8))


def test_as_it_comes_the_picture_is_letterboxed(stage: Stage) -> None:
    wide = flat(200, size=(16, 8))
    out = stage.call("frame.resize", wide, width=16, height=16, colour="#0a1400")
    assert (out.pixels[4:12] == 200).all()
    assert (out.pixels[:4] == (10, 20, 0)).all() and (out.pixels[12:] == (10, 20, 0)).all()


def test_sides_become_multiples(stage: Stage) -> None:
    out = stage.call("frame.resize", flat(1), width=20, height=10, multiple=16)
    assert (out.width, out.height) == (32, 16)


def test_fill_covers_the_frame(stage: Stage) -> None:
    out = stage.call("frame.resize", flat(200, size=(16, 8)), width=8, height=8, fit=Fit.FILL)
    assert (out.pixels == 200).all()


def test_restore_takes_an_unscaled_picture_out_exactly(stage: Stage) -> None:
    original = noise(20, 10)
    boxed = stage.call("frame.resize", original, width=20, height=32)
    assert boxed.height == 32
    back = stage.call("frame.restore", boxed, original)
    assert np.array_equal(back.pixels, original.pixels)


def test_restore_fills_in_what_was_cut_off(stage: Stage) -> None:
    original = noise(20, 10)
    cut = stage.call("frame.resize", original, width=10, height=10, fit=Fit.NONE)
    back = stage.call("frame.restore", cut, original, fit=Fit.NONE)
    assert np.array_equal(back.pixels, original.pixels)


def test_every_frame_of_a_clip_is_resized(stage: Stage) -> None:
    clip = stage.call("frame.resize", clip_of([1, 2, 3]), width=4, height=3)
    assert (clip.format.width, clip.format.height) == (4, 3)
    assert stage.levels(clip) == [1, 2, 3]


def test_restore_takes_only_what_was_cut_off_from_the_original(stage: Stage) -> None:
    original = noise(20, 10)
    cut = stage.call("frame.resize", original, width=10, height=10, fit=Fit.NONE)
    changed = Image(255 - cut.pixels)
    back = stage.call("frame.restore", changed, original, fit=Fit.NONE)
    assert np.array_equal(back.pixels[:, 5:15], changed.pixels)
    assert np.array_equal(back.pixels[:, :5], original.pixels[:, :5])


def test_restore_scales_back_what_was_scaled(stage: Stage) -> None:
    small = flat(120, size=(10, 5))
    boxed = stage.call("frame.resize", small, width=20, height=20)
    back = stage.call("frame.restore", boxed, small)
    assert (back.width, back.height) == (10, 5)
    assert (back.pixels == 120).all()
