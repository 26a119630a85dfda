"""What goes into a worker and comes out of it, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from nodes.events import Event
from nodes.frame_serving.messages import Raster
from nodes.serving.messages import Consents
from nodes.serving.sent_snapshot import TilePlace
from nodes.snapshot import Snapshot
from nodes.used_model import UsedModel
from pipelines.values import Image, Mask


def _fresh_id() -> str:
    return uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunOrder:
    """A run that somebody wants.

    `tiles` says where a worker reads what `snapshot.tiles` holds; `sinks` are nodes or groups by
    path, none of them meaning the exports, or else all ends; `title` is what a list shows. `write`
    waits, in the worker's own thread, until all painted tiles are where `tiles` says.
    """

    snapshot: Snapshot
    tiles: TilePlace | None = None
    sinks: tuple[str, ...] = ()
    consents: Consents = field(default_factory=Consents)
    title: str = ""
    write: Callable[[], None] | None = None
    id: str = field(default_factory=_fresh_id)

    def anew(self) -> RunOrder:
        """The same as another order."""
        return replace(self, id=_fresh_id())


class Ending(StrEnum):
    """How a run that was ordered ended."""

    DONE = "done"
    FAILED = "failed"
    """Nodes failed (their events said so), or, with a message, the run could not begin."""
    CANCELLED = "cancelled"
    STOPPED = "stopped"
    """It did not obey a cancel in time: its worker was ended and started anew."""
    DIED = "died"
    """Its worker ended by itself and was started anew."""
    NO_WORKER = "no worker"
    """A worker could not be started."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnding:
    """The end of a run. `keys` name the results of its sinks in the store, as "key.output".

    `files` are those that its exports wrote. `message` and `mend` are words for the person, where
    there is something to say; `again` is what to add to the queue if the person wants the rest of
    it. What was finished is not made again.
    """

    order: RunOrder
    ending: Ending
    seconds: float = 0.0
    keys: Mapping[str, str] = field(default_factory=dict[str, str])
    files: tuple[Path, ...] = ()
    message: str = ""
    mend: str = ""

    @property
    def again(self) -> RunOrder | None:
        """The same run as a new order; None where it was done."""
        return None if self.ending is Ending.DONE else self.order.anew()


@dataclass(frozen=True, slots=True)
class RunKeys:
    """A run begins: the keys of its goals and of all that they depend on, by path."""

    run: str
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RunEvents:
    """What a run told since the last time, in order; of progress, the latest of each node."""

    run: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class RunPreview:
    """The newest picture of what a node is making: 8 bits, no side longer than 512 pixels."""

    run: str
    path: str
    picture: Image | Mask

    @property
    def raster(self) -> Raster:
        """The picture as views take it."""
        pixels = self.picture.pixels
        channels = pixels.shape[2] if isinstance(self.picture, Image) else 1
        return Raster(self.picture.width, self.picture.height, channels, pixels.tobytes())


@dataclass(frozen=True, slots=True)
class WorkerDeath:
    """A worker process ended that should not have. `report` is what native code left behind."""

    device: str
    message: str
    mend: str
    report: str = ""


@dataclass(frozen=True, slots=True)
class WorkerReady:
    """A worker process is up. `seconds` is how long it took to start."""

    device: str
    pid: int
    seconds: float


@dataclass(frozen=True, slots=True)
class WorkerModels:
    """The models that a worker keeps in memory now, used longest ago first."""

    device: str
    models: tuple[UsedModel, ...]
