"""Leases: which keys must not be evicted, told to every process through small files.

A process holds a lock for as long as it lives, so that the leases of a dead one count no more.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

_GATE_SECONDS = 60
_LOCK = ".lock"
_KEYS = ".keys"


class Lease:
    """Keeps entries from eviction until it is released, or its process ends."""

    def __init__(self, release: Callable[[], None]) -> None:
        self._release: Callable[[], None] | None = release

    def release(self) -> None:
        """Let the entries go. A second call does nothing."""
        release, self._release = self._release, None
        if release is not None:
            release()

    def __enter__(self) -> Lease:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class Leases:
    """The leases of one store, and those of the other processes on its folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)
        self._owner = f"{os.getpid()}-{secrets.token_hex(6)}"
        self._alive = FileLock(folder / (self._owner + _LOCK), thread_local=False)
        self._gate = FileLock(folder / "gate", timeout=_GATE_SECONDS, thread_local=False)
        self._count = 0

    @property
    def gate(self) -> FileLock:
        """Held, and briefly, while leases or files are published and eviction obeys them."""
        return self._gate

    def take(self, keys: Iterable[str]) -> Lease:
        """Lease the keys, whether or not they have entries yet. Called with the gate held."""
        if not self._alive.is_locked:
            self._alive.acquire()
        self._count += 1
        path = self._folder / f"{self._owner}.{self._count}{_KEYS}"
        path.write_text("\n".join(keys), encoding="utf-8")
        return Lease(lambda: path.unlink(missing_ok=True))

    def leased(self) -> set[str]:
        """The keys that living processes hold. Called with the gate held; clears the dead's."""
        keys: set[str] = set()
        for lock in sorted(self._folder.glob("*" + _LOCK)):
            owner = lock.name.removesuffix(_LOCK)
            files = list(self._folder.glob(f"{owner}.*{_KEYS}"))
            if owner != self._owner and _is_dead(lock):
                for file in (*files, lock):
                    file.unlink(missing_ok=True)
                continue
            for file in files:
                with suppress(FileNotFoundError):
                    keys.update(file.read_text(encoding="utf-8").splitlines())
        return keys

    def close(self) -> None:
        """Release whatever this process still holds."""
        for file in self._folder.glob(f"{self._owner}.*{_KEYS}"):
            file.unlink(missing_ok=True)
        if self._alive.is_locked:
            self._alive.release()
            (self._folder / (self._owner + _LOCK)).unlink(missing_ok=True)


def _is_dead(lock: Path) -> bool:
    probe = FileLock(lock)
    try:
        probe.acquire(timeout=0)
    except Timeout:
        return False
    probe.release()
    return True
