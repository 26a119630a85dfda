"""A model as views show it: values, found out elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from pipelines.models.catalogue import Precision
from pipelines.models.placement import Fit


class Stand(Enum):
    """How a model, or a part of one, is on this machine."""

    ABSENT = auto()
    PARTIAL = auto()
    HERE = auto()
    VERIFIED = auto()
    DAMAGED = auto()
    OUTDATED = auto()
    """An older one is here than the catalogue names now."""

    @property
    def can_be_used(self) -> bool:
        """Whether it is whole and not known to be damaged."""
        return self in (Stand.HERE, Stand.VERIFIED)


class Purpose(Enum):
    """What models are for, in the order in which they are listed."""

    VIDEO = auto()
    LORA = auto()
    MASKS = auto()
    CONTROLS = auto()
    WORDS = auto()
    MEASURES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEntry:
    """Files that are fetched, kept and deleted together."""

    id: str
    repository: str
    revision: str
    """The commit that the catalogue names; empty where it names none."""
    is_pinned: bool
    commit: str
    """The commit that is here, empty where none is or it is a folder of the user's."""
    files: tuple[str, ...]
    count: int
    """Files that are here."""
    bytes: int
    bytes_here: int
    folder: Path | None
    stand: Stand
    shared_with: tuple[str, ...]
    """Titles of the other models that need it."""
    licence: str
    is_own_folder: bool
    is_gated: bool
    is_noise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """A model of the catalogue on this machine. Bytes are about what the hub will tell exactly."""

    id: str
    title: str
    about: str
    family: str
    purpose: Purpose
    frames: str
    stand: Stand
    bytes: int
    bytes_missing: int
    verified_at: float
    parts: tuple[PartEntry, ...]
    memory: tuple[tuple[Precision, int], ...]
    fit: Fit | None
    """None where the catalogue does not say what it needs."""
    used_by: tuple[str, ...]
    """Titles of the kinds of node that can work with it."""
    is_own: bool
    bytes_freed: int
    """What deleting it would free."""
    kept: tuple[str, ...]
    """The parts that would stay then."""

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences of its parts, each once."""
        return tuple(dict.fromkeys(filter(None, (part.licence for part in self.parts))))

    @property
    def folder(self) -> Path | None:
        """Where its own part lies."""
        return next((part.folder for part in self.parts if part.folder is not None), None)

    @property
    def is_fetched(self) -> bool:
        """Whether it comes from the hub at all."""
        return any(part.repository for part in self.parts)

    @property
    def is_noise(self) -> bool:
        """Whether it has random weights."""
        return any(part.is_noise for part in self.parts)

    @property
    def bytes_shared(self) -> int:
        """What of it is missing and comes once for several models."""
        return sum(part.bytes - part.bytes_here for part in self.parts if part.shared_with)
