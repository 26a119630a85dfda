"""Frames of a film that plays, asked for before they are due and shown when they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from nodes.frame_serving.messages import ArrivedFrame, FrameState
from widgets.pictures import to_qimage
from widgets.viewer.playback import Playback
from widgets.viewer.supply import FrameSupply

_DEEP = 5
"""Frames that are had before they are due: a stumble as long as they last is not seen."""
_AHEAD = 8
"""Frames after those that are read ahead."""


class _Held(NamedTuple):
    picture: QImage
    """Empty where there is none."""
    order: int
    """The how manieth that was asked for."""


class FilmReel(QObject):
    """Shows each frame of a playback when the clock says so. One that comes later is shown at once,
    unless the one that is due is there; then it is left out.

    Each supply has one frame on its way; all are of one output.
    """

    shown = Signal(QImage)

    def __init__(
        self,
        supplies: Sequence[FrameSupply],
        playback: Playback,
        wanted_size: Callable[[], QSize],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        self._wanted_size = wanted_size
        self._is_on = False
        self._held: dict[int, _Held] = {}
        """By frame: those that are due soon."""
        self._order = self._last_shown = 0
        self._lanes = [_Lane(supply, self) for supply in supplies]
        for lane in self._lanes:
            lane.arrived.connect(self._on_arrived)
        supplies[0].output_changed.connect(self.begin_anew)
        playback.frame_changed.connect(self._on_frame_changed)

    def begin(self) -> None:
        """Show frames from the playhead on."""
        self._is_on = True
        self.begin_anew()

    def end(self) -> None:
        """Show no more of them."""
        self._is_on = False
        self._held.clear()

    @Slot()
    def begin_anew(self) -> None:
        """Other frames are there: what is had, and what is on its way, is of those before."""
        self._held.clear()
        for lane in self._lanes:
            lane.frame = -1
        if self._is_on:
            self._ask()

    def _upcoming(self, count: int) -> list[int]:
        """The frame that is looked at, and those that are due after it, each once."""
        course = self._playback.course
        if course is None:
            return [self._playback.frame]
        on = replace(course, frame=self._playback.frame, at=0.0)
        steps = (on.frame_at(on.due(step) + on.due(1) / 2) for step in range(count))
        return list(dict.fromkeys(steps))

    def _ask(self) -> None:
        upcoming = self._upcoming(_DEEP + 1)
        self._held = {frame: one for frame, one in self._held.items() if frame in upcoming}
        coming = [lane.frame for lane in self._lanes]
        missing = [one for one in upcoming if one not in self._held and one not in coming]
        free = (lane for lane in self._lanes if lane.frame < 0)
        for lane, frame in zip(free, missing, strict=False):
            self._order += 1
            lane.ask(frame, self._order, self._wanted_size())

    def _show(self, held: _Held | None) -> None:
        if held is not None and held.order > self._last_shown and not held.picture.isNull():
            self._last_shown = held.order
            self.shown.emit(held.picture)

    @Slot()
    def _on_frame_changed(self) -> None:
        if self._is_on:
            self._show(self._held.get(self._playback.frame))
            self._ask()

    @Slot(int, int, QImage)
    def _on_arrived(self, frame: int, order: int, picture: QImage) -> None:
        if not self._is_on:
            return
        held = _Held(picture, order)
        if frame in self._upcoming(_DEEP + 1):
            self._held[frame] = held
            if frame == self._playback.frame:
                self._show(held)
        elif self._playback.frame not in self._held:
            self._show(held)
        self._ask()
        if len(self._held) >= _DEEP:
            ahead = self._upcoming(_DEEP + _AHEAD)[_DEEP:]
            self._lanes[0].read_ahead(ahead, self._wanted_size())


class _Lane(QObject):
    """One frame on its way."""

    arrived = Signal(int, int, QImage)
    """The frame, the how manieth it was, and its picture: empty where there is none."""

    def __init__(self, supply: FrameSupply, parent: QObject) -> None:
        super().__init__(parent)
        self.frame = -1
        """Which one; -1 while none is."""
        self._order = 0
        self._supply = supply
        supply.frame_arrived.connect(self._on_frame_arrived)

    def ask(self, frame: int, order: int, size: QSize) -> None:
        """Have a frame brought."""
        self.frame, self._order = frame, order
        self._supply.request(frame, (size.width(), size.height()))

    def read_ahead(self, frames: Sequence[int], size: QSize) -> None:
        """Say what will be asked for soon."""
        self._supply.read_ahead(tuple(frames), (size.width(), size.height()))

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer, frame = arrived.answer, self.frame
        if answer.frame != frame:
            return  # asked before everything began anew
        self.frame = -1
        raster = arrived.raster if answer.state is FrameState.SHOWN else None
        picture = to_qimage(raster) if raster is not None else QImage()
        self.arrived.emit(frame, self._order, picture)
