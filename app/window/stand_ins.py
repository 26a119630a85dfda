"""Models that are not here: what is built in stands in for them, and it is said with a way to mend
it. Which they are is known once the shelf is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from app.window.project_in_hand import ProjectInHand
from app.window.projects import Projects
from app.window.run_desk import RunDesk
from app.workers.orders import RunOrder
from nodes.snapshot import Snapshot
from widgets.models.entry import Stand
from widgets.models.sayings import download_words
from widgets.models.shelf import ModelShelf
from widgets.toast import Toasts
from widgets.words import tr

_NOT_HERE = (Stand.ABSENT, Stand.PARTIAL, Stand.OUTDATED)
"""Not those that are damaged: that is to be mended, and not to be passed over."""


class StandIns(QObject):
    """Tells the project in hand which models are not here, and offers what a run lacked."""

    changed = Signal()
    """Other models are here now: what stood in for them is out of date."""
    known = Signal()
    """It is known which models are here."""

    def __init__(
        self, shelf: ModelShelf, projects: Projects, desk: RunDesk, toasts: Toasts
    ) -> None:
        super().__init__(projects)
        self.absent: frozenset[str] = frozenset()
        """The ids of the models of the catalogue that are not here."""
        self._shelf = shelf
        self._projects = projects
        self._desk = desk
        self._toasts = toasts
        self._told: set[str] = set()
        projects.taken.connect(self._on_taken)
        shelf.changed.connect(self._on_shelf_changed)
        desk.stood_in.connect(self._on_stood_in)

    def must_wait(self, snapshot: Snapshot) -> bool:
        """Whether a run of this has to wait for `known`, which then follows."""
        if self._shelf.is_known or not any(node.models for node in snapshot.flat.values()):
            return False
        self._shelf.want()
        return True

    def download_for(self, order: RunOrder) -> QAction | None:
        """What fetches the first model for want of which a node failed; None where none lacks."""
        flat = order.snapshot.flat
        for path, state in self._desk.states.by_path.items():
            if not state.error or path not in flat:
                continue
            for model in flat[path].models:
                if model in self.absent:
                    return self._download(model)
        return None

    def _download(self, model: str) -> QAction | None:
        entry = self._shelf.entries.get(model)
        if entry is None or not entry.is_fetched or model in self._shelf.downloads:
            return None
        action = QAction(download_words(entry))
        action.setData(model)
        action.triggered.connect(self._on_download_asked)
        return action

    @Slot(object)
    def _on_taken(self, project: ProjectInHand) -> None:
        project.absent_models = self.absent

    @Slot()
    def _on_shelf_changed(self) -> None:
        entries = self._shelf.entries.values()
        before = self.absent
        self.absent = frozenset(one.id for one in entries if one.stand in _NOT_HERE)
        if self._projects.in_hand is not None:
            self._projects.in_hand.absent_models = self.absent
        if self.absent != before:
            self._told &= self.absent
            self.changed.emit()
        self.known.emit()

    @Slot(str)
    def _on_stood_in(self, model: str) -> None:
        """Say it once for each model: its nodes say it as long as it is so."""
        entry, action = self._shelf.entries.get(model), self._download(model)
        if entry is None or action is None or model in self._told:
            return
        self._told.add(model)
        words = tr("{model} is not here, so what is built in is used.", model=entry.title)
        action.setParent(self._toasts.tell(words, action))

    @Slot()
    def _on_download_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._shelf.download_asked.emit(str(action.data()))
