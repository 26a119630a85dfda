"""The one thread that writes a session's database. What waits is committed together, in order."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from itertools import islice
from threading import Condition, Thread

from nodes.loom import LoomReader
from nodes.loom.pack import compress_tile
from nodes.working_store.database import Database, Entry, Head, StoredTile, told
from nodes.working_store.job import Job, Painted
from nodes.working_store.tile_delta import MOST_DELTAS, encode_delta, rebuilt_tile
from pipelines.errors import OutputError, ProjectError, StoryloomError
from pipelines.painting.tiles import MissingTileError
from pipelines.values import Pixels8

_AT_ONCE = 128
"""Tiles copied in one commit: a gesture waits for no more than these."""
_RETRY_SECONDS = 5.0


class Writer(Thread):
    """Owns the database from `start` to `stop`. What cannot be written stays and is tried again."""

    def __init__(self, database: Database, on_written: Callable[[Sequence[Job]], None]) -> None:
        super().__init__(name="journal", daemon=True)
        self.trouble: StoryloomError | None = None
        """Why the newest try failed; None as soon as one succeeds."""
        self._database = database
        self._on_written = on_written
        self._changed = Condition()
        self._jobs: deque[Job] = deque()
        self._sent = self._written = self._failures = 0
        self._source: LoomReader | None = None
        self._wanted: deque[str] = deque()
        self._copied: list[str] = []
        self._on_copied: Callable[[Iterable[str]], None] | None = None
        self._is_stopping = self._is_over = False

    def copy(
        self,
        source: LoomReader,
        wanted: Iterable[str],
        on_copied: Callable[[Iterable[str]], None],
    ) -> None:
        """Copy tiles of a project file whenever there is nothing else to do. Before `start`."""
        self._source, self._on_copied = source, on_copied
        self._wanted.extend(wanted)

    def send(self, job: Job) -> None:
        """Have a job written soon. Jobs are written in the order in which they are sent."""
        with self._changed:
            self.check_open()
            self._jobs.append(job)
            self._sent += 1
            self._changed.notify_all()

    def check_open(self) -> None:
        """Raises OutputError once the thread has ended."""
        if self._is_over:
            raise OutputError(
                "The journal of this project is closed.", mend="Open the project again."
            )

    def flush(self) -> None:
        """Wait until all that was sent is on the disk. Raises a StoryloomError if it is not."""
        with self._changed:
            self.check_open()
            goal, failures = self._sent, self._failures
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._written >= goal or self._failures > failures or self._is_over
            )
            if self._written < goal and self.trouble is not None:
                raise self.trouble
            if self._written < goal:
                self.check_open()

    def finish_copy(self) -> None:
        """Wait until the project file's tiles are copied, or cannot be."""
        with self._changed:
            self._changed.wait_for(lambda: self._source is None or self._is_over)

    def stop(self) -> None:
        """Write what waits, as far as that is possible, and end."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self.join()

    def run(self) -> None:
        try:
            while self._step():
                pass
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()
            self._database.close()

    def _step(self) -> bool:
        """Write what waits, or copy a little, or wait. False when all is done."""
        with self._changed:
            jobs = list(self._jobs)
            if not jobs and (self._is_stopping or self._source is None):
                if self._is_stopping:
                    return False
                self._changed.wait()
                return True
        if not jobs:
            self._copy_some()
        elif not self._write(jobs):
            self._end_copy()  # a disk that takes no step takes no copy; somebody may wait for it
            return self._wait_to_retry(len(jobs))
        return True

    def _write(self, jobs: list[Job]) -> bool:
        tiles = [painted for job in jobs for painted in job.tiles]
        heads = [job.head for job in jobs if job.head is not None]
        documents = [job.document for job in jobs if job.document is not None]
        entries = [entry for job in jobs for entry in job.entries]
        trouble = self._commit(
            tiles,
            entries,
            heads[-1] if heads else None,
            documents[-1] if documents else None,
        )
        if trouble is None:
            self._on_written(jobs)
        with self._changed:
            self.trouble = trouble
            if trouble is None:
                for _ in jobs:
                    self._jobs.popleft()
                self._written += len(jobs)
            else:
                self._failures += 1
            self._changed.notify_all()
        return trouble is None

    def _commit(
        self, tiles: list[Painted], entries: list[Entry], head: Head | None, document: bytes | None
    ) -> StoryloomError | None:
        try:
            with told():
                self._database.write(self._stored(tiles), entries, head, document)
        except StoryloomError as error:
            return error
        return None

    def _stored(self, tiles: Iterable[Painted]) -> Generator[StoredTile]:
        """Tiles as they are stored: deltas, where what they were painted over is stored.

        Of chains that got long one is cut in each commit, so that no stroke pays for all of them.
        """
        may_cut = True
        for digest, pixels, over in tiles:
            chain = self._database.tile(over) if over else []
            if over and not chain:
                chain = self._fetched(over)
                yield from chain
            if len(chain) > (MOST_DELTAS if may_cut else 2 * MOST_DELTAS):
                chain, may_cut = chain[:1], False
            delta = _delta(chain, pixels)
            if delta is None:
                yield StoredTile(digest, compress_tile(pixels))
            else:
                yield StoredTile(digest, delta, chain[-1].digest)

    def _fetched(self, digest: str) -> list[StoredTile]:
        """A tile that is still to be copied from the project file."""
        if self._source is not None:
            # A damaged pack is missing in the copy as it is in the file.
            with suppress(ProjectError, MissingTileError):
                return [StoredTile(digest, self._source.read_compressed(digest))]
        return []

    def _wait_to_retry(self, tried: int) -> bool:
        """After a failure: until there is more to write, someone asks, or a while has passed."""
        with self._changed:
            if self._is_stopping:
                return False
            if len(self._jobs) == tried:
                self._changed.wait(_RETRY_SECONDS)
        return True

    def _copy_some(self) -> None:
        some = list(islice(self._wanted, _AT_ONCE))
        tiles = [tile for digest in some for tile in self._fetched(digest)]
        try:
            self._database.write(tiles)
        except sqlite3.Error:
            self._end_copy()  # tiles are read from the file, then, which stays open
            return
        for _ in some:
            self._wanted.popleft()
        self._copied += (tile.digest for tile in tiles)
        if not self._wanted:
            if self._on_copied is not None:
                self._on_copied(self._copied)
            self._end_copy()

    def _end_copy(self) -> None:
        with self._changed:
            self._source = None
            self._changed.notify_all()


def _delta(chain: Sequence[StoredTile], pixels: Pixels8) -> bytes | None:
    """What makes these pixels of a stored tile, None where they are better kept whole."""
    if not chain:
        return None
    with suppress(ProjectError):  # one that is damaged is built upon no further
        before = rebuilt_tile([link.frame for link in chain], chain[-1].digest)
        return encode_delta(before, pixels)
    return None
