"""The one thread that writes a session's database. What waits is committed together, in order."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from threading import Condition, Thread

from nodes.loom import LoomReader
from nodes.loom.pack import compress_tile
from nodes.working_store.database import Database, Entry, Head, told
from pipelines.errors import OutputError, ProjectError, StoryloomError
from pipelines.painting.tiles import MissingTileError
from pipelines.values import Pixels8

_AT_ONCE = 128
"""Tiles copied in one commit: a gesture waits for no more than these."""
_RETRY_SECONDS = 5.0
Frames = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Job:
    """What is committed together. Tiles are pixels by digest."""

    tiles: tuple[tuple[str, Pixels8], ...] = ()
    entries: tuple[Entry, ...] = ()
    head: Head | None = None
    document: bytes | None = None


class Writer(Thread):
    """Owns the database from `start` to `stop`. What cannot be written stays and is tried again."""

    def __init__(self, database: Database, on_written: Callable[[Iterable[str]], None]) -> None:
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
            return self._wait_to_retry(len(jobs))
        return True

    def _write(self, jobs: list[Job]) -> bool:
        tiles = {digest: pixels for job in jobs for digest, pixels in job.tiles}
        frames = [(digest, compress_tile(pixels)) for digest, pixels in tiles.items()]
        heads = [job.head for job in jobs if job.head is not None]
        documents = [job.document for job in jobs if job.document is not None]
        entries = [entry for job in jobs for entry in job.entries]
        trouble = self._commit(
            frames,
            entries,
            heads[-1] if heads else None,
            documents[-1] if documents else None,
        )
        if trouble is None:
            self._on_written(tiles)
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
        self, frames: Frames, entries: list[Entry], head: Head | None, document: bytes | None
    ) -> StoryloomError | None:
        try:
            with told():
                self._database.write(frames, entries, head, document)
        except StoryloomError as error:
            return error
        return None

    def _wait_to_retry(self, tried: int) -> bool:
        """After a failure: until there is more to write, someone asks, or a while has passed."""
        with self._changed:
            if self._is_stopping:
                return False
            if len(self._jobs) == tried:
                self._changed.wait(_RETRY_SECONDS)
        return True

    def _copy_some(self) -> None:
        source = self._source
        if source is None:
            return
        some = list(islice(self._wanted, _AT_ONCE))
        frames: Frames = []
        for digest in some:
            # A damaged pack is missing in the copy as it is in the file.
            with suppress(ProjectError, MissingTileError):
                frames.append((digest, source.read_compressed(digest)))
        try:
            self._database.write(frames)
        except sqlite3.Error:
            self._end_copy()  # tiles are read from the file, then, which stays open
            return
        for _ in some:
            self._wanted.popleft()
        self._copied += (digest for digest, _ in frames)
        if not self._wanted:
            if self._on_copied is not None:
                self._on_copied(self._copied)
            self._end_copy()

    def _end_copy(self) -> None:
        with self._changed:
            self._source = None
            self._changed.notify_all()
