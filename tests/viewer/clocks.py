"""A clock whose time is set."""

from __future__ import annotations

from widgets.viewer.course import Course
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.sound_track import SoundTrack


class Recorder(PlayClock):
    """Remembers what is to be heard; its time is set."""

    def __init__(self) -> None:
        super().__init__(self.told)
        self.moment = 10.0
        self.courses: list[Course | None] = []
        self.touched: list[float] = []
        self.volume = 1.0

    def told(self) -> float:
        return self.moment

    def play(self, track: SoundTrack, course: Course | None, fps: float) -> None:
        self.courses.append(course)

    def touch(self, track: SoundTrack, seconds: float) -> None:
        self.touched.append(seconds)

    def set_volume(self, volume: float) -> None:
        self.volume = volume
