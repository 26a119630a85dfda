"""The downloads at the foot of the window of models, and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.models.model_desk import ModelDesk
from widgets.models.download_list import DownloadList
from widgets.models.job import Doing
from widgets.words import tr


class DownloadPane(QWidget):
    """Seen while there is a download: at work, waiting, or failed."""

    def __init__(self, desk: ModelDesk) -> None:
        super().__init__()
        self._desk = desk
        self.list = DownloadList(desk.shelf)
        self.heading = QLabel(tr("Downloads"))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.pause = QPushButton(tr("Pause"))
        self.retry = QPushButton(tr("Retry"))
        self.cancel = QPushButton(tr("Cancel"))
        self.commands = self._made_actions()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        for button in (self.retry, self.cancel, self.pause):
            button.setAutoDefault(False)
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.pause.clicked.connect(self._on_pause)
        self.retry.clicked.connect(self._on_retry)
        self.cancel.clicked.connect(self._on_cancel)
        self.list.moved.connect(desk.downloads.move)
        self.list.current_changed.connect(self.update_content)
        desk.downloads.changed.connect(self.update_content)
        self.update_content()

    def show_lines(self, count: int) -> None:
        """Show so many downloads at once; the others are scrolled to."""
        if count != self.list.most_lines:
            self.list.most_lines = count
            self.list.updateGeometry()

    @Slot()
    def update_content(self) -> None:
        """Show what can be done now."""
        queue, job = self._desk.downloads, self.list.current
        self.setVisible(bool(queue.jobs))
        self.pause.setText(tr("Resume") if queue.is_paused else tr("Pause"))
        self.pause.setToolTip(
            tr("Go on where it stands.")
            if queue.is_paused
            else tr("Stand still and keep what has come. Nothing new begins.")
        )
        self.pause.setEnabled(any(one.doing is not Doing.FAILED for one in queue.jobs))
        has_failed = job is not None and job.doing is Doing.FAILED
        self.retry.setVisible(has_failed)
        self.cancel.setText(tr("Remove") if has_failed else tr("Cancel"))
        self.cancel.setEnabled(job is not None)
        waits = job is not None and not job.is_at_work
        for name in ("download_earlier", "download_later"):
            self.commands[name].setEnabled(waits)
        self.commands["cancel_download"].setEnabled(job is not None)

    def _made_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for name, text, keys, slot in (
            ("download_earlier", tr("Download &Earlier"), "Alt+Up", self._on_earlier),
            ("download_later", tr("Download &Later"), "Alt+Down", self._on_later),
            ("cancel_download", tr("&Remove from the Queue"), "Del", self._on_cancel),
        ):
            action = QAction(text, self.list)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.list.addAction(action)
            made[name] = action
        return made

    @Slot()
    def _on_pause(self) -> None:
        queue = self._desk.downloads
        if queue.is_paused:
            queue.resume()
        else:
            queue.pause()

    @Slot()
    def _on_retry(self) -> None:
        if self.list.current is not None:
            self._desk.downloads.retry(self.list.current.model)

    @Slot()
    def _on_cancel(self) -> None:
        if self.list.current is not None:
            self._desk.downloads.remove(self.list.current.model)

    @Slot()
    def _on_earlier(self) -> None:
        self._move(-1)

    @Slot()
    def _on_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        job = self.list.current
        if job is not None:
            models = [one.model for one in self._desk.downloads.jobs]
            self._desk.downloads.move(job.model, models.index(job.model) + by)
