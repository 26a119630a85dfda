"""What the window says beside its work: in notes over it, in the log, in the status bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from app.frames.client import FrameClient
from app.window.notes import Note, Tone
from app.window.projects import Projects
from app.window.run_panel import RunPanel
from app.window.viewing import Viewing
from nodes.frame_serving.messages import Unready
from widgets.toast import Toasts
from widgets.words import tr

if TYPE_CHECKING:
    from app.window.project_views import ProjectViews

_SAVED_MS = 4000


class Speaker(QObject):
    """Says it once, where it is seen, and keeps in the log what may be wanted later."""

    def __init__(
        self,
        window: QMainWindow,
        projects: Projects,
        panel: RunPanel,
        toasts: Toasts,
        viewing: Viewing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._projects = projects
        self._panel = panel
        self._toasts = toasts
        self._client: FrameClient | None = None
        self._look_again = QAction(tr("Look Again"), self)
        self._look_again.triggered.connect(viewing.viewer.refresh)
        projects.saved.connect(self._on_saved)
        projects.saving.changed.connect(self._on_saving_changed)

    @Slot(str)
    def warn(self, words: str) -> None:
        """Something was refused or is not as expected."""
        self._panel.add_note(Note(words, tone=Tone.WARNING))
        self._toasts.tell(words)

    @Slot(str)
    def tell(self, words: str) -> None:
        """Something that need not be kept."""
        self._toasts.tell(words)

    def listen_to(self, client: FrameClient) -> None:
        """Say so when this frame server dies."""
        if client is not self._client:
            self._client = client
            client.server_died.connect(self._on_server_died)

    def hear(self, views: ProjectViews) -> None:
        """Say what the views of a project have to say, clear of what is worked with."""
        self._toasts.spare(views.canvas.minimap)
        board = views.paper.board
        for refused in (views.canvas.refused, views.strip.refused, board.refused):
            refused.connect(self.warn)
        for told in (views.canvas.told, board.told):
            told.connect(self.tell)

    @Slot(object)
    def _on_server_died(self, why: Unready) -> None:
        self._panel.add_note(Note(why.words, why.mend, Tone.WARNING))
        self._toasts.tell(f"{why.words} {why.mend}", self._look_again)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._window.statusBar().showMessage(tr("Saved to {path}", path=path), _SAVED_MS)

    @Slot()
    def _on_saving_changed(self) -> None:
        bar, words = self._window.statusBar(), tr("Saving …")
        if self._projects.saving.is_busy:
            bar.showMessage(words)
        elif bar.currentMessage() == words:
            bar.clearMessage()
