"""What a node's pictures can be compared with: other nodes, and its own results of earlier runs."""

from __future__ import annotations

from dataclasses import dataclass
from time import localtime, strftime

from app.workers.orders import Ending, RunEnding, RunOrder
from nodes.graph import Graph, Node
from nodes.snapshot import Snapshot
from nodes.spec import MANY_PICTURES, ONE_PICTURE
from pipelines.errors import StoryloomError
from widgets import node_names
from widgets.viewer.source_bar import Source
from widgets.words import tr

EARLIER_SCENE = "earlier run"
_PICTURED = frozenset((*ONE_PICTURE, *MANY_PICTURES))
_MOST_RUNS = 8
_NODE, _RUN = "node:", "run:"


@dataclass(frozen=True, slots=True)
class Compared:
    """A node's path, and the run whose result of it is meant; None: as it is now."""

    path: str
    earlier: RunOrder | None = None


class Comparisons:
    """Remembers the runs of a project. Their results stay in the store while it has room."""

    def __init__(self) -> None:
        self._runs: dict[str, tuple[RunOrder, str]] = {}

    def keep(self, ending: RunEnding) -> None:
        """A run is over; what it finished can be looked at again."""
        if ending.ending is not Ending.NO_WORKER:
            self._runs[ending.order.id] = (ending.order, strftime("%H:%M:%S", localtime()))
            while len(self._runs) > _MOST_RUNS:
                del self._runs[next(iter(self._runs))]

    def offered(self, snapshot: Snapshot, path: str) -> list[Source]:
        """Earlier results of a node that differ from what it gives now, newest first; then the
        other nodes with a picture."""
        now = _key(snapshot, path)
        seen = {now}
        sources: list[Source] = []
        for run, (order, when) in reversed(self._runs.items()):
            key = _key(order.snapshot, path)
            if key and key not in seen:
                seen.add(key)
                sources.append(Source(_RUN + run, tr("This node, run at {time}", time=when)))
        others = [other for other in snapshot.graph.nodes if other != path]
        sources += [
            Source(_NODE + other, title_of(snapshot, other))
            for other in others
            if outputs_of(snapshot, other)
        ]
        return sources

    def chosen(self, key: str, path: str) -> Compared | None:
        """What was meant by the key of a source; None for nothing, or a run that is forgotten."""
        if key.startswith(_NODE):
            return Compared(key.removeprefix(_NODE))
        run = self._runs.get(key.removeprefix(_RUN))
        return Compared(path, run[0]) if run is not None else None


def outputs_of(snapshot: Snapshot, path: str) -> list[str]:
    """The outputs of a node that have a picture, of a group those of its ports."""
    node = snapshot.flat.get(path)
    if node is not None and node.spec is not None:
        return [output.name for output in node.spec.outputs if output.value in _PICTURED]
    group = snapshot.graph.nodes.get(path)
    return [port.name for port in group.output_ports] if group is not None else []


def title_of(snapshot: Snapshot, path: str) -> str:
    """What a node is called on the canvas."""
    node = node_at(snapshot, path)
    return node_names.title_of(node, snapshot.registry) if node is not None else path


def node_at(snapshot: Snapshot, path: str) -> Node | None:
    """The node, or the group, of a path; None where there is none any more."""
    inside, node = snapshot.graph, None
    for part in path.split("/"):
        node = inside.nodes.get(part)
        if node is None:
            return None
        inside = node.graph if node.graph is not None else Graph()
    return node


def _key(snapshot: Snapshot, path: str) -> str:
    """Names the result of a node; empty where it has none."""
    if path not in snapshot.flat:
        return ""
    try:
        return snapshot.keys([path])[path]
    except StoryloomError:
        return ""
