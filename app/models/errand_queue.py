"""Errands for models, one after another: their order, how far the one at work is, what failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from app.models.errand_thread import ErrandThread
from app.models.speed import Speed
from pipelines.models.errands import (
    Done,
    Errand,
    Failed,
    HubChoice,
    Pause,
    Progressed,
    Resume,
    Tiding,
)
from widgets.models.job import Doing, Job


class ErrandQueue(QObject):
    """One errand at a time. One that fails stays to be tried again, and the next begins."""

    changed = Signal()
    """Other jobs, in another order, or one that stands otherwise."""
    progressed = Signal(str)
    """The model whose job is further."""
    done = Signal(str, object)
    """The model whose errand is over, and the files that are wrong."""
    failed = Signal(str)
    """The model whose errand failed."""
    stopped = Signal(str)
    """The model whose errand was killed at work: it left what it had begun."""

    def __init__(
        self,
        made: Callable[[str], Errand],
        choice: Callable[[], HubChoice],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._made = made
        self._choice = choice
        self._clock = clock
        self._jobs: list[Job] = []
        self._thread: ErrandThread | None = None
        self._speed = Speed()
        self.is_paused = False

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All of them, in their order."""
        return tuple(self._jobs)

    @property
    def at_work(self) -> Job | None:
        """The one at work."""
        return next((job for job in self._jobs if job.is_at_work), None)

    @property
    def speed(self) -> float | None:
        """Bytes a second; None while that is not known."""
        return None if self.is_paused else self._speed.at(self._clock())

    @property
    def seconds_left(self) -> float | None:
        """How long the one at work will take; None while that is not known."""
        job = self.at_work
        if job is None or self.is_paused:
            return None
        return self._speed.seconds_left(self._clock(), job.total - job.done)

    def job_of(self, model: str) -> Job | None:
        """The job for a model."""
        return next((job for job in self._jobs if job.model == model), None)

    def add(self, models: Iterable[str]) -> None:
        """Do this when what waits before it is done; what failed is tried again."""
        for model in models:
            job = self.job_of(model)
            if job is None or job.doing is Doing.FAILED:
                self._jobs = [one for one in self._jobs if one.model != model]
                self._jobs.append(Job(model))
        self._go_on()

    def retry(self, model: str) -> None:
        """Try one that failed again, in its place."""
        job = self.job_of(model)
        if job is not None and job.doing is Doing.FAILED:
            self._show(Job(model))
            self._go_on()

    def remove(self, model: str) -> None:
        """Take one out; the one at work is killed at once."""
        job = self.job_of(model)
        if job is None:
            return
        self._drop(model)
        if job.is_at_work:
            self._let_end()
            self.stopped.emit(model)
        self._go_on()

    def move(self, model: str, place: int) -> None:
        """Put one that waits at a place of the whole row."""
        job = self.job_of(model)
        if job is None or job.is_at_work:
            return
        self._jobs.remove(job)
        first = 1 if self.at_work is not None else 0
        self._jobs.insert(max(first, min(place, len(self._jobs))), job)
        self.changed.emit()

    @Slot()
    def pause(self) -> None:
        """Stand still: the one at work keeps what it has, and nothing new begins."""
        self._set_paused(paused=True)

    @Slot()
    def resume(self) -> None:
        """Go on."""
        self._set_paused(paused=False)

    def close(self) -> None:
        """Kill what is at work, and wait until it is gone."""
        self._thread = None
        for thread in self.findChildren(ErrandThread):
            thread.dispose()

    def _set_paused(self, *, paused: bool) -> None:
        if paused == self.is_paused:
            return
        self.is_paused = paused
        self._speed.forget()
        if self._thread is not None:
            self._thread.say(Pause() if paused else Resume())
        self._go_on()

    def _go_on(self) -> None:
        waiting = next((job for job in self._jobs if job.doing is Doing.WAITING), None)
        if waiting is not None and self._thread is None and not self.is_paused:
            self._begin(waiting)
        self.changed.emit()

    def _begin(self, job: Job) -> None:
        self._jobs.remove(job)
        self._jobs.insert(0, replace(job, doing=Doing.AT_WORK))
        self._speed.forget()
        self._thread = ErrandThread(self._made(job.model), self._choice(), self)
        self._thread.progressed.connect(self._on_progressed)
        self._thread.ended.connect(self._on_ended)
        self._thread.start()

    def _let_end(self) -> None:
        """Kill the one at work; its thread goes when that is done."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.abandon()

    def _drop(self, model: str) -> None:
        """Forget a job. A pause ends with the last one, so that the next one begins when asked."""
        self._jobs = [one for one in self._jobs if one.model != model]
        self.is_paused = self.is_paused and bool(self._jobs)

    def _show(self, job: Job) -> None:
        self._jobs = [job if one.model == job.model else one for one in self._jobs]

    @Slot(object)
    def _on_progressed(self, told: Progressed) -> None:
        job = self.at_work
        if job is None:
            return
        if not told.is_checking:
            self._speed.see(self._clock(), told.done)
        doing = Doing.CHECKING if told.is_checking else Doing.AT_WORK
        done, total = (job.done, job.total) if told.is_checking else (told.done, told.total)
        self._show(replace(job, doing=doing, done=done, total=total))
        self.progressed.emit(job.model)

    @Slot(object)
    def _on_ended(self, last: Tiding | None) -> None:
        job, thread, self._thread = self.at_work, self._thread, None
        if thread is not None:
            thread.dispose()
        if job is None:
            return
        match last:
            case Failed(message, mend):
                self._show(replace(job, doing=Doing.FAILED, words=message, mend=mend))
                self._go_on()
                self.failed.emit(job.model)
            case Done(wrong):
                self._drop(job.model)
                self._go_on()
                self.done.emit(job.model, wrong)
            case _:
                self._drop(job.model)
                self._go_on()
