"""The clock that playing goes by. This one is silent; one with sound goes by what is heard."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from widgets.viewer.course import Course
    from widgets.viewer.sound_track import SoundTrack


class PlayClock:
    """Seconds that only go on. What is said of sound goes unheard."""

    def __init__(self, now: Callable[[], float] = perf_counter) -> None:
        self._now = now

    def now(self) -> float:
        """The moment that is seen and heard at present."""
        return self._now()

    def soonest(self) -> float:
        """The first moment that can still be made to be heard."""
        return self.now()

    def play(self, track: SoundTrack, course: Course | None, fps: float) -> None:
        """Let the sound follow a course; None is silence."""

    def touch(self, track: SoundTrack, seconds: float) -> None:
        """Let a grain of the sound be heard from a place on."""

    def set_volume(self, volume: float) -> None:
        """How loud: 0 is silence, 1 as it is."""

    def rest(self) -> None:
        """Nothing will be heard for a while."""

    def close(self) -> None:
        """Let go of the device."""
