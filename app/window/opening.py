"""Opening in a thread, waited for: the window is painted and films play, but nothing is pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QThread

from app.window.opened_work import OpenedWork
from pipelines.errors import StoryloomError


class Opening(QThread):
    """One opening; `opened` waits for it."""

    def __init__(self, read: Callable[[], OpenedWork], after: Callable[[], None]) -> None:
        """Reading begins once `after` has returned, which may wait."""
        super().__init__()
        self._read = read
        self._after = after
        self._work: OpenedWork | None = None
        self._error: StoryloomError | None = None

    def opened(self) -> OpenedWork:
        """What was read. Raises what reading raises."""
        loop = QEventLoop()
        self.finished.connect(loop.quit)
        self.start()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.wait()
        if self._error is not None:
            raise self._error
        assert self._work is not None
        return self._work

    def run(self) -> None:
        self._after()
        try:
            self._work = self._read()
        except StoryloomError as error:
            self._error = error
