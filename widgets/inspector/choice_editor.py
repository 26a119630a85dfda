"""One of several."""

from __future__ import annotations

from enum import Enum
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from widgets.inspector.editor import SEVERAL, CalmComboBox, Editor
from widgets.inspector.help_lines import spoken
from widgets.words import said


@runtime_checkable
class Explained(Protocol):
    """A choice that says what it does."""

    @property
    def explanation(self) -> str: ...


class ChoiceEditor(Editor):
    """The members of an enum in a list; under it what the chosen one does, where they say it."""

    def __init__(self, choices: type[Enum]) -> None:
        super().__init__()
        self._choices = list(choices)
        self.box = CalmComboBox()
        self.box.setPlaceholderText(said(SEVERAL))
        self.box.addItems([_worded(choice) for choice in self._choices])
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._on_activated)
        self.setFocusProxy(self.box)
        self.explained = QLabel()
        self.explained.setWordWrap(True)
        self.explained.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.explained.setVisible(isinstance(self._choices[0], Explained))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box)
        layout.addWidget(self.explained)

    def show_value(self, value: Any, *, differs: bool) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(-1 if differs else self._choices.index(value))
        is_told = not differs and isinstance(value, Explained)
        self.explained.setText(said(value.explanation) if is_told else "")

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.choose_once(self._choices[index])


def _worded(choice: Enum) -> str:
    return spoken(str(choice.value))
