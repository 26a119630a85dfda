"""What a run tells while it goes on. Each event is a difference; progress is thinned to 30 Hz."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from nodes.refusals import NodeError
from nodes.used_model import UsedModel
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


class NodeStarted(msgspec.Struct, frozen=True):
    """A node's function is called for the first time in this run."""

    path: str


class NodeProgressed(msgspec.Struct, frozen=True):
    """Frames or steps done of `total` (0: unknown); `doing` says what if it is something else,
    such as loading a model."""

    path: str
    done: int
    total: int
    doing: str = ""


class NodePreviewed(msgspec.Struct, frozen=True):
    """A picture of what is being made."""

    path: str
    picture: Image | Mask


class NodeWarned(msgspec.Struct, frozen=True):
    """Something that the person should know of a result that is good otherwise.

    `about` are ids of what it is about within the node: the panels of a move that holds.
    """

    path: str
    message: str
    about: tuple[str, ...] = ()


class NodeUsedModel(msgspec.Struct, frozen=True):
    """A node leased a model for the first time in this run: which, and how it was put."""

    path: str
    model: UsedModel


class NodeStoodIn(msgspec.Struct, frozen=True):
    """What is built in works instead of a model that a node names and that is not here."""

    path: str
    model: str
    title: str


class NodeFinished(msgspec.Struct, frozen=True):
    """A node has its result. `seconds` is time in its own function, `frames` how many it made."""

    path: str
    seconds: float
    origin: Origin
    frames: int = 0


class NodeFailed(msgspec.Struct, frozen=True):
    """A node could not be run."""

    path: str
    error: NodeError


class NodeBlocked(msgspec.Struct, frozen=True):
    """A node waits for another one that failed."""

    path: str
    by: str


class RunEnded(msgspec.Struct, frozen=True):
    """Nothing more will be told of this run."""

    outcome: Outcome
    seconds: float


Event = (
    NodeStarted
    | NodeProgressed
    | NodePreviewed
    | NodeWarned
    | NodeUsedModel
    | NodeStoodIn
    | NodeFinished
    | NodeFailed
    | NodeBlocked
    | RunEnded
)
