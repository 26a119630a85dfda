"""The window of all models: what there is, what is here, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.models.model_desk import ModelDesk
from app.models.own_list import begin_own_list
from app.window.download_pane import DownloadPane
from app.window.model_notice import ModelNotice
from app.window.own_folder_dialog import OwnFolderDialog
from pipelines.errors import StoryloomError
from pipelines.models.on_this_machine import own_catalogue
from widgets.elided_label import ElidedLabel
from widgets.models.details import ModelDetails
from widgets.models.entry import ModelEntry
from widgets.models.model_list import ModelList
from widgets.models.sayings import size_words
from widgets.words import counted, told, tr

_GEOMETRY = "models/window"
_OF_FILES = ("verify_model", "reveal_model", "delete_model")
"""What can be done about files that are here."""
_LOW = 34
"""Lines of text: in a window that is lower, the list of models comes first."""


class ModelWindow(QDialog):
    """Beside the main window, not over it. Listing looks at the disk only, in a thread."""

    settings_asked = Signal()
    """Mirror, token and the offline switch are wanted."""

    def __init__(self, desk: ModelDesk, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.desk = desk
        self._settings = settings
        self.commands = self._made_actions()
        shelf = desk.shelf
        self.list = ModelList(shelf)
        self.details = ModelDetails(shelf, [self.commands[name] for name in _OF_FILES])
        self.notice = ModelNotice(desk)
        self.downloads = DownloadPane(desk)
        self.adding = QPushButton(tr("Add"))
        self.network = QPushButton(tr("Network and Token …"))
        self.total = ElidedLabel()
        self._lay_out()
        self._connect()
        self._update_content()
        desk.look()

    def show_model(self, model: str) -> None:
        """Show one model; empty: the one that was shown last."""
        if model:
            self.list.choose(model)
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.view.setFocus()

    @property
    def entry(self) -> ModelEntry | None:
        """The model that is chosen."""
        return self.desk.shelf.entries.get(self.list.current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = self.height() // self.fontMetrics().height()
        self.downloads.show_lines(3 if lines > _LOW else 1)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    # What is shown

    @Slot()
    def _update_content(self) -> None:
        stock = self.desk.stock
        if stock is not None:
            here = sum(one.stand.can_be_used for one in stock.entries)
            self.total.show_text(
                tr(
                    "{models} on this machine, {size}. {free} are free in {folder}",
                    models=counted("{count} model", "{count} models", here),
                    size=size_words(stock.bytes_here),
                    free=size_words(stock.free),
                    folder=stock.cache,
                )
            )
            self.total.setToolTip(str(stock.cache))
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        entry, shelf = self.entry, self.desk.shelf
        job = shelf.downloads.get(entry.id) or shelf.checks.get(entry.id) if entry else None
        is_free, is_here = (
            entry is not None and job is None,
            entry is not None and bool(any(part.count for part in entry.parts)),
        )
        states = {
            "download_model": is_free
            and entry is not None
            and entry.is_fetched
            and not entry.stand.can_be_used,
            "cancel_model": job is not None,
            "verify_model": is_free and is_here,
            "reveal_model": is_here and entry is not None and entry.folder is not None,
            "delete_model": is_free and is_here and entry is not None and entry.bytes_freed > 0,
        }
        for name, enabled in states.items():
            self.commands[name].setEnabled(enabled)
        for name in _OF_FILES:
            self.commands[name].setVisible(is_here)
        if entry is not None:
            self.commands["verify_model"].setStatusTip(
                tr("Look at every byte of {model}, in the background.", model=entry.title)
            )
            self.commands["reveal_model"].setStatusTip(str(entry.folder or ""))
            self.commands["delete_model"].setStatusTip(
                tr("Frees {size}.", size=size_words(entry.bytes_freed))
            )

    @Slot(str)
    def _on_chosen(self, model: str) -> None:
        self.details.show_model(model)
        self._update_actions()

    # What is asked

    @Slot()
    def _on_download(self) -> None:
        if self.entry is not None and self.commands["download_model"].isEnabled():
            self.desk.shelf.download_asked.emit(self.entry.id)

    @Slot(str)
    def _on_activated(self, model: str) -> None:
        self._on_download()

    @Slot()
    def _on_cancel(self) -> None:
        if self.entry is not None:
            self.desk.shelf.cancel_asked.emit(self.entry.id)

    @Slot()
    def _on_verify(self) -> None:
        if self.entry is not None:
            self.desk.verify([self.entry.id])

    @Slot()
    def _on_reveal(self) -> None:
        if self.entry is not None and self.entry.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.entry.folder)))

    @Slot()
    def _on_delete(self) -> None:
        entry = self.entry
        if entry is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName(entry.id)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Delete Model"))
        box.setText(
            tr(
                "Delete {model}? This frees {size}.",
                model=entry.title,
                size=size_words(entry.bytes_freed),
            )
        )
        box.setInformativeText(_kept_words(entry))
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.setObjectName("delete")
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        delete.clicked.connect(self._on_delete_agreed)
        box.open()

    @Slot()
    def _on_delete_agreed(self) -> None:
        button = self.sender()
        box = button.window() if isinstance(button, QPushButton) else None
        if isinstance(box, QMessageBox):
            self.desk.background.remove(box.objectName())

    @Slot()
    def _on_add_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("A folder with a model"), str(Path.home())
        )
        if chosen:
            dialog = OwnFolderDialog(Path(chosen), self.desk, self)
            dialog.open()

    @Slot()
    def _on_add_entry(self) -> None:
        try:
            path = begin_own_list(own_catalogue())
        except StoryloomError as error:
            self.desk.noted.emit(told(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # Building

    def _made_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for name, text, keys, slot in (
            ("download_model", tr("&Download …"), "Ctrl+D", self._on_download),
            ("cancel_model", tr("&Cancel"), "Ctrl+.", self._on_cancel),
            ("verify_model", tr("&Verify"), "Ctrl+Y", self._on_verify),
            ("reveal_model", tr("&Show in the File Manager"), "Ctrl+R", self._on_reveal),
            ("delete_model", tr("D&elete …"), "Del", self._on_delete),
            ("find_model", tr("&Find a Model"), "Ctrl+F", self._on_find),
            ("add_model_folder", tr("A &Folder of Your Own …"), "", self._on_add_folder),
            ("add_model_entry", tr("An &Entry of Your Own …"), "", self._on_add_entry),
            ("look_at_models", tr("&Look Again"), "F5", self.desk.look),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            made[name] = action
            self.addAction(action)
        return made

    @Slot()
    def _on_find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _connect(self) -> None:
        shelf = self.desk.shelf
        self.list.chosen.connect(self._on_chosen)
        self.list.activated.connect(self._on_activated)
        self.network.clicked.connect(self.settings_asked)
        self.desk.stock_changed.connect(self._update_content)
        shelf.jobs_changed.connect(self._update_actions)
        menu = QMenu(self.adding)
        menu.addAction(self.commands["add_model_folder"])
        menu.addAction(self.commands["add_model_entry"])
        self.adding.setMenu(menu)
        names = ("download_model", "cancel_model", "verify_model", "reveal_model", "delete_model")
        self.list.view.addActions([self.commands[name] for name in names])

    def _lay_out(self) -> None:
        for button in (self.adding, self.network):
            button.setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.details)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 5)
        letter, line = self.fontMetrics().horizontalAdvance("x"), self.fontMetrics().height()
        self.list.setMinimumWidth(40 * letter)
        self.details.setMinimumWidth(42 * letter)
        foot = QHBoxLayout()
        foot.addWidget(self.total, 1)
        foot.addWidget(self.adding)
        foot.addWidget(self.network)
        column = QVBoxLayout(self)
        column.addWidget(self.notice)
        column.addWidget(split, 1)
        column.addWidget(self.downloads)
        column.addLayout(foot)
        wanted = self.screen().availableSize() * 0.9
        self.resize(min(130 * letter, wanted.width()), min(40 * line, wanted.height()))
        kept = self._settings.value(_GEOMETRY)
        if kept is not None:
            self.restoreGeometry(kept)  # type: ignore[arg-type] - a QByteArray, as it was kept


def _kept_words(entry: ModelEntry) -> str:
    """What stays on the disk, and for whom."""
    kept = [part for part in entry.parts if part.id in entry.kept]
    own = [part.id for part in kept if part.is_own_folder]
    shared = [part for part in kept if not part.is_own_folder]
    words: list[str] = []
    if shared:
        others = dict.fromkeys(title for part in shared for title in part.shared_with)
        words.append(
            tr(
                "These parts stay ({size}): {parts}. They are needed by {others}.",
                parts=", ".join(part.id for part in shared),
                size=size_words(sum(part.bytes_here for part in shared)),
                others=", ".join(others),
            )
        )
    if own:
        words.append(tr("Your own folders stay: {parts}.", parts=", ".join(own)))
    words.append(tr("It can be downloaded again at any time."))
    return " ".join(words)
