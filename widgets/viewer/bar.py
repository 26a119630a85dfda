"""Rows of buttons around a picture: each shows a command, or offers a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStyle, QToolButton, QWidget

from widgets.icons import icon

Choices = Sequence[tuple[Any, str]]
"""Values with the words for them."""


class ChoiceButton(QToolButton):
    """One of several, from a menu."""

    chosen = Signal(object)

    def __init__(self, words: str, choices: Choices = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.value: Any = None
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(words)
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer others; what is chosen stays if it is among them."""
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        for value, said in choices:
            action = self._menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self.show_choice(self.value)

    def show_choice(self, value: Any) -> None:
        """Say which one it is."""
        self.value = value
        for action in self._group.actions():
            action.setChecked(action.data() == value)
        self.setToolTip(f"{self.words}: {self.label}" if self.label else self.words)
        self.setAccessibleDescription(self.label)

    @property
    def values(self) -> list[Any]:
        """What is offered."""
        return [action.data() for action in self._group.actions()]

    @property
    def label(self) -> str:
        """The words for what is chosen."""
        found = [action.text() for action in self._group.actions() if action.isChecked()]
        return found[0].replace("&&", "&") if found else ""

    def choose(self, value: Any) -> None:
        """As a person would."""
        for action in self._group.actions():
            if action.data() == value:
                action.trigger()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.show_choice(action.data())
        self.chosen.emit(action.data())


class Bar(QWidget):
    """A row. Its icons follow the colours of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 4
        self.row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        self.row.setSpacing(2)
        self._icons: dict[QToolButton | QAction, str] = {}

    def add_command(self, action: QAction, icon: str) -> QToolButton:
        """A button for a command; its words and keys are its tooltip."""
        button = self._placed(QToolButton(self))
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        self.set_icon(action, icon)
        return button

    def add_menu(self, words: str, icon: str) -> QToolButton:
        """A button for a menu that is given later."""
        button = self._placed(QToolButton(self))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(words)
        button.setAccessibleName(words)
        self.set_icon(button, icon)
        return button

    def add_choice(self, words: str, choices: Choices = (), icon: str = "") -> ChoiceButton:
        """A button with a menu; without an icon it shows what is chosen where it is told to."""
        button = ChoiceButton(words, choices, self)
        self._placed(button)
        if icon:
            self.set_icon(button, icon)
        return button

    def set_icon(self, on: QToolButton | QAction, icon: str) -> None:
        """Show another icon."""
        self._icons[on] = icon
        on.setIcon(self._icon(icon))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for on, icon in self._icons.items():
                on.setIcon(self._icon(icon))

    def _placed(self, button: Any) -> Any:
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        size = max(size, self.fontMetrics().height())
        button.setAutoRaise(True)
        button.setIconSize(QSize(size, size))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button

    def _icon(self, name: str) -> QIcon:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        dim = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return icon(f"mdi6.{name}", colour, disabled=dim)
