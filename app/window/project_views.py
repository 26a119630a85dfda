"""The views of the project in hand: made with it, put into their docks, and gone with it.

Here another view of the project is plugged in.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.window.docks import Docks, Place
from app.window.handwork import Handwork
from app.window.project_in_hand import ProjectInHand
from app.window.viewing import Viewing
from widgets.canvas import NodeCanvas
from widgets.commands import CommandBook, Scope
from widgets.inspector import Inspector


class ProjectViews:
    """Canvas, inspector and what else shows one project."""

    def __init__(self, project: ProjectInHand, docks: Docks, book: CommandBook) -> None:
        self._model = project.model
        self.handwork: Handwork | None = None
        self._docks = docks
        self._book = book
        self.canvas = NodeCanvas(project.model)
        self.canvas.set_folder(project.folder)
        self.canvas.view.viewport().setAcceptDrops(False)  # files are dropped on the window
        self.inspector = Inspector(project.model)
        self.inspector.set_folder(project.folder)
        self._placed: dict[Place, QWidget] = {Place.INSPECTOR: self.inspector}
        for place, view in self._placed.items():
            docks.fill(place, view)
        book.collect(Scope.CANVAS, self.canvas.commands)

    def begin_handwork(self, viewing: Viewing) -> None:
        """Tools over the picture, from when the viewer shows the project."""
        self.handwork = Handwork(self._model, self.inspector, viewing)
        self.handwork.refused.connect(self.canvas.refused)

    def close(self) -> None:
        """The project is put away."""
        if self.handwork is not None:
            self.handwork.close()
        self._book.forget(Scope.CANVAS)
        for place in self._placed:
            self._docks.empty(place)
        for view in (self.canvas, *self._placed.values()):
            view.hide()
            view.setParent(None)
            view.deleteLater()
