"""Running a snapshot: what is missing for the sinks is made, and everything else left alone.

Knows no threads and no windows: `run` pushes events to whoever asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from nodes.cache_state import CacheState
from nodes.events import Event, Outcome, RunEnded
from nodes.flat_node import FlatRef
from nodes.looking import Look, Warnings
from nodes.memory import ResultMemory
from nodes.refusals import NodeError
from nodes.running import Run
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.digest import Digest
from pipelines.errors import Cancelled
from pipelines.media.proxies import ProxyMaker
from pipelines.models.lending import Lender
from pipelines.progress import CancelToken, LocalCancelToken
from pipelines.values import ClipFormat

MEMORY_BUDGET = 128 << 20


@dataclass(frozen=True, slots=True)
class Results:
    """What a run brought: the sinks' outputs, what failed, and how it ended.

    Whoever keeps a clip beyond the run leases its frames from the store.
    """

    outcome: Outcome
    values: Mapping[FlatRef, Any]
    failures: Mapping[str, NodeError]


def _ignore(event: Event) -> None:
    """For runs that nobody watches."""


def _refuse(path: Path) -> bool:
    """Nobody was asked, so nothing outside the project's folder is touched."""
    return False


class Evaluator:
    """Runs snapshots, and keeps results between runs in memory and in the store.

    `checked` compares every input before and after a node's function and reports a change.
    `proxies` makes small copies of videos in the background, for drafts; `lender` lends models.
    """

    def __init__(
        self,
        store: ResultStore,
        *,
        budget: int = MEMORY_BUDGET,
        checked: bool = False,
        proxies: ProxyMaker | None = None,
        lender: Lender | None = None,
    ) -> None:
        self.store = store
        self.proxies = proxies
        self.lender = lender
        self.memory = ResultMemory(budget)
        self.formats: dict[str, ClipFormat] = {}
        self.last: dict[str, Digest] = {}
        self.checked = checked

    def run(
        self,
        snapshot: Snapshot,
        sinks: Sequence[str],
        on_event: Callable[[Event], None] = _ignore,
        cancel: CancelToken | None = None,
        *,
        may_write: Callable[[Path], bool] = _refuse,
        may_read: Callable[[Path], bool] = _refuse,
    ) -> Results:
        """Make what the sinks (paths of nodes) need, and keep their results on disk.

        Effect nodes run only when they are named as sinks. A node that fails blocks what depends
        on it and nothing else. Cancelling keeps every result that was finished. The store writes
        what was costly at once, and the rest soon or when it is closed.
        """
        started = perf_counter()
        token = cancel if cancel is not None else LocalCancelToken()
        run = Run(self, snapshot, on_event, token, may_write=may_write, may_read=may_read)
        try:
            run.execute(list(dict.fromkeys(sinks)))
            outcome = Outcome.FAILED if run.failures else Outcome.DONE
        except Cancelled:
            outcome = Outcome.CANCELLED
        finally:
            run.release()
        run.end(cancelled=outcome is Outcome.CANCELLED)
        on_event(RunEnded(outcome, perf_counter() - started))
        return Results(outcome, run.values_of(sinks), dict(run.failures))

    def look(
        self,
        snapshot: Snapshot,
        path: str,
        cancel: CancelToken,
        *,
        may_read: Callable[[Path], bool] = _refuse,
    ) -> Look:
        """Lay out a node's outputs, so that single frames of them can be read.

        No whole-clip or effect node is started: raises NodeError with NotRunError as its cause
        where one has no result, and NodeError where a node fails.
        """
        warnings = Warnings()
        run = Run(
            self, snapshot, warnings.hear, cancel, may_write=_refuse, may_read=may_read, looks=True
        )
        return Look(run, path, warnings)

    def state(self, snapshot: Snapshot, path: str) -> CacheState:
        """How the result of a node stands, without running anything."""
        node = snapshot.flat[path]
        if node.pinned:
            return CacheState.PINNED
        key = snapshot.keys([path])[path]
        if key in self.memory:
            return CacheState.FRESH
        if node.spec is not None and node.spec.outputs:
            names = [output.name for output in node.spec.outputs]
            if all(self.store.has_value(f"{key}.{name}") for name in names):
                return CacheState.FRESH if self.last.get(path) == key else CacheState.ON_DISK
        last = self.last.get(path)
        if last == key:
            return CacheState.FRESH
        return CacheState.STALE if last is not None else CacheState.NOT_RUN


def sinks_of(snapshot: Snapshot) -> list[str]:
    """The effect nodes of a snapshot, or, where there are none, the nodes that nothing uses."""
    flat = {path: node for path, node in snapshot.flat.items() if not node.bypassed}
    effects = [path for path, node in flat.items() if node.spec is not None and node.spec.effect]
    if effects:
        return effects
    used = {ref.path for node in flat.values() for ref in node.sources}
    return [path for path in flat if path not in used]


def paths_under(snapshot: Snapshot, wanted: Iterable[str]) -> list[str]:
    """The flat paths that names mean: a node's own, or those of all that a group ends in."""
    found: list[str] = []
    for name in wanted:
        if name in snapshot.flat:
            found.append(name)
            continue
        inner = [path for path in snapshot.flat if path.startswith(f"{name}/")]
        used = {ref.path for path in inner for ref in snapshot.flat[path].sources}
        found += [path for path in inner if path not in used]
    return found


def upstream(snapshot: Snapshot, goals: Iterable[str]) -> list[str]:
    """The flat paths of some nodes and of everything that feeds them, each once."""
    found = dict.fromkeys(goals)
    stack = list(found)
    while stack:
        for ref in snapshot.flat[stack.pop()].sources:
            if ref.path not in found and ref.path in snapshot.flat:
                found[ref.path] = None
                stack.append(ref.path)
    return list(found)
