"""What becomes of frames and masks in the latent space, against torch and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pipelines.vace.latents import latent_length, latent_mask, runs, sampled_frames, unsampled


def test_of_81_frames_neither_the_first_nor_the_last_is_sampled() -> None:
    table = (1, 5, 9, 13, 17, 21, 25, 28, 32, 36, 40, 44, 48, 52, 55, 59, 63, 67, 71, 75, 79)
    assert sampled_frames(81) == table


def test_the_table_is_torchs_for_every_length() -> None:
    torch = pytest.importorskip("torch")
    for count in range(1, 258):
        frames = torch.arange(count, dtype=torch.float64)[None, None]
        length = latent_length(count)
        found = torch.nn.functional.interpolate(frames, size=length, mode="nearest-exact")
        assert sampled_frames(count) == tuple(int(at) for at in found[0, 0])


def test_a_key_that_no_latent_samples_is_named_with_how_long_to_hold_it() -> None:
    assert unsampled([0, 80], 81) == {0: 2, 80: 2}
    assert unsampled([1, 79], 81) == {}
    assert unsampled([2], 81) == {2: 4}
    assert unsampled([2, 3], 81) == {2: 4}
    assert unsampled([0, 1], 81) == {}


@settings(max_examples=30, deadline=None)
@given(some.integers(5, 120), some.integers(0, 119))
def test_a_key_held_for_as_long_as_is_said_is_seen(count: int, frame: int) -> None:
    frame = min(frame, count - 1)
    for first, hold in unsampled([frame], count).items():
        after = {*range(first, min(first + hold, count))}
        before = {*range(max(0, first + 1 - hold), first + 1)}
        assert unsampled(after, count) == {} or unsampled(before, count) == {}


def test_frames_are_told_as_runs() -> None:
    assert runs([4, 0, 1, 9]) == [(0, 2), (4, 5), (9, 10)]
    assert runs([]) == []


def test_each_pixel_of_a_cell_is_a_channel() -> None:
    generate = np.zeros((5, 16, 24), np.bool_)
    generate[1, 3, 10] = True  # sampled: the first of frames 1 and 3
    told = latent_mask(generate)
    assert told.shape == (64, 2, 2, 3)
    assert told.sum() == 1
    assert told[3 * 8 + 2, 0, 0, 1] == 1
