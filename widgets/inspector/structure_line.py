"""A value that is edited elsewhere: how much there is of it."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel

from pipelines.motion_paths import MotionPath
from pipelines.panels import Panel
from pipelines.pointing import Boxes, Clicks, Strokes
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
    """How much there is: "21 panels", "3 clicks", "2 entries", "none"."""
    match value:
        case Clicks(clicks=clicks):
            return _unless_none(counted("{count} click", "{count} clicks", len(clicks)), clicks)
        case Boxes(boxes=boxes):
            return _unless_none(counted("{count} box", "{count} boxes", len(boxes)), boxes)
        case Strokes(strokes=strokes):
            return _unless_none(counted("{count} line", "{count} lines", len(strokes)), strokes)
        case MotionPath(points=points):
            return _unless_none(counted("{count} point", "{count} points", len(points)), points)
        case Sized():
            return _of_parts(value)
        case _:
            return str(value)


def _of_parts(value: Sized) -> str:
    count = len(value)
    if isinstance(value, tuple) and value and all(isinstance(part, Panel) for part in value):  # type: ignore[reportUnknownVariableType] - parts of any type
        return counted("{count} panel", "{count} panels", count)
    return _unless_none(counted("{count} entry", "{count} entries", count), value)


def _unless_none(words: str, parts: Sized) -> str:
    return words if len(parts) else tr("none")
