"""What a node computes with beside its own code: a model, and where that is. A value for views."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ModelPlace(StrEnum):
    """Where a model is."""

    BUILT_IN = "built in"
    """Part of the program: nothing is downloaded."""
    ABSENT = "not downloaded"
    ON_DISK = "on disk"
    IN_MEMORY = "in memory"


@dataclass(frozen=True, slots=True)
class ModelState:
    """A model as it is now. `words` say what it does and what another one would do better;
    `size` is its bytes on disk or in memory, 0 where that does not matter."""

    name: str
    place: ModelPlace
    words: str
    size: int = 0
