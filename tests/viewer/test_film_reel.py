"""A film plays at its rate, whatever its frames take: by a clock that is set by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nodes.frame_serving.messages import FrameState
from tests.viewer.clocks import Recorder
from tests.viewer.supplies import GrayFrames
from widgets.viewer.film_reel import FilmReel
from widgets.viewer.playback import Playback

FPS = 24
LANES = 3


class Show:
    """A reel on its supplies, each of which takes some time for a frame."""

    def __init__(self, length: int = 96) -> None:
        self.clock = Recorder()
        self.playback = Playback(clock=self.clock)
        self.playback.set_extent(length, Fraction(FPS))
        self.supplies = [GrayFrames(answers=False) for _ in range(LANES)]
        self.reel = FilmReel(self.supplies, self.playback, self.size)
        self.reel.shown.connect(self._on_shown)
        self.seen: list[tuple[int, int]] = []
        """The frame that was due, and the one that was shown."""
        self._answered = [0] * LANES
        self._since: dict[int, float] = {}

    def size(self) -> QSize:
        """How large a frame is wanted."""
        return QSize(64, 48)

    def run(self, seconds: float, *, takes: float, stumbles: tuple[float, float] = (0, 0)) -> None:
        """Let time pass in thousandths of a second. A frame takes so many seconds to come; between
        the two moments none does."""
        start = self.clock.moment
        for step in range(round(seconds * 1000)):
            self.clock.moment = start + step / 1000
            self.playback.catch_up()
            if not stumbles[0] <= step / 1000 < stumbles[1]:
                self._bring(takes)

    def _bring(self, takes: float) -> None:
        for lane, supply in enumerate(self.supplies):
            if self._answered[lane] < len(supply.asked):
                asked = self._since.setdefault(lane, self.clock.moment)
                if self.clock.moment >= asked + takes:
                    self._answered[lane] += 1
                    del self._since[lane]
                    supply.answer(supply.asked[self._answered[lane] - 1][0])

    def _on_shown(self, picture: QImage) -> None:
        self.seen.append((self.playback.frame, picture.pixelColor(0, 0).red()))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """A film of four seconds that is about to play."""
    made = Show()
    made.playback.play()
    made.reel.begin()
    return made


@pytest.mark.parametrize("takes", [0.01, 0.05, 0.1])
def test_every_frame_is_shown_when_it_is_due(show: Show, takes: float) -> None:
    show.run(3.99, takes=takes)
    settled = [(due, shown) for due, shown in show.seen if due >= FPS]
    assert settled == [(frame, frame) for frame in range(FPS, 96)]
    assert len(show.seen) >= 96 - round(takes * FPS) - 1


def test_a_stumble_that_is_shorter_than_what_is_had_is_not_seen(show: Show) -> None:
    show.run(3.99, takes=0.02, stumbles=(2.0, 2.15))
    frames = [frame for _, frame in show.seen]
    assert frames == list(range(frames[0], 96))
    assert all(due == shown for due, shown in show.seen[1:])


def test_after_a_longer_one_frames_are_left_out_and_none_is_late(show: Show) -> None:
    show.run(3.99, takes=0.02, stumbles=(2.0, 2.5))
    after = [(due, shown) for due, shown in show.seen if due > 2.6 * FPS]
    assert [shown for _, shown in after] == list(range(after[0][0], 96))
    assert all(due == shown for due, shown in after)
    assert len(show.seen) < 96


def test_frames_that_come_too_slowly_are_shown_as_they_come(show: Show) -> None:
    show.run(3.99, takes=0.5)
    frames = [frame for _, frame in show.seen]
    assert len(frames) >= 6
    assert frames == sorted(set(frames))


def test_playing_goes_on_around_the_end(show: Show) -> None:
    show.run(6, takes=0.02)
    frames = [frame for _, frame in show.seen]
    assert frames[frames.index(95) + 1] == 0
    assert len(frames) >= 6 * FPS - 1


def test_frames_of_another_film_take_the_place_of_those_that_were_had(show: Show) -> None:
    show.run(1, takes=0.02)
    for supply in show.supplies:
        supply.level = 100
    show.supplies[0].output_changed.emit()
    show.seen.clear()
    show.run(0.5, takes=0.02)
    assert show.seen
    assert all(shown == due + 100 for due, shown in show.seen[1:])


def test_a_frame_that_cannot_be_made_is_left_out_and_asked_for_once(show: Show) -> None:
    show.playback.pause()
    show.playback.play()
    show.reel.begin()
    lane = next(one for one in show.supplies if one.asked and one.asked[-1][0] == 1)
    asked = len(lane.asked)
    lane.answer(1, FrameState.FAILED)
    assert [frame for one in show.supplies for frame, _ in one.asked].count(1) <= 2
    assert len(lane.asked) == asked + 1
    assert show.seen == []


def test_nothing_is_shown_once_it_ended(show: Show) -> None:
    show.run(0.5, takes=0.02)
    show.reel.end()
    show.seen.clear()
    show.run(0.5, takes=0.02)
    assert show.seen == []
