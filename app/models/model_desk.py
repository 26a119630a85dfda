"""What the window does about models: what is on the shelf, what is fetched and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QSettings, Signal, Slot

from app.models.background import Background
from app.models.errand_queue import ErrandQueue
from app.models.errand_thread import ErrandThread
from app.models.kept_choices import keep_downloads, kept_choice, kept_downloads
from app.models.stocktaking import Stock
from app.window.run_estimate import spoken_time_left
from pipelines.models.errands import Fetch, HubChoice, Verify
from widgets.models.sayings import size_words
from widgets.models.shelf import ModelShelf
from widgets.words import said, tr


class ModelDesk(QObject):
    """Views see the shelf; the desk does what they ask. Close it before it goes."""

    stock_changed = Signal()
    noted = Signal(str)
    """Something that the person wants to hear wherever they are."""
    plan_asked = Signal(str)
    """A download of this model is wanted: what it would bring is to be shown first."""
    details_asked = Signal(str)

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.shelf = ModelShelf(self)
        self.stock: Stock | None = None
        self.background = Background(self)
        self.downloads = ErrandQueue(Fetch, self.choice, self)
        self.checks = ErrandQueue(Verify, self.choice, self)
        self.offered = kept_downloads(settings)
        """Downloads of an earlier start that were not finished: to be asked about."""
        self._connect()

    def choice(self) -> HubChoice:
        """Where models are fetched from, and whether."""
        return kept_choice(self._settings)

    def set_used_by(self, used_by: Mapping[str, tuple[str, ...]]) -> None:
        """The kinds of node that work with each family of models."""
        self.background.used_by = used_by

    @Slot()
    def look(self) -> None:
        """Find out how models stand."""
        self.background.look()

    def fetch(self, models: Iterable[str]) -> None:
        """Download these, after those that wait. They are no more offered."""
        wanted = tuple(models)
        self.offered = tuple(one for one in self.offered if one not in wanted)
        self.downloads.add(wanted)

    def verify(self, models: Iterable[str]) -> None:
        """Look at every byte of these in the background."""
        self.checks.add(models)

    def forget_offered(self) -> None:
        """What was not finished stays so."""
        self.offered = ()
        self._keep()
        self.stock_changed.emit()

    def title_of(self, model: str) -> str:
        """What a model is called."""
        entry = self.shelf.entries.get(model)
        return entry.title if entry is not None else model

    def close(self) -> None:
        """End what is at work. Downloads that are not finished are offered at the next start."""
        self._keep()
        self.downloads.changed.disconnect(self._on_downloads_changed)
        self.downloads.close()
        self.checks.close()
        self.background.close()
        for errand in self.findChildren(ErrandThread):
            errand.dispose()

    def _connect(self) -> None:
        self.background.found.connect(self._on_found)
        self.background.removed.connect(self._on_removed)
        self.downloads.changed.connect(self._on_downloads_changed)
        self.checks.changed.connect(self._on_jobs_changed)
        self.downloads.progressed.connect(self._on_download_progressed)
        self.checks.progressed.connect(self._on_check_progressed)
        self.downloads.done.connect(self._on_downloaded)
        self.downloads.failed.connect(self._on_download_failed)
        self.downloads.stopped.connect(self._on_stopped)
        self.checks.done.connect(self._on_checked)
        self.checks.failed.connect(self._on_check_failed)
        self.shelf.wanted.connect(self._on_wanted)
        self.shelf.download_asked.connect(self.plan_asked)
        self.shelf.details_asked.connect(self.details_asked)
        self.shelf.cancel_asked.connect(self._on_cancel_asked)
        self.shelf.retry_asked.connect(self.downloads.retry)

    def _rate(self) -> str:
        """How fast it goes, and how long it will take."""
        speed = self.downloads.speed
        if speed is None:
            return ""
        words = tr("{size}/s", size=size_words(round(speed)))
        left = self.downloads.seconds_left
        return words if left is None else f"{words} · {spoken_time_left(left)}"

    def _keep(self) -> None:
        waiting = (job.model for job in self.downloads.jobs)
        keep_downloads(self._settings, dict.fromkeys((*waiting, *self.offered)))

    @Slot(object)
    def _on_found(self, stock: Stock) -> None:
        self.stock = stock
        known = {entry.id: entry for entry in stock.entries}
        self.offered = tuple(
            one for one in self.offered if one in known and not known[one].stand.can_be_used
        )
        self.shelf.show_entries(stock.entries, stock.machine)
        self.stock_changed.emit()

    @Slot()
    def _on_wanted(self) -> None:
        if not self.background.is_looking:
            self.look()

    @Slot(str, object, str)
    def _on_removed(self, model: str, freed: int, wrong: str) -> None:
        if wrong:
            self.noted.emit(wrong)

    @Slot()
    def _on_downloads_changed(self) -> None:
        self._keep()
        self._on_jobs_changed()

    @Slot()
    def _on_jobs_changed(self) -> None:
        self.shelf.show_jobs(
            self.downloads.jobs, self.checks.jobs, is_paused=self.downloads.is_paused
        )

    @Slot(str)
    def _on_download_progressed(self, model: str) -> None:
        job = self.downloads.job_of(model)
        if job is not None:
            self.shelf.show_progress(job, is_check=False, rate=self._rate())

    @Slot(str)
    def _on_check_progressed(self, model: str) -> None:
        job = self.checks.job_of(model)
        if job is not None:
            self.shelf.show_progress(job, is_check=True)

    @Slot(str)
    def _on_stopped(self, model: str) -> None:
        self.look()

    @Slot(str, object)
    def _on_downloaded(self, model: str, wrong: tuple[str, ...]) -> None:
        self.look()
        self.noted.emit(tr("{model} is here, and verified.", model=self.title_of(model)))

    @Slot(str)
    def _on_download_failed(self, model: str) -> None:
        self.look()
        job = self.downloads.job_of(model)
        if job is not None:
            self.noted.emit(_failure(self.title_of(model), job.words, job.mend))

    @Slot(str, object)
    def _on_checked(self, model: str, wrong: tuple[str, ...]) -> None:
        self.look()
        if wrong:
            words = tr(
                "{model} is damaged: {files}.", model=self.title_of(model), files=_few(wrong)
            )
            self.noted.emit(words)

    @Slot(str)
    def _on_check_failed(self, model: str) -> None:
        job = self.checks.job_of(model)
        if job is not None:
            self.noted.emit(_failure(self.title_of(model), job.words, job.mend))
            self.checks.remove(model)

    @Slot(str)
    def _on_cancel_asked(self, model: str) -> None:
        if self.downloads.job_of(model) is not None:
            self.downloads.remove(model)
        else:
            self.checks.remove(model)


def _failure(title: str, words: str, mend: str) -> str:
    return " ".join(filter(None, (tr("{model}:", model=title), said(words), said(mend))))


def _few(files: tuple[str, ...], most: int = 3) -> str:
    shown = ", ".join(files[:most])
    more = len(files) - most
    return tr("{files} and {count} more", files=shown, count=more) if more > 0 else shown
