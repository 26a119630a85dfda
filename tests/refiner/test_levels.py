"""Levels of keys and the noise on them."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, log2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import MismatchError
from pipelines.refiner.corruption import (
    ON_PROPOSALS,
    Noise,
    amplitude,
    chance_of,
    noised,
    proposals,
)
from pipelines.refiner.levels import Levels, custom, uniform
from pipelines.values import Image

FEW = settings(max_examples=40, deadline=None)


@st.composite
def films(draw: st.DrawFn) -> Levels:
    """Levels of a short film with a few given keys."""
    frames = draw(st.integers(1, 70))
    keys = draw(st.sets(st.integers(0, frames - 1), min_size=1, max_size=6))
    return uniform(frames, keys)


@FEW
@given(films())
def test_levels_are_nested_from_the_given_keys_to_all_frames(levels: Levels) -> None:
    ends = {0, levels.frames - 1}
    assert set(levels.sets[levels.top]) == levels.given | ends
    assert levels.sets[0] == tuple(range(levels.frames))
    for fine, coarse in pairwise(levels.sets):
        assert set(coarse) < set(fine)
        middles = {(i + j) // 2 for i, j in pairwise(coarse) if j - i >= 2}
        assert set(fine) == set(coarse) | middles


@FEW
@given(films())
def test_there_are_as_many_levels_as_halvings_of_the_widest_gap(levels: Levels) -> None:
    widest = max((j - i for i, j in pairwise(levels.sets[levels.top])), default=1)
    assert levels.top == ceil(log2(widest))


@FEW
@given(films(), st.data())
def test_a_frame_lies_between_neighbouring_keys(levels: Levels, data: st.DataObject) -> None:
    level = data.draw(st.integers(0, levels.top))
    frame = data.draw(st.integers(0, levels.frames - 1))
    left, right = levels.around(level, frame)
    keys = levels.sets[level]
    assert left in keys and right in keys and left <= frame <= right
    assert (left == right) == (frame in keys)
    assert not any(left < key < right for key in keys)


@FEW
@given(films(), st.sampled_from(Noise), st.data())
def test_noise_never_touches_a_given_key(levels: Levels, noise: Noise, data: st.DataObject) -> None:
    level = data.draw(st.integers(0, levels.top))
    for frame in range(levels.frames):
        amount = amplitude(noise, levels, level, frame)
        assert 0 <= amount <= 1
        if frame in levels.given or noise is Noise.NONE:
            assert amount == 0
        elif frame in levels.sets[level]:
            assert amount == (ON_PROPOSALS if noise is Noise.GAUSS else 0)
        else:
            assert amount > 0


def test_noise_grows_with_the_distance_from_the_keys() -> None:
    levels = uniform(9, (0, 8))
    amounts = [amplitude(Noise.DIST, levels, levels.top, frame) for frame in range(9)]
    assert amounts == [0, 0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0]
    assert amplitude(Noise.DIST, levels, 1, 3) == 1


def test_a_key_missing_at_an_end_is_held_and_not_taken_for_given() -> None:
    levels = uniform(10, (3, 7))
    assert levels.sets[levels.top] == (0, 3, 7, 9)
    assert (levels.shown_at(0), levels.shown_at(9), levels.shown_at(5)) == (3, 7, 5)
    assert levels.given == {3, 7}
    assert amplitude(Noise.GAUSS, levels, levels.top, 0) == ON_PROPOSALS


def test_levels_of_ones_own_are_nested_whatever_is_named() -> None:
    levels = custom(9, (0, 8), [(2,), (5, 6)])
    assert levels.sets == (tuple(range(9)), (0, 2, 5, 6, 8), (0, 2, 8), (0, 8))
    with pytest.raises(MismatchError, match="adds no frame"):
        custom(9, (0, 8), [(2,), (2, 8)])


@pytest.mark.parametrize("keys", [(), (9,), (-1, 3)])
def test_keys_that_are_not_there_are_refused(keys: tuple[int, ...]) -> None:
    with pytest.raises(MismatchError, match="9 frames"):
        uniform(9, keys)


@FEW
@given(films(), st.floats(0, 1), st.integers(0, 9))
def test_only_keys_that_were_not_given_are_ever_proposals(
    levels: Levels, share: float, seed: int
) -> None:
    for level in range(levels.top + 1):
        made = proposals(levels, level, share, np.random.default_rng(seed))
        assert made <= set(levels.sets[level]) - levels.given


def test_scheduled_sampling_takes_its_share() -> None:
    levels = uniform(1001, (0, 1000))
    made = proposals(levels, 0, 0.5, np.random.default_rng(1))
    assert 400 < len(made) < 600


@pytest.mark.parametrize("channels", [3, 4])
def test_noise_has_its_deviation_and_its_seed(channels: int) -> None:
    grey = Image(np.full((64, 64, channels), 128, np.uint8))
    one, again = (noised(grey, 0.05, chance_of(3, 1, 7)).pixels for _ in range(2))
    other = noised(grey, 0.05, chance_of(3, 1, 8)).pixels
    assert np.array_equal(one, again) and not np.array_equal(one, other)
    assert 0.04 < (one[..., :3] / 255).std() < 0.06
    assert (one[..., 3:] == 128).all()
    assert noised(grey, 0.0, chance_of(3, 1, 7)) is grey
