"""What a node's pictures can be compared with: other nodes, and its own results of earlier runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from time import localtime, strftime

from app.window.neighbours import neighbours
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
_MOST_NODES = 30
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

    def offered(self, snapshot: Snapshot, path: str, kept: str = "") -> list[Source]:
        """Earlier results of a node that differ from what it gives now, newest first; then the
        nodes with a picture that are nearest to it. `kept` is a key that is offered at all
        events."""
        sources = [*self._earlier(snapshot, path), *_nearest(snapshot, path)]
        known = {source.key for source in sources}
        if kept.startswith(_NODE) and kept not in known:
            sources.append(Source(kept, title_of(snapshot, kept.removeprefix(_NODE))))
        return sources

    def _earlier(self, snapshot: Snapshot, path: str) -> Iterator[Source]:
        seen = {_key(snapshot, path)} if self._runs else set[str]()
        for run, (order, when) in reversed(self._runs.items()):
            key = _key(order.snapshot, path)
            if key and key not in seen:
                seen.add(key)
                yield Source(_RUN + run, tr("This node, run at {time}", time=when))

    def chosen(self, key: str, path: str) -> Compared | None:
        """What was meant by the key of a source; None for nothing, or a run that is forgotten."""
        if key.startswith(_NODE):
            return Compared(key.removeprefix(_NODE))
        run = self._runs.get(key.removeprefix(_RUN))
        return Compared(path, run[0]) if run is not None else None


def outputs_of(snapshot: Snapshot, path: str) -> list[str]:
    """The outputs of a node that have a picture, of a group those of its ports."""
    node = node_at(snapshot, path)
    if node is None:
        return []
    spec = snapshot.registry.find(node.type)
    if spec is None:
        return [port.name for port in node.output_ports]
    return [output.name for output in spec.outputs if output.value in _PICTURED]


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


def _nearest(snapshot: Snapshot, path: str) -> list[Source]:
    """Nodes around one; those of one title are told apart by their ids."""
    around, _, node_id = path.rpartition("/")
    prefix = f"{around}/" if around else ""
    level = node_at(snapshot, around) if around else None
    graph = snapshot.graph if level is None or level.graph is None else level.graph
    paths = (prefix + other for other in neighbours(graph, node_id))
    shown = list(islice((one for one in paths if outputs_of(snapshot, one)), _MOST_NODES))
    titles = {one: title_of(snapshot, one) for one in shown}
    count = Counter([*titles.values(), title_of(snapshot, path)])
    return [
        Source(_NODE + one, title if count[title] == 1 else f"{title} ({one})")
        for one, title in titles.items()
    ]


def _key(snapshot: Snapshot, path: str) -> str:
    """Names the result of a node; empty where it has none."""
    if path not in snapshot.flat:
        return ""
    try:
        return snapshot.keys([path])[path]
    except StoryloomError:
        return ""
