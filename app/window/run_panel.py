"""What runs told: a log, a bar for the node at work, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.window.run_desk import Note, RunDesk, Tone
from widgets.theme import theme_of

_PATH = Qt.ItemDataRole.UserRole
_MOST_LINES = 500


class RunPanel(QWidget):
    """The log of a window. Activating a line leads to its node."""

    node_asked = Signal(str)

    def __init__(self, desk: RunDesk) -> None:
        super().__init__()
        self._desk = desk
        self.lines = QListWidget()
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName("What runs told")
        self.lines.setFrameShape(QListWidget.Shape.NoFrame)
        self.strip = QWidget()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the node at work")
        self.bar.setMaximumWidth(220)
        self.stop = QPushButton("Stop")
        self._lay_out()
        self.stop.clicked.connect(desk.stop)
        self.lines.itemActivated.connect(self._on_line_activated)
        desk.noted.connect(self.add_note)
        desk.changed.connect(self.update_content)
        self.update_content()

    @Slot(object)
    def add_note(self, note: Note) -> None:
        """Write a line."""
        line = QListWidgetItem(" ".join(filter(None, (note.words, note.mend))))
        line.setData(_PATH, note.path)
        theme = theme_of(self.palette())
        if note.tone is not Tone.PLAIN:
            colour = theme.warning if note.tone is Tone.WARNING else theme.refusal
            line.setForeground(QBrush(colour))
        self.lines.addItem(line)
        if self.lines.count() > _MOST_LINES:
            self.lines.takeItem(0)
        self.lines.scrollToBottom()

    @Slot()
    def update_content(self) -> None:
        """Show what is at work."""
        is_running = self._desk.is_running
        self.strip.setVisible(is_running)
        path = self._desk.working_on
        progress = self._desk.states.of(path).progress if path else None
        self.words.setText(path or "Getting ready …")
        self.bar.setRange(0, 100 if progress else 0)
        self.bar.setValue(round(100 * (progress or 0)))

    def _lay_out(self) -> None:
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(8, 4, 8, 4)
        strip.addWidget(self.words, 1)
        strip.addWidget(self.bar)
        strip.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.lines)

    @Slot(QListWidgetItem)
    def _on_line_activated(self, line: QListWidgetItem) -> None:
        path = str(line.data(_PATH))
        if path:
            self.node_asked.emit(path)
