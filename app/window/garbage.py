"""Where unreachable objects are taken away: in the GUI thread, for widgets may be among them."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500


class Garbage(QObject):
    """Takes over from Python's collector, which would work in whichever thread comes along: a
    widget that is destroyed outside the GUI thread ends the program."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)

    def begin(self) -> None:
        """From now on nothing is collected but here."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        counts = gc.get_count()
        due = [at for at, limit in enumerate(self._limits) if limit and counts[at] > limit]
        if due:
            gc.collect(due[-1])
