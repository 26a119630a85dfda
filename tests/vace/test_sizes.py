"""Sizes and lengths that VACE takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pipelines.errors import MismatchError
from pipelines.vace.sizes import (
    check_length,
    draft_size,
    model_length,
    model_size,
    nearest_places,
    thinned,
)


@settings(max_examples=50, deadline=None)
@given(some.integers(1, 4000), some.integers(1, 4000), some.integers(1, 300))
def test_sizes_are_multiples_of_16_and_lengths_are_4n_and_1(
    width: int, height: int, count: int
) -> None:
    for sides in (model_size(width, height), draft_size(width, height)):
        assert min(sides) >= 16
        assert not any(side % 16 for side in sides)
    assert abs(model_size(width, height)[0] - width) <= 8 or width < 8
    assert model_length(count) % 4 == 1
    assert 0 <= model_length(count) - count < 4


def test_a_draft_is_480x272_with_33_frames_whichever_way_it_stands() -> None:
    assert draft_size(832, 480) == (480, 272)
    assert draft_size(480, 832) == (272, 480)
    assert draft_size(320, 192) == (320, 192)
    assert len(thinned(81)) == 33
    assert thinned(20) == tuple(range(20))


@settings(max_examples=30, deadline=None)
@given(some.integers(1, 200))
def test_a_draft_goes_from_the_first_frame_to_the_last_and_is_held_back(count: int) -> None:
    times = thinned(count)
    assert times[0] == 0 and times[-1] == count - 1
    assert list(times) == sorted(set(times))
    places = nearest_places(count, times)
    assert len(places) == count
    assert [places[time] for time in times] == list(range(len(times)))


def test_a_length_that_is_too_great_is_refused_with_a_mend() -> None:
    with pytest.raises(MismatchError) as refused:
        check_length(3000)
    assert "1 to 257" in refused.value.mend
