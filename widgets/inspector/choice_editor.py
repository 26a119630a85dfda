"""One of several."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from widgets.inspector.editor import SEVERAL, CalmComboBox, Editor
from widgets.inspector.help_lines import spoken
from widgets.words import said


class ChoiceEditor(Editor):
    """The members of an enum in a list."""

    def __init__(self, choices: type[Enum]) -> None:
        super().__init__()
        self._choices = list(choices)
        self.box = CalmComboBox()
        self.box.setPlaceholderText(said(SEVERAL))
        self.box.addItems([_worded(choice) for choice in self._choices])
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._on_activated)
        self.setFocusProxy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def show_value(self, value: Any, *, differs: bool) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(-1 if differs else self._choices.index(value))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.choose_once(self._choices[index])


def _worded(choice: Enum) -> str:
    return spoken(str(choice.value))
