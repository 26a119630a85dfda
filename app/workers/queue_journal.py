"""The queue of runs on disk, so that what waited when the program was killed is not lost.

Written in a thread of its own; nothing of it is ever run without being asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
    """One program's queue: a file of orders, held by a lock for as long as the program lives.

    What is asked of it is done in its own thread, in order; only `flush` and `close` wait.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / f"{uuid4().hex}{_SUFFIX}"
        self._lock = _lock_of(self._file)
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="queue-journal")
        self._encoded: dict[str, _KeptOrder] = {}
        self._recovered: list[tuple[Path, FileLock]] = []
        self._last: tuple[str, ...] = ()
        self._is_closed = False
        self._doing: Future[object] = self._disk.submit(self._open)

    def write(self, orders: Sequence[RunOrder]) -> None:
        """Keep these, the next first, in place of what was kept before."""
        ids = tuple(order.id for order in orders)
        if ids != self._last and not self._is_closed:
            self._last = ids
            self._doing = self._disk.submit(self._write, tuple(orders))

    def recover(self, registry: Registry, found: Callable[[list[RunOrder]], None]) -> None:
        """Tell, in another thread, what waited in programs that are gone, to be asked for again.

        Their files are let go of once the orders are written into this queue. Orders that cannot be
        read any more are left out.
        """
        self._doing = self._disk.submit(self._recover, registry, found)

    def flush(self) -> None:
        """Wait until all that was asked so far is done."""
        self._doing.result()

    def close(self, keep: Sequence[RunOrder] = ()) -> None:
        """The program ends in order: only these are kept. A second call does nothing."""
        if self._is_closed:
            return
        self.write(keep)
        self.flush()
        self._is_closed = True
        self.release()
        if not keep:
            self._file.unlink(missing_ok=True)
            self._file.with_suffix(_LOCK).unlink(missing_ok=True)

    def release(self) -> None:
        """Let go of what is kept, as the end of the program does."""
        self._disk.shutdown(wait=True, cancel_futures=True)
        for _, lock in self._recovered:
            lock.release()
        self._lock.release()

    def _open(self) -> None:
        with suppress(OSError, Timeout):  # without a disk the queue is only not remembered
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)

    def _recover(self, registry: Registry, found: Callable[[list[RunOrder]], None]) -> None:
        orders: list[RunOrder] = []
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")):
            lock = _lock_of(file)
            if file == self._file:
                continue
            with suppress(Timeout, OSError):
                lock.acquire(timeout=0)
                orders += _read(file, registry)
                self._recovered.append((file, lock))
        if orders:
            found(orders)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """What was recovered is kept here by now: the files of the programs before go."""
        recovered, self._recovered = self._recovered, []
        for file, lock in recovered:
            with suppress(OSError):
                file.unlink(missing_ok=True)
                lock.release()
                file.with_suffix(_LOCK).unlink(missing_ok=True)

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
            self._let_go()


def _lock_of(file: Path) -> FileLock:
    return FileLock(file.with_suffix(_LOCK), thread_local=False)


def _kept(order: RunOrder) -> _KeptOrder:
    snapshot = encode_snapshot(order.snapshot, order.tiles)
    return _KeptOrder(order.title, order.sinks, order.consents, snapshot)


def _read(file: Path, registry: Registry) -> Iterator[RunOrder]:
    with suppress(msgspec.MsgspecError):
        for kept in msgspec.msgpack.decode(file.read_bytes(), type=list[_KeptOrder]):
            with suppress(StoryloomError, msgspec.MsgspecError, ValueError):
                snapshot, tiles = read_snapshot(kept.snapshot, registry)
                if tiles is not None and not Path(tiles.path).exists():
                    continue  # its project was put away: nothing is left to run
                yield RunOrder(
                    snapshot=snapshot,
                    tiles=tiles,
                    sinks=kept.sinks,
                    consents=kept.consents,
                    title=kept.title,
                )
