"""Runs as the window sees them: orders to the worker, how nodes stand, and what was told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.window.farewell import explained, farewell, recovery_note
from app.window.notes import Note, Tone
from app.window.run_estimate import RunEstimate
from app.window.run_forecast import Forecast
from app.window.run_memory import RunMemory
from app.window.run_states import RunStates
from app.window.standing_looker import PROJECT, StandingLooker
from app.workers.cuda_worker import OBEY_SECONDS, CudaWorker
from app.workers.orders import (
    RunEnding,
    RunEvents,
    RunKeys,
    RunOrder,
    RunPreview,
    WorkerDeath,
    WorkerModels,
)
from app.workers.queue_journal import QueueJournal
from app.workers.run_queue import RunQueue
from nodes.events import NodeStoodIn
from nodes.registry import Registry
from nodes.serve import WorkerSetup
from nodes.snapshot import Snapshot
from nodes.standing import Axes, Curves, Standing
from nodes.used_model import UsedModel
from pipelines.detection.found import FoundObjects
from widgets.canvas import NodeStates
from widgets.words import said, tr

_PREVIEW_MS = 40
"""How often pictures of what is being made are shown at most."""


class RunDesk(QObject):
    """Hands out runs and keeps their states. The worker process starts with the first run."""

    noted = Signal(object)
    """A Note."""
    changed = Signal()
    """States, progress, the queue, or whether something runs."""
    preview_arrived = Signal(object)
    """A RunPreview: the newest of each node."""
    run_ended = Signal(object)
    """A RunEnding."""
    stood_in = Signal(str)
    """What is built in works instead of the model of this id."""
    standing_found = Signal(object)
    """A Standing: what of the project in hand is on disk now."""
    recovered = Signal(object)
    """The RunOrders that a program before had not ended: they wait in the paused queue."""
    held = Signal(object)
    """A RunOrder that was given and waits, for the queue is paused."""
    forecast_changed = Signal()
    """`forecast` says something else."""
    forgotten = Signal()
    """Another project is in hand."""
    closed = Signal()
    """The worker has ended, as `request_close` asked."""
    _read = Signal(object)

    def __init__(
        self,
        setup: WorkerSetup,
        journal: QueueJournal | None = None,
        *,
        obey_seconds: float = OBEY_SECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self.faults = setup.faults
        self.results = setup.store
        self.unfinished: RunOrder | None = None
        """The last run as a new order, where it was not done."""
        self.warm_models: tuple[UsedModel, ...] = ()
        """What the worker keeps in memory between runs."""
        self._memory = RunMemory(setup.faults.parent, self)
        self._seen = RunStates(self._memory.times, self._memory.reasons)
        self._looker = StandingLooker(setup.store, self._memory.times, self)
        self._looker.found.connect(self._on_standing_found)
        self._looker.forecast_made.connect(self._on_forecast_made)
        self._forecasts: dict[str, Forecast] = {}
        self._failure: Note | None = None
        """The first failure of the run at work."""
        self._edited: Snapshot | None = None
        """The project, where it was edited since the newest run was ordered."""
        self._read.connect(self._on_queue_read)
        self._previews: dict[str, RunPreview] = {}
        self._previewing = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._previewing.timeout.connect(self._on_previews_due)
        self.worker = CudaWorker(setup, obey_seconds=obey_seconds, parent=self)
        self.worker.keys_arrived.connect(self._on_keys_arrived)
        self.worker.events_arrived.connect(self._on_events_arrived)
        self.worker.preview_arrived.connect(self._on_preview_arrived)
        self.worker.worker_died.connect(self._on_worker_died)
        self.worker.models_changed.connect(self._on_models_changed)
        self.worker.finished.connect(self.closed)
        self.queue = RunQueue([self.worker], self)
        self.queue.run_started.connect(self._on_run_started)
        self.queue.run_ended.connect(self._on_run_ended)
        self.queue.queue_changed.connect(self._on_queue_changed)

    @property
    def is_running(self) -> bool:
        """Whether a run is under way or waits."""
        return bool(self.queue.running or self.queue.waiting)

    @property
    def order(self) -> RunOrder | None:
        """What is at work."""
        return self._seen.order

    @property
    def working_on(self) -> str:
        """The path of the node at work, or nothing."""
        return self._seen.working_on

    @property
    def estimate(self) -> RunEstimate | None:
        """How long what is at work still takes."""
        return self._seen.estimate

    @property
    def states(self) -> NodeStates:
        """How the nodes stand."""
        return self._seen.shown

    @property
    def forecast(self) -> Forecast | None:
        """What a run of the exports would make; None while that is not known."""
        return self._forecasts.get(PROJECT)

    def forecast_of(self, order: RunOrder) -> Forecast | None:
        """What an order that waits would make, by what was there when it was given."""
        return self._forecasts.get(order.id)

    def key_of(self, path: str) -> str:
        """The key of the result that a node has from its last run; empty where there is none."""
        return self._seen.key_of(path)

    def curves_of(self, path: str) -> Curves:
        """What the last report of a node measured, frame by frame."""
        return self._seen.curves.get(path, {})

    def report_of(self, path: str) -> str:
        """What the last report of a node says, as Markdown; empty where there is none."""
        return self._seen.reports.get(path, "")

    def axes_of(self, path: str) -> Axes:
        """How the curves of a node are read."""
        return self._seen.axes.get(path, {})

    def found_by(self, path: str) -> FoundObjects | None:
        """The things that a node found when it ran last; None where it did not run."""
        return self._seen.things.get(path)

    def start(self, order: RunOrder) -> None:
        """Run this after what runs already. What waits in a paused queue is not started by it."""
        self._start_worker()
        self._edited = None
        if self.queue.is_paused and not self.queue.waiting:
            self.queue.resume()
        self.queue.add(order)
        if order in self.queue.waiting:
            self._looker.foresee(order.id, order.snapshot, order.sinks)
        if self.queue.is_paused:
            words = tr("{title} waits: the queue is paused.", title=order.title)
            self.noted.emit(Note(words, tone=Tone.WARNING))
            self.held.emit(order)

    def recover(self, registry: Registry) -> None:
        """Put back, soon, what waited when the program was killed: paused until asked for."""
        if self._journal is not None:
            self._journal.recover(registry, self._read.emit)

    @Slot(object)
    def _on_queue_read(self, orders: list[RunOrder]) -> None:
        self.queue.recover(orders)
        self.noted.emit(recovery_note(orders))
        self.recovered.emit(orders)

    @Slot()
    def run_again(self) -> None:
        """Order the rest of the last run that was not done."""
        order, self.unfinished = self.unfinished, None
        if order is not None:
            self.start(order)

    @Slot()
    def pause(self) -> None:
        """Start nothing new; what runs goes on."""
        self.queue.pause()

    @Slot()
    def resume(self) -> None:
        """Go on with what waits."""
        self._start_worker()
        self.queue.resume()

    @Slot()
    def stop(self) -> None:
        """Cancel everything. What is finished is kept."""
        self._stop()

    @Slot()
    def drop_recovered(self) -> None:
        """Take out what was put back and not asked for."""
        for order in self.queue.recovered:
            self.queue.remove(order.id)

    def _stop(self, keep: tuple[RunOrder, ...] = ()) -> None:
        kept = {order.id for order in keep}
        for order in (*self.queue.waiting, *self.queue.running):
            if order.id not in kept:
                self.queue.remove(order.id)

    def request_close(self) -> bool:
        """Cancel everything and end the worker without waiting; `closed` follows.

        Answers whether there is anything to wait for.
        """
        is_alive = self.worker.isRunning()
        if is_alive:
            self.worker.request_close()
        return is_alive

    def keep_queue(self) -> None:
        """Keep all that runs and waits for the next start, whatever becomes of it from now on."""
        if self._journal is not None:
            self._journal.close(keep=(*self.queue.running, *self.queue.waiting))

    def close(self) -> None:
        """End the worker and wait for it. A second call does nothing."""
        self.worker.close()
        self._looker.close()
        self._memory.close()
        if self._journal is not None:
            self._journal.close(keep=self.queue.recovered)

    def forget(self) -> None:
        """Another project is in hand: nothing is known of its nodes.

        What was recovered and not asked for yet belongs to neither and still waits.
        """
        self._stop(keep=self.queue.recovered)
        self._memory.forget()
        self._seen.forget()
        self._previews.clear()
        self._forecasts.clear()
        self.unfinished, self._edited = None, None
        self.forgotten.emit()
        self.forecast_changed.emit()
        self.changed.emit()

    def compare(self, snapshot: Snapshot) -> None:
        """Find out what changed since it ran, now that the project was edited."""
        self._edited = snapshot
        self._looker.look(snapshot)

    def take_in_hand(self, snapshot: Snapshot, project: Path | None) -> None:
        """Find out how the nodes of a project stand, and why they ran the last time."""
        self.follow_file(project)
        self._memory.bring_back()
        self._looker.look(snapshot)

    def follow_file(self, project: Path | None) -> None:
        """The project in hand lies there: its reasons are kept under that name."""
        self._memory.follow_file(project)

    @Slot(int, object)
    def _on_standing_found(self, number: int, found: Standing) -> None:
        if number != self._looker.number:
            return  # the project is another one by now
        self._seen.take_standing(found)
        self.standing_found.emit(found)
        self.changed.emit()

    @Slot(str, object)
    def _on_forecast_made(self, name: str, found: Forecast) -> None:
        ids = {order.id for order in self.queue.waiting}
        self._forecasts = {
            key: one for key, one in self._forecasts.items() if key == PROJECT or key in ids
        }
        if name == PROJECT or name in ids:
            self._forecasts[name] = found
        self.forecast_changed.emit()

    @Slot()
    def _on_queue_changed(self) -> None:
        if self._journal is not None:
            self._journal.write((*self.queue.running, *self.queue.waiting))
        self.changed.emit()

    def _start_worker(self) -> None:
        if not self.worker.isRunning() and not self.worker.isFinished():
            self.worker.start()

    @Slot(object)
    def _on_run_started(self, order: RunOrder) -> None:
        self.unfinished = self._failure = None
        self._seen.begin(order)
        self.noted.emit(Note(tr("{title} …", title=order.title)))
        self.changed.emit()

    @Slot(object)
    def _on_keys_arrived(self, news: RunKeys) -> None:
        if self.order is not None and news.run == self.order.id:
            self._seen.take_keys(news.keys)

    @Slot(object)
    def _on_events_arrived(self, news: RunEvents) -> None:
        if self.order is not None and news.run == self.order.id:
            for event in news.events:
                if isinstance(event, NodeStoodIn):
                    self.stood_in.emit(event.model)
            for note in self._seen.take(news.events):
                self._failure = self._failure or (note if note.tone is Tone.FAILURE else None)
                self.noted.emit(note)
            self.changed.emit()

    @Slot(object)
    def _on_preview_arrived(self, preview: RunPreview) -> None:
        if self.order is not None and preview.run == self.order.id:
            self._previews[preview.path] = preview
            if not self._previewing.isActive():
                self._previewing.start()

    @Slot()
    def _on_previews_due(self) -> None:
        previews, self._previews = self._previews, {}
        for preview in previews.values():
            self.preview_arrived.emit(preview)

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        self._previewing.stop()
        self._on_previews_due()  # none may come when the run is over: it would stay for good
        if self.order is not None and ending.order.id == self.order.id:
            ending = explained(ending, self._failure)
            self._seen.end()
            self.unfinished = ending.again
            self._memory.keep_times()
            self._looker.look(self._edited or ending.order.snapshot)
        self.noted.emit(farewell(ending))
        self.run_ended.emit(ending)
        self.changed.emit()

    @Slot(object)
    def _on_models_changed(self, found: WorkerModels) -> None:
        self.warm_models = found.models
        self.changed.emit()

    @Slot(object)
    def _on_worker_died(self, death: WorkerDeath) -> None:
        where = tr("What native code left is in {file}.", file=self.faults) if death.report else ""
        details = "\n".join(filter(None, (death.report, where)))
        if self.order is None:  # otherwise the end of the run says so
            self.noted.emit(
                Note(said(death.message), said(death.mend), Tone.FAILURE, details=details)
            )
        elif details:
            words = tr("The worker left a report.")
            self.noted.emit(Note(words, tone=Tone.WARNING, details=details))


def setup_for(results: Path, state_folder: Path) -> WorkerSetup:
    """The worker of this machine: it may use the graphics card that the system offers first."""
    return WorkerSetup(device="cuda", store=results, faults=state_folder / "worker-faults.txt")
