"""Long work in short slices, so that the window is never held by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

_SLICE_S = 0.004
"""As long as a slice may go on; its last step may take a little longer."""
_LEAST_STEPS = 16
"""As many small ones are done in any slice: little work ends in its first one, however busy the
machine is."""


class Slices(QObject):
    """One piece of work at a time; another one takes its place."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None, *, least: int = _LEAST_STEPS) -> None:
        """`least` steps are done in any slice: 1 of large ones."""
        super().__init__(parent)
        self._least = least
        self._steps: Iterator[None] | None = None
        self._is_stepping = False
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self.advance)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def begin(self, steps: Iterator[None]) -> None:
        """Do this from the next turn on, in place of what was not done yet."""
        self._steps = steps
        self._turns.start()

    @Slot()
    def advance(self) -> None:
        """Do a slice of it now."""
        self._go_on(perf_counter() + _SLICE_S)

    def finish(self) -> None:
        """Do all that is left now."""
        self._go_on(float("inf"))

    def _go_on(self, until: float) -> None:
        steps = self._steps
        if steps is None or self._is_stepping:
            return
        self._is_stepping = True
        try:
            for done, _ in enumerate(steps, 1):
                if self._steps is not steps or (done >= self._least and perf_counter() > until):
                    return
        finally:
            self._is_stepping = False
        self._steps = None
        self._turns.stop()
        self.ended.emit()


def done_in_slices(steps: Iterator[None]) -> None:
    """Do work that is waited for. Meanwhile the window is painted and films play, but nothing is
    pressed."""
    slices, loop = Slices(least=1), QEventLoop()
    slices.ended.connect(loop.quit)
    slices.begin(steps)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    slices.finish()  # where the program ends meanwhile


def painted_after(steps: Iterator[None], parts: Sequence[QWidget]) -> Iterator[None]:
    """Steps in which none of these parts of a window is painted; then one is after the other."""
    for part in parts:
        part.setUpdatesEnabled(False)
    try:
        yield from steps
        for part in parts:
            part.setUpdatesEnabled(True)
            yield
    finally:
        for part in parts:
            part.setUpdatesEnabled(True)
