"""Keeps the outline and the canvas at the same nodes, and carries out what the outline asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from app.window.docks import Docks, Place
from app.window.run_desk import RunDesk
from nodes.edits import Pin
from widgets.document_model import DocumentModel
from widgets.words import tr

if TYPE_CHECKING:
    from app.window.project_views import ProjectViews


class Outlining(QObject):
    """Joins the outline to the other views of a project."""

    def __init__(
        self, views: ProjectViews, model: DocumentModel, docks: Docks, desk: RunDesk
    ) -> None:
        super().__init__(views.canvas)
        self._model, self._desk = model, desk
        self._canvas, self._inspector = views.canvas, views.inspector
        self._outline, self._docks = views.outline, docks
        self._canvas.selection_changed.connect(self._on_canvas_selected)
        outline = self._outline
        outline.selection_changed.connect(self._on_outline_selected)
        outline.level_asked.connect(self._on_level_asked)
        outline.node_opened.connect(self._canvas.node_opened)
        outline.parameter_asked.connect(self._on_parameter_asked)
        outline.pin_asked.connect(self._on_pin_asked)
        outline.refused.connect(self._canvas.refused)

    @Slot()
    def _on_canvas_selected(self) -> None:
        self._outline.select(self._canvas.selected_paths)

    @Slot()
    def _on_outline_selected(self) -> None:
        paths = self._outline.selected_paths
        if not paths:
            return
        *at, _ = paths[-1].split("/")
        level = tuple(at)
        self._canvas.selection_changed.disconnect(self._on_canvas_selected)
        try:
            if level != self._canvas.at or len(paths) == 1:
                self._canvas.reveal(paths[-1])
            nodes = [path.split("/") for path in paths]
            self._canvas.select([node[-1] for node in nodes if tuple(node[:-1]) == level])
        finally:
            self._canvas.selection_changed.connect(self._on_canvas_selected)

    @Slot(object)
    def _on_level_asked(self, at: tuple[str, ...]) -> None:
        self._canvas.editor.open_level(at)

    @Slot(str, str)
    def _on_parameter_asked(self, path: str, name: str) -> None:
        self._canvas.reveal(path)
        self._docks[Place.INSPECTOR].show()
        self._docks[Place.INSPECTOR].raise_()
        row = self._inspector.rows.get(name)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_pin_asked(self, path: str) -> None:
        *at, node_id = path.split("/")
        key = self._desk.key_of(path)
        if not key:
            words = tr("There is no result to keep yet. Run the node first.")
            self._outline.refused.emit(words)
            return
        self._model.do(Pin(at=tuple(at), node=node_id, key=key), tr("Pin"))
