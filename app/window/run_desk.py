"""Runs as the window sees them: orders to the worker, how nodes stand, and what was told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.window.farewell import farewell
from app.window.node_standing import stood
from app.window.notes import Note, Tone
from app.window.run_estimate import NodeTimes, RunEstimate
from app.window.run_reasons import RunReasons
from app.window.standing_looker import StandingLooker
from app.workers.cuda_worker import OBEY_SECONDS, CudaWorker
from app.workers.orders import (
    RunEnding,
    RunEvents,
    RunOrder,
    RunPreview,
    WorkerDeath,
)
from app.workers.queue_journal import QueueJournal
from app.workers.run_queue import RunQueue
from nodes.evaluator import CacheState
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeWarned,
    Origin,
)
from nodes.refusals import GraphError
from nodes.registry import Registry
from nodes.serve import WorkerSetup
from nodes.serving.messages import RemoteNodeError
from nodes.snapshot import Snapshot
from nodes.standing import Standing
from pipelines.digest import Digest, digest_text
from widgets.canvas import NodeState, NodeStates
from widgets.canvas.reason_words import reason_words
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
    standing_found = Signal(object)
    """A Standing: what of the project in hand is on disk now."""
    forgotten = Signal()
    """Another project is in hand."""
    closed = Signal()
    """The worker has ended, as `request_close` asked."""

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
        setup.faults.parent.mkdir(parents=True, exist_ok=True)
        self.faults = setup.faults
        self.results = setup.store
        self.working_on = ""
        self.order: RunOrder | None = None
        self.estimate: RunEstimate | None = None
        self.times = NodeTimes(setup.faults.with_name("node-times.json"))
        self.unfinished: RunOrder | None = None
        """The last run as a new order, where it was not done."""
        self.reasons = RunReasons()
        self._reasons_file: Path | None = None
        self._looker = StandingLooker(setup.store, self)
        self._looker.found.connect(self._on_standing_found)
        self._states: dict[str, NodeState] = {}
        self._keys: dict[str, Digest] = {}
        self._previews: dict[str, RunPreview] = {}
        self._previewing = QTimer(self, singleShot=True, interval=_PREVIEW_MS)
        self._previewing.timeout.connect(self._on_previews_due)
        self.worker = CudaWorker(setup, obey_seconds=obey_seconds, parent=self)
        self.worker.events_arrived.connect(self._on_events_arrived)
        self.worker.preview_arrived.connect(self._on_preview_arrived)
        self.worker.worker_died.connect(self._on_worker_died)
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
    def states(self) -> NodeStates:
        """How the nodes stand."""
        return NodeStates(dict(self._states), self._why)

    def _why(self, path: str) -> list[str]:
        found = self.reasons.why(path)
        return [reason_words(reason, path) for reason in found]

    def start(self, order: RunOrder) -> None:
        """Run this after what runs already. What waits in a paused queue is not started by it."""
        self._start_worker()
        if self.queue.is_paused and not self.queue.waiting:
            self.queue.resume()
        self.queue.add(order)
        if self.queue.is_paused:
            words = tr("{title} waits: the queue is paused.", title=order.title)
            self.noted.emit(Note(words, tone=Tone.WARNING))

    def recover(self, registry: Registry) -> None:
        """Put back what waited when the program was killed. It stays paused until asked for."""
        orders = self._journal.recover(registry) if self._journal is not None else []
        if orders:
            self.queue.recover(orders)
            names = ", ".join(dict.fromkeys(order.title for order in orders))
            words = tr("Runs that had not ended wait in the paused queue: {names}.", names=names)
            self.noted.emit(Note(words, tr("Resume the queue to run them."), Tone.WARNING))

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

    def close(self) -> None:
        """End the worker and wait for it. A second call does nothing."""
        self.worker.close()
        self._looker.close()
        if self._journal is not None:
            self._journal.close(keep=self.queue.recovered)

    def forget(self) -> None:
        """Another project is in hand: nothing is known of its nodes.

        What was recovered and not asked for yet belongs to neither and still waits.
        """
        self._stop(keep=self.queue.recovered)
        if self._reasons_file is not None:
            self.reasons.keep(self._reasons_file)
            self._reasons_file = None
        self.reasons.forget()
        self._states.clear()
        self._keys.clear()
        self._previews.clear()
        self.times.forget_paths()
        self.working_on = ""
        self.order, self.estimate, self.unfinished = None, None, None
        self.forgotten.emit()
        self.changed.emit()

    def key_of(self, path: str) -> str:
        """The key of the result that a node has from its last run; empty where there is none."""
        state = self._states.get(path)
        made = state is not None and not state.error and state.progress is None
        return str(self._keys[path]) if made and path in self._keys else ""

    def compare(self, snapshot: Snapshot) -> None:
        """Mark what changed since it ran. A node that failed shows that until it changes."""
        known = [path for path in self._keys if path in snapshot.flat]
        try:
            keys = snapshot.keys(known)
        except GraphError:
            return
        for path in known:
            state, same = self._states.get(path), keys.get(path) == self._keys[path]
            if state is None or state.progress is not None:
                continue
            if state.error and not same:
                self._states[path] = NodeState()
            elif state.cache is CacheState.STALE and same:
                has_run = state.seconds is not None
                cache = CacheState.FRESH if has_run else CacheState.ON_DISK
                self._states[path] = replace(state, cache=cache)
            elif state.cache in (CacheState.FRESH, CacheState.ON_DISK) and not same:
                self._states[path] = replace(state, cache=CacheState.STALE)
        self._looker.look(snapshot)
        self.changed.emit()

    def take_in_hand(self, snapshot: Snapshot, project: Path | None) -> None:
        """Find out how the nodes of a project stand, and why they ran the last time."""
        self.follow_file(project)
        if self._reasons_file is not None:
            self.reasons.bring_back(self._reasons_file)
        self._looker.look(snapshot)

    def follow_file(self, project: Path | None) -> None:
        """The project in hand lies there: its reasons are kept under that name."""
        if project is not None:
            name = digest_text(str(project.resolve()))
            self._reasons_file = self.faults.with_name("reasons") / name

    @Slot(int, object)
    def _on_standing_found(self, number: int, found: Standing) -> None:
        if number != self._looker.number:
            return  # the project is another one by now
        self.reasons.take(found)
        for path, cache in found.caches.items():
            state = self._states.get(path, NodeState())
            if state.progress is not None:
                continue
            seen = stood(state, cache, is_same=self._keys.get(path) == found.keys[path])
            if seen != state:
                self._states[path] = replace(seen, key=found.keys[path])
            if seen.cache is CacheState.ON_DISK:
                self._keys[path] = found.keys[path]
        self.standing_found.emit(found)
        self.changed.emit()

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
        self.order, self.unfinished = order, None
        try:
            self.estimate = RunEstimate(order.snapshot, order.sinks, self.times)
        except GraphError:
            self.estimate = None  # the worker will say what is wrong
        self.noted.emit(Note(tr("{title} …", title=order.title)))
        self.changed.emit()

    @Slot(object)
    def _on_events_arrived(self, news: RunEvents) -> None:
        if self.order is None or news.run != self.order.id:
            return
        settled = [path for event in news.events if (path := self._take(event))]
        snapshot = self.order.snapshot
        settled = [path for path in settled if path in snapshot.flat]
        keys = snapshot.keys(settled) if settled else {}
        self._keys.update((path, keys[path]) for path in settled)
        made = {
            event.path
            for event in news.events
            if isinstance(event, NodeFinished) and event.origin is Origin.COMPUTED
        }
        for path in settled:
            if not self._states[path].error:
                self.reasons.settled(path, keys[path], is_made=path in made)
                self._states[path] = replace(self._states[path], key=keys[path])
        self.changed.emit()

    def _take(self, event: Event) -> str:
        """Keep what an event says; the path of a node that is settled by it, or nothing."""
        match event:
            case NodeStarted(path):
                self._work_on(path)
                self._states[path] = NodeState(progress=0.0)
                if self.estimate is not None:
                    self.estimate.started(path)
            case NodeProgressed(path, done, total):
                self._work_on(path)
                share = done / total if total else 0.0
                self._states[path] = NodeState(progress=share)
                if self.estimate is not None:
                    self.estimate.progressed(path, share)
            case NodeFinished(path, seconds, origin):
                self._states[path] = NodeState(cache=CacheState.FRESH, seconds=seconds)
                self._settle(path, seconds if origin is Origin.COMPUTED else None)
                return path
            case NodeWarned(path, message):
                words = tr("{node}: {message}", node=path, message=said(message))
                self.noted.emit(Note(words, tone=Tone.WARNING, path=path))
            case NodeFailed(path, error):
                self._states[path] = NodeState(error=said(error.message))
                trace = error.trace if isinstance(error, RemoteNodeError) else ""
                note = Note(
                    said(error.message), said(error.mend), Tone.FAILURE, path, details=trace
                )
                self.noted.emit(note)
                self._settle(path)
                return path
            case NodeBlocked(path, by):
                words = tr("Waits for {node}, which failed", node=by)
                self._states[path] = NodeState(error=words)
                self._settle(path)
                return path
            case _:
                pass
        return ""

    def _work_on(self, path: str) -> None:
        """A node is at work. A stage stays in view while others make frames for it."""
        before = self._states.get(self.working_on)
        is_held = (
            before is not None
            and before.progress is not None
            and self.estimate is not None
            and self.estimate.counts(self.working_on)
            and not self.estimate.counts(path)
        )
        if not is_held:
            self.working_on = path

    def _settle(self, path: str, seconds: float | None = None) -> None:
        if self.estimate is not None:
            self.estimate.settled(path, seconds)

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
        if self.order is not None and ending.order.id == self.order.id:
            for path, state in self._states.items():
                if state.progress is not None:
                    self._states[path] = NodeState()
            self.working_on, self.order, self.estimate = "", None, None
            self.unfinished = ending.again
            self.times.keep()
            self._looker.look(ending.order.snapshot)
        self.noted.emit(farewell(ending))
        self.run_ended.emit(ending)
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
    """The worker of this machine's processor."""
    return WorkerSetup(device="cpu", store=results, faults=state_folder / "worker-faults.txt")
