"""Moves that hold because their drawings are too unlike: said once, with what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.window.project_views import ProjectViews
from app.window.rooms import Room, Rooms
from pipelines.panels import Panel
from widgets.paper.hand import ToolKind
from widgets.toast import Toasts
from widgets.words import counted, tr


class HeldMoves(QObject):
    """Offers a breakdown, or to make a part of the drawing a layer. It lives with the strip."""

    def __init__(self, views: ProjectViews, rooms: Rooms, toasts: Toasts) -> None:
        super().__init__(views.strip)
        self._strip = views.strip
        self._paper = views.paper
        self._rooms = rooms
        self._toasts = toasts
        self._strip.lasso_asked.connect(self.lasso)
        if views.strip_feed is not None:
            views.strip_feed.moves_held.connect(self.tell)

    @Slot(object)
    def tell(self, panels: tuple[str, ...]) -> None:
        """These moves are known to hold, by the panels before them, since just now."""
        numbers = {panel.id: at for at, panel in enumerate(self._strip.editing.panels, 1)}
        held = [panel for panel in panels if panel in numbers]
        if not held:
            return
        lasso = QAction(tr("Lasso a Part"))
        lasso.triggered.connect(self._on_lasso_wanted)
        breakdown = QAction(tr("Add a Breakdown"))
        breakdown.triggered.connect(self._on_breakdown_wanted)
        number = numbers[held[0]]
        words = tr(
            "From panel {number} to {next} the drawings are too unlike to move: they hold.",
            number=number,
            next=number + 1,
        )
        if len(held) > 1:
            more = counted("{count} more move", "{count} more moves", len(held) - 1)
            words = tr("{words} So do {more}.", words=words, more=more)
        toast = self._toasts.tell(words, breakdown, lasso)
        for action in (lasso, breakdown):
            action.setData(held[0])
            action.setParent(toast)

    @Slot(str)
    def lasso(self, panel: str) -> None:
        """Draw, with the lasso in hand, on a panel."""
        if self._panel(panel) is None:
            return
        self._rooms.show(Room.DRAW)
        self._strip.editing.select([panel])
        self._strip.editing.look_at(panel)
        self._paper.board.show_panel(panel)
        self._paper.hand.take(ToolKind.LASSO)
        self._paper.view.setFocus()
        self._paper.board.told.emit(
            tr("Draw around a part and press Ctrl+J: it is a layer. Do so on the next panel too.")
        )

    def _panel(self, panel: str) -> Panel | None:
        return next((one for one in self._strip.editing.panels if one.id == panel), None)

    @Slot()
    def _on_lasso_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.lasso(str(action.data()))

    @Slot()
    def _on_breakdown_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._strip.ask_breakdown(str(action.data()))
