"""The frame that is looked at, and time: playing at rate, looping, stepping, marks. No pictures."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from pipelines.values import Marks


class Playback(QObject):
    """Which frame is looked at. While it plays, the clock alone says which: frames are left out
    rather than shown late."""

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    marks_changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = perf_counter
    ) -> None:
        super().__init__(parent)
        self.frame = 0
        self.length = 0
        self.fps = Fraction(24)
        self.loops = True
        self.marks: Marks | None = None
        self.is_playing = False
        self._clock = clock
        self._from_frame = 0
        self._from_time = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.catch_up)

    def set_extent(self, length: int, fps: Fraction) -> None:
        """There are this many frames, at this rate. The frame stays, or becomes the last."""
        if (length, fps) == (self.length, self.fps):
            return
        self.length, self.fps = length, fps
        if self.marks is not None:
            self._set_marks(self.marks.first, self.marks.stop)
        if length:
            self.go_to(self.frame)
        self._restart()

    @property
    def first(self) -> int:
        """The first frame that is played."""
        return self.marks.first if self.marks is not None else 0

    @property
    def last(self) -> int:
        """The last frame that is played."""
        return max((self.marks.stop if self.marks is not None else self.length) - 1, 0)

    def go_to(self, frame: int) -> None:
        """Look at a frame, or the nearest that is there; playing goes on from it."""
        frame = min(max(frame, 0), max(self.length - 1, 0))
        if frame != self.frame:
            self._move(frame)
        self._restart()

    def step(self, by: int) -> None:
        """Stop, and go some frames on or back."""
        self.pause()
        self.go_to(self.frame + by)

    @Slot()
    def play(self) -> None:
        """Play within the marks; from their start where the end was reached."""
        if self.is_playing or self.last <= self.first:
            return
        if not self.first <= self.frame < self.last:
            self._move(self.first)
        self.is_playing = True
        self._restart()
        self.playing_changed.emit(True)

    @Slot()
    def pause(self) -> None:
        """Stop at the frame that is looked at."""
        if self.is_playing:
            self.is_playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play, or stop."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    @Slot()
    def mark_in(self) -> None:
        """Play from here on."""
        stop = self.marks.stop if self.marks is not None else self.length
        self._set_marks(self.frame, stop if stop > self.frame else self.length)

    @Slot()
    def mark_out(self) -> None:
        """Play up to here."""
        first = self.first
        self._set_marks(first if first <= self.frame else 0, self.frame + 1)

    def set_marks(self, marks: Marks | None) -> None:
        """Play these frames only; None plays all."""
        if marks is not None:
            self._set_marks(marks.first, marks.stop)
        elif self.marks is not None:
            self.marks = None
            self.marks_changed.emit()

    def _set_marks(self, first: int, stop: int) -> None:
        first = min(max(first, 0), max(self.length - 1, 0))
        stop = min(max(stop, first + 1), max(self.length, 1))
        whole = (first, stop) == (0, self.length)
        marks = None if whole else Marks(first, stop)
        if marks != self.marks:
            self.marks = marks
            self.marks_changed.emit()

    def _move(self, frame: int) -> None:
        self.frame = frame
        self.frame_changed.emit(frame)

    def _restart(self) -> None:
        """Count from this frame and this moment."""
        self._from_frame, self._from_time = self.frame, self._clock()
        if self.is_playing:
            self._await_next(0)

    def _await_next(self, passed: int) -> None:
        due = self._from_time + float((passed + 1) / self.fps)
        self._timer.start(max(0, ceil((due - self._clock()) * 1000)))

    @Slot()
    def catch_up(self) -> None:
        """Go to the frame that the clock says, while it plays."""
        if not self.is_playing:
            return
        passed = int((self._clock() - self._from_time) * self.fps)
        frame = self._from_frame + passed
        first, last = self.first, self.last
        if frame > last:
            if not self.loops:
                self._move(last)
                self.pause()
                return
            frame = first + (frame - last - 1) % (last - first + 1)
        if frame != self.frame:
            self._move(frame)
        if self.is_playing:
            self._await_next(passed)
