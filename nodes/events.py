"""What a run tells while it goes on. Each event is a difference; progress is thinned to 30 Hz."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nodes.refusals import NodeError
from pipelines.values import Image, Mask


class Origin(StrEnum):
    """Where a finished node's result came from."""

    COMPUTED = "computed"
    MEMORY = "memory"
    DISK = "disk"
    PINNED = "pinned"


class Outcome(StrEnum):
    """How a run ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NodeStarted:
    """A node's function is called for the first time in this run."""

    path: str


@dataclass(frozen=True, slots=True)
class NodeProgressed:
    """Frames or steps done of `total` (0: unknown)."""

    path: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class NodePreviewed:
    """A picture of what is being made."""

    path: str
    picture: Image | Mask


@dataclass(frozen=True, slots=True)
class NodeWarned:
    """Something that the person should know of a result that is good otherwise."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class NodeFinished:
    """A node has its result. `seconds` is time in its own function, `frames` how many it made."""

    path: str
    seconds: float
    origin: Origin
    frames: int = 0


@dataclass(frozen=True, slots=True)
class NodeFailed:
    """A node could not be run."""

    path: str
    error: NodeError


@dataclass(frozen=True, slots=True)
class NodeBlocked:
    """A node waits for another one that failed."""

    path: str
    by: str


@dataclass(frozen=True, slots=True)
class RunEnded:
    """Nothing more will be told of this run."""

    outcome: Outcome
    seconds: float


Event = (
    NodeStarted
    | NodeProgressed
    | NodePreviewed
    | NodeWarned
    | NodeFinished
    | NodeFailed
    | NodeBlocked
    | RunEnded
)
