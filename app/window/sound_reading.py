"""Reads how loud a sound is, in a thread: one file at a time, the newest asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from pipelines.errors import Cancelled, StoryloomError
from pipelines.media.peaks import Peaks, read_peaks
from pipelines.progress import LocalCancelToken


class SoundReading(QThread):
    """One file being read. `peaks` is there when it has finished, None where it could not be."""

    peaks_read = Signal(object, object)
    """Path and Peaks, or None where the file holds no sound that can be read."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._token = LocalCancelToken()

    def run(self) -> None:
        peaks: Peaks | None = None
        try:
            peaks = read_peaks(self.file, self._token)
        except Cancelled:
            return
        except StoryloomError:
            peaks = None  # the node that loads it says why when it runs
        self.peaks_read.emit(self.file, peaks)

    def stop(self) -> None:
        """Let go of the file, and wait for that."""
        self._token.cancel()
        self.wait()
