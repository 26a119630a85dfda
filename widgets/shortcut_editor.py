"""The editor of shortcuts: every command by scope, its keys, what clashes, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QBrush, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.commands import Command, CommandBook, Scope
from widgets.fuzzy import fit
from widgets.theme import theme_of
from widgets.words import tr

_ID = Qt.ItemDataRole.UserRole
_NAME, _KEYS, _NOTE = range(3)
_NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutEditor(QWidget):
    """Changes hold at once. A clash is shown at both commands, never hidden and never mended
    unasked."""

    def __init__(self, book: CommandBook) -> None:
        super().__init__()
        self._book = book
        self.lines: list[QTreeWidgetItem] = []
        """Those of commands, as they are shown."""
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search commands or keys"))
        self.search.setAccessibleName(tr("Search commands or keys"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Command"), tr("Keys"), tr("Note")])
        self.tree.setAccessibleName(tr("Shortcuts"))
        self.tree.setUniformRowHeights(True)
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(tr("New keys"))
        self.assign = QPushButton(tr("Assign"))
        self.clear = QPushButton(tr("No Keys"))
        self.reset = QPushButton(tr("Reset"))
        self.reset_all = QPushButton(tr("Reset All"))
        self.clashes = QLabel()
        self.clashes.setWordWrap(True)
        self.clashes.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()
        self.update_content()

    @property
    def chosen(self) -> Command | None:
        """The command whose line is the current one."""
        line = self.tree.currentItem()
        return self._book.find(str(line.data(0, _ID))) if line is not None else None

    def choose(self, command_id: str) -> None:
        """Make a command's line the current one."""
        for line in self.lines:
            if line.data(0, _ID) == command_id:
                self.tree.setCurrentItem(line)

    @Slot()
    def update_content(self) -> None:
        """Show the commands that are sought."""
        chosen = self.chosen
        notes = self._notes()
        self.tree.clear()
        self.lines = []
        for scope in Scope:
            found = [one for one in self._book.commands if one.scope == scope and self._fits(one)]
            if found:
                self._add(scope, found, notes)
        self.tree.expandAll()
        count = len(self._book.conflicts())
        words = tr("Clashing keys: {count}", count=count) if count else tr("No keys clash.")
        self.clashes.setText(words)
        if chosen is not None:
            self.choose(chosen.id)
        self._update_buttons()

    def _add(self, scope: Scope, commands: list[Command], notes: dict[str, str]) -> None:
        theme = theme_of(self.palette())
        heading = QTreeWidgetItem(self.tree, [scope.label])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = heading.font(_NAME)
        font.setBold(True)
        heading.setFont(_NAME, font)
        heading.setFirstColumnSpanned(True)
        for command in commands:
            note = notes.get(command.id, "")
            changed = tr("changed") if command.is_changed else ""
            words = [command.title, _said(command.keys), note or changed]
            line = QTreeWidgetItem(heading, words)
            line.setData(0, _ID, command.id)
            self.lines.append(line)
            line.setToolTip(_NOTE, note)
            if note:
                line.setForeground(_NOTE, QBrush(theme.warning))

    def _notes(self) -> dict[str, str]:
        """Which other commands a command clashes with."""
        others: dict[str, list[Command]] = {}
        for clash in self._book.conflicts():
            others.setdefault(clash.one.id, []).append(clash.other)
            others.setdefault(clash.other.id, []).append(clash.one)
        return {
            command_id: tr(
                "clashes with {names}",
                names=", ".join(f"{one.title} ({one.scope.label})" for one in found),
            )
            for command_id, found in others.items()
        }

    def _fits(self, command: Command) -> bool:
        typed = self.search.text()
        if fit(typed, f"{command.scope.label} {command.title}") is not None:
            return True
        return typed.strip().lower() in _said(command.keys).lower()

    @Slot()
    def _update_buttons(self) -> None:
        command = self.chosen
        self.keys.setEnabled(command is not None)
        self.assign.setEnabled(command is not None and not self.keys.keySequence().isEmpty())
        self.clear.setEnabled(command is not None and bool(command.keys))
        self.reset.setEnabled(command is not None and command.is_changed)

    @Slot()
    def _on_current_changed(self) -> None:
        self.keys.clear()
        self._update_buttons()

    @Slot()
    def _on_assign(self) -> None:
        command = self.chosen
        if command is not None:
            self._book.set_keys(command.id, (self.keys.keySequence(),))
            self.keys.clear()

    @Slot()
    def _on_clear(self) -> None:
        command = self.chosen
        if command is not None:
            self._book.set_keys(command.id, ())

    @Slot()
    def _on_reset(self) -> None:
        command = self.chosen
        if command is not None:
            self._book.reset(command.id)

    @Slot()
    def _on_reset_all(self) -> None:
        self._book.reset_all()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.update_content)
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self.keys.keySequenceChanged.connect(self._update_buttons)
        self.assign.clicked.connect(self._on_assign)
        self.clear.clicked.connect(self._on_clear)
        self.reset.clicked.connect(self._on_reset)
        self.reset_all.clicked.connect(self._on_reset_all)
        self._book.changed.connect(self.update_content)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        label = QLabel(tr("&New keys"))
        label.setBuddy(self.keys)
        row.addWidget(label)
        row.addWidget(self.keys, 1)
        for button in (self.assign, self.clear, self.reset, self.reset_all):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self.clashes)
        column.addLayout(row)


def _said(keys: tuple[QKeySequence, ...]) -> str:
    return ", ".join(key.toString(_NATIVE) for key in keys)
