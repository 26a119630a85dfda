"""The requests that wait for the frame server: each view's newest, and when work is in vain."""

from __future__ import annotations

from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from nodes.frame_serving.messages import (
    Asked,
    CancelView,
    FrameRequest,
    NamesRequest,
    PeaksRequest,
    PixelRequest,
    ReadAhead,
    Recall,
    Scene,
    SoundRequest,
)

PATIENCE = 0.15
"""Seconds that work on a frame may go on after a newer frame was asked for: a drag over costly
frames shows those that are made in time instead of none."""
_WAITS = {
    SoundRequest: 0,
    FrameRequest: 1,
    PixelRequest: 2,
    NamesRequest: 4,
    PeaksRequest: 4,
    ReadAhead: 4,
}
_PATIENT = 3
Place = tuple[type, str]
"""What a later request replaces: that of the same kind for the same view."""


class Requests:
    """Takes in what the window says. A CancelToken for the work on the request taken last."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self.scenes: dict[str, tuple[int, Scene]] = {}
        self.overtaken: list[FrameRequest] = []
        self.left: list[str] = []
        """Views that are gone, or look at something else."""
        self.recalled: list[tuple[int, Recall]] = []
        self._connection = connection
        self._waiting: dict[Place, Asked] = {}
        self._current: Asked | None = None
        self._since = 0.0
        self._in_vain = False
        self._closed = False
        self._count = 0

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the frame any more that is being made."""
        self._take_in()
        if self._closed or self._in_vain:
            return True
        current = self._current
        if current is None:
            return False
        if isinstance(current, ReadAhead):
            return any(_rank(one) < _rank(current) for one in self._waiting.values())
        return _place(current) in self._waiting and monotonic() - self._since > PATIENCE

    def take(self) -> Asked | None:
        """The request to answer next, None once the window is gone. Waits for one."""
        self._current = None
        self._take_in()
        while not (self._waiting or self.overtaken or self._closed or self.recalled or self.left):
            self._receive()
            self._take_in()
        if self._closed or not self._waiting:
            return None
        self._current = min(self._waiting.values(), key=_rank)  # the first of its rank
        del self._waiting[_place(self._current)]
        self._since = monotonic()
        self._in_vain = False
        return self._current

    def put_back(self, ahead: ReadAhead) -> None:
        """The rest of what is to be read ahead, unless other frames are by now."""
        self._waiting.setdefault(_place(ahead), ahead)

    @property
    def closed(self) -> bool:
        """Whether the window is gone."""
        return self._closed

    def _take_in(self) -> None:
        while not self._closed and self._connection.poll():
            self._receive()

    def _receive(self) -> None:
        try:
            message = self._connection.recv()
        except (EOFError, OSError):
            self._closed = True
            return
        match message:
            case Scene():
                self._count += 1
                self.scenes[message.name] = (self._count, message)
            case _ if isinstance(message, Asked):
                self._overtake(_place(message))
                self._waiting[_place(message)] = message
            case Recall():
                self._count += 1
                self.recalled.append((self._count, message))
            case CancelView():
                self.left.append(message.view)
                for kind in _WAITS:
                    self._overtake((kind, message.view))
                self._in_vain |= self._current is not None and self._current.view == message.view
            case _:
                raise TypeError(f"the frame server does not know {message!r}")

    def _overtake(self, place: Place) -> None:
        old = self._waiting.pop(place, None)
        if isinstance(old, FrameRequest):
            self.overtaken.append(old)


def _place(asked: Asked) -> Place:
    return type(asked), asked.view


def _rank(asked: Asked) -> int:
    """Sound runs dry, so it is first; what nobody looks at yet is last."""
    if isinstance(asked, FrameRequest) and asked.patient:
        return _PATIENT
    return _WAITS[type(asked)]
