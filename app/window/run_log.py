"""The log of runs: filtered by tone, copied, saved, and leading to its nodes."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QBrush, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
)

from app.window.notes import Note, Tone
from widgets.canvas.commands import Command, made_actions
from widgets.hinted_list import HintedList
from widgets.theme import theme_of
from widgets.words import tr

_NOTE = Qt.ItemDataRole.UserRole
_MOST_LINES = 1000
_GRAVITY = {Tone.PLAIN: 0, Tone.WARNING: 1, Tone.FAILURE: 2}


class RunLog(HintedList):
    """Lines, the newest last. The oldest go when there are too many."""

    node_asked = Signal(str)
    again_asked = Signal(object)
    """A RunOrder."""

    def __init__(self) -> None:
        super().__init__(tr("What runs tell is written here, with what can be done about it."))
        self._notes: deque[Note] = deque(maxlen=_MOST_LINES)
        self._least = Tone.PLAIN
        self._failures = ""
        self.setWordWrap(True)
        self.setAccessibleName(tr("What runs told"))
        self.setFrameShape(HintedList.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.commands = self._made_commands()
        self.itemActivated.connect(self._on_line_activated)
        self.currentItemChanged.connect(self._on_current_changed)
        self._update_commands()

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was told, the oldest first."""
        return tuple(self._notes)

    @Slot(object)
    def add_note(self, note: Note) -> None:
        """Write a line."""
        is_full = len(self._notes) == _MOST_LINES
        if is_full and self.count() and self._note(0) is self._notes[0]:
            self.takeItem(0)
        self._notes.append(note)
        self._show(note)

    def show_from(self, least: Tone) -> None:
        """Show only lines that are at least so grave."""
        self._least = least
        self.clear()
        for note in self._notes:
            self._show(note)

    @Slot()
    def clear_notes(self) -> None:
        """Forget all lines."""
        self._notes.clear()
        self.clear()
        self._update_commands()

    @Slot()
    def copy_lines(self) -> None:
        """Copy the chosen lines, or all where none is chosen."""
        chosen = sorted(self.row(line) for line in self.selectedItems())
        notes = [self._note(row) for row in chosen] if chosen else self._notes
        QGuiApplication.clipboard().setText("\n".join(spelled(note) for note in notes))

    @Slot()
    def ask_file(self) -> None:
        """Save the log to a file that the person chooses."""
        start = str(Path.home() / "storyloom-log.txt")
        found, _ = QFileDialog.getSaveFileName(self, tr("Save the log"), start)
        if found:
            self.save_to(Path(found))

    def save_to(self, path: Path) -> None:
        """Write all lines with their details into a file."""
        text = "\n".join(spelled(note, details=True) for note in self._notes)
        try:
            path.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            why = error.strerror or str(error)
            words = tr("The log was not saved: {why}.", why=why)
            self.add_note(Note(words, tr("Choose another place."), Tone.FAILURE))

    @Slot()
    def go_to_node(self) -> None:
        """Lead to the node of the current line."""
        note = self._current()
        if note is not None and note.path:
            self.node_asked.emit(note.path)

    @Slot()
    def run_again(self) -> None:
        """Ask for the run of the current line once more."""
        note = self._current()
        if note is not None and note.again is not None:
            self.again_asked.emit(note.again.anew())

    @Slot()
    def show_details(self) -> None:
        """Show what only a programmer reads."""
        note = self._current()
        if note is not None and note.details:
            DetailsDialog(note, self).show()

    @Slot()
    def forget_runs(self) -> None:
        """Another project is in hand: what ran before cannot be run again."""
        self._notes = deque((_past(note) for note in self._notes), maxlen=_MOST_LINES)
        self.show_from(self._least)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.show_from(self._least)

    def _show(self, note: Note) -> None:
        if _GRAVITY[note.tone] < _GRAVITY[self._least]:
            return
        bar = self.verticalScrollBar()
        is_at_end = bar.value() >= bar.maximum() - 2
        line = QListWidgetItem(_line(note))
        line.setData(_NOTE, note)
        if note.tone is not Tone.PLAIN:
            theme = theme_of(self.palette())
            colour = theme.warning if note.tone is Tone.WARNING else theme.refusal
            line.setForeground(QBrush(colour))
        self.addItem(line)
        if is_at_end:
            self.scrollToBottom()

    def _note(self, row: int) -> Note:
        note = self.item(row).data(_NOTE)
        assert isinstance(note, Note)
        return note

    def _current(self) -> Note | None:
        return self._note(self.currentRow()) if self.currentRow() >= 0 else None

    @Slot(QListWidgetItem)
    def _on_line_activated(self, line: QListWidgetItem) -> None:
        self.go_to_node()

    @Slot()
    def _on_current_changed(self) -> None:
        self._update_commands()

    def _update_commands(self) -> None:
        note = self._current()
        self.commands["go_to_node"].setEnabled(note is not None and bool(note.path))
        self.commands["run_again"].setEnabled(note is not None and note.again is not None)
        self.commands["show_details"].setEnabled(note is not None and bool(note.details))

    def _made_commands(self) -> dict[str, QAction]:
        commands = [
            Command("copy_log", tr("&Copy"), ("Ctrl+C",), self.copy_lines),
            Command("save_log", tr("&Save the Log …"), (), self.ask_file),
            Command("go_to_node", tr("&Go to Node"), (), self.go_to_node),
            Command("run_again", tr("&Run Again"), (), self.run_again),
            Command("show_details", tr("Show &Details"), ("Alt+Return",), self.show_details),
            Command("clear_log", tr("C&lear the Log"), (), self.clear_notes),
        ]
        return made_actions(commands, self)


class DetailsDialog(QDialog):
    """What stands behind a line: where in the code it happened, and in which file more stands."""

    def __init__(self, note: Note, parent: RunLog) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Details"))
        self.text = QPlainTextEdit(spelled(note, details=True))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        letter = self.fontMetrics().horizontalAdvance("x")
        self.resize(letter * 90, self.fontMetrics().height() * 24)


def spelled(note: Note, *, details: bool = False) -> str:
    """A line as text, with its day."""
    when = datetime.fromtimestamp(note.at).strftime("%Y-%m-%d %H:%M:%S")
    words = " ".join(filter(None, (when, note.words, note.mend)))
    return f"{words}\n{note.details}".rstrip() if details else words


def _line(note: Note) -> str:
    when = datetime.fromtimestamp(note.at).strftime("%H:%M:%S")
    return " ".join(filter(None, (when, note.words, note.mend)))


def _past(note: Note) -> Note:
    return replace(note, again=None)
