"""Labelling the chosen panels with a colour, by key and menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from widgets.strip.editing import BoardEditing
from widgets.theme import LABEL_COLOURS
from widgets.words import said, tr


class LabelCommands(QObject):
    """An action for each colour and one for none, by a stable name."""

    def __init__(self, view: QWidget, editing: BoardEditing) -> None:
        super().__init__(view)
        self._editing = editing
        self._view = view
        self._side = view.fontMetrics().height()
        self.actions: dict[str, QAction] = {}
        for number, (name, colour) in enumerate(LABEL_COLOURS, 1):
            words = tr("Label: {colour}", colour=said(name))
            self._add(f"label_{name.casefold()}", words, colour, f"Ctrl+{number}")
        self._add("label_none", tr("No label"), "")

    def menu(self, parent: QWidget) -> QMenu:
        """All of them as a menu."""
        menu = QMenu(tr("Label"), parent)
        menu.addActions(list(self.actions.values()))
        return menu

    def _add(self, key: str, text: str, colour: str, *keys: str) -> None:
        action = QAction(text, self._view)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setData(colour)
        if colour:
            square = QPixmap(self._side, self._side)
            square.fill(QColor(colour))
            action.setIcon(QIcon(square))
        action.triggered.connect(self._on_triggered)
        self._view.addAction(action)
        self.actions[key] = action

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._editing.set_label(str(action.data()))
