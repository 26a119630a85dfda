"""The run that a worker process is at, and what it told that was not passed on yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from app.workers.coalescing import coalesced
from app.workers.orders import Ending, RunEnding, RunEvents, RunOrder, RunPreview
from nodes.events import Outcome
from nodes.serving.messages import Ended, Told, event_of
from nodes.serving.worker_memory import WorkerMemory

TELL_EVERY = 0.033
"""Seconds between two tellings of a run."""
_ENDINGS = {
    Outcome.DONE: Ending.DONE,
    Outcome.FAILED: Ending.FAILED,
    Outcome.CANCELLED: Ending.CANCELLED,
}


class RunInHand:
    """An order with its number, by which the process knows it."""

    def __init__(self, order: RunOrder, number: int) -> None:
        self.order = order
        self.number = number
        self.due = monotonic() + TELL_EVERY
        self._heard: list[Told] = []

    def hear(self, told: Told) -> None:
        """Keep what it told until it is due."""
        self._heard.append(told)

    def news(self, memory: WorkerMemory) -> Iterator[RunEvents | RunPreview]:
        """What was told and shown since the last time."""
        self.due = monotonic() + TELL_EVERY
        heard, self._heard = self._heard, []
        if heard:
            yield RunEvents(self.order.id, coalesced(map(event_of, heard)))
        posted = memory.latest()
        if posted is not None and posted.run == self.number:
            yield RunPreview(self.order.id, posted.path, posted.picture)

    def ending(self, ended: Ended) -> RunEnding:
        """How it ended, as the worker says."""
        return RunEnding(
            order=self.order,
            ending=_ENDINGS[ended.outcome],
            seconds=ended.seconds,
            keys=ended.keys,
            files=tuple(map(Path, ended.files)),
            message=ended.message,
            mend=ended.mend,
        )
