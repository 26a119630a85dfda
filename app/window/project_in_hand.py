"""The project that the window holds: its model, its working store and where it is saved."""

from __future__ import annotations

from pathlib import Path

from app.window.journaled_model import JournaledModel
from app.window.project_name import spoken_name
from nodes.document import Document
from nodes.registry import Registry
from nodes.serving.sent_snapshot import SessionTiles
from nodes.snapshot import Snapshot
from nodes.working_store import (
    Checkpoint,
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

_STORYBOARD = "story.storyboard"


class ProjectInHand:
    """`path` is None for a project that has no file of its own yet; `said` is what the person
    should know about how it was opened."""

    def __init__(
        self,
        document: Document,
        store: WorkingStore,
        path: Path | None = None,
        *,
        name: str = "",
        said: str = "",
    ) -> None:
        self.store = store
        self.path = path
        self.said = said
        self.model = JournaledModel(document, store)
        self._name = name

    @property
    def name(self) -> str:
        """What to call it."""
        return self.path.stem if self.path is not None else self._name or tr("Untitled")

    @property
    def folder(self) -> Path | None:
        """The folder that relative paths are in."""
        return self.path.parent if self.path is not None else None

    @property
    def is_unsaved(self) -> bool:
        """Whether something would be lost if it were put away now."""
        return not self.model.undo_stack.isClean()

    def snapshot(self) -> Snapshot:
        """The project as it stands, ready to run."""
        document = self.model.document
        return Snapshot(document.graph, document.registry, tiles=self.store, folder=self.folder)

    @property
    def tiles(self) -> SessionTiles:
        """Where another process reads painted tiles, which are there once the store is flushed."""
        return SessionTiles(str(self.store.database))

    def was_changed_outside(self) -> bool:
        """Whether another program has written its file."""
        return self.path is not None and self.store.file_state() is FileState.CHANGED

    def capture(self) -> Checkpoint:
        """The project as it stands, to be saved; edits from now on are unsaved ones."""
        self.model.undo_stack.setClean()
        return self.store.capture(self.model.document)

    def was_saved(self, path: Path) -> None:
        """What was captured is in this file, now and from now on."""
        self.path = path.resolve()

    def was_not_saved(self, *, was_clean: bool) -> None:
        """What was captured is in no file; it was in one if the project was clean then."""
        if not was_clean:
            self.model.undo_stack.resetClean()

    def put_away(self) -> None:
        """The person is done with it, saved or not."""
        self.store.finish()


def fresh_project(state_folder: Path, registry: Registry) -> ProjectInHand:
    """An empty project. Raises OutputError."""
    document = Document(registry)
    return ProjectInHand(document, begin(state_folder, document))


def opened_project(path: Path, state_folder: Path, registry: Registry) -> ProjectInHand:
    """The project of a file; a copy of it where it cannot be saved in place.

    Raises ProjectError or OutputError.
    """
    opened = open_for_work(path, state_folder, registry)
    if opened.store is None:
        opened.close()
        said = tr("“{name}” is open in another window. This is a copy of it.", name=path.name)
        return copied_project(path, state_folder, registry, said=said)
    if opened.read_only is ReadOnly.NEWER:
        opened.store.finish()
        said = tr("A newer Storyloom wrote “{name}”. This is a copy of it.", name=path.name)
        return copied_project(path, state_folder, registry, said=said)
    return ProjectInHand(opened.document, opened.store, opened.path)


def recovered_project(session: Session, registry: Registry) -> ProjectInHand:
    """The project of a session that did not close, unsaved as it was.

    Raises ProjectError or OutputError.
    """
    document, store, file, *_ = found = recover(session, registry)
    path = session.project if file in (FileState.SAME, FileState.CHANGED) else None
    gone = session.project.stem if session.project is not None else ""
    project = ProjectInHand(document, store, path, name=session.name or gone, said=found.said)
    project.model.undo_stack.resetClean()
    return project


def copied_project(
    path: Path, state_folder: Path, registry: Registry, *, said: str = ""
) -> ProjectInHand:
    """An untitled copy of a project, such as a starter. The file itself is only read.

    Raises ProjectError or OutputError.
    """
    name = spoken_name(path)
    document, store = begin_copy(state_folder, path, registry, name=name)
    return ProjectInHand(document, store, name=name, said=said)


def storyboard_of(project: ProjectInHand) -> str:
    """The id of the first storyboard of the outermost graph, or nothing."""
    nodes = project.model.graph.nodes.items()
    return next((node_id for node_id, node in nodes if node.type == _STORYBOARD), "")
