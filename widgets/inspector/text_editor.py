"""A text of one line."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from widgets.inspector.editor import Editor, TypedLine


class TextEditor(Editor):
    """A typed line."""

    def __init__(self) -> None:
        super().__init__()
        self.line = TypedLine()
        self.line.textEdited.connect(self.choose_text)
        self.line.editingFinished.connect(self.gesture_ended)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.line.show_text(value, differs=differs)
