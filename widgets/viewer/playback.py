"""The frame that is looked at, and time: playing at rate, looping, stepping, marks. No pictures."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from pipelines.values import Marks
from widgets.viewer.course import Course, milliseconds_until
from widgets.viewer.play_clock import PlayClock

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class Playback(QObject):
    """Which frame is looked at. While it plays, the clock alone says which: frames are left out
    rather than shown late."""

    frame_changed = Signal(int)
    playing_changed = Signal(bool)
    marks_changed = Signal()
    course_changed = Signal()
    """Playing goes on from another place, in another way, or stands still."""

    def __init__(self, parent: QObject | None = None, *, clock: PlayClock | None = None) -> None:
        super().__init__(parent)
        self.frame = 0
        self.length = 0
        self.fps = Fraction(24)
        self.marks: Marks | None = None
        self.is_playing = False
        self.course: Course | None = None
        """Where playing is, while it plays."""
        self.skipped = 0
        """Frames that were left out since playing began, because the window was late."""
        self.clock = clock if clock is not None else PlayClock()
        self._loops = True
        self._speed = 1.0
        self._seen = 0
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
    def loops(self) -> bool:
        """Whether it plays again and again."""
        return self._loops

    @property
    def speed(self) -> float:
        """Times its own rate; below 0 backwards."""
        return self._speed

    def set_loops(self, *, loops: bool) -> None:
        """Play again and again, or once."""
        self._loops = loops
        self._restart()

    def set_speed(self, speed: float) -> None:
        """Play slower, faster or backwards, from the frame that is looked at."""
        if speed != self._speed and speed:
            self._speed = speed
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
        start, end = (self.first, self.last) if self._speed > 0 else (self.last, self.first)
        if not self.first <= self.frame <= self.last or self.frame == end:
            self._move(start)
        self.is_playing = True
        self.skipped = 0
        self._restart()
        self.playing_changed.emit(True)

    @Slot()
    def pause(self) -> None:
        """Stop at the frame that is looked at."""
        if self.is_playing:
            self.is_playing = False
            self._restart()
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
            self._restart()
            self.marks_changed.emit()

    def _set_marks(self, first: int, stop: int) -> None:
        first = min(max(first, 0), max(self.length - 1, 0))
        stop = min(max(stop, first + 1), max(self.length, 1))
        whole = (first, stop) == (0, self.length)
        marks = None if whole else Marks(first, stop)
        if marks != self.marks:
            self.marks = marks
            self._restart()
            self.marks_changed.emit()

    def _move(self, frame: int) -> None:
        self.frame = frame
        self.frame_changed.emit(frame)

    def _restart(self) -> None:
        """Count from this frame and this moment."""
        before, self.course = self.course, None
        self._seen = 0
        if self.is_playing:
            at, rate = self.clock.soonest(), float(self.fps) * self._speed
            self.course = Course(at, self.frame, rate, self.first, self.last, self._loops)
            self._await_next()
        else:
            self._timer.stop()
        if self.course != before:
            self.course_changed.emit()

    def _await_next(self) -> None:
        assert self.course is not None
        due = self.course.due(self._seen + 1)
        self._timer.start(milliseconds_until(due, self.clock.now()))

    @Slot()
    def catch_up(self) -> None:
        """Go to the frame that the clock says, while it plays."""
        course = self.course
        if course is None:
            return
        now = self.clock.now()
        passed = course.passed(now)
        self.skipped += max(passed - self._seen - 1, 0)
        self._seen = passed
        frame = course.frame_at(now)
        if frame != self.frame:
            self._move(frame)
        if course.is_over(now):
            self.pause()
        elif self.course is course:
            self._await_next()
