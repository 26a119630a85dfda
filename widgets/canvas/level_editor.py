"""The level of the graph that the canvas shows: kept up to date, left and entered, and edited in
named steps.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from nodes.edits import Edit
from nodes.graph import DRAWN_ONLY, Graph
from pipelines.errors import GraphError
from widgets.canvas.scene import CanvasScene
from widgets.document_model import DocumentModel
from widgets.words import counted, told, tr

_SYNC = QEvent.Type(QEvent.registerEventType())


class LevelEditor(QObject):
    """Stands at one level of the model's graph and keeps the scene in step with it."""

    refused = Signal(str)
    """An edit was refused; the text says why, and what to do."""
    about_to_edit = Signal()
    """What is selected now is what an undo comes back to."""
    level_changed = Signal()
    """Another group is open."""

    def __init__(self, model: DocumentModel, scene: CanvasScene, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self.scene = scene
        self.at: tuple[str, ...] = ()
        self._is_sync_due = False
        model.edited.connect(self._on_edited)
        self.update_content()

    @property
    def graph(self) -> Graph:
        """The graph of the open level."""
        return self.model.document.graph_at(self.at)

    @property
    def is_level_there(self) -> bool:
        """Whether the open group still is in the model."""
        return self._valid(self.at) == self.at

    # --- Keeping the scene in step ---

    def update_content(self) -> None:
        """Show the model as it is now. A group that is gone is left."""
        self._is_sync_due = False
        at = self._valid(self.at)
        is_left = at != self.at
        self.at = at
        document = self.model.document
        group = document.graph_at(at[:-1]).nodes[at[-1]] if at else None
        self.scene.sync(document.graph_at(at), group, at)
        self.scene.set_has_thumbnails(shown=document.settings.get("thumbnails") is not False)
        if is_left:
            self.level_changed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == _SYNC:
            if self._is_sync_due:
                self.update_content()
            return True
        return super().event(event)

    def _on_edited(self) -> None:
        if not self._is_sync_due:
            self._is_sync_due = True
            QCoreApplication.postEvent(self, QEvent(_SYNC))

    def _valid(self, at: tuple[str, ...]) -> tuple[str, ...]:
        graph = self.model.graph
        for depth, group_id in enumerate(at):
            group = graph.nodes.get(group_id)
            if group is None or group.graph is None:
                return at[:depth]
            graph = group.graph
        return at

    def do(self, edit: Edit, name: str, *, merge: str = "") -> bool:
        """Carry out an edit as one step and show it at once; say so where it is refused."""
        self.about_to_edit.emit()
        try:
            self.model.do(edit, name, merge=merge)
        except GraphError as error:
            self.refused.emit(told(error))
            return False
        self.update_content()
        return True

    # --- Levels ---

    def open_level(self, at: tuple[str, ...]) -> None:
        """Show the graph within groups."""
        at = self._valid(at)
        if at != self.at:
            self.at = at
            self.update_content()
            self.level_changed.emit()

    def enter(self, node_id: str) -> bool:
        """Open a group; False where the node is none."""
        node = self.graph.nodes.get(node_id)
        if node is None or node.graph is None:
            return False
        self.open_level((*self.at, node_id))
        return True

    def leave(self) -> None:
        """Go back to the graph that holds the open group, which is then selected."""
        self.leave_to(len(self.at) - 1)

    def leave_to(self, depth: int) -> None:
        """Go back until so many groups are open; the one that was left last is then selected."""
        if 0 <= depth < len(self.at):
            group = self.at[depth]
            self.open_level(self.at[:depth])
            self.scene.select([group])

    # --- What is selected ---

    def named(self, node_ids: tuple[str, ...]) -> str:
        if len(node_ids) == 1:
            face = self.scene.face(node_ids[0])
            return tr("“{title}”", title=face.title or face.kind)
        return counted("1 node", "{count} nodes", len(node_ids))

    def chosen(self) -> str:
        return self.named(self.scene.selected)

    def working(self) -> tuple[str, ...]:
        """The selected nodes that do something."""
        nodes = self.graph.nodes
        return tuple(one for one in self.scene.selected if nodes[one].type not in DRAWN_ONLY)
