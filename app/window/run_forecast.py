"""What a run would make, and how long that takes: said before it is ordered. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.window.run_estimate import NodeTimes, RunEstimate, spoken_length
from nodes.cache_state import CacheState
from nodes.evaluator import paths_under, sinks_of
from nodes.snapshot import Snapshot
from widgets.words import counted, tr

LONG_SECONDS = 5.0
"""From when on it is worth saying without being asked."""
_THERE = (CacheState.ON_DISK, CacheState.PINNED)


class Forecast(NamedTuple):
    """Nodes that will be made and results that are there already; seconds, None where unknown."""

    made: int
    kept: int
    seconds: float | None = None

    @property
    def is_long(self) -> bool:
        """Whether a person may want to know before pressing the button."""
        return self.seconds is not None and self.seconds >= LONG_SECONDS


def forecast(
    snapshot: Snapshot,
    sinks: Sequence[str],
    caches: Mapping[str, CacheState],
    times: NodeTimes,
) -> Forecast:
    """What a run of `sinks` (none: the exports, or all ends) does, by what is on disk.

    Raises GraphError where the graph cannot be laid out.
    """
    goals = paths_under(snapshot, sinks) if sinks else sinks_of(snapshot)
    made, kept = set[str](), set[str]()
    stack = [path for path in goals if path in snapshot.flat]
    while stack:
        path = stack.pop()
        if path in made or path in kept:
            continue
        if caches.get(path) in _THERE:
            kept.add(path)
            continue
        made.add(path)
        stack += [ref.path for ref in snapshot.flat[path].sources if ref.path in snapshot.flat]
    estimate = RunEstimate(snapshot, goals, times)
    for path in kept:
        estimate.settled(path)
    shown = [path for path in made if not _is_conversion(snapshot, path)]
    return Forecast(len(shown), len(kept), estimate.remaining() if made else 0.0)


def spoken_forecast(found: Forecast) -> str:
    """A forecast in words, as sure as it is."""
    if not found.made:
        return tr("All of it is made already.")
    nodes = counted("{count} node to make", "{count} nodes to make", found.made)
    if found.seconds is not None:
        nodes = tr("{nodes}, {length}", nodes=nodes, length=spoken_length(found.seconds))
    return (
        tr("{nodes}; {count} from the cache", nodes=nodes, count=found.kept)
        if found.kept
        else nodes
    )


def _is_conversion(snapshot: Snapshot, path: str) -> bool:
    """Whether a node was put in between two others by itself: nobody sees it."""
    spec = snapshot.flat[path].spec
    return spec is not None and spec.conversion
