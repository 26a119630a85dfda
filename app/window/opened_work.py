"""Projects as they are opened: what is read from the disk before there is a model of it.

Belongs to no thread: it may take as long as the disk does.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.window.project_name import spoken_name
from app.window.recipes import Recipe, Spot, prepared
from nodes.document import Document
from nodes.registry import Registry
from nodes.working_store import (
    FileState,
    ReadOnly,
    Session,
    WorkingStore,
    begin,
    begin_copy,
    open_for_work,
    recover,
)
from widgets.words import tr


class OpenedWork(NamedTuple):
    """A document with its store. `path` is None for a project that has no file of its own yet;
    `said` is what the person should know about how it was opened."""

    document: Document
    store: WorkingStore
    path: Path | None = None
    name: str = ""
    said: str = ""
    is_unsaved: bool = False
    begins_at: Spot | None = None
    """What is taken in hand at once."""


def fresh_work(state_folder: Path, registry: Registry) -> OpenedWork:
    """An empty project. Raises OutputError."""
    document = Document(registry)
    return OpenedWork(document, begin(state_folder, document))


def recipe_work(
    recipe: Recipe, film: Path, picture: Path | None, state_folder: Path, registry: Registry
) -> OpenedWork:
    """The graph of a recipe with a film in it. Raises OutputError."""
    document = prepared(recipe, film, registry, picture)
    store = begin(state_folder, document, name=film.stem)
    return OpenedWork(document, store, name=film.stem, begins_at=recipe.begins_at)


def opened_work(path: Path, state_folder: Path, registry: Registry) -> OpenedWork:
    """The project of a file; a copy of it where it cannot be saved in place.

    Raises ProjectError or OutputError.
    """
    opened = open_for_work(path, state_folder, registry)
    if opened.store is None:
        opened.close()
        said = tr("“{name}” is open in another window. This is a copy of it.", name=path.name)
        return copied_work(path, state_folder, registry, said=said)
    if opened.read_only is ReadOnly.NEWER:
        opened.store.finish()
        said = tr("A newer Storyloom wrote “{name}”. This is a copy of it.", name=path.name)
        return copied_work(path, state_folder, registry, said=said)
    return OpenedWork(opened.document, opened.store, opened.path)


def recovered_work(session: Session, registry: Registry) -> OpenedWork:
    """The project of a session that did not close, unsaved as it was.

    Raises ProjectError or OutputError.
    """
    document, store, file, *_ = found = recover(session, registry)
    path = session.project if file in (FileState.SAME, FileState.CHANGED) else None
    gone = session.project.stem if session.project is not None else ""
    name = session.name or gone
    return OpenedWork(document, store, path, name, found.said, is_unsaved=True)


def copied_work(
    path: Path, state_folder: Path, registry: Registry, *, said: str = ""
) -> OpenedWork:
    """An untitled copy of a project, such as a starter. The file itself is only read.

    Raises ProjectError or OutputError.
    """
    name = spoken_name(path)
    document, store = begin_copy(state_folder, path, registry, name=name)
    return OpenedWork(document, store, name=name, said=said)
