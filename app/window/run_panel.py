"""Runs: what is at work, what waits, and what was told."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.window.notes import Note, Tone
from app.window.run_desk import RunDesk
from app.window.run_log import RunLog
from app.window.run_queue_view import RunQueueView
from app.workers.orders import RunOrder
from widgets.words import tr


class RunPanel(QWidget):
    """The queue and the log of a window. Activating a line of the log leads to its node."""

    node_asked = Signal(str)

    def __init__(self, desk: RunDesk) -> None:
        super().__init__()
        self._desk = desk
        self.log = RunLog()
        self.queue = RunQueueView(desk)
        self.strip = QWidget()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.again = QPushButton(tr("Run Again"))
        self.pause = QPushButton()
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr("Which lines are shown"))
        for tone, text in (
            (Tone.PLAIN, tr("All")),
            (Tone.WARNING, tr("Warnings and failures")),
            (Tone.FAILURE, tr("Failures")),
        ):
            self.filter.addItem(text, tone)
        self.tabs = QTabWidget()
        self.commands: dict[str, QAction] = {**self.log.commands, **self.queue.commands}
        self._lay_out()
        self._connect()
        self.update_content()

    @Slot(object)
    def add_note(self, note: Note) -> None:
        """Write a line of the log."""
        self.log.add_note(note)

    @Slot()
    def update_content(self) -> None:
        """Show what is at work and what waits."""
        desk, queue = self._desk, self._desk.queue
        offers = desk.unfinished is not None and not desk.is_running
        self.strip.setVisible(offers or bool(queue.waiting) or queue.is_paused)
        self.pause.setVisible(bool(queue.waiting) or queue.is_paused)
        self.pause.setText(tr("Resume") if queue.is_paused else tr("Pause"))
        self.pause.setToolTip(
            tr("Go on with what waits.")
            if queue.is_paused
            else tr("Start nothing new. What runs goes on.")
        )
        self.again.setVisible(offers)
        count = len(queue.waiting)
        self.tabs.setTabText(1, tr("Queue ({count})", count=count) if count else tr("Queue"))
        words = self._said()
        self.words.setText(words)
        self.words.setToolTip(words)

    def _said(self) -> str:
        desk, queue = self._desk, self._desk.queue
        if queue.is_paused:
            waiting = len(queue.waiting)
            return tr("Paused. Waiting: {count}", count=waiting) if waiting else tr("Paused")
        if queue.waiting:
            return tr("Waiting: {count}", count=len(queue.waiting))
        if desk.unfinished is None:
            return ""
        title = desk.unfinished.title
        return tr("{title} is not finished. What was made is kept.", title=title)

    def _lay_out(self) -> None:
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutHorizontalSpacing)
        self.words.setMinimumWidth(1)
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(gap, gap // 2, gap, gap // 2)
        strip.addWidget(self.words, 1)
        for button in (self.again, self.pause):
            strip.addWidget(button)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.log, tr("Log"))
        self.tabs.addTab(self.queue, tr("Queue"))
        self.tabs.setCornerWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.tabs)

    def _connect(self) -> None:
        desk = self._desk
        self.again.clicked.connect(desk.run_again)
        self.pause.clicked.connect(self._on_pause_clicked)
        self.filter.currentIndexChanged.connect(self._on_filter_changed)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.log.node_asked.connect(self.node_asked)
        self.log.again_asked.connect(self._on_again_asked)
        desk.noted.connect(self.add_note)
        desk.changed.connect(self.update_content)
        desk.forgotten.connect(self.log.forget_runs)

    @Slot()
    def _on_pause_clicked(self) -> None:
        if self._desk.queue.is_paused:
            self._desk.resume()
        else:
            self._desk.pause()

    @Slot(object)
    def _on_again_asked(self, order: RunOrder) -> None:
        self._desk.start(order)

    @Slot()
    def _on_filter_changed(self) -> None:
        self.log.show_from(Tone(self.filter.currentData()))

    @Slot(int)
    def _on_tab_changed(self, place: int) -> None:
        self.filter.setVisible(place == 0)
