"""Masks by chance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.random_masks import Piece, moved_shape, random_mask
from pipelines.values import Mask
from tests.library.stage import Stage, clip_of, mask_clip_of

SIZE = (64, 48)


@pytest.mark.parametrize("pieces", Piece)
def test_about_the_wanted_share_is_white(pieces: Piece) -> None:
    for seed in range(8):
        rng = np.random.default_rng(seed)
        mask = random_mask(*SIZE, rng, pieces=pieces, coverage=0.3)
        assert 0.25 <= np.mean(mask.pixels == 255) <= 0.42
        assert set(np.unique(mask.pixels)) <= {0, 255}


@settings(max_examples=30)
@given(
    width=st.integers(1, 40),
    height=st.integers(1, 40),
    seed=st.integers(0, 99),
    coverage=st.floats(0, 1),
    pieces=st.sampled_from(Piece),
)
def test_any_size_and_share_can_be_had(
    width: int, height: int, seed: int, coverage: float, pieces: Piece
) -> None:
    rng = np.random.default_rng(seed)
    mask = random_mask(width, height, rng, pieces=pieces, coverage=coverage)
    assert mask.pixels.shape == (height, width)
    assert mask.pixels.any() == (coverage * width * height > 0)


@settings(max_examples=30)
@given(seed=st.integers(0, 99), width=st.integers(1, 90), height=st.integers(1, 90))
def test_the_shape_of_a_thing_stays_in_the_picture(seed: int, width: int, height: int) -> None:
    shape = np.zeros((48, 64), np.uint8)
    shape[10:30, 20:50] = 255
    made = moved_shape(Mask(shape), width, height, np.random.default_rng(seed))
    assert made.pixels.shape == (height, width) and made.pixels.any()


def test_the_same_seed_gives_the_same_masks_and_another_others(stage: Stage) -> None:
    clip = clip_of([1, 2, 3, 4], size=SIZE)

    def keys(seed: int) -> list[bytes]:
        made = stage.call("mask.random", clip, seed=seed, hold=2)
        return [mask.pixels.tobytes() for mask in stage.pictures(made)]

    first = keys(1)
    assert first == keys(1)
    assert first[0] == first[1] != first[2] == first[3]
    assert not set(first) & set(keys(2))


def test_the_shapes_of_things_are_mixed_in(stage: Stage) -> None:
    clip, things = clip_of(range(40), size=SIZE), mask_clip_of([255], size=(8, 6))
    made = stage.call("mask.random", clip, things, hold=1, ratio=0.5, coverage=0.9)
    small = [np.mean(mask.pixels > 0) < 0.1 for mask in stage.pictures(made)]
    assert 10 <= sum(small) <= 30
