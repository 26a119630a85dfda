"""A value that is edited elsewhere: how much there is of it."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel

from pipelines.panels import Panel
from widgets.inspector.editor import SEVERAL, Editor
from widgets.words import counted, said, tr


class StructureLine(Editor):
    """One line of words, read only."""

    is_small = True

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.label.setText(said(SEVERAL) if differs else in_words(value))

    def name_for_readers(self, name: str, help_line: str) -> None:
        self.label.setAccessibleName(tr("{name}: {value}", name=name, value=self.label.text()))
        self.label.setAccessibleDescription(help_line)


def in_words(value: Any) -> str:
    """How much there is: "21 panels", "2 entries", "none"."""
    if not isinstance(value, Sized):
        return str(value)
    count = len(value)
    if isinstance(value, tuple) and value and all(isinstance(part, Panel) for part in value):  # type: ignore[reportUnknownVariableType] - parts of any type
        return counted("{count} panel", "{count} panels", count)
    if not count:
        return tr("none")
    return counted("{count} entry", "{count} entries", count)
