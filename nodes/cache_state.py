"""How a node's result stands to its inputs: on its own, so that colours do not load the engine."""

from __future__ import annotations

from enum import StrEnum


class CacheState(StrEnum):
    """How a node's result stands to its inputs."""

    FRESH = "fresh"
    ON_DISK = "on disk"
    STALE = "stale"
    PINNED = "pinned"
    NOT_RUN = "not run"
