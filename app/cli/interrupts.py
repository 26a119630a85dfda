"""Ctrl-C and a request to terminate, turned into a cancel that lets the run end cleanly."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from pipelines.progress import LocalCancelToken

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts:
    """While it is entered, the first signal cancels `token`, and the next one ends the process.

    `received` is the number of the signal that came, 0 for none. For the main thread only.
    """

    def __init__(self, token: LocalCancelToken, on_first: Callable[[], None]) -> None:
        self.received = 0
        self._token = token
        self._on_first = on_first
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Interrupts:
        self._before = {number: signal.signal(number, self._on_signal) for number in _SIGNALS}
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.received = number
        self._token.cancel()
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        self._on_first()
