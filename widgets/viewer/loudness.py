"""How loud what is looked at is along its time: asked for stretch by stretch, and kept."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nodes.frame_serving.messages import PeaksAnswer, Strip
from pipelines.media.peaks import Peaks
from pipelines.values import read_only
from widgets.viewer.supply import FrameSupply

STRETCH = 20
"""Seconds that are asked for at once: little work, so that no frame waits for it."""


_NO_LEVELS = read_only(np.zeros(0, np.float32))
_NONE_YET = Peaks(_NO_LEVELS, _NO_LEVELS)


class Loudness(QObject):
    """The peaks of one sound, as far as they have come; None where it is silent."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.peaks: Peaks | None = None
        self._supply: FrameSupply | None = None
        self._sound = 0
        self._seconds = 0
        """How many there are to ask for, as long as the frames last."""
        self._known = 0

    def set_supply(self, supply: FrameSupply | None) -> None:
        """Ask another supply."""
        if self._supply is not None:
            self._supply.peaks_arrived.disconnect(self._on_peaks_arrived)
        self._supply = supply
        if supply is not None:
            supply.peaks_arrived.connect(self._on_peaks_arrived)
        self.take_strip(None)

    def take_strip(self, strip: Strip | None) -> None:
        """What is looked at may sound otherwise now, or longer."""
        sound = strip.sound if strip is not None else 0
        seconds = ceil(strip.length / strip.format.fps) if strip is not None and sound else 0
        if (sound, seconds) == (self._sound, self._seconds):
            return
        is_other = sound != self._sound
        self._sound, self._seconds = sound, seconds
        if is_other:
            self._known = 0
            self.peaks = _NONE_YET if sound else None
            self.changed.emit()
        self.ask()

    def ask(self) -> None:
        """Ask for what comes next, where something is missing."""
        if self._supply is not None and self._known < self._seconds:
            self._supply.ask_peaks(self._known, min(self._known + STRETCH, self._seconds))

    @Slot(object)
    def _on_peaks_arrived(self, told: PeaksAnswer) -> None:
        if told.sound != self._sound or told.first != self._known or self.peaks is None:
            return
        self.peaks = _joined(self.peaks, told.peaks)
        self._known = min(self._known + STRETCH, self._seconds)
        self.changed.emit()
        if told.peaks.seconds:
            self.ask()


def _joined(one: Peaks, other: Peaks) -> Peaks:
    low, high = np.concatenate([one.low, other.low]), np.concatenate([one.high, other.high])
    return Peaks(read_only(low), read_only(high), one.per_second)
