"""What happens when the program itself makes a mistake: words, a log, and the work goes on.

Its hook is one of the three broad excepts of the program.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from app.window.questions import tell_mishap
from widgets.words import tr

_log = logging.getLogger("storyloom")


class Mishaps(QObject):
    """Catches what no one else caught, in any thread. While one mistake is on screen, others are
    only logged."""

    _taken = Signal(str, str)
    """Words and details, on their way to the window's thread."""

    def __init__(self, state_folder: Path) -> None:
        super().__init__()
        state_folder.mkdir(parents=True, exist_ok=True)
        self._file = state_folder / "mistakes.log"
        self._crashes: BinaryIO | None = None
        self._faults = state_folder / "window-faults.txt"
        self._box: QMessageBox | None = None
        handler = logging.FileHandler(self._file, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _log.addHandler(handler)
        self._handler = handler
        self._taken.connect(self._say)

    def watch(self) -> None:
        """Catch from now on."""
        self._crashes = self._faults.open("wb")
        faulthandler.enable(self._crashes)
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def close(self) -> None:
        """Catch no more."""
        if self._crashes is not None:
            sys.excepthook = sys.__excepthook__
            threading.excepthook = threading.__excepthook__
            faulthandler.disable()
            self._crashes.close()
        _log.removeHandler(self._handler)
        self._handler.close()

    def take(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a mistake and say it. The document is as it was before the edit that failed."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _log.error(details)
        sys.stderr.write(details)
        words = tr(
            "{kind}: {error}\n\nYour project is still open and nothing of it was lost. "
            "Save it, and send us {file} if it happens again.",
            kind=kind.__name__,
            error=error,
            file=self._file,
        )
        self._taken.emit(words, details)

    def _take_of_thread(self, mistake: threading.ExceptHookArgs) -> None:
        if mistake.exc_value is not None:
            self.take(mistake.exc_type, mistake.exc_value, mistake.exc_traceback)

    @Slot(str, str)
    def _say(self, words: str, details: str) -> None:
        if self._box is None:
            self._box = tell_mishap(QApplication.activeWindow(), words, details)
            self._box.destroyed.connect(self._on_box_gone)

    @Slot()
    def _on_box_gone(self) -> None:
        self._box = None
