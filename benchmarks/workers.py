"""How soon a worker process starts, tells, obeys, and is replaced.

    python -m benchmarks.workers

Milliseconds on a busy 2-core machine, median and 95th percentile of 20:

    | start                  |  339.4 |  363.4 |
    | order to end           |    2.6 |    6.8 |
    | order to first preview |   34.1 |   34.5 |
    | cancel to end          |    1.0 |    2.6 |
    | kill -9 to told        |    3.3 |   10.2 |
    | kill -9 to ready again |  345.4 |  385.6 |

Events and previews are passed on every 33 ms; the end of a run at once.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import perf_counter
from typing import TypeVar

from app.workers.orders import RunEnding, RunEvents, RunOrder, RunPreview, WorkerDeath, WorkerReady
from app.workers.supervision import Supervision, Tidings
from nodes.graph import Graph, Link, Node
from nodes.serve import WorkerSetup
from nodes.snapshot import Snapshot
from tests.workers import kinds

ROUNDS = 20
T = TypeVar("T", RunEnding, RunEvents, RunPreview, WorkerDeath, WorkerReady)


class Watched:
    """A supervised worker, and what it tells, waited for in this thread."""

    def __init__(self, supervision: Supervision, told: SimpleQueue[Tidings]) -> None:
        self.supervision = supervision
        self._told = told

    def until(self, kind: type[T]) -> T:
        """The next tidings of a kind."""
        while not isinstance(told := self._told.get(timeout=60), kind):
            pass
        return told


@contextmanager
def watched() -> Generator[Watched]:
    """A worker that has just been started."""
    told: SimpleQueue[Tidings] = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder:
        setup = WorkerSetup(
            device="cpu",
            store=Path(folder) / "results",
            faults=Path(folder) / "faults.txt",
            registry=kinds.REGISTRY,
        )
        supervision = Supervision(setup, told.put, obey_seconds=5.0)
        thread = Thread(target=supervision.run)
        thread.start()
        yield Watched(supervision, told)
        supervision.close()
        thread.join()
        supervision.dispose()


def slow(value: float) -> RunOrder:
    """A run that looks at its token every 2 ms."""
    steps = {"count": 5000, "seconds": 0.002}
    return _order(value, Node(id="n", type="test.steps", parameters=steps, inputs=_inputs()))


def quick(value: float) -> RunOrder:
    """A run of one sum."""
    return _order(value, Node(id="n", type="test.add", inputs=_inputs()))


def showing(value: float) -> RunOrder:
    """A run that shows a picture at once."""
    shown = {"count": 1}
    return _order(value, Node(id="n", type="test.pictures", parameters=shown, inputs=_inputs()))


def start(_: Watched, __: int) -> None:
    """From nothing to ready."""
    with watched() as fresh:
        fresh.until(WorkerReady)


def run(worker: Watched, turn: int) -> None:
    """From an order to the end of a run that takes no time."""
    worker.supervision.order(quick(turn))
    worker.until(RunEnding)


def show(worker: Watched, turn: int) -> None:
    """From an order to its first picture."""
    worker.supervision.order(showing(turn))
    worker.until(RunPreview)


def main() -> None:
    """Print the table."""
    with watched() as worker:
        pid = worker.until(WorkerReady).pid
        worker.supervision.order(showing(-1.0))
        worker.until(RunEnding)
        rows = {
            "start": _timed(worker, start),
            "order to end": _timed(worker, run),
            "order to first preview": _timed(worker, show, after=_settle),
            "cancel to end": [_cancelled(worker, turn) for turn in range(ROUNDS)],
            "kill -9 to told": [],
            "kill -9 to ready again": [],
        }
        for _ in range(ROUNDS):
            told, ready, pid = _killed(worker, pid)
            rows["kill -9 to told"].append(told)
            rows["kill -9 to ready again"].append(ready)
    for name, times in rows.items():
        p95 = statistics.quantiles(times, n=20)[-1]
        sys.stdout.write(f"    | {name:<22} | {statistics.median(times):6.1f} | {p95:6.1f} |\n")


def _timed(
    worker: Watched,
    task: Callable[[Watched, int], None],
    *,
    after: Callable[[Watched], None] = lambda worker: None,
) -> list[float]:
    times: list[float] = []
    for turn in range(ROUNDS):
        began = perf_counter()
        task(worker, turn)
        times.append((perf_counter() - began) * 1000)
        after(worker)
    return times


def _settle(worker: Watched) -> None:
    worker.until(RunEnding)


def _cancelled(worker: Watched, turn: int) -> float:
    order = slow(turn)
    worker.supervision.order(order)
    worker.until(RunEvents)
    began = perf_counter()
    worker.supervision.cancel(order.id)
    worker.until(RunEnding)
    return (perf_counter() - began) * 1000


def _killed(worker: Watched, pid: int) -> tuple[float, float, int]:
    """Milliseconds until it is told and until another one is ready, and the other one's number."""
    began = perf_counter()
    os.kill(pid, signal.SIGKILL)
    worker.until(WorkerDeath)
    told = perf_counter()
    ready = worker.until(WorkerReady)
    return (told - began) * 1000, (perf_counter() - began) * 1000, ready.pid


def _inputs() -> dict[str, tuple[Link, ...]]:
    return {"a": (Link("l", "value"),)}


def _order(value: float, node: Node) -> RunOrder:
    number = Node(id="value", type="test.number", parameters={"value": value})
    graph = Graph({"value": number, node.id: node})
    return RunOrder(snapshot=Snapshot(graph, kinds.registry()), sinks=(node.id,))


if __name__ == "__main__":
    main()
