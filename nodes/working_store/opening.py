"""Beginning to work on a project: a session with its database, or a look without one."""

from __future__ import annotations

import secrets
import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import time

from msgspec.structs import replace

from nodes.codec import encode_document
from nodes.document import Document
from nodes.loom import LoomReader
from nodes.project_file import Project, open_project
from nodes.registry import Registry
from nodes.working_store.claims import Claim
from nodes.working_store.database import Database, Head, told
from nodes.working_store.refusals import ProjectInUseError
from nodes.working_store.working_store import DATABASE, WorkingStore
from pipelines.digest import digest_file
from pipelines.painting.tiles import TileSource

_STARTING = "starting.sqlite"


class ReadOnly(Enum):
    """Why a project cannot be saved where it is."""

    IN_USE = "in use"
    """Another program has it open."""
    NEWER = "newer"
    """A newer program wrote it; it may be saved under another name."""


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project in hand. Without a store (it is in use) it can only be looked at."""

    path: Path
    document: Document
    tiles: TileSource
    store: WorkingStore | None
    read_only: ReadOnly | None = None

    def close(self) -> None:
        """Let go of it; what was done stays recoverable."""
        if self.store is not None:
            self.store.close()
        elif isinstance(self.tiles, LoomReader):
            self.tiles.close()


def open_for_work(path: Path, state_folder: Path, registry: Registry) -> OpenedProject:
    """Open a project in a new session.

    Its tiles are copied in the background, and then the file is closed; until that is done they
    are read from the file. Raises ProjectError or OutputError.
    """
    project = open_project(path, registry)
    with ExitStack() as undoing:
        undoing.callback(project.close)
        try:
            store = _session(state_folder, project.document, _head_of(project), project.reader)
        except ProjectInUseError:
            undoing.pop_all()
            return OpenedProject(
                project.path, project.document, project.tiles, None, read_only=ReadOnly.IN_USE
            )
        undoing.pop_all()
    read_only = ReadOnly.NEWER if project.read_only else None
    return OpenedProject(project.path, project.document, store, store, read_only=read_only)


def begin(state_folder: Path, document: Document, *, name: str = "") -> WorkingStore:
    """A session for a project that has no file yet. Raises OutputError."""
    return _session(state_folder, document, Head(name=name))


def begin_copy(
    state_folder: Path, path: Path, registry: Registry, *, name: str
) -> tuple[Document, WorkingStore]:
    """A session for a copy of a project, which has no file yet. Its tiles are copied in the
    background, as those of a project that is opened. Raises ProjectError or OutputError."""
    project = open_project(path, registry)
    with ExitStack() as undoing:
        undoing.callback(project.close)
        head = Head(name=name, origin=str(project.path), copied=False)
        store = _session(state_folder, project.document, head, project.reader)
        undoing.pop_all()
    return project.document, store


def _session(
    state_folder: Path, document: Document, head: Head, reader: LoomReader | None = None
) -> WorkingStore:
    folder = state_folder / secrets.token_hex(8)
    folder.mkdir(parents=True)
    with ExitStack() as undoing:
        undoing.callback(shutil.rmtree, folder, ignore_errors=True)
        claim = Claim(folder, Path(head.project) if head.project else None)
        undoing.callback(claim.release)
        head = replace(head, program=_program(), started=time())
        with told():
            Database.create(folder / _STARTING, head, encode_document(document)).close()
        # A database under its own name is whole, whenever the program is killed.
        (folder / _STARTING).rename(folder / DATABASE)
        store = WorkingStore(folder, claim, document.registry, reader)
        undoing.pop_all()
        return store


def _head_of(project: Project) -> Head:
    return Head(project=str(project.path), file=digest_file(project.path), copied=False)


def _program() -> str:
    try:
        return version("storyloom")
    except PackageNotFoundError:
        return ""
