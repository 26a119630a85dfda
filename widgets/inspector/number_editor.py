"""A number without a comfortable range."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from nodes.spec import ParameterSpec
from widgets.inspector.editor import Editor
from widgets.inspector.number_limits import limits_of
from widgets.inspector.number_line import NumberLine


class NumberEditor(Editor):
    """A typed number."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self.line = NumberLine(limits_of(spec))
        self.line.number_typed.connect(self.chosen)
        self.line.objected.connect(self.objected)
        self.line.editingFinished.connect(self.gesture_ended)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.line.show_number(None if differs else value)
