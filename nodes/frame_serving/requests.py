"""The requests that wait for the frame server: each view's newest, and when work is in vain."""

from __future__ import annotations

from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from nodes.frame_serving.messages import CancelView, FrameRequest, Scene

PATIENCE = 0.15
"""Seconds that work on a frame may go on after a newer frame was asked for: a drag over costly
frames shows those that are made in time instead of none."""


class Requests:
    """Takes in what the window says. A CancelToken for the work on the request taken last."""

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self.scenes: dict[str, tuple[int, Scene]] = {}
        self.overtaken: list[FrameRequest] = []
        self._connection = connection
        self._waiting: dict[str, FrameRequest] = {}
        self._current: FrameRequest | None = None
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
        overtaken = current is not None and current.view in self._waiting
        return overtaken and monotonic() - self._since > PATIENCE

    def take(self) -> FrameRequest | None:
        """The request to answer next, None once the window is gone. Waits for one."""
        self._current = None
        self._take_in()
        while not (self._waiting or self.overtaken or self._closed):
            self._receive()
            self._take_in()
        if self._closed or not self._waiting:
            return None
        waiting = self._waiting.values()
        self._current = next((one for one in waiting if not one.patient), next(iter(waiting)))
        del self._waiting[self._current.view]
        self._since = monotonic()
        self._in_vain = False
        return self._current

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
            case FrameRequest():
                self._overtake(message.view)
                self._waiting[message.view] = message
            case CancelView():
                self._overtake(message.view)
                self._in_vain |= self._current is not None and self._current.view == message.view
            case _:
                raise TypeError(f"the frame server does not know {message!r}")

    def _overtake(self, view: str) -> None:
        old = self._waiting.pop(view, None)
        if old is not None:
            self.overtaken.append(old)
