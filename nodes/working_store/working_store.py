"""What a person does to an open project, kept as it is done: tiles and journal of one session."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Lock
from time import time
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from nodes.codec import decode_edit, encode_document, encode_edit
from nodes.document import Document
from nodes.edits import Edit
from nodes.loom import LoomReader
from nodes.loom.pack import TILE_SHAPE
from nodes.project_file import save_project
from nodes.registry import Registry
from nodes.working_store.claims import Claim
from nodes.working_store.database import Database, Entry, StoredTile, told
from nodes.working_store.file_state import FileState, file_state
from nodes.working_store.job import Job, Painted
from nodes.working_store.refusals import DamagedWorkError
from nodes.working_store.spool import Spool
from nodes.working_store.tile_delta import Grounds
from nodes.working_store.writer import Writer
from pipelines.digest import Digest, digest_array, digest_bytes, digest_file
from pipelines.errors import MismatchError, OutputError, StoryloomError
from pipelines.painting.tiles import MissingTileError
from pipelines.values import Pixels8, read_only

DATABASE = "work.sqlite"
SPOOL = "unwritten.spool"
STEPS_IN_MEMORY = 200
_MOST_LOOSE = 16
"""Tiles that wait for their step; more are written before it, few at a time: the spool takes them
under the lock."""


class JournalStep(NamedTuple):
    """A step of the journal. `at` is seconds since 1970."""

    number: int
    edit: Edit
    inverse: Edit
    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A document as it stood after a step, to be saved while work on it goes on."""

    document: Document
    number: int


class WorkingStore:
    """The tiles and the journal of an open project: a TileStore, safe for any thread.

    Nothing here waits for a disk but `flush`, `save`, `close` and `finish`. A step and the tiles
    that were put before it are committed together, within some 10 ms; a kill before that takes
    nothing of them.
    """

    def __init__(
        self,
        folder: Path,
        claim: Claim,
        registry: Registry,
        source: LoomReader | None = None,
    ) -> None:
        """Take over a claimed session. Tiles of `source` are copied, and then it is closed."""
        self.folder = folder
        self.registry = registry
        self._claim = claim
        self._lock = Lock()
        self._saving = Lock()
        self._reading = Lock()
        database = Database.open(self.database)
        self._reader = Database.open_to_read(self.database)
        self._grounds = Grounds()
        with told():
            self._head = database.head()
            self._last = max(database.extent(0)[0], self._head.number)
            self._known = database.digests()
        self._source = source
        self._file_digests: frozenset[str] = frozenset()
        self._waiting: dict[str, Pixels8] = {}
        self._loose: list[Painted] = []
        self._steps: OrderedDict[int, JournalStep] = OrderedDict()
        self._spool = Spool(folder / SPOOL)
        self._unwritten = 0
        self._writer = Writer(database, self._on_written)
        if source is not None:
            self._file_digests = frozenset(source.digests())
            wanted = self._file_digests - self._known
            self._writer.copy(source, wanted, self._on_copied)
        self._writer.start()

    def __enter__(self) -> WorkingStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def database(self) -> Path:
        """The file that a TileReader in another process opens."""
        return self.folder / DATABASE

    @property
    def project(self) -> Path | None:
        """The project file, once there is one."""
        return Path(self._head.project) if self._head.project else None

    @property
    def last(self) -> int:
        """The number of the newest step."""
        return self._last

    @property
    def unsaved(self) -> int:
        """How many steps the project file lacks."""
        return self._last - self._head.number

    @property
    def trouble(self) -> StoryloomError | None:
        """Why the journal cannot be written at present; what it lacks is kept in memory."""
        return self._writer.trouble

    def file_state(self) -> FileState:
        """What became of the project file since it was opened or saved: ask before a save.

        It is read whole where it was touched.
        """
        with self._saving:
            return file_state(self._head)[0]

    def put(self, pixels: Pixels8, *, over: str | None = None) -> Digest:
        """Keep a tile, which is handed over and closed for writing, and name it.

        Of one that was painted over another, only what that changed is written.
        """
        if pixels.shape != TILE_SHAPE or pixels.dtype != np.uint8:
            raise MismatchError(f"A tile cannot be {pixels.shape}, {pixels.dtype}.")
        pixels = read_only(pixels)
        digest = digest_array(pixels)
        with self._lock:
            if digest not in self._known:
                self._known.add(digest)
                self._waiting[digest] = pixels
                self._loose.append(Painted(digest, pixels, over or ""))
            if len(self._loose) >= _MOST_LOOSE:
                self._send_loose()
        return digest

    def read(self, digest: str) -> Pixels8:
        """The tile of that name. Raises MissingTileError, or a ProjectError over damage."""
        pixels = self._waiting.get(digest)
        if pixels is not None:
            return pixels
        links = self._links(digest)
        if not links:
            source = self._source
            if source is not None:
                with suppress(ValueError):  # closed just now: it is copied
                    return source.read(digest)
            links = self._links(digest)
        if not links:
            raise MissingTileError(digest)
        return self._grounds.rebuilt([link.frame for link in links], links[0].digest, digest)

    def holds(self, digest: str) -> bool:
        """Whether a tile of that name is kept, here or in the project file that is being copied."""
        with self._lock:
            if digest in self._known or self._source is None:
                return digest in self._known
            return digest in self._file_digests

    def record(self, edit: Edit, inverse: Edit, *, step: str = "") -> int:
        """Write down an edit that was carried out (also by undo and redo); the step's number."""
        encoded, back = encode_edit(edit), encode_edit(inverse)
        with self._lock:
            number, at = self._last + 1, time()
            entry = Entry(number, step, at, encoded, back)
            self._send_loose(entry)
            self._last = number
            self._steps[number] = JournalStep(number, edit, inverse, step, at)
            if len(self._steps) > STEPS_IN_MEMORY:
                self._steps.popitem(last=False)
        return number

    def step(self, number: int) -> JournalStep:
        """A step of this session, however old: what undo and redo need of it.

        Raises DamagedWorkError where it cannot be read back.
        """
        with self._lock:
            recent = self._steps.get(number)
        if recent is not None:
            return recent
        with suppress(OutputError):
            self._writer.flush()
        with self._reading, told():
            entry = self._reader.entry(number)
        if entry is None:
            raise DamagedWorkError(f"step {number} is not there")
        return decoded(entry, self.registry)

    def flush(self) -> None:
        """Wait until every step and tile is on the disk, where other processes see them.

        Raises a StoryloomError where that is not possible.
        """
        with self._lock:
            self._send_loose()
        self._writer.flush()

    def release_file(self) -> None:
        """Wait until the project file is copied and closed, so that it may be moved anywhere."""
        self._writer.finish_copy()

    def capture(self, document: Document) -> Checkpoint:
        """The document as it stands after the newest step, for `save`. Takes no time."""
        copy = Document(
            document.registry, document.graph, settings=document.settings, extra=document.extra
        )
        return Checkpoint(copy, self._last)

    def save(
        self, checkpoint: Checkpoint, path: Path | None = None, *, preview: bytes | None = None
    ) -> None:
        """Save into the project file, or another from now on; the journal extends it then.

        Any thread may do it while others paint. Raises OutputError, or ProjectInUseError where
        another program has that file open; then everything is as it was.
        """
        target = path if path is not None else self.project
        if target is None:
            raise OutputError("The project has no file yet.", mend="Choose where to save it.")
        target = target.resolve()
        text = encode_document(checkpoint.document)
        with self._saving, self._claim.moving(target):
            self._writer.check_open()
            self._writer.finish_copy()
            self._announce(text, checkpoint.number)
            previous = self.project or target
            save_project(target, checkpoint.document, self, preview=preview, previous=previous)
            self._checkpoint(target, checkpoint.number, text)

    def close(self) -> None:
        """Let go of the session, which stays recoverable. A second call does nothing.

        A save that is under way comes to its end first.
        """
        with self._saving:
            with self._lock, suppress(StoryloomError):
                self._send_loose()
            self._writer.stop()
            self._spool.close()
            with self._reading:
                self._reader.close()
            if self._source is not None:
                self._source.close()
            self._claim.release()

    def finish(self) -> None:
        """The person closed the project, saved or not: nothing is to be recovered."""
        with self._saving, self._lock, suppress(StoryloomError):
            self._head = replace(self._head, closed=True)
            self._send(Job(head=self._head))
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _announce(self, text: bytes, number: int) -> None:
        """Tell the database what a save is about to write; it goes on without a database."""
        with self._lock, suppress(StoryloomError):
            self._head = replace(self._head, saving=digest_bytes(text), saving_number=number)
            self._send(Job(head=self._head))
        with suppress(StoryloomError):
            self._writer.flush()

    def _checkpoint(self, target: Path, number: int, text: bytes) -> None:
        """Let the journal extend the file that was saved; `trouble` says if it cannot."""
        digest = digest_file(target)
        with self._lock, suppress(StoryloomError):
            self._head = replace(
                self._head,
                project=str(target),
                file=digest,
                number=number,
                saving="",
                saving_number=0,
            )
            self._send(Job(head=self._head, document=text))
        with suppress(StoryloomError):
            self._writer.flush()

    def _send_loose(self, *entries: Entry) -> None:
        """Have the tiles that wait written, and a step with them. Called under the lock."""
        if self._loose or entries:
            self._send(Job(tuple(self._loose), entries))
            self._loose.clear()

    def _send(self, job: Job) -> None:
        """Have a job written; a kill takes nothing of it from now on. Called under the lock."""
        self._writer.send(job)
        self._unwritten += 1
        self._spool.append(job)

    def _links(self, digest: str) -> list[StoredTile]:
        with self._reading, told():
            return self._reader.tile(digest)

    def _on_written(self, jobs: Sequence[Job]) -> None:
        with self._lock:
            for painted in chain.from_iterable(job.tiles for job in jobs):
                self._waiting.pop(painted.digest, None)
            self._unwritten -= len(jobs)
            if not self._unwritten:
                self._spool.clear()

    def _on_copied(self, digests: Iterable[str]) -> None:
        with self._lock:
            self._head = replace(self._head, copied=True)
            self._send(Job(head=self._head))
            self._known.update(digests)
            source, self._source = self._source, None
        if source is not None:
            source.close()


def decoded(entry: Entry, registry: Registry) -> JournalStep:
    """A stored step as the edits that it holds. Raises what decoding an edit raises."""
    edit, inverse = decode_edit(entry.edit, registry), decode_edit(entry.inverse, registry)
    return JournalStep(entry.number, edit, inverse, entry.step, entry.at)
