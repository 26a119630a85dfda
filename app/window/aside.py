"""Work in a thread for a widget that may go at any moment, and that is never waited for."""

from __future__ import annotations

from threading import Thread
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot


class Aside(QObject):
    """Outlives whoever asked for it: what was made is told in the thread of the window, to those
    who are still there. A keyring may ask the person something for as long as it likes.

    The thread ends with the program at the latest, wherever it is.
    """

    told = Signal(object)
    """What `work` made."""
    _made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = Thread(target=self._run, name=type(self).__name__, daemon=True)
        self._is_told = False
        self._made.connect(self._on_made)

    def work(self) -> object:
        """What there is to do, in a thread."""
        raise NotImplementedError

    def start(self) -> None:
        """Begin. Once."""
        _under_way[:] = [one for one in _under_way if not one.is_over]
        _under_way.append(self)
        self._thread.start()

    def join(self, seconds: float) -> bool:
        """Wait so long at most; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left to be done or to be told."""
        return self._is_told and not self._thread.is_alive()

    def _run(self) -> None:
        self._made.emit(self.work())

    @Slot(object)
    def _on_made(self, made: object) -> None:
        self._is_told = True
        self.told.emit(made)


_under_way: list[Aside] = []
"""Held here, since those who asked may be gone: what a thread emits from has to be there."""


def await_all(seconds: float) -> bool:
    """At the end of the program: wait so long at most for what was begun; whether all has ended."""
    end = monotonic() + seconds
    return all(one.join(max(0.0, end - monotonic())) for one in _under_way)
