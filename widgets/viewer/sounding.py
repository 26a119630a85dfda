"""The sound of what the viewer looks at: asked for ahead, and handed to the clock that plays it."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QObject, QTimer, Slot

from nodes.frame_serving.messages import SoundAnswer, Strip
from widgets.viewer.loudness import Loudness
from widgets.viewer.playback import Playback
from widgets.viewer.sound_track import RATE, SoundTrack
from widgets.viewer.supply import FrameSupply

_AHEAD = 6
"""Seconds of sound that are had before they are heard."""
_REST_MS = 4000
"""After as long a silence the device is let go."""


class Sounding(QObject):
    """Lets the sound follow a playback: its course while it plays, a grain where it is scrubbed."""

    def __init__(self, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.track = SoundTrack()
        self.loudness = Loudness(self)
        self.volume = 1.0
        self.is_muted = False
        self._playback = playback
        self._supply: FrameSupply | None = None
        self._sound = 0
        self._asked: tuple[int, ...] = ()
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._on_rest_due)
        playback.course_changed.connect(self._on_course_changed)
        playback.frame_changed.connect(self._on_frame_changed)

    @property
    def has_sound(self) -> bool:
        """Whether what is looked at sounds."""
        return self._sound != 0

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Hear another supply."""
        if self._supply is not None:
            self._supply.sound_arrived.disconnect(self._on_sound_arrived)
        self._supply = supply
        if supply is not None:
            supply.sound_arrived.connect(self._on_sound_arrived)
        self.loudness.set_supply(supply)
        self.take_strip(None)

    def take_strip(self, strip: Strip | None) -> None:
        """What is looked at may sound otherwise now."""
        self.loudness.take_strip(strip)
        sound = strip.sound if strip is not None else 0
        if sound != self._sound:
            self._sound = sound
            self.forget_asked()
            self.track.clear()
            self._follow()

    def forget_asked(self) -> None:
        """What was asked will not come."""
        self._asked = ()
        self.loudness.ask()

    def set_volume(self, volume: float) -> None:
        """How loud, 0 to 1."""
        self.volume = min(max(volume, 0.0), 1.0)
        self._tell_volume()

    def set_muted(self, *, muted: bool) -> None:
        """Silence, or as loud as before."""
        self.is_muted = muted
        self._tell_volume()

    def _tell_volume(self) -> None:
        self._playback.clock.set_volume(0.0 if self.is_muted else self.volume)

    def _follow(self) -> None:
        playback = self._playback
        course = playback.course if self._sound else None
        playback.clock.play(self.track, course, float(playback.fps))
        if course is None:
            self._resting.start()
        else:
            self._resting.stop()
        self._ask()

    def _ask(self) -> None:
        """Ask for the seconds that will be heard next, where they are not there."""
        if self._supply is None or not self._sound:
            return
        wanted = self._wanted()
        self.track.keep_only({*wanted, *(second - 1 for second in wanted)})
        missing = tuple(second for second in wanted if not self.track.has(second))
        if missing and not set(missing) <= set(self._asked):
            self._asked = missing
            self._supply.ask_sound(missing, RATE)

    def _wanted(self) -> list[int]:
        playback = self._playback
        fps = float(playback.fps)
        here = int(playback.frame / fps)
        if playback.course is None:
            return [second for second in (here, here + 1, here - 1) if second >= 0]
        span = ceil(_AHEAD * max(abs(playback.speed), 1.0))
        first, last = int(playback.first / fps), int(playback.last / fps)
        if playback.speed > 0:
            ahead, around = range(here, min(here + span, last) + 1), range(first, first + 2)
        else:
            ahead, around = range(here, max(here - span, first) - 1, -1), range(last, last - 2, -1)
        return [*dict.fromkeys(second for second in (*ahead, *around) if second >= 0)]

    @Slot()
    def _on_course_changed(self) -> None:
        self._follow()

    @Slot(int)
    def _on_frame_changed(self, frame: int) -> None:
        if not self._sound:
            return
        self._ask()
        if self._playback.course is None:
            self._playback.clock.touch(self.track, float(frame / self._playback.fps))
            self._resting.start()

    @Slot(object)
    def _on_sound_arrived(self, told: SoundAnswer) -> None:
        if told.sound == self._sound and told.rate == RATE:
            self.track.put(told.second, np.frombuffer(told.samples, np.float32).reshape(-1, 2))

    @Slot()
    def _on_rest_due(self) -> None:
        self._playback.clock.rest()
