"""Why nodes ran again, remembered from run to run and, in a small file, from start to start."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from nodes.reasons import KeyParts, Reason, reasons
from nodes.standing import Standing
from pipelines.digest import Digest

_MOST_PARTS = 20_000


class KeptReasons(msgspec.Struct, frozen=True):
    """What is written down of a project."""

    ran: dict[str, str]
    parts: dict[str, KeyParts]


class _Ran(NamedTuple):
    before: str
    after: str


class RunReasons:
    """The keys that nodes ran with, and what the keys were made of."""

    def __init__(self) -> None:
        self._parts: dict[str, KeyParts] = {}
        self._last: dict[str, str] = {}
        self._ran: dict[str, _Ran] = {}
        self._now: dict[str, str] = {}

    def take(self, found: Standing) -> None:
        """Remember what keys are made of."""
        self._parts.update(found.parts)
        while len(self._parts) > _MOST_PARTS:
            del self._parts[next(iter(self._parts))]
        self._now = dict(found.keys)

    def settled(self, path: str, key: Digest, *, is_made: bool) -> None:
        """A node has a result of this key; `is_made` says that it ran for it."""
        if is_made:
            self._ran[path] = _Ran(self._last.get(path, ""), key)
        self._last[path] = key

    def why(self, path: str) -> list[Reason]:
        """Why a node ran the last time; where it has not since it was opened, why it would now."""
        if path in self._ran:
            return reasons(path, *self._ran[path], self._parts)
        return self.why_stale(path)

    def why_stale(self, path: str) -> list[Reason]:
        """What changed since a node ran."""
        last, now = self._last.get(path, ""), self._now.get(path, "")
        return reasons(path, last, now, self._parts) if last and last != now else []

    def forget(self) -> None:
        """Another project is in hand. What keys are made of holds for it too."""
        self._last, self._ran, self._now = {}, {}, {}

    def kept(self) -> KeptReasons:
        """What is known now, to be written down."""
        return KeptReasons(dict(self._last), dict(self._parts))

    def add(self, kept: KeptReasons) -> None:
        """Remember what was written down, too."""
        self._last = {**kept.ran, **self._last}
        self._parts = {**kept.parts, **self._parts}


def write_reasons(file: Path, kept: KeptReasons) -> None:
    """Write down what nodes ran with. A file that cannot be written is no harm."""
    wanted, waiting = set[str](), list(kept.ran.values())
    while waiting:
        key = waiting.pop()
        if key in kept.parts and key not in wanted:
            wanted.add(key)
            fed = kept.parts[key].inputs.values()
            waiting += [one.key for feeds in fed for one in feeds]
    told = KeptReasons(kept.ran, {key: kept.parts[key] for key in wanted})
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(msgspec.msgpack.encode(told))


def read_reasons(file: Path) -> KeptReasons | None:
    """What was written down of a project; of one that never was, nothing."""
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(file.read_bytes(), type=KeptReasons)
    return None
