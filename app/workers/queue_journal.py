"""The queue of runs on disk, so that what waited when the program was killed is not lost.

Written in a thread of its own; nothing of it is ever run without being asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import msgspec
from filelock import FileLock, Timeout

from app.workers.orders import RunOrder
from nodes.registry import Registry
from nodes.serving.messages import Consents
from nodes.serving.sent_snapshot import encode_snapshot, read_snapshot
from pipelines.errors import StoryloomError

_SUFFIX = ".queue"
_LOCK = ".lock"


class _KeptOrder(msgspec.Struct, frozen=True):
    title: str
    sinks: tuple[str, ...]
    consents: Consents
    snapshot: bytes


class QueueJournal:
    """One program's queue: a file of orders, held by a lock for as long as the program lives."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._file = folder / f"{uuid4().hex}{_SUFFIX}"
        self._lock = FileLock(self._file.with_suffix(_LOCK), thread_local=False)
        self._lock.acquire(timeout=0)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="queue-journal")
        self._encoded: dict[str, _KeptOrder] = {}
        self._last: tuple[str, ...] = ()
        self._writing: Future[None] | None = None
        self._is_closed = False

    def write(self, orders: Sequence[RunOrder]) -> None:
        """Keep these, the next first, in place of what was kept before. Waits for nothing."""
        ids = tuple(order.id for order in orders)
        if ids != self._last and not self._is_closed:
            self._last = ids
            self._writing = self._writer.submit(self._write, tuple(orders))

    def flush(self) -> None:
        """Wait until what was last given is on the disk."""
        if self._writing is not None:
            self._writing.result()

    def close(self, keep: Sequence[RunOrder] = ()) -> None:
        """The program ends in order: only these are kept. A second call does nothing."""
        if self._is_closed:
            return
        self.write(keep)
        self.flush()
        self._is_closed = True
        self.release()
        if keep:
            return
        self._file.unlink(missing_ok=True)
        self._file.with_suffix(_LOCK).unlink(missing_ok=True)

    def release(self) -> None:
        """Let go of what is kept, as the end of the program does."""
        self._writer.shutdown(wait=True, cancel_futures=True)
        self._lock.release()

    def recover(self, registry: Registry) -> list[RunOrder]:
        """What waited in programs that are gone, to be asked for again; their files are let go of.

        Orders that cannot be read any more are left out.
        """
        found: list[RunOrder] = []
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")):
            lock = FileLock(file.with_suffix(_LOCK), thread_local=False)
            if file == self._file:
                continue
            with suppress(Timeout, OSError):
                lock.acquire(timeout=0)
                found += _read(file, registry)
                file.unlink(missing_ok=True)
                lock.release()
                file.with_suffix(_LOCK).unlink(missing_ok=True)
        return found

    def _write(self, orders: tuple[RunOrder, ...]) -> None:
        encoded: dict[str, _KeptOrder] = {}
        for order in orders:
            with suppress(TypeError, ValueError, ArithmeticError, msgspec.MsgspecError):
                encoded[order.id] = self._encoded.get(order.id) or _kept(order)
        self._encoded = encoded
        waiting = self._file.with_suffix(".new")
        with suppress(OSError):  # without a disk the queue is only not remembered
            waiting.write_bytes(msgspec.msgpack.encode(list(encoded.values())))
            waiting.replace(self._file)


def _kept(order: RunOrder) -> _KeptOrder:
    snapshot = encode_snapshot(order.snapshot, order.tiles)
    return _KeptOrder(order.title, order.sinks, order.consents, snapshot)


def _read(file: Path, registry: Registry) -> Iterator[RunOrder]:
    with suppress(msgspec.MsgspecError):
        for kept in msgspec.msgpack.decode(file.read_bytes(), type=list[_KeptOrder]):
            with suppress(StoryloomError, msgspec.MsgspecError, ValueError):
                snapshot, tiles = read_snapshot(kept.snapshot, registry)
                yield RunOrder(
                    snapshot=snapshot,
                    tiles=tiles,
                    sinks=kept.sinks,
                    consents=kept.consents,
                    title=kept.title,
                )
