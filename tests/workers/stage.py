"""A worker, what it told in order, and orders for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import RunEnding, RunEvents, RunOrder, RunPreview, WorkerDeath, WorkerReady
from nodes.events import Event, NodeFinished, Origin
from nodes.graph import Graph, Link, Node
from nodes.serve import WorkerSetup
from nodes.snapshot import Snapshot
from tests.workers import kinds

Nodes = Mapping[str, str | tuple[str, dict[str, Any]]]


def tells(kind: type[Event], path: str) -> Callable[[RunEvents], bool]:
    """Whether a batch holds such an event of a node."""

    def check(batch: RunEvents) -> bool:
        return any(isinstance(e, kind) and getattr(e, "path", "") == path for e in batch.events)

    return check


class Stage(QObject):
    """Collects what a worker tells, in the GUI thread."""

    heard = Signal()

    def __init__(self, worker: CudaWorker) -> None:
        super().__init__()
        self.worker = worker
        self.events: list[Event] = []
        self.batches: list[RunEvents] = []
        self.previews: list[RunPreview] = []
        self.endings: list[RunEnding] = []
        self.deaths: list[WorkerDeath] = []
        self.ready: list[WorkerReady] = []
        worker.became_ready.connect(self._on_became_ready)
        worker.events_arrived.connect(self._on_events_arrived)
        worker.preview_arrived.connect(self._on_preview_arrived)
        worker.run_ended.connect(self._on_run_ended)
        worker.worker_died.connect(self._on_worker_died)

    def clear(self) -> None:
        """Forget what was heard."""
        for heard in (self.events, self.batches, self.previews, self.endings, self.deaths):
            heard.clear()

    def computed(self) -> list[str]:
        """The nodes that were computed, in order."""
        finished = (event for event in self.events if isinstance(event, NodeFinished))
        return [event.path for event in finished if event.origin is Origin.COMPUTED]

    @Slot(object)
    def _on_became_ready(self, ready: WorkerReady) -> None:
        self.ready.append(ready)
        self.heard.emit()

    @Slot(object)
    def _on_events_arrived(self, batch: RunEvents) -> None:
        self.batches.append(batch)
        self.events += batch.events
        self.heard.emit()

    @Slot(object)
    def _on_preview_arrived(self, preview: RunPreview) -> None:
        self.previews.append(preview)
        self.heard.emit()

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        self.endings.append(ending)
        self.heard.emit()

    @Slot(object)
    def _on_worker_died(self, death: WorkerDeath) -> None:
        self.deaths.append(death)
        self.heard.emit()


def setup_in(folder: Path, *, registry: str = kinds.REGISTRY) -> WorkerSetup:
    """A worker for the CPU."""
    return WorkerSetup(
        device="cpu", store=folder / "results", faults=folder / "faults.txt", registry=registry
    )


def snapshot(nodes: Nodes, links: Sequence[str] = (), *, folder: Path | None = None) -> Snapshot:
    """Nodes {id: type or (type, parameters)} and links "a > b.socket"."""
    inputs: dict[str, dict[str, tuple[Link, ...]]] = {}
    for place, line in enumerate(links):
        source, target = (part.strip() for part in line.split(">"))
        target_id, _, socket = target.partition(".")
        inputs.setdefault(target_id, {})[socket] = (Link(f"l{place}", source),)
    made: dict[str, Node] = {}
    for node_id, given in nodes.items():
        type_id, parameters = (given, {}) if isinstance(given, str) else given
        made[node_id] = Node(
            id=node_id, type=type_id, parameters=parameters, inputs=inputs.get(node_id, {})
        )
    return Snapshot(Graph(made), kinds.registry(), folder=folder)


def chain(kind: str, length: int, value: float, /, **parameters: Any) -> Snapshot:
    """A number, and nodes n1, n2 ... of a kind after it."""
    nodes: dict[str, str | tuple[str, dict[str, Any]]] = {
        "n0": ("test.number", {"value": value}),
        **{f"n{place}": (kind, parameters) for place in range(1, length + 1)},
    }
    return snapshot(nodes, [f"n{place - 1} > n{place}.a" for place in range(1, length + 1)])


def order(shot: Snapshot, *sinks: str, title: str = "") -> RunOrder:
    """An order to run it."""
    return RunOrder(snapshot=shot, sinks=sinks, title=title)
