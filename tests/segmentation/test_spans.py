"""Which frames hang on which keys; masks along edges."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipelines.segmentation.edges import Guide
from pipelines.segmentation.spans import gaps


@given(
    keys=st.sets(st.integers(0, 60), min_size=1),
    start=st.integers(0, 60),
    length=st.integers(0, 60),
)
def test_each_frame_without_a_key_is_in_one_gap_between_the_keys_next_to_it(
    keys: set[int], start: int, length: int
) -> None:
    span = range(start, start + length)
    found = gaps(sorted(keys), span)
    frames = [frame for gap in found for frame in range(gap.start, gap.stop)]
    assert frames == [frame for frame in span if frame not in keys]
    for gap in found:
        earlier = [key for key in keys if key < gap.start]
        later = [key for key in keys if key >= gap.stop]
        assert gap.before == max(earlier, default=None)
        assert gap.after == min(later, default=None)


@given(seed=st.integers(0, 50), value=st.floats(0, 1))
def test_an_even_mask_stays_even(seed: int, value: float) -> None:
    colours = np.random.default_rng(seed).integers(0, 256, (20, 24, 3), np.uint8)
    followed = Guide(colours, 3).follow(np.full((20, 24), value, np.float32))
    assert np.allclose(followed, value, atol=1e-3)


def test_a_mask_that_is_a_little_off_moves_onto_the_edge() -> None:
    colours = np.zeros((40, 40, 3), np.uint8)
    colours[:, 20:] = 255
    off = np.zeros((40, 40), np.float32)
    off[:, 22:] = 1
    followed = Guide(colours).follow(off) > 0.5
    assert (followed == (colours[..., 0] > 0)).all()
