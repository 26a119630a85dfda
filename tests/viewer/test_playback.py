"""Playing by the clock, and marks."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from pipelines.values import Marks
from widgets.viewer.course import Course
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.playback import Playback


class Clock(PlayClock):
    """Stands still until it is set."""

    def __init__(self) -> None:
        super().__init__(self.told)
        self.moment = 100.0

    def told(self) -> float:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def playback(qtbot: QtBot, clock: Clock) -> Playback:
    made = Playback(clock=clock)
    made.set_extent(100, Fraction(24))
    return made


def at(playback: Playback, clock: Clock, seconds: float) -> int:
    clock.moment = 100.0 + seconds
    playback.catch_up()
    return playback.frame


def test_frames_are_left_out_rather_than_late(playback: Playback, clock: Clock) -> None:
    playback.play()
    assert at(playback, clock, 0.01) == 0
    assert at(playback, clock, 3.5 / 24) == 3
    assert at(playback, clock, 4.0001 / 24) == 4
    playback.pause()
    assert at(playback, clock, 1) == 4


def test_playing_does_not_drift(playback: Playback, clock: Clock) -> None:
    playback.set_extent(100_000, Fraction(30000, 1001))
    playback.play()
    seconds, random = 0.0, Random(1)
    for _ in range(2000):
        seconds += random.uniform(0.001, 0.1)
        assert at(playback, clock, seconds) == int(seconds * Fraction(30000, 1001))
    playback.pause()


def test_playing_loops_within_the_marks(playback: Playback, clock: Clock) -> None:
    playback.set_marks(Marks(10, 20))
    playback.play()
    assert playback.frame == 10
    assert at(playback, clock, 9.5 / 24) == 19
    assert at(playback, clock, 10.5 / 24) == 10
    assert at(playback, clock, 25.5 / 24) == 15
    playback.pause()


def test_playing_backwards_loops_within_the_marks(playback: Playback, clock: Clock) -> None:
    playback.set_marks(Marks(10, 20))
    playback.set_speed(-1)
    playback.play()
    assert playback.frame == 19
    assert at(playback, clock, 9.5 / 24) == 10
    assert at(playback, clock, 10.5 / 24) == 19
    assert at(playback, clock, 25.5 / 24) == 14
    playback.set_loops(loops=False)
    assert at(playback, clock, 60) == 10
    assert not playback.is_playing


def test_speed_counts_from_the_frame_that_is_seen(playback: Playback, clock: Clock) -> None:
    playback.play()
    assert at(playback, clock, 12.5 / 24) == 12
    playback.set_speed(2)
    assert at(playback, clock, 22.5 / 24) == 32
    playback.set_speed(0.5)
    assert at(playback, clock, 26.6 / 24) == 34
    playback.pause()


def test_frames_that_are_left_out_are_counted(playback: Playback, clock: Clock) -> None:
    playback.play()
    for due in (1.5, 2.5, 6.5, 7.5):
        at(playback, clock, due / 24)
    assert playback.skipped == 3
    playback.pause()


def test_picture_and_sound_go_the_same_way() -> None:
    for rate in (24.0, -24.0, 12.0):
        for loops in (True, False):
            course = Course(5.0, 15, rate, 10, 19, loops)
            times = 5.0 + (np.arange(60) + 0.5) / 48
            places = course.places(times)
            for time, place in zip(times, places, strict=True):
                assert course.is_over(time) == bool(np.isnan(place))
                if not np.isnan(place):
                    assert course.frame_at(time) == int(place)
            assert np.isnan(course.places(np.array([4.9]))).all()


def test_playing_once_stops_at_the_end(qtbot: QtBot, playback: Playback, clock: Clock) -> None:
    playback.set_loops(loops=False)
    playback.play()
    assert at(playback, clock, 99.5 / 24) == 99
    assert playback.is_playing
    with qtbot.waitSignal(playback.playing_changed):
        assert at(playback, clock, 60) == 99
    assert not playback.is_playing
    playback.play()
    assert playback.frame == 0
    playback.pause()


def test_a_timer_plays_by_itself(qtbot: QtBot) -> None:
    playback = Playback()
    playback.set_extent(1000, Fraction(200))
    playback.play()
    qtbot.waitUntil(lambda: playback.frame > 5, timeout=5000)
    playback.step(-1)
    assert not playback.is_playing


def test_scrubbing_while_it_plays_goes_on_from_there(playback: Playback, clock: Clock) -> None:
    playback.play()
    at(playback, clock, 1)
    playback.go_to(50)
    assert at(playback, clock, 1 + 2.5 / 24) == 52
    playback.pause()


def test_marks_are_set_at_the_playhead(playback: Playback) -> None:
    playback.go_to(30)
    playback.mark_in()
    playback.go_to(60)
    playback.mark_out()
    assert playback.marks == Marks(30, 61)
    playback.go_to(80)
    playback.mark_in()
    assert playback.marks == Marks(80, 100)
    playback.go_to(0)
    playback.mark_in()
    assert playback.marks is None


def test_fewer_frames_keep_playhead_and_marks_within(playback: Playback) -> None:
    playback.go_to(90)
    playback.set_marks(Marks(50, 95))
    playback.set_extent(60, Fraction(24))
    assert playback.frame == 59
    assert playback.marks == Marks(50, 60)


def test_one_frame_does_not_play(playback: Playback) -> None:
    playback.set_extent(1, Fraction(24))
    playback.play()
    assert not playback.is_playing
