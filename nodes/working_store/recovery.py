"""Sessions that did not close: finding them, and bringing their work back. Nothing is run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import NamedTuple

import msgspec

from nodes.codec import decode_document
from nodes.document import Document
from nodes.loom import LoomReader, decode_project_json
from nodes.loom.pack import tiles_of
from nodes.project_file import layers_of, open_project
from nodes.registry import Registry
from nodes.working_store.claims import LOCKS, Claim
from nodes.working_store.database import Database, told
from nodes.working_store.file_state import FileState, file_state
from nodes.working_store.refusals import DamagedWorkError, ProjectInUseError
from nodes.working_store.spool import take_in
from nodes.working_store.working_store import DATABASE, SPOOL, WorkingStore, decoded
from pipelines.digest import digest_file
from pipelines.errors import OutputError, ProjectError, StoryloomError
from pipelines.painting.tiles import MissingTileError

_DAMAGED = ".damaged"
_STARTING_SECONDS = 3600
_UNUSABLE = (
    StoryloomError,
    msgspec.MsgspecError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
)
"""What a step that Storyloom did not write, or wrote for other nodes, is known to raise."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session that did not close, and whose program is gone."""

    folder: Path
    project: Path | None = None
    at: float = 0.0
    """When the last step was taken, in seconds since 1970."""
    steps: int = 0
    """How many steps the project file lacks."""
    file: FileState = FileState.NEVER_SAVED
    name: str = ""
    """What a project without a file is called."""
    origin: Path | None = None
    """The project that it is a copy of, as long as that is not copied."""
    problem: str = ""
    """Why it cannot be recovered; `folder` is where it is kept."""


class Recovered(NamedTuple):
    """The work of a session, which goes on in `tiles`: its journal and its tiles are all there."""

    document: Document
    tiles: WorkingStore
    file: FileState
    dropped: int = 0
    """Steps at the end that could not be read."""
    missing: int = 0
    """Tiles of the document that are nowhere."""

    @property
    def said(self) -> str:
        """What the person must know, or nothing."""
        told_of: list[str] = []
        if self.dropped:
            told_of.append(f"Steps at the end that could not be read: {self.dropped}.")
        if self.missing:
            told_of.append(f"Pieces of drawings that are missing: {self.missing}.")
        if self.file is FileState.CHANGED:
            told_of.append("The project file was changed since. Save under another name.")
        return " ".join(told_of)


def find_recoverable(state_folder: Path) -> list[Session]:
    """The sessions to be offered for recovery, newest first.

    Sessions that hold nothing the file lacks are deleted. A damaged one is set aside and told of
    once, by its `problem`.
    """
    found = [session for folder in _folders(state_folder) if (session := _looked_at(folder))]
    return sorted(found, key=lambda session: session.at, reverse=True)


def recover(session: Session, registry: Registry) -> Recovered:
    """Bring back a session's document as of its last whole step, and go on in its store.

    The project file is not needed. A tail that cannot be read is dropped, and said. Raises
    ProjectInUseError, NewerWorkError, OutputError, or DamagedWorkError, having set it aside.
    """
    with ExitStack() as undoing:
        claim = Claim(session.folder, session.project)
        undoing.callback(claim.release)
        try:
            document, dropped = _replayed(session, registry)
            source = _source(session)
            if source is not None:
                undoing.callback(source.close)
            store = WorkingStore(session.folder, claim, registry, source)
        except DamagedWorkError as error:
            undoing.close()  # nothing may hold a folder that is renamed
            raise DamagedWorkError(error.why, kept=_set_aside(session.folder)) from error
        undoing.pop_all()
    return Recovered(document, store, session.file, dropped, _missing(document, store))


def discard(session: Session) -> None:
    """Delete a session's files. Raises ProjectInUseError where a program still holds it."""
    Claim(session.folder, None).release()
    shutil.rmtree(session.folder, ignore_errors=True)


def _folders(state_folder: Path) -> Iterator[Path]:
    if state_folder.is_dir():
        for folder in sorted(state_folder.iterdir()):
            if folder.is_dir() and folder.name != LOCKS and folder.suffix != _DAMAGED:
                yield folder


def _looked_at(folder: Path) -> Session | None:
    try:
        claim = Claim(folder, None)
    except ProjectInUseError:
        return None
    try:
        is_started = (folder / DATABASE).is_file()
        session = _read(folder) if is_started else None
    except DamagedWorkError as error:
        claim.release()
        kept = _set_aside(folder)
        return Session(kept, problem=str(DamagedWorkError(error.why, kept=kept)))
    except (ProjectError, OutputError) as error:
        return Session(folder, problem=str(error))
    finally:
        claim.release()
    if session is None and (is_started or _is_stray(folder)):
        shutil.rmtree(folder, ignore_errors=True)
    return session


def _is_stray(folder: Path) -> bool:
    """Whether a session was never begun; one that begins right now is left alone."""
    return folder.stat().st_mtime < time() - _STARTING_SECONDS


def _read(folder: Path) -> Session | None:
    """What a session holds, None where that is nothing."""
    database = _opened(folder)
    try:
        with told():
            head = database.head()
            state, number = file_state(head)
            _, steps, at = database.extent(number)
    finally:
        database.close()
    if head.closed or (not steps and state is not FileState.GONE):
        return None
    project = Path(head.project) if head.project else None
    origin = head.source if project is None and not head.copied else None
    return Session(folder, project, at or head.started, steps, state, head.name, origin)


def _opened(folder: Path) -> Database:
    """A session's database, with what a kill left on its way there."""
    with ExitStack() as undoing:
        database = Database.open(folder / DATABASE)
        undoing.callback(database.close)
        with told():
            take_in(folder / SPOOL, database)
        undoing.pop_all()
    return database


def _replayed(session: Session, registry: Registry) -> tuple[Document, int]:
    """The document after the last whole step, and how many steps after that were dropped."""
    database = _opened(session.folder)
    try:
        with told():
            database.check()
            head = database.head()
            document = _base(database, session, registry)
            _, count, _ = database.extent(head.number)
            done = 0
            for entry in database.entries(head.number):
                try:
                    document.apply(decoded(entry, registry).edit)
                except _UNUSABLE:
                    break
                done += 1
            if done < count:
                database.drop_from(head.number + done + 1)
    finally:
        database.close()
    return document, count - done


def _base(database: Database, session: Session, registry: Registry) -> Document:
    """The document that the journal extends. Raises DamagedWorkError."""
    try:
        return decode_document(decode_project_json(database.document()), registry)
    except ProjectError as error:
        if session.project is not None and session.file is FileState.SAME:
            with suppress(ProjectError), open_project(session.project, registry) as project:
                if digest_file(session.project) == database.head().file:
                    return project.document
        raise DamagedWorkError("the document that it extends cannot be read") from error


def _source(session: Session) -> LoomReader | None:
    """The project file, which may hold tiles that were not copied before the program ended."""
    file = session.project or session.origin
    if file is not None:
        with suppress(ProjectError):
            return LoomReader(file)
    return None


def _missing(document: Document, store: WorkingStore) -> int:
    missing = 0
    for layer in layers_of(document.graph):
        try:
            missing += sum(not store.holds(digest) for digest in tiles_of(layer))
        except MissingTileError:
            missing += 1
    return missing


def _set_aside(folder: Path) -> Path:
    kept = folder.with_name(folder.name + _DAMAGED)
    with suppress(OSError):
        return folder.rename(kept)
    return folder
