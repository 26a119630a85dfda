"""The button that fetches a model, wherever it is missed: with its size, progress and failure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.models.entry import ModelEntry
from widgets.models.job import Doing, Job
from widgets.models.sayings import download_words, size_words
from widgets.models.shelf import ModelShelf
from widgets.models.state_line import StateLine
from widgets.models.thin_bar import ThinBar
from widgets.theme import theme_of
from widgets.words import said, tr


class FetchRow(QWidget):
    """Shows how one model stands, and what can be done about it here and now.

    `extra` are buttons of whoever shows it, in the same row.
    """

    def __init__(self, shelf: ModelShelf, *extra: QPushButton) -> None:
        super().__init__()
        self._shelf = shelf
        self._model = ""
        self.state = StateLine(shelf)
        self.bar = ThinBar()
        self.bytes = QLabel()
        self.failure = QLabel()
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        self.failure.setWordWrap(True)
        self.failure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.download = QPushButton()
        self.retry = QPushButton(tr("Retry"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(
            tr("Stop at once. What has come is kept: a later download goes on with it.")
        )
        self.buttons = (self.download, self.retry, self.cancel)
        for button in (*self.buttons, *extra):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        for button in (*self.buttons, *extra):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addWidget(self.bytes)
        column.addWidget(self.failure)
        column.addLayout(row)
        self.bytes.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.download.clicked.connect(self._on_download_clicked)
        self.retry.clicked.connect(self._on_retry_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        shelf.changed.connect(self.update_content)
        shelf.jobs_changed.connect(self.update_content)
        shelf.progressed.connect(self._on_progressed)

    def show_model(self, model: str) -> None:
        """Show another model."""
        self._model = model
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the model as it is now."""
        entry = self._shelf.entries.get(self._model)
        if entry is None:
            return
        download, check = (
            self._shelf.downloads.get(entry.id),
            self._shelf.checks.get(entry.id),
        )
        job = download or check
        has_failed = job is not None and job.doing is Doing.FAILED
        self.state.show_entry(entry)
        self._show_progress(job)
        self.download.setText(download_words(entry))
        self.download.setVisible(job is None and _can_be_fetched(entry))
        self.retry.setVisible(has_failed)
        self.cancel.setVisible(job is not None)
        self.cancel.setText(tr("Remove") if has_failed else tr("Cancel"))
        self.failure.setVisible(has_failed)
        if job is not None and has_failed:
            self.failure.setText(" ".join(filter(None, (said(job.words), said(job.mend)))))
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme_of(palette).refusal)
            self.failure.setPalette(palette)

    def _show_progress(self, job: Job | None) -> None:
        is_at_work = job is not None and job.is_at_work
        self.bar.setVisible(is_at_work)
        self.bytes.setVisible(is_at_work and bool(job.total if job else 0))
        if job is not None:
            self.bar.show_share(job.share)
            self.bar.setAccessibleName(self.state.words.text())
            self.bytes.setText(
                tr("{done} of {all}", done=size_words(job.done), all=size_words(job.total))
            )

    @Slot(str)
    def _on_progressed(self, model: str) -> None:
        if model == self._model:
            self.update_content()

    @Slot()
    def _on_download_clicked(self) -> None:
        self._shelf.download_asked.emit(self._model)

    @Slot()
    def _on_retry_clicked(self) -> None:
        self._shelf.retry_asked.emit(self._model)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self._shelf.cancel_asked.emit(self._model)


def _can_be_fetched(entry: ModelEntry) -> bool:
    return entry.is_fetched and not entry.stand.can_be_used
