"""Something that is done to a model in the background, as views show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Doing(Enum):
    """How it stands."""

    WAITING = auto()
    AT_WORK = auto()
    CHECKING = auto()
    """What was fetched is looked at."""
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Job:
    """A download or a check of a model: bytes `done` of `total` (0 while that is not known), and
    the words of its failure."""

    model: str
    doing: Doing = Doing.WAITING
    done: int = 0
    total: int = 0
    words: str = ""
    mend: str = ""

    @property
    def share(self) -> float:
        """How much of it is done, 0..1."""
        return self.done / self.total if self.total else 0.0

    @property
    def is_at_work(self) -> bool:
        """Whether its process runs."""
        return self.doing in (Doing.AT_WORK, Doing.CHECKING)
