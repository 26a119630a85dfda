"""How the nodes stand, as the window hands it to the canvas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nodes.evaluator import CacheState


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeState:
    """How one node stands. `progress` is 0..1 while it runs; `seconds` is its last run's time."""

    cache: CacheState = CacheState.NOT_RUN
    progress: float | None = None
    error: str = ""
    seconds: float | None = None

    @property
    def words(self) -> str:
        """What is written on the node, on one line."""
        if self.error:
            return self.error.splitlines()[0]
        if self.progress is not None:
            return f"Running, {round(self.progress * 100)} %"
        name = _WORDS[self.cache]
        return name if self.seconds is None else f"{name} · {spelled_seconds(self.seconds)}"


@dataclass(frozen=True, slots=True)
class NodeStates:
    """The states of nodes by path ("group/node")."""

    by_path: Mapping[str, NodeState] = field(default_factory=dict[str, NodeState])

    def of(self, path: str) -> NodeState:
        return self.by_path.get(path, _NOT_RUN)


def spelled_seconds(seconds: float) -> str:
    """A length of time as short as it stays useful."""
    if seconds < 0.0995:
        return f"{round(seconds * 1000)} ms"
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"


_WORDS = {
    CacheState.FRESH: "Done",
    CacheState.ON_DISK: "On disk",
    CacheState.STALE: "Out of date",
    CacheState.PINNED: "Pinned",
    CacheState.NOT_RUN: "Not run",
}
_NOT_RUN = NodeState()
