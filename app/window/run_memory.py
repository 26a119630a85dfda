"""What is remembered of runs from start to start: what nodes took, and why they ran. It is read and
written in a thread of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.window.run_estimate import NodeTimes
from app.window.run_reasons import KeptReasons, RunReasons, read_reasons, write_reasons
from pipelines.digest import digest_text


class RunMemory(QObject):
    """The times of all projects, and the reasons of the one in hand. Close it before it goes."""

    _times_read = Signal(object)
    _reasons_read = Signal(object, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.times = NodeTimes()
        self.reasons = RunReasons()
        self._times_file = folder / "node-times.json"
        self._folder = folder / "reasons"
        self._file: Path | None = None
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="run-memory")
        self._times_read.connect(self._on_times_read)
        self._reasons_read.connect(self._on_reasons_read)
        self._disk.submit(self._read_times)

    def follow_file(self, project: Path | None) -> None:
        """The project in hand lies there: its reasons are kept under that name."""
        if project is not None:
            self._file = self._folder / digest_text(str(project.absolute()))

    def bring_back(self) -> None:
        """Remember why the nodes of the project in hand ran, soon."""
        if self._file is not None:
            self._disk.submit(self._read_reasons, self._file)

    def keep_times(self) -> None:
        """Write down what nodes took."""
        self._disk.submit(self.times.copied().write, self._times_file)

    def forget(self) -> None:
        """Another project is in hand: write down what is known of this one."""
        if self._file is not None:
            self._disk.submit(write_reasons, self._file, self.reasons.kept())
            self._file = None
        self.reasons.forget()
        self.times.forget_paths()

    def flush(self) -> None:
        """Wait until all is written and read; what was read is known once its signal arrived."""
        done: Future[None] = self._disk.submit(_nothing)
        done.result()

    def close(self) -> None:
        """Write what waits, and end."""
        self._disk.shutdown(wait=True)

    def _read_times(self) -> None:
        self._times_read.emit(NodeTimes.read(self._times_file))

    def _read_reasons(self, file: Path) -> None:
        self._reasons_read.emit(file, read_reasons(file))

    @Slot(object)
    def _on_times_read(self, times: NodeTimes) -> None:
        self.times.add(times)

    @Slot(object, object)
    def _on_reasons_read(self, file: Path, kept: KeptReasons | None) -> None:
        if file == self._file and kept is not None:
            self.reasons.add(kept)


def _nothing() -> None:
    """Comes after what was asked before it."""
