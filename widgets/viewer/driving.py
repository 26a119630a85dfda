"""What a person does to playing and to how loud it is, as commands without a bar or a key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from widgets.viewer.playback import SPEEDS, Playback
from widgets.viewer.sounding import Sounding

_FAR = 10
_LOUDER = 0.1


class Driving(QObject):
    """Drives the playback and the sound of a viewer, and says what a bar should show then."""

    speed_changed = Signal(float)
    sound_changed = Signal()
    """It is louder, quieter, or muted."""

    def __init__(self, playback: Playback, sounding: Sounding, parent: QObject) -> None:
        super().__init__(parent)
        self._playback = playback
        self._sounding = sounding
        self._chosen_speed = 1.0

    @Slot()
    def play_on(self) -> None:
        """Play; faster where it plays already."""
        speed = self._playback.speed
        if not self._playback.is_playing or speed < 0:
            self._go_at(1.0)
        else:
            self._go_at(next((faster for faster in SPEEDS if faster > speed), SPEEDS[-1]))
        self._playback.play()

    @Slot()
    def play_back(self) -> None:
        """Play backwards."""
        self._go_at(-1.0)
        self._playback.play()

    @Slot()
    def stop(self) -> None:
        """Stop; what plays next has the speed that was chosen last."""
        self._playback.pause()
        self._go_at(self._chosen_speed)

    @Slot(object)
    def set_speed(self, speed: float) -> None:
        """Play as many times as fast, from now on."""
        self._chosen_speed = speed
        self._go_at(speed)

    def _go_at(self, speed: float) -> None:
        self._playback.set_speed(speed)
        self.speed_changed.emit(speed)

    @Slot()
    def step_back(self) -> None:
        """One frame back."""
        self._playback.step(-1)

    @Slot()
    def step_on(self) -> None:
        """One frame on."""
        self._playback.step(1)

    @Slot()
    def leap_back(self) -> None:
        """Some frames back."""
        self._playback.step(-_FAR)

    @Slot()
    def leap_on(self) -> None:
        """Some frames on."""
        self._playback.step(_FAR)

    @Slot()
    def go_to_start(self) -> None:
        """The first frame within the marks, or of all."""
        playback = self._playback
        playback.go_to(0 if playback.frame == playback.first else playback.first)

    @Slot()
    def go_to_end(self) -> None:
        """The last frame within the marks, or of all."""
        playback = self._playback
        at_last = playback.frame == playback.last
        playback.go_to(playback.length - 1 if at_last else playback.last)

    @Slot(int)
    def scrub_to(self, frame: int) -> None:
        """Stop, and look at a frame."""
        self._playback.pause()
        self._playback.go_to(frame)

    @Slot()
    def clear_marks(self) -> None:
        """Play everything."""
        self._playback.set_marks(None)

    @Slot(bool)
    def set_loops(self, loops: bool) -> None:
        """Play again and again, or once."""
        self._playback.set_loops(loops=loops)

    @Slot(bool)
    def set_muted(self, muted: bool) -> None:
        """Silence, or as loud as before."""
        self._sounding.set_muted(muted=muted)
        self.sound_changed.emit()

    @Slot(float)
    def set_volume(self, volume: float) -> None:
        """How loud, 0 to 1."""
        self._sounding.set_volume(volume)
        self.sound_changed.emit()

    @Slot()
    def make_louder(self) -> None:
        """A little louder."""
        self.set_volume(self._sounding.volume + _LOUDER)

    @Slot()
    def make_quieter(self) -> None:
        """A little quieter."""
        self.set_volume(self._sounding.volume - _LOUDER)
