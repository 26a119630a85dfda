"""What the window tells in its log, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from time import time

from app.workers.orders import RunOrder


class Tone(StrEnum):
    """How grave a note is."""

    PLAIN = "plain"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Note:
    """A line of the log.

    `path` is the node that it is about, `why` the words without that node's name, `details` what
    only a programmer reads, `again` a run that can be ordered again; each is empty where there is
    none. `about` are ids of what it is about within the node. `at` is seconds since 1970.
    """

    words: str
    mend: str = ""
    tone: Tone = Tone.PLAIN
    path: str = ""
    why: str = ""
    details: str = ""
    again: RunOrder | None = None
    about: tuple[str, ...] = ()
    at: float = field(default_factory=time)
