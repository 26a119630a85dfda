"""An evaluator over a store in a folder, and what tests of the engine do with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nodes.document import Document
from nodes.evaluator import Evaluator, Results
from nodes.events import Event
from nodes.flat_node import FlatRef
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from tests.fakes import CALLS


class Bench:
    """An evaluator over a store in a folder, with the events of the last run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = ResultStore(folder / "store")
        self.evaluator = Evaluator(self.store)
        self.events: list[Event] = []

    def run(self, made: Document, *sinks: str, **options: Any) -> Results:
        """Run, having cleared what was called and told before."""
        CALLS.clear()
        self.events.clear()
        snapshot = Snapshot(made.graph, made.registry, folder=self.folder)
        return self.evaluator.run(snapshot, sinks, self.events.append, **options)

    def restart(self) -> None:
        """Forget everything that is only in memory."""
        self.store.close()
        self.store = ResultStore(self.folder / "store")
        self.evaluator = Evaluator(self.store)

    def value(self, made: Document, sink: str) -> Any:
        """The result of one node."""
        return self.run(made, sink).values[FlatRef(sink, "out")]

    def levels(self, made: Document, sink: str) -> list[int]:
        """The gray level of each frame of a clip."""
        clip = self.value(made, sink)
        frames = [self.store.get_frame(clip.frames.key(index)) for index in range(len(clip))]
        return [int(frame.pixels.flat[0]) for frame in frames if frame is not None]


class StopAfter:
    """A token that asks to stop once a number of frames was made."""

    def __init__(self, frames: int) -> None:
        self.frames = frames

    @property
    def cancelled(self) -> bool:
        return len(CALLS) >= self.frames


def allow(path: Path) -> bool:
    """The person says yes."""
    return True
