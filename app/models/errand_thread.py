"""The thread that waits for one errand, so that the window never does."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import wait
from queue import SimpleQueue

from PySide6.QtCore import QMetaMethod, QObject, QThread, Signal, Slot

from app.models.errand_process import ErrandProcess
from pipelines.models.errands import Errand, Failed, HubChoice, Progressed, Tiding, Word
from widgets.words import noted

_DIED = noted("The process that did this ended before it was done.")
_DIED_MEND = noted("What was finished is kept. Try it again.")


class ErrandThread(QThread):
    """Starts the errand's process and tells what it tells. `ended` comes once, the last of all."""

    progressed = Signal(object)
    """A Progressed."""
    ended = Signal(object)
    """The last Tiding, or None where it was killed."""

    def __init__(self, errand: Errand, choice: HubChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errand = errand
        self._choice = choice
        self._said: SimpleQueue[Word | None] = SimpleQueue()
        self._woken, self._wake = Pipe(duplex=False)

    # For the thread that made it

    def say(self, word: Word) -> None:
        """Have it stand still or go on."""
        self._post(word)

    def abandon(self) -> None:
        """Nobody listens any more: have it killed; it disposes of itself when that is done."""
        for signal in (self.progressed, self.ended):
            if self.isSignalConnected(QMetaMethod.fromSignal(signal)):  # otherwise Qt complains
                signal.disconnect()
        self.finished.connect(self.dispose)
        if self.isFinished():
            self.dispose()
        else:
            self._post(None)

    @Slot()
    def dispose(self) -> None:
        """Kill it, wait until it is gone, and let go of what it needed. Again: nothing."""
        if self.isRunning():
            self._post(None)
            self.wait()
        if not self._woken.closed:
            self._woken.close()
            self._wake.close()
            self.deleteLater()

    def _post(self, word: Word | None) -> None:
        self._said.put(word)
        self._wake.send_bytes(b"!")

    # The thread

    def run(self) -> None:
        try:
            process = ErrandProcess(self._errand, self._choice)
        except OSError as error:  # no more processes or files are to be had
            self.ended.emit(Failed(str(error), _DIED_MEND))
            return
        try:
            last = self._followed(process)
        finally:
            process.close()
        self.ended.emit(last)

    def _followed(self, process: ErrandProcess) -> Tiding | None:
        while True:
            wait([process.connection, self._woken])
            while self._woken.poll():
                self._woken.recv_bytes()
                word = self._said.get()
                if word is None:
                    return None
                with suppress(OSError):  # it is gone: that is heard below
                    process.say(word)
            try:
                for tiding in process.tidings():
                    if not isinstance(tiding, Progressed):
                        return tiding
                    self.progressed.emit(tiding)
            except (EOFError, OSError):
                return Failed(_DIED, _DIED_MEND)
