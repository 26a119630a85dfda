"""Measures in time, and a clip against the true one frame by frame."""

from __future__ import annotations

import pytest

from pipelines.metrics.comparison import Comparison
from pipelines.metrics.differences import divergence
from pipelines.metrics.measures import (
    CONSISTENCY,
    L1,
    MEASURES,
    PSNR,
    TEMPORAL_ERROR,
    TEMPORAL_RATIO,
    WEIGHTED_PSNR,
    Measure,
)
from pipelines.metrics.motion import (
    movement,
    temporal_consistency,
    temporal_error,
    temporal_ratio,
)
from tests.metrics.scenes import brighter, flat, moved, noise


def test_the_temporal_error_is_that_of_the_step_not_of_the_pictures() -> None:
    true = flat(100), flat(104)
    assert temporal_error((flat(50), flat(54)), true) == 0
    assert temporal_error((flat(50), flat(50)), true) == 4
    assert temporal_error((flat(50), flat(48)), true) == 6


def test_the_temporal_ratio_is_made_movement_over_true_movement() -> None:
    assert movement(flat(10), flat(13)) == 3
    assert temporal_ratio(3, 6) == 0.5
    assert temporal_ratio(3, 0) is None


def test_what_moves_as_a_whole_is_consistent_and_what_flickers_is_not() -> None:
    picture = noise(size=64)
    steady = temporal_consistency(picture, moved(picture, 2))
    flickering = temporal_consistency(picture, brighter(moved(picture, 2), 60))
    boiling = temporal_consistency(picture, noise(3, size=64))
    assert temporal_consistency(picture, picture) == pytest.approx(1, abs=1e-3)
    assert steady > 0.9
    assert flickering < steady - 0.03
    assert boiling < 0.6


def test_a_clip_is_measured_frame_by_frame_and_given_keys_do_not_count() -> None:
    comparison = Comparison()
    true = [flat(level) for level in (100, 104, 108)]
    made = [flat(100), flat(100), flat(108)]
    for at in range(3):
        weights = divergence(true[0], true[2])
        comparison.add(made[at], true[at], weights=weights, given=at != 1)
    assert comparison.curves[L1] == (None, 4, None)
    assert comparison.curves[TEMPORAL_ERROR] == (None, 4, 4)
    assert comparison.means[L1] == 4
    assert comparison.means[TEMPORAL_ERROR] == 4
    assert comparison.means[TEMPORAL_RATIO] == 1
    assert comparison.means[WEIGHTED_PSNR] == pytest.approx(comparison.means[PSNR])
    assert all(len(curve) == 3 for curve in comparison.curves.values())


def test_only_what_is_asked_for_is_measured() -> None:
    comparison = Comparison([PSNR])
    comparison.add(flat(1), flat(2))
    assert list(comparison.means) == [PSNR]
    assert CONSISTENCY not in comparison.curves


def test_a_clip_without_frames_has_no_means() -> None:
    assert set(Comparison().means.values()) == {None}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_is_not_better_than_itself(measure: Measure) -> None:
    assert measure.compare(0.4, 0.4) == 0


def test_better_is_higher_lower_or_nearer_to_one() -> None:
    assert PSNR.compare(30, 29) == 1 and PSNR.compare(29, 30) == -1
    assert L1.compare(3, 4) == 1
    assert TEMPORAL_RATIO.compare(0.9, 1.2) == 1 and TEMPORAL_RATIO.compare(0.3, 1.2) == -1
    assert PSNR.compare(30, 30.001) == 0
