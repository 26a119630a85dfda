"""The result store: what was computed, by key, shared by all processes on one folder.

Truth are immutable files; the index is a cache of their headers. What is damaged is absent.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import time

from filelock import FileLock, Timeout

from nodes.store.index import Index, Indexed, Worth
from nodes.store.leases import Lease, Leases
from nodes.store.object_file import (
    SUFFIX,
    TEMPORARY,
    DamagedObjectError,
    Entry,
    Name,
    ObjectFile,
    Space,
    StoredValue,
    Written,
    check_storable,
    is_whole,
    object_path,
    write_object,
)
from nodes.store.waiting import Waiting
from pipelines.digest import Digest
from pipelines.errors import OutputError
from pipelines.values import Image, Mask, read_only

DEFAULT_BUDGET = 20 << 30
"""Bytes that results may take on disk before the cheapest ones are evicted."""
_MOST_OPEN = 16
_LOCK_SECONDS = 60
_STRAY_SECONDS = 3600
_ROOM = 0.9
"""How much of the budget is left filled when it is exceeded, so that eviction is rare."""
_SAFE = "Drawings are safe, and finished results stay readable until the program ends."


class ResultStore:
    """Results by key. Safe for any thread and any number of processes; a context manager.

    Raises OutputError when the folder cannot be used.
    """

    def __init__(self, folder: Path, *, budget: int = DEFAULT_BUDGET) -> None:
        self._objects = folder / "objects"
        self._budget = budget
        self._guard = RLock()
        self._known: dict[Name, str] = {}
        self._held: dict[str, list[Name]] = {}
        self._open: OrderedDict[str, ObjectFile] = OrderedDict()
        self._used: dict[str, float] = {}
        self._waiting = Waiting(self._write)
        with _told(folder):
            self._objects.mkdir(parents=True, exist_ok=True)
            self._leases = Leases(folder / "leases")
            self._lock = FileLock(folder / "lock", thread_local=False)
            with self._lock.acquire(timeout=_LOCK_SECONDS), self._leases.gate:
                self._index = Index(folder / "index.sqlite")
                self._reconcile()

    def __enter__(self) -> ResultStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def has_frame(self, key: Digest) -> bool:
        """Whether a frame is stored, or waits to be."""
        return self._has((Space.FRAME, key))

    def has_value(self, key: str, *, look: bool = True) -> bool:
        """Whether a value is stored, or waits to be.

        `look` asks what other processes added; without it the last look counts.
        """
        name = (Space.VALUE, key)
        return self._has(name) if look else name in self._known or name in self._waiting

    def look(self) -> None:
        """Take in what other processes added and took away."""
        with self._guard:
            self._refresh()

    def get_frame(self, key: Digest) -> Image | Mask | None:
        """A frame, without reading the others that lie in the same file."""
        stored = self._get((Space.FRAME, key))
        if stored is None:
            return None
        pixels = stored.arrays[""]
        return Mask(pixels) if stored.kind == "mask" else Image(pixels)

    def get_value(self, key: str) -> StoredValue | None:
        """A value, its arrays read-only."""
        return self._get((Space.VALUE, key))

    def seconds(self, key: str) -> float | None:
        """What a value took to compute; None where it is not here, or not told."""
        with self._guard, suppress(sqlite3.Error):
            return self._waiting.seconds((Space.VALUE, key)) or self._index.seconds(key)
        return None

    def put_frame(self, key: Digest, frame: Image | Mask, seconds: float) -> None:
        """Keep a frame that took `seconds` to compute; it is written soon, with others.

        Raises OutputError where much waits and cannot be written.
        """
        kind = "mask" if isinstance(frame, Mask) else "image"
        self._put((Space.FRAME, key), StoredValue(kind, b"", {"": frame.pixels}), seconds)

    def put_value(self, key: str, value: StoredValue, seconds: float) -> None:
        """Keep a value that took `seconds` to compute; a costly or large one is written at once.

        Its arrays are handed over. Raises OutputError where much waits and cannot be written.
        """
        self._put((Space.VALUE, key), value, seconds)

    def flush(self) -> None:
        """Write what waits. Raises OutputError; what is not written then still waits."""
        self._waiting.flush()

    def close(self) -> None:
        """Write what waits, and let go of the folder. Raises OutputError."""
        try:
            self._waiting.close()
        finally:
            with self._guard, suppress(sqlite3.Error):
                self._index.add((), self._used)
                self._open.clear()
                self._used.clear()
                self._index.close()
            self._leases.close()

    def lease(self, keys: Iterable[str]) -> Lease:
        """Keep entries from eviction, in every process, until the lease is released.

        Keys without entries are covered from the moment that they have one. After this call,
        `has_frame` and `has_value` answer for sure.
        """
        with _told(self._objects.parent), self._guard:
            with self._leases.gate:
                lease = self._leases.take(keys)
            self._refresh()
            return lease

    def evict(self, budget: int) -> int:
        """Bring the files down to `budget` bytes and answer the bytes freed.

        What took the fewest compute seconds a byte goes first, the longer unused first among
        equals, leased results never. Does nothing while another process evicts.
        """
        with _told(self._objects.parent), self._guard:
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                return 0
            try:
                return self._evict(budget)
            finally:
                self._lock.release()

    def verify(self) -> tuple[str, ...]:
        """Compare every file with its digest, drop what is damaged and answer its keys."""
        lost: list[str] = []
        for path in sorted(self._objects.glob("*" + SUFFIX)):
            with suppress(OSError):
                if is_whole(path):
                    continue
                digest = path.name.removesuffix(SUFFIX)
                with self._guard:
                    self._refresh()
                    lost += [key for _, key in self._held.get(digest, ())]
                    self._drop(digest)
                path.unlink(missing_ok=True)
        return tuple(lost)

    def _has(self, name: Name) -> bool:
        if name in self._known or name in self._waiting:
            return True
        with self._guard:
            self._refresh()
            return name in self._known

    def _put(self, name: Name, value: StoredValue, seconds: float) -> None:
        check_storable(value)
        if name not in self._known and name not in self._waiting:
            for array in value.arrays.values():
                read_only(array)
            self._waiting.put(Entry(name, value, seconds))

    def _get(self, name: Name) -> StoredValue | None:
        tried: set[str] = set()
        while True:
            waiting = self._waiting.get(name)
            if waiting is not None:
                return waiting
            digest = self._find(name)
            if digest is None or digest in tried:
                return None
            tried.add(digest)
            try:
                return self._opened(digest).read(name)
            except (DamagedObjectError, FileNotFoundError):
                with self._guard:
                    self._drop(digest)
            except OSError:
                return None

    def _find(self, name: Name) -> str | None:
        with self._guard:
            if name not in self._known:
                self._refresh()
            digest = self._known.get(name)
            if digest is not None:
                self._used[digest] = time()
            return digest

    def _opened(self, digest: str) -> ObjectFile:
        with self._guard:
            found = self._open.get(digest)
            if found is None:
                found = self._open[digest] = ObjectFile(object_path(self._objects, digest))
                if len(self._open) > _MOST_OPEN:
                    self._open.popitem(last=False)
            self._open.move_to_end(digest)
            return found

    def _write(self, batch: Sequence[Entry]) -> None:
        with _told(self._objects.parent):
            written = write_object(self._objects, batch)
            try:
                # Others see the file and its index rows at once, or neither of them.
                with self._guard, self._leases.gate:
                    written.publish()
                    over = self._record(written, batch)
            finally:
                written.discard()
        with suppress(OutputError):
            if over:
                self.evict(int(self._budget * _ROOM))

    def _record(self, written: Written, batch: Sequence[Entry]) -> bool:
        """Index a new file; whether the budget is exceeded."""
        entries = [(entry.name, entry.seconds) for entry in batch]
        self._learn((name, written.digest) for name, _ in entries)
        self._waiting.settle(batch)
        with suppress(sqlite3.Error):
            used, self._used = self._used, {}
            self._index.add([Indexed(written.digest, written.size, time(), entries)], used)
            return self._index.size() > self._budget
        return False

    def _evict(self, budget: int) -> int:
        with self._leases.gate, suppress(sqlite3.Error):
            worths = self._index.worths()
            leased = self._index.holders(self._leases.leased())
            victims = _victims(worths, leased, budget)
            if victims:
                self._index.drop(victim.digest for victim in victims)
            for victim in victims:
                self._unlearn(victim.digest)
                with suppress(OSError):
                    object_path(self._objects, victim.digest).unlink(missing_ok=True)
            return sum(victim.size for victim in victims)
        return 0

    def _reconcile(self) -> None:
        """Make the index agree with the files. Called with the store's lock and gate held."""
        with suppress(sqlite3.Error):
            self._refresh()
            indexed = {worth.digest for worth in self._index.worths()}
            there = self._files()
            self._index.add(
                [found for digest in there - indexed if (found := self._examined(digest))], {}
            )
            if indexed - there:
                self._index.drop(indexed - there)
                for digest in indexed - there:
                    self._unlearn(digest)
            self._refresh()

    def _files(self) -> set[str]:
        """The digests of the files that are there; what killed processes left is cleared."""
        there: set[str] = set()
        for path in self._objects.iterdir():
            if path.name.endswith(SUFFIX):
                there.add(path.name.removesuffix(SUFFIX))
            elif path.name.startswith(TEMPORARY):
                with suppress(OSError):
                    if path.stat().st_mtime < time() - _STRAY_SECONDS:
                        path.unlink()
        return there

    def _examined(self, digest: str) -> Indexed | None:
        path = object_path(self._objects, digest)
        try:
            stat = path.stat()
            entries = list(ObjectFile(path).entries)
        except DamagedObjectError:
            path.unlink(missing_ok=True)
            return None
        except OSError:
            return None
        self._learn((name, digest) for name, _ in entries)
        return Indexed(digest, stat.st_size, stat.st_mtime, entries)

    def _refresh(self) -> None:
        with suppress(sqlite3.Error):
            afresh, added = self._index.news()
            if afresh:
                self._known.clear()
                self._held.clear()
            self._learn(added)

    def _learn(self, added: Iterable[tuple[Name, str]]) -> None:
        for name, digest in added:
            if self._known.get(name) == digest:
                continue
            self._known[name] = digest
            self._held.setdefault(digest, []).append(name)

    def _unlearn(self, digest: str) -> None:
        self._open.pop(digest, None)
        for name in self._held.pop(digest, ()):
            if self._known.get(name) == digest:
                del self._known[name]

    def _drop(self, digest: str) -> None:
        """Forget a damaged or absent object."""
        self._unlearn(digest)
        with suppress(sqlite3.Error):
            self._index.drop([digest])


def _victims(worths: Iterable[Worth], leased: set[str], budget: int) -> list[Worth]:
    """What to evict, so that at most `budget` bytes are left."""
    ranked = sorted(worths, key=lambda worth: (worth.seconds / max(worth.size, 1), worth.used))
    excess = sum(worth.size for worth in ranked) - budget
    victims: list[Worth] = []
    for worth in ranked:
        if excess <= 0:
            break
        if worth.digest not in leased:
            victims.append(worth)
            excess -= worth.size
    return victims


@contextmanager
def _told(folder: Path) -> Generator[None]:
    """Tell a failure of the disk in words."""
    try:
        yield
    except Timeout as error:
        raise OutputError(
            f"The result store is busy in another process: {folder}.", mend="Try again later."
        ) from error
    except PermissionError as error:
        raise OutputError(
            f"Results cannot be written: no permission for {folder}.",
            mend=f"{_SAFE} Choose another folder for results, or make this one writable.",
        ) from error
    except OSError as error:
        raise OutputError(
            f"Results cannot be written to {folder}: {error.strerror or error}.",
            mend=f"{_SAFE} Make room on the disk or choose another folder, then run again.",
        ) from error
