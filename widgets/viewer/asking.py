"""Which frame a viewer asks for, in which size and detail, and what it will ask for next."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from nodes.frame_serving.messages import ArrivedFrame, FrameState
from widgets.viewer.compare_mode import CompareMode
from widgets.viewer.picture_view import PictureView
from widgets.viewer.playback import Playback
from widgets.viewer.supply import FrameSupply

SETTLE_MS = 400
"""After as long a rest a frame is worth making in full."""
_AHEAD = 12
_AROUND = (1, 2, 3, -1, 4, 5, 6, -2, 7, 8, -3, -4)
"""Frames that are likely to be looked at next while nothing plays."""
_DRAFTS = ((0.35, 0.25), (0.75, 0.5))
"""Up to this share of the picture's size in the view, this working scale is enough for motion."""


class _Wanted(NamedTuple):
    frame: int
    size: tuple[int, int]
    scale: float

    def is_in(self, other: _Wanted) -> bool:
        """Whether what was asked shows this as well."""
        smaller = self.size[0] <= other.size[0] and self.size[1] <= other.size[1]
        return self.frame == other.frame and smaller and self.scale <= other.scale


_NONE = _Wanted(-1, (0, 0), 0.0)


class Asking(QObject):
    """Asks once for each frame: as a draft while it moves, in full when it rests."""

    def __init__(self, playback: Playback, picture: PictureView, parent: QObject) -> None:
        super().__init__(parent)
        self.shown_scale = 1.0
        """The working scale of what is shown."""
        self.shows_proxy = False
        """Whether a small copy of a video is shown."""
        self._playback = playback
        self._picture = picture
        self._supply: FrameSupply | None = None
        self._compared: FrameSupply | None = None
        self._detail = 0.0
        self._asked = _NONE
        self._ahead_of = -1
        self._shown_frame = -1
        self._late = 0
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._on_settled)

    @property
    def dropped(self) -> int:
        """Frames that were not seen since playing began."""
        return self._playback.skipped + self._late

    def set_supplies(self, supply: FrameSupply | None, compared: FrameSupply | None) -> None:
        """Ask these."""
        self._supply, self._compared = supply, compared
        self.refresh()

    @Slot(object)
    def set_detail(self, scale: float) -> None:
        """The working scale while something moves; 0 lets the size of the view decide."""
        self._detail = scale
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Frames may be others now."""
        self._asked = _NONE
        self._ahead_of = -1
        self.ask()

    def begin_counting(self, *, plays: bool) -> None:
        """Playing begins or ends."""
        if plays:
            self._late = 0
            self._shown_frame = self._playback.frame
        else:
            self._settling.start()

    def ask(self) -> None:
        """Ask for the frame that is looked at, unless that is what was asked last."""
        before = self._asked.frame
        if self._playback.is_playing and before not in (-1, self._shown_frame):
            self._late += before != self._playback.frame
        self._request(self._live_scale())

    def take(self, arrived: ArrivedFrame) -> None:
        """Something came: read ahead from here, and see whether it was what is wanted now."""
        answer = arrived.answer
        self.shown_scale = answer.scale
        self.shows_proxy = answer.is_proxied
        self._shown_frame = answer.frame
        if answer.scale < 1:
            self._settling.start()
        self._request(self._live_scale())
        if answer.state is FrameState.SHOWN:
            self._read_ahead(answer.frame)

    def _request(self, scale: float) -> None:
        wanted = _Wanted(self._playback.frame, self._picture.wanted_size(), scale)
        if self._supply is None or not self._picture.isVisible() or wanted.is_in(self._asked):
            return
        self._asked = wanted
        self._settling.stop()  # a draft that is on its way is not overtaken, however late it is
        supplies = [self._supply]
        if self._compared is not None and self._picture.compare is not CompareMode.OFF:
            supplies.append(self._compared)
        for supply in supplies:
            supply.scale = scale
            supply.request(wanted.frame, wanted.size)

    def _live_scale(self) -> float:
        if self._detail:
            return self._detail
        size = self._picture.picture_size
        if size.isEmpty():
            return 1.0
        share = self._picture.wanted_size()[0] / size.width()
        return next((scale for most, scale in _DRAFTS if share <= most), 1.0)

    def _read_ahead(self, frame: int) -> None:
        playback = self._playback
        if self._supply is None or frame == self._ahead_of:
            return
        if playback.course is not None:
            if 0 <= (frame - self._ahead_of) * playback.speed < _AHEAD / 2:
                return
            on = replace(playback.course, frame=frame, at=0.0)
            frames = [on.frame_at(on.due(step) + on.due(1) / 2) for step in range(1, _AHEAD + 1)]
        else:
            near = (frame + step for step in _AROUND)
            frames = [one for one in near if 0 <= one < playback.length]
        self._ahead_of = frame
        if frames:
            self._supply.read_ahead(tuple(dict.fromkeys(frames)), self._asked.size)

    @Slot()
    def _on_settled(self) -> None:
        """Nothing moved for a while: show in full what is shown as a draft."""
        if not self._playback.is_playing and self.shown_scale < 1:
            self._request(1.0)
