"""Runs as the window sees them: orders to the worker, how nodes stand, and what was told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import Ending, RunEnding, RunEvents, RunOrder, WorkerDeath
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
)
from nodes.refusals import GraphError
from nodes.serve import WorkerSetup
from nodes.snapshot import Snapshot
from pipelines.digest import Digest
from widgets.canvas import NodeState, NodeStates


class Tone(StrEnum):
    """How grave a note is."""

    PLAIN = "plain"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the log. `path` is the node that it is about, empty where there is none."""

    words: str
    mend: str = ""
    tone: Tone = Tone.PLAIN
    path: str = ""


class RunDesk(QObject):
    """Hands out runs and keeps their states. The worker process starts with the first run."""

    noted = Signal(object)
    """A Note."""
    changed = Signal()
    """States, progress, or whether something runs."""

    def __init__(self, setup: WorkerSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = setup
        self._worker: CudaWorker | None = None
        self._queue: RunQueue | None = None
        self._order: RunOrder | None = None
        self._states: dict[str, NodeState] = {}
        self._keys: dict[str, Digest] = {}
        self.working_on = ""

    @property
    def is_running(self) -> bool:
        """Whether a run is under way or waits."""
        return self._queue is not None and bool(self._queue.running or self._queue.waiting)

    @property
    def states(self) -> NodeStates:
        """How the nodes stand."""
        return NodeStates(dict(self._states))

    def start(self, order: RunOrder) -> None:
        """Run this after what runs already."""
        if self._worker is None:
            self._setup.faults.parent.mkdir(parents=True, exist_ok=True)
            self._worker = CudaWorker(self._setup, parent=self)
            self._worker.events_arrived.connect(self._on_events_arrived)
            self._worker.worker_died.connect(self._on_worker_died)
            self._queue = RunQueue([self._worker], self)
            self._queue.run_started.connect(self._on_run_started)
            self._queue.run_ended.connect(self._on_run_ended)
            self._worker.start()
        assert self._queue is not None
        if self._queue.is_paused:
            self._queue.resume()
        self._queue.add(order)
        self.changed.emit()

    def stop(self) -> None:
        """Cancel everything. What is finished is kept."""
        for order in (*self._queue.waiting, *self._queue.running) if self._queue else ():
            assert self._queue is not None
            self._queue.remove(order.id)

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()

    def forget(self) -> None:
        """Another project is in hand: nothing is known of its nodes."""
        self.stop()
        self._states.clear()
        self._keys.clear()
        self._order = None
        self.changed.emit()

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
            elif state.cache in (CacheState.FRESH, CacheState.STALE):
                cache = CacheState.FRESH if same else CacheState.STALE
                self._states[path] = replace(state, cache=cache)
        self.changed.emit()

    @Slot(object)
    def _on_run_started(self, order: RunOrder) -> None:
        self._order = order
        self.noted.emit(Note(f"{order.title} …"))
        self.changed.emit()

    @Slot(object)
    def _on_events_arrived(self, news: RunEvents) -> None:
        if self._order is None or news.run != self._order.id:
            return
        settled = [path for event in news.events if (path := self._take(event))]
        snapshot = self._order.snapshot
        settled = [path for path in settled if path in snapshot.flat]
        keys = snapshot.keys(settled) if settled else {}
        self._keys.update((path, keys[path]) for path in settled)
        self.changed.emit()

    def _take(self, event: Event) -> str:
        """Keep what an event says; the path of a node that is settled by it, or nothing."""
        match event:
            case NodeStarted(path):
                self.working_on = path
                self._states[path] = NodeState(progress=0.0)
            case NodeProgressed(path, done, total):
                self.working_on = path
                self._states[path] = NodeState(progress=done / total if total else 0.0)
            case NodeFinished(path, seconds):
                self._states[path] = NodeState(cache=CacheState.FRESH, seconds=seconds)
                return path
            case NodeWarned(path, message):
                self.noted.emit(Note(f"{path}: {message}", tone=Tone.WARNING, path=path))
            case NodeFailed(path, error):
                self._states[path] = NodeState(error=error.message)
                self.noted.emit(Note(error.message, error.mend, Tone.FAILURE, path))
                return path
            case NodeBlocked(path, by):
                self._states[path] = NodeState(error=f"Waits for {by}, which failed")
                return path
            case _:
                pass
        return ""

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        for path, state in self._states.items():
            if state.progress is not None:
                self._states[path] = NodeState()
        self.working_on = ""
        self.noted.emit(_farewell(ending))
        self.changed.emit()

    @Slot(object)
    def _on_worker_died(self, death: WorkerDeath) -> None:
        self.noted.emit(Note(death.message, death.mend, Tone.FAILURE))


def _farewell(ending: RunEnding) -> Note:
    title = ending.order.title
    match ending.ending:
        case Ending.DONE:
            return Note(f"{title}: done in {ending.seconds:.1f} s.")
        case Ending.CANCELLED:
            return Note(f"{title}: stopped.", "What was finished is kept.")
        case _:
            words = ending.message or "it failed; see above."
            return Note(f"{title}: {words}", ending.mend, Tone.FAILURE)


def setup_for(results: Path, state_folder: Path) -> WorkerSetup:
    """The worker of this machine's processor."""
    return WorkerSetup(device="cpu", store=results, faults=state_folder / "worker-faults.txt")
