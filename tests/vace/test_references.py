"""References: whole, on white, in order."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from pipelines.vace.references import is_blank, is_busy, letterboxed
from pipelines.values import Image


@settings(max_examples=25, deadline=None)
@given(some.integers(1, 90), some.integers(1, 90))
def test_a_reference_lies_whole_in_the_middle_of_white(width: int, height: int) -> None:
    black = Image(np.zeros((height, width, 3), np.uint8))
    boxed = letterboxed(black, 48, 32).pixels
    assert boxed.shape == (32, 48, 3)
    dark = boxed[..., 0] < 255
    assert set(np.unique(boxed)) <= {0, 255}
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    assert len(rows) == 32 or len(columns) == 48
    assert abs(rows[0] - (31 - rows[-1])) <= 1 and abs(columns[0] - (47 - columns[-1])) <= 1


def test_at_its_own_size_a_reference_stays_as_it_is() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (32, 48, 3), np.uint8)
    assert np.array_equal(letterboxed(Image(noise), 48, 32).pixels, noise)


def test_what_is_transparent_becomes_white() -> None:
    clear = np.zeros((8, 8, 4), np.uint8)
    assert (letterboxed(Image(clear), 16, 16).pixels == 255).all()
    assert is_blank(Image(clear))


def test_a_plain_ground_is_not_busy_and_a_scene_is() -> None:
    plain = np.full((64, 64, 3), 240, np.uint8)
    plain[20:44, 20:44] = (200, 30, 30)
    assert not is_busy(Image(plain)) and not is_blank(Image(plain))
    scene = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    assert is_busy(Image(scene))
