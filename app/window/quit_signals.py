"""SIGTERM and SIGINT: the program ends as if it had been closed, but asks and saves nothing. The
journal of what is open stays, and is offered at the next start."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class QuitSignals(QObject):
    """Wakes Qt's loop, which no signal reaches by itself, and ends it. Close it before it goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(
            self._heard.fileno(), QSocketNotifier.Type.Read, parent=self
        )
        self._notifier.activated.connect(self._on_signal)
        self._before = signal.set_wakeup_fd(self._told.fileno())
        self._handlers = {number: signal.signal(number, _heed) for number in _SIGNALS}

    def close(self) -> None:
        """Leave signals to who had them before."""
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        for end in (self._heard, self._told):
            end.close()

    @Slot()
    def _on_signal(self) -> None:
        if set(self._heard.recv(64)) & set(_SIGNALS):
            QCoreApplication.exit()


def _heed(number: int, frame: FrameType | None) -> None:
    """The socket tells of it."""
