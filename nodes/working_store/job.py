"""What is committed to a session's database together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from nodes.working_store.database import Entry, Head
from pipelines.values import Pixels8


class Painted(NamedTuple):
    """A new tile, and the digest of the one that it was painted over, if any."""

    digest: str
    pixels: Pixels8
    over: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Tiles, steps, a head and a base document: written together, or not at all."""

    tiles: tuple[Painted, ...] = ()
    entries: tuple[Entry, ...] = ()
    head: Head | None = None
    document: bytes | None = None
