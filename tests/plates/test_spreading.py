"""Values carried to where they are not known."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.plates.spreading import spread


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 37), st.integers(1, 37), st.integers(0, 99), st.floats(0.02, 0.9))
def test_what_is_known_stays_and_the_rest_lies_between_it(
    width: int, height: int, seed: int, share: float
) -> None:
    random = np.random.default_rng(seed)
    values = random.uniform(0.2, 0.7, (height, width, 3)).astype(np.float32)
    known = (random.uniform(size=(height, width)) < share).astype(np.float32)
    known[random.integers(height), random.integers(width)] = 1
    made = spread(np.where(known[..., None] > 0, values, 9).astype(np.float32), known)
    sure = values[known > 0]
    assert np.array_equal(made[known > 0], sure)
    assert (made >= sure.min(axis=0) - 1e-5).all() and (made <= sure.max(axis=0) + 1e-5).all()


def test_a_hole_in_a_slope_is_filled_in_its_middle() -> None:
    slope = np.tile(np.linspace(0, 1, 32, dtype=np.float32)[None, :, None], (32, 1, 1))
    known = np.ones((32, 32), np.float32)
    known[8:24, 12:20] = 0
    assert np.abs(spread(slope, known) - slope).max() < 0.15


def test_where_nothing_is_known_there_is_nothing() -> None:
    assert not spread(np.ones((5, 4, 3), np.float32), np.zeros((5, 4), np.float32)).any()
