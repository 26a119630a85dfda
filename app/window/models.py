"""Models in a window: a window of their own, what is asked before a download, what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.models.model_desk import ModelDesk
from app.window.model_badges import ModelBadges
from nodes.named_models import families_used
from nodes.registry import Registry
from widgets.canvas import NodeCanvas
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.outline import Outline
from widgets.toast import Toasts
from widgets.words import counted, tr

if TYPE_CHECKING:
    from app.window.download_dialog import DownloadDialog
    from app.window.main_window import MainWindow
    from app.window.model_window import ModelWindow


class Models(QObject):
    """Belongs to a window. Its own window is made when it is asked for."""

    settings_asked = Signal()

    def __init__(
        self, window: MainWindow, registry: Registry, toasts: Toasts, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._toasts = toasts
        window.start_page.models_asked.connect(self.show_window)
        self._settings = settings
        self.desk = ModelDesk(settings, self)
        self.desk.set_used_by(families_used(registry.specs.values()))
        self.shown: ModelWindow | None = None
        self.dialog: DownloadDialog | None = None
        self.see = QAction(tr("Show Models"), self)
        self.see.triggered.connect(self.show_window)
        self.desk.noted.connect(self._on_noted)
        self.desk.plan_asked.connect(self.ask_download)
        self.desk.details_asked.connect(self._on_details_asked)

    @Slot()
    def show_window(self) -> None:
        """Show all models."""
        self._on_details_asked("")

    def serve(
        self, model: DocumentModel, canvas: NodeCanvas, outline: Outline, inspector: Inspector
    ) -> None:
        """Show in the views of a project what models its nodes lack, and fetch them from there."""
        ModelBadges(model, canvas, outline, self.desk.shelf)
        inspector.show_shelf(self.desk.shelf)

    def offer_unfinished(self) -> None:
        """Say that downloads were not finished. Nothing begins by itself."""
        count = len(self.desk.offered)
        if count:
            words = counted(
                "{count} download was not finished when the program ended.",
                "{count} downloads were not finished when the program ended.",
                count,
            )
            self._toasts.tell(words, self.see)

    @Slot(str)
    def ask_download(self, model: str) -> None:
        """Show what a download would bring, and begin it if that is agreed to."""
        from app.window.download_dialog import DownloadDialog

        entry = self.desk.shelf.entries.get(model)
        if entry is None or self.dialog is not None:
            return
        parent: QWidget = self._window
        if self.shown is not None and self.shown.isActiveWindow():
            parent = self.shown
        self.dialog = DownloadDialog(entry, self.desk.choice(), self.desk, parent)
        self.dialog.agreed.connect(self._on_agreed)
        self.dialog.finished.connect(self._on_dialog_done)
        self.dialog.open()

    def close(self) -> None:
        """End what is at work."""
        self.desk.close()

    @Slot(str)
    def _on_agreed(self, model: str) -> None:
        self.desk.fetch([model])

    @Slot()
    def _on_dialog_done(self) -> None:
        self.dialog = None

    @Slot(str)
    def _on_noted(self, words: str) -> None:
        self._toasts.tell(words, self.see)

    @Slot(str)
    def _on_details_asked(self, model: str) -> None:
        from app.window.model_window import ModelWindow

        if self.shown is None:
            self.shown = ModelWindow(self.desk, self._settings, self._window)
            self.shown.settings_asked.connect(self.settings_asked)
        self.shown.show_model(model)
