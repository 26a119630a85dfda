"""What views know of models, and where they ask for something to be done about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from pipelines.models.machine import Machine
from pipelines.models.placement import Memory
from widgets.models.entry import ModelEntry
from widgets.models.job import Job

UNKNOWN_MACHINE = Machine(Memory(0, 0))


class ModelShelf(QObject):
    """All models by id. Whoever owns it shows it what changed and listens to what is asked."""

    changed = Signal()
    """Models stand otherwise, or other ones are there."""
    jobs_changed = Signal()
    """Other downloads or checks are there, or they stand otherwise."""
    progressed = Signal(str)
    """The model whose download or check is further."""
    wanted = Signal()
    """Some view needs to know how models stand."""
    download_asked = Signal(str)
    cancel_asked = Signal(str)
    retry_asked = Signal(str)
    details_asked = Signal(str)
    """A model is to be shown in full; empty: all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Mapping[str, ModelEntry] = {}
        self.machine = UNKNOWN_MACHINE
        self.is_known = False
        """Whether it was looked already."""
        self.is_paused = False
        self.downloads: Mapping[str, Job] = {}
        self.checks: Mapping[str, Job] = {}
        self.rate = ""
        """How fast the download at work is and how long it will take, in words."""

    def want(self) -> None:
        """Have it found out how models stand, if it is not known."""
        if not self.is_known:
            self.wanted.emit()

    def show_entries(self, entries: Iterable[ModelEntry], machine: Machine) -> None:
        """These are all models now, on this machine."""
        self.entries = {entry.id: entry for entry in entries}
        self.machine = machine
        self.is_known = True
        self.changed.emit()

    def show_jobs(
        self, downloads: Iterable[Job], checks: Iterable[Job], *, is_paused: bool
    ) -> None:
        """What is under way now."""
        self.downloads = {job.model: job for job in downloads}
        self.checks = {job.model: job for job in checks}
        self.is_paused = is_paused
        self.jobs_changed.emit()

    def show_progress(self, job: Job, *, is_check: bool, rate: str = "") -> None:
        """One of them is further."""
        self.rate = self.rate if is_check else rate
        if is_check:
            self.checks = {**self.checks, job.model: job}
        else:
            self.downloads = {**self.downloads, job.model: job}
        self.progressed.emit(job.model)
