"""The command palette: every command by name, found by typing a few of its letters."""

from __future__ import annotations

from operator import itemgetter
from typing import TypeAlias

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSettings,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.commands import Command, CommandBook
from widgets.fuzzy import fit
from widgets.theme import theme_of
from widgets.words import tr

_RECENT = "recent_commands"
_MOST_RECENT = 20
_ID = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1
_SCOPE = Qt.ItemDataRole.UserRole + 2
_Rank: TypeAlias = tuple[bool, bool, int, int, str]
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class CommandPalette(QFrame):
    """A box over the window. It goes when the focus does."""

    def __init__(self, book: CommandBook, settings: QSettings, host: QWidget) -> None:
        super().__init__(host)
        self._book = book
        self._host = host
        self._settings = settings
        self._before: QWidget | None = None
        """Who had the focus."""
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(tr("Commands"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Type a command"))
        self.field.setAccessibleName(tr("Search commands"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setItemDelegate(_Line(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Commands"))
        self.none = QLabel(tr("No command is called that."))
        self.none.setForegroundRole(self.none.palette().ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        for part in (self.field, self.list, self.none):
            column.addWidget(part)
        action = QAction(tr("Command Palette"), host)
        action.setShortcuts([QKeySequence("Ctrl+Shift+P"), QKeySequence("Ctrl+K")])
        action.triggered.connect(self.ask)
        host.addAction(action)
        self.commands = {"palette": action}
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.update_content)
        self.list.itemClicked.connect(self._on_clicked)
        self.hide()

    @Slot()
    def ask(self) -> None:
        """Show it, empty."""
        self._before = QApplication.focusWidget()
        host = self._host
        letter = self.fontMetrics().height()
        width = min(38 * letter, host.width() - 2 * letter)
        height = min(26 * letter, host.height() - 4 * letter)
        self.setGeometry((host.width() - width) // 2, 3 * letter, width, height)
        self.field.clear()
        self.update_content()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def update_content(self) -> None:
        """List what fits, the best first; of what fits as well, what was used last.

        What cannot be done now comes last, and where only the name of its view fits, before that.
        """
        typed, recent = self.field.text(), self._recent()
        ranks = {command_id: place for place, command_id in enumerate(recent)}
        found: list[tuple[_Rank, Command]] = []
        for command in self._book.commands:
            fits = _fitting(typed, command)
            if fits is not None and command.id != "everywhere.palette":
                rank = ranks.get(command.id, len(ranks))
                is_off = not command.action.isEnabled()
                found.append(((is_off, *fits, rank, command.name), command))
        self.list.clear()
        for _, command in sorted(found, key=itemgetter(0)):
            self.list.addItem(_item(command))
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + _STEPS[key], 0), last))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._run(item)

    def _run(self, item: QListWidgetItem | None) -> None:
        command = self._book.find(str(item.data(_ID))) if item is not None else None
        if command is None or not command.action.isEnabled():
            return
        others = [one for one in self._recent() if one != command.id]
        self._settings.setValue(_RECENT, "\n".join([command.id, *others][:_MOST_RECENT]))
        self._leave()
        command.action.trigger()

    def _leave(self) -> None:
        """Go, and give the focus back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _recent(self) -> list[str]:
        return str(self._settings.value(_RECENT, "")).split()


class _Line(QStyledItemDelegate):
    """Name at the left, keys at the right, the scope between them."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        theme = theme_of(option.palette)  # type: ignore[attr-defined] - missing in the stubs
        rect: QRect = option.rect  # type: ignore[attr-defined] - missing in the stubs
        gap = rect.height() // 3
        words = "   ".join(filter(None, (str(index.data(_SCOPE)), str(index.data(_KEYS)))))
        is_chosen = bool(option.state & option.state.State_Selected)  # type: ignore[attr-defined] - missing in the stubs
        palette = option.palette  # type: ignore[attr-defined] - missing in the stubs
        painter.setPen(palette.highlightedText().color() if is_chosen else theme.dim_text)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -gap, 0), side, words)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), round(hint.height() * 1.6))


def _item(command: Command) -> QListWidgetItem:
    item = QListWidgetItem(command.name)
    keys = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys)
    item.setData(_ID, command.id)
    item.setData(_KEYS, keys)
    item.setData(_SCOPE, command.scope.label)
    item.setToolTip(command.action.toolTip() if command.action.toolTip() != command.name else "")
    spoken = " ".join(filter(None, (command.name, command.scope.label, keys)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    if not command.action.isEnabled():
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    return item


def _fitting(typed: str, command: Command) -> tuple[bool, int] | None:
    """Whether only its view's name helps, and how badly it fits; None where it does not."""
    score = fit(typed, command.name)
    if score is not None:
        return False, -score
    beside = fit(typed, f"{command.scope.label} {command.name}")
    return None if beside is None else (True, -beside)
