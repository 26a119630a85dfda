"""The clock with sound: what was heard says what time it is, and pictures follow it."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.sound.stream import BufferTimes, OpenStream, Stream, open_device
from widgets.viewer.course import Course
from widgets.viewer.play_clock import PlayClock
from widgets.viewer.sound_track import GRAIN_SECONDS, RATE, SoundTrack, grain, mixed

_LEAP_SECONDS = 0.25
"""A device that is as far off slept or stumbled: time goes on from where the clock is."""
_RAMP = RATE // 200
"""Samples in which a change of volume is made."""
_PATIENCE_SECONDS = 2.0
"""How long the device may keep the window from closing: a sound server may never answer."""


class _Anchor(NamedTuple):
    """The moment of the clock at which a moment of the machine is."""

    moment: float
    machine: float


class _Playing(NamedTuple):
    track: SoundTrack
    course: Course
    fps: float


class _Grain:
    """A grain that is heard once: where in the sound, and how many samples of it were."""

    def __init__(self, track: SoundTrack, seconds: float) -> None:
        self.track = track
        self.seconds = seconds
        self.heard = 0


class SoundOutput(PlayClock):
    """Counts the samples that are heard, so that pictures and sound cannot drift apart.

    Without a device the machine's own clock goes on, and nothing else changes. The device is
    opened and closed in a thread of its own; `_fill` runs in the device's thread. What they share
    is replaced whole.
    """

    def __init__(self, open_stream: OpenStream = open_device) -> None:
        super().__init__()
        self._open = open_stream
        self._anchor = _Anchor(0.0, perf_counter())
        self._latest = 0.0
        self._next = 0.0
        """The moment of the next sample that is not filled yet."""
        self._is_live = False
        self._playing: _Playing | None = None
        self._grain: _Grain | None = None
        self._volume = 1.0
        self._loudness = 1.0
        self._wishes: SimpleQueue[bool | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_wanted = False

    # What the window asks

    def now(self) -> float:
        self._latest = max(self._latest, self._at(perf_counter()))
        return self._latest

    def soonest(self) -> float:
        return max(self._next, self.now()) if self._is_live else self.now()

    def play(self, track: SoundTrack, course: Course | None, fps: float) -> None:
        self._playing = _Playing(track, course, fps) if course is not None else None
        if course is not None:
            self._wake()

    def touch(self, track: SoundTrack, seconds: float) -> None:
        self._grain = _Grain(track, seconds)
        self._wake()

    def set_volume(self, volume: float) -> None:
        self._volume = volume

    def rest(self) -> None:
        self._wish(live=False)

    def close(self) -> None:
        if self._thread is not None:
            self._wishes.put(None)
            self._thread.join(_PATIENCE_SECONDS)
            self._thread = None

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._mind_device, name="sound", daemon=True)
            self._thread.start()
        self._wish(live=True)

    def _wish(self, *, live: bool) -> None:
        if live != self._is_wanted and self._thread is not None:
            self._is_wanted = live
            self._wishes.put(live)

    # The thread that opens and closes the device

    def _mind_device(self) -> None:
        stream: Stream | None = None
        while (live := self._wishes.get()) is not None:
            if live and stream is None:
                stream = self._opened()
            elif not live and stream is not None:
                self._is_live = False
                stream.close()
                stream = None
        if stream is not None:
            self._is_live = False
            stream.close()

    def _opened(self) -> Stream | None:
        try:
            stream = self._open(RATE, self._fill)
            stream.start()
        except OSError:
            return None  # it goes on without sound; the next time it is tried again
        return stream

    # The device's thread

    def _fill(self, out: NDArray[np.float32], count: int, times: BufferTimes, _status: Any) -> None:
        """Write the samples that are heard next, and learn from them what time it is."""
        heard_in = max(times.outputBufferDacTime - times.currentTime, 0.0)
        heard_at = perf_counter() + heard_in
        expected = self._at(heard_at)
        start = self._next
        if not self._is_live or abs(start - expected) > _LEAP_SECONDS:
            start = expected
        self._anchor = _Anchor(start, heard_at)
        self._next = start + count / RATE
        self._is_live = True
        out[:] = self._mixed(start, count)
        self._set_loudness(out, count)

    def _mixed(self, start: float, count: int) -> NDArray[np.float32]:
        playing, touched = self._playing, self._grain
        if playing is not None:
            return mixed(playing.track, playing.course, playing.fps, start, count)
        if touched is None or touched.heard > GRAIN_SECONDS * RATE:
            return np.zeros((count, 2), np.float32)
        heard = grain(touched.track, touched.seconds, touched.heard, count)
        touched.heard += count
        return heard

    def _set_loudness(self, out: NDArray[np.float32], count: int) -> None:
        """Change the volume along a ramp, so that it does not click."""
        ramp = np.full(count, self._volume, np.float32)
        steps = min(_RAMP, count)
        ramp[:steps] = np.linspace(self._loudness, self._volume, steps)
        self._loudness = self._volume
        out *= ramp[:, None]

    def _at(self, machine: float) -> float:
        anchor = self._anchor
        return anchor.moment + (machine - anchor.machine)
