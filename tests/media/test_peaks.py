"""Peaks of a sound for drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.media.peaks import Peaks, peaks_of
from pipelines.values import Audio


def times(*seconds: float) -> NDArray[np.float64]:
    return np.array(seconds, np.float64)


def levels(*values: float) -> NDArray[np.float32]:
    return np.array(values, np.float32)


def test_peaks_hold_the_lowest_and_the_highest_of_all_channels() -> None:
    samples = np.zeros((2, 1000), np.float32)
    samples[0, 150] = 0.5
    samples[1, 180] = -0.25
    peaks = peaks_of(Audio(samples, 1000), per_second=10)
    assert len(peaks.low) == 10
    assert peaks.seconds == 1.0
    assert (float(peaks.low[1]), float(peaks.high[1])) == (-0.25, 0.5)
    assert not peaks.high[[0, 2, 3, 4, 5, 6, 7, 8, 9]].any()


def test_spans_between_times_take_in_all_that_lies_in_them() -> None:
    ramp = levels(*range(10)) / np.float32(10)
    peaks = Peaks(-ramp, ramp, 10)
    low, high = peaks.between(times(-0.5, 0.0, 0.25, 0.5, 1.0, 1.5))
    assert high.tolist() == [0.0, *(levels(1, 4, 9) / 10).tolist(), 0.0]
    assert low.tolist() == (-high).tolist()


def test_times_closer_than_peaks_still_show_them() -> None:
    peaks = Peaks(levels(-1, -1), levels(1, 1), 2)
    _, high = peaks.between(times(0.1, 0.2, 0.3))
    assert high.tolist() == [1, 1]


def test_no_sound_has_no_peaks() -> None:
    empty = peaks_of(Audio(np.zeros((1, 0), np.float32), 48000))
    assert empty.seconds == 0
    low, high = empty.between(times(0, 1, 2))
    assert (low.tolist(), high.tolist()) == ([0, 0], [0, 0])
