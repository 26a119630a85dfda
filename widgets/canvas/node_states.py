"""How the nodes stand, as the window hands it to the canvas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from nodes.evaluator import CacheState
from widgets.words import noted, said, tr


class Lack(NamedTuple):
    """A model that a node needs and that is not here, in few `words` and in a sentence.

    `is_offer`: a click on the foot of the node does something about it; `is_replaced`: what is
    built in works in its place, so that the node can run all the same.
    """

    words: str
    about: str
    is_offer: bool = True
    has_failed: bool = False
    is_replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeState:
    """How one node stands. `progress` is 0..1 while it runs; `seconds` is its last run's time,
    `is_reused` says that it had none for its result was there; `key` names that result, which
    `is_kept` says to be on disk; `doing` is a sentence on what it does before its own work.
    """

    cache: CacheState = CacheState.NOT_RUN
    progress: float | None = None
    error: str = ""
    seconds: float | None = None
    key: str = ""
    is_kept: bool = False
    is_reused: bool = False
    doing: str = ""
    lack: Lack | None = None

    @property
    def words(self) -> str:
        """What is written on the node, on one line."""
        if self.error:
            return self.error.splitlines()[0]
        if self.doing:
            return said(self.doing)
        if self.lack is not None and not self.lack.is_replaced:
            return self.lack.words
        if self.progress is not None and self.progress >= 1.0:
            return tr("Frames made")
        if self.progress is not None and self.progress <= 0.0:
            return tr("Started")
        if self.progress is not None:
            return tr("Running, {percent} %", percent=round(self.progress * 100))
        if self.is_reused and self.cache is CacheState.FRESH:
            return tr("From the cache")
        name = said(_WORDS[self.cache])
        return name if self.seconds is None else f"{name} · {spelled_seconds(self.seconds)}"

    @property
    def stand_in(self) -> str:
        """What is written below that, where what is built in stands in for a model."""
        is_replaced = self.lack is not None and self.lack.is_replaced and not self.error
        return self.lack.words if self.lack is not None and is_replaced else ""

    @property
    def about(self) -> str:
        """How it stands, in full."""
        if self.error or self.lack is None:
            return self.error or self.words
        return f"{self.words}. {self.lack.about}" if self.stand_in else self.lack.about


def _silence(path: str) -> list[str]:
    """Where nobody knows."""
    return []


@dataclass(frozen=True, slots=True)
class NodeStates:
    """The states of nodes by path ("group/node"); `why` says in words why one ran again."""

    by_path: Mapping[str, NodeState] = field(default_factory=dict[str, NodeState])
    why: Callable[[str], list[str]] = _silence
    lacks: Mapping[str, Lack] = field(default_factory=dict[str, Lack])
    """The models that nodes lack, by path: those to be run need them first."""

    def of(self, path: str) -> NodeState:
        state = self.by_path.get(path, NOT_RUN)
        lack = self.lacks.get(path)
        if lack is None:
            return state
        if lack.is_replaced:
            return replace(state, lack=lack)
        if state.progress is not None or state.cache in _MADE:
            return state
        return replace(state, error="", lack=_after_failure(lack, state.error))


def _after_failure(lack: Lack, error: str) -> Lack:
    """What a node lacks that failed for want of it: the button stays at hand."""
    if not error:
        return lack
    return lack._replace(about=error, has_failed=True)


def spelled_seconds(seconds: float) -> str:
    """A length of time as short as it stays useful."""
    if seconds < 0.0995:
        return tr("{count} ms", count=round(seconds * 1000))
    if seconds < 9.95:
        return tr("{seconds} s", seconds=f"{seconds:.1f}")
    whole = round(seconds)
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return tr("{minutes} min {seconds} s", minutes=minutes, seconds=f"{rest:02d}")
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=f"{minutes % 60:02d}")


_WORDS = {
    CacheState.FRESH: noted("Done"),
    CacheState.ON_DISK: noted("On disk"),
    CacheState.STALE: noted("Out of date"),
    CacheState.PINNED: noted("Pinned"),
    CacheState.NOT_RUN: noted("Not run"),
}
_MADE = (CacheState.FRESH, CacheState.ON_DISK, CacheState.PINNED)
NOT_RUN = NodeState()
