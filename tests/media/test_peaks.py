"""Peaks of a sound for drawing."""

from __future__ import annotations

import wave as wave_file
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.errors import MissingFileError, UnreadableFileError
from pipelines.media.peaks import Peaks, peaks_of, read_peaks
from pipelines.progress import LocalCancelToken
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


def test_the_peaks_of_a_file_are_those_of_its_sound(tmp_path: Path) -> None:
    rate = 48000
    time = np.arange(rate * 5 // 2) / rate
    loud = np.where(time < 1, 0.1, 0.8)
    wave = (np.sin(time * 440 * 2 * np.pi) * loud).astype(np.float32)
    file = tmp_path / "tone.wav"
    with wave_file.open(str(file), "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(2)
        written.setframerate(rate)
        written.writeframes((wave * 32767).astype("<i2").tobytes())
    peaks = read_peaks(file, LocalCancelToken())
    assert abs(peaks.seconds - 2.5) < 0.02
    _, high = peaks.between(times(0.2, 0.8, 1.2, 2.0))
    assert high[0] == pytest.approx(0.1, abs=0.02)
    assert high[2] == pytest.approx(0.8, abs=0.05)


def test_a_file_without_a_sound_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("no sound")
    with pytest.raises(UnreadableFileError):
        read_peaks(file, LocalCancelToken())
    with pytest.raises(MissingFileError):
        read_peaks(tmp_path / "gone.wav", LocalCancelToken())
