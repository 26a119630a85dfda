"""How long a run still takes: from what nodes took before and how far it is. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import msgspec

from nodes.evaluator import paths_under, sinks_of
from nodes.snapshot import Snapshot
from nodes.spec import Kind
from widgets.words import tr

_LEARNING = 0.5
"""How much the newest time of a kind of node counts."""
_LEAST_SHARE = 0.02
_LEAST_SECONDS = 0.5
_MOST_KINDS = 500


class NodeTimes:
    """Seconds that nodes took: of this project by path, of any project by kind."""

    def __init__(self, by_kind: Mapping[str, float] | None = None) -> None:
        self._by_path: dict[tuple[str, str], float] = {}
        self._by_kind: dict[str, float] = dict(by_kind or {})

    def learn(self, path: str, kind: str, seconds: float) -> None:
        """A node was computed."""
        self._by_path[path, kind] = seconds
        before = self._by_kind.pop(kind, seconds)
        self._by_kind[kind] = before + _LEARNING * (seconds - before)
        while len(self._by_kind) > _MOST_KINDS:
            del self._by_kind[next(iter(self._by_kind))]

    def expected(self, path: str, kind: str) -> float | None:
        """How long it will take, None where nothing is known."""
        found = self._by_path.get((path, kind))
        return found if found is not None else self._by_kind.get(kind)

    def forget_paths(self) -> None:
        """Another project is in hand."""
        self._by_path.clear()

    def copied(self) -> NodeTimes:
        """What is known by now."""
        copy = NodeTimes(self._by_kind)
        copy._by_path = dict(self._by_path)
        return copy

    def add(self, earlier: NodeTimes) -> None:
        """What earlier programs learnt, where nothing newer is known."""
        self._by_kind = {**earlier._by_kind, **self._by_kind}

    def write(self, file: Path) -> None:
        """Write down what is known of kinds; without a disk it is only not remembered."""
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(msgspec.json.encode(self._by_kind))

    @classmethod
    def read(cls, file: Path) -> NodeTimes:
        """What was written down, or nothing."""
        with suppress(OSError, msgspec.MsgspecError):
            return cls(msgspec.json.decode(file.read_bytes(), type=dict[str, float]))
        return cls()


@dataclass(slots=True)
class _Stage:
    """A node that is made whole, with the frames that it pulls."""

    kind: str
    feeds: tuple[str, ...]
    began: float | None = None
    share: float = 0.0
    is_settled: bool = False


class RunEstimate:
    """What is left of one run. Stages are its goals and all whole-clip nodes that they need."""

    def __init__(
        self, snapshot: Snapshot, sinks: Iterable[str], times: NodeTimes, now: float | None = None
    ) -> None:
        self._times = times
        self._began = monotonic() if now is None else now
        self._goals = [*(paths_under(snapshot, sinks) or sinks_of(snapshot))]
        self._stages = _stages(snapshot, self._goals)

    def counts(self, path: str) -> bool:
        """Whether a node is a stage: how far it is says how far the run is."""
        return path in self._stages

    def elapsed(self, now: float | None = None) -> float:
        """Seconds since it began."""
        return (monotonic() if now is None else now) - self._began

    def started(self, path: str, now: float | None = None) -> None:
        """A node is at work."""
        stage = self._stages.get(path)
        if stage is not None:
            stage.began = monotonic() if now is None else now

    def progressed(self, path: str, share: float) -> None:
        """A node is so far, 0..1."""
        stage = self._stages.get(path)
        if stage is not None:
            stage.share = share

    def settled(self, path: str, seconds: float | None = None) -> None:
        """A node is done with; in so many seconds if it was computed."""
        stage = self._stages.get(path)
        if stage is not None:
            stage.is_settled = True
            if seconds is not None:
                self._times.learn(path, stage.kind, seconds)

    def remaining(self, now: float | None = None) -> float | None:
        """Seconds until it is done; None while that is not known."""
        now = monotonic() if now is None else now
        left = 0.0
        for path in self._needed():
            seconds = self._left_of(path, now)
            if seconds is None:
                return None
            left += seconds
        return left

    def forecast(self) -> tuple[int, float | None]:
        """How many stages are to be made, and in how many seconds."""
        return len(self._needed()), self.remaining()

    def _needed(self) -> list[str]:
        """The stages that are still to be made: nothing above one that is there already."""
        found: dict[str, None] = {}
        stack = list(self._goals)
        while stack:
            path = stack.pop()
            stage = self._stages.get(path)
            if stage is not None and not stage.is_settled and path not in found:
                found[path] = None
                stack += stage.feeds
        return list(found)

    def _left_of(self, path: str, now: float) -> float | None:
        stage = self._stages[path]
        known = self._times.expected(path, stage.kind)
        if stage.began is None:
            return known
        spent = now - stage.began
        if stage.share < _LEAST_SHARE or spent < _LEAST_SECONDS:
            return None if known is None else max(0.0, known - spent)
        by_share = spent * (1 - stage.share) / stage.share
        if known is None:
            return by_share
        return stage.share * by_share + (1 - stage.share) * max(0.0, known - spent)


def spoken_time_left(seconds: float | None) -> str:
    """What is left, as sure as it is."""
    if seconds is None:
        return tr("time left unknown")
    return tr("{length} left", length=spoken_length(seconds))


def spoken_length(seconds: float) -> str:
    """A length of time that nobody knows exactly."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 55:
        return tr("about {count} s", count=5 * round(seconds / 5))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return tr("about {count} min", count=minutes)
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return tr("about {hours} h {minutes} min", hours=hours, minutes=rest)


def spoken_elapsed(seconds: float) -> str:
    """A clock that counts up."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _stages(snapshot: Snapshot, goals: Iterable[str]) -> dict[str, _Stage]:
    """The whole nodes that goals need, each with the nearest ones above it."""
    flat = snapshot.flat
    stages: dict[str, _Stage] = {}
    waiting = [path for path in goals if path in flat]
    while waiting:
        path = waiting.pop()
        if path in stages:
            continue
        above: dict[str, None] = {}
        seen = {path}
        stack = [ref.path for ref in flat[path].sources]
        while stack:
            source = stack.pop()
            if source in seen or source not in flat:
                continue
            seen.add(source)
            spec = flat[source].spec
            if spec is not None and spec.kind is Kind.CLIP:
                above[source] = None
            else:
                stack += [ref.path for ref in flat[source].sources]
        spec = flat[path].spec
        stages[path] = _Stage(spec.id if spec is not None else "", tuple(above))
        waiting += above
    return stages
