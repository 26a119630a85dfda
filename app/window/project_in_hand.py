"""The project that the window holds: its model, its working store and where it is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from app.window.journaled_model import JournaledModel
from app.window.model_wish import kept_wish
from app.window.opened_work import OpenedWork
from nodes.flat_node import Setting
from nodes.serving.sent_snapshot import SessionTiles
from nodes.snapshot import Snapshot
from nodes.working_store import (
    Checkpoint,
    FileState,
)
from pipelines.models.placement import OPEN
from widgets.words import tr

_STORYBOARD = "story.storyboard"


class ProjectInHand:
    """`path` is None for a project that has no file of its own yet; `said` is what the person
    should know about how it was opened; `settings` say how models are put; what is built in stands
    in for `absent_models`."""

    def __init__(self, opened: OpenedWork, settings: QSettings | None = None) -> None:
        self.store = opened.store
        self.path = opened.path
        self.said = opened.said
        self.begins_at = opened.begins_at
        self.model = JournaledModel(opened.document, opened.store)
        self.absent_models: frozenset[str] = frozenset()
        self._name = opened.name
        self._settings = settings
        if opened.is_unsaved:
            self.model.undo_stack.resetClean()

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
        wish = OPEN if self._settings is None else kept_wish(self._settings)
        setting = Setting(folder=self.folder, wish=wish, absent=self.absent_models)
        return Snapshot(
            document.graph,
            document.registry,
            tiles=self.store,
            folder=self.folder,
            setting=setting,
        )

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


def storyboard_of(project: ProjectInHand) -> str:
    """The id of the first storyboard of the outermost graph, or nothing."""
    nodes = project.model.graph.nodes.items()
    return next((node_id for node_id, node in nodes if node.type == _STORYBOARD), "")
