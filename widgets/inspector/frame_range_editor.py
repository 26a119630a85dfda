"""A range of frames, or all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel

from widgets.inspector.editor import SEVERAL, Editor, TypedLine
from widgets.words import said, tr


class FrameRangeEditor(Editor):
    """The first and the last frame, counted from 0; both empty for all."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = TypedLine(), TypedLine()
        self._shown = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.first)
        layout.addWidget(QLabel("–"))
        layout.addWidget(self.last)
        for line in (self.first, self.last):
            line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,8}")))
            line.textEdited.connect(self._on_text_edited)
            line.editingFinished.connect(self._on_editing_finished)
        self.setFocusProxy(self.first)

    def show_value(self, value: Any, *, differs: bool) -> None:
        changed, self._shown = value != self._shown, value
        first, _, last = ("" if differs else str(value)).partition("-")
        if changed and value != self._typed():
            self.first.setText(first)
            self.last.setText(last)
        self.first.setPlaceholderText(said(SEVERAL) if differs else tr("first"))
        self.last.setPlaceholderText(said(SEVERAL) if differs else tr("last"))

    def name_for_readers(self, name: str, help_line: str) -> None:
        for line, words in ((self.first, tr("first")), (self.last, tr("last"))):
            line.setAccessibleName(tr("{name}, {end}", name=name, end=words))
            line.setAccessibleDescription(help_line)

    def _typed(self) -> str | None:
        """The range that was typed, None where it is none."""
        first, last = self.first.text(), self.last.text()
        if not first and not last:
            return ""
        if not first or not last or int(first) > int(last):
            return None
        return f"{int(first)}-{int(last)}"

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        typed = self._typed()
        if typed is not None:
            self.objected.emit("")
            self.chosen.emit(typed)

    @Slot()
    def _on_editing_finished(self) -> None:
        if self._typed() is None:
            both = self.first.text() and self.last.text()
            order = tr("The last frame comes before the first. The old range is kept.")
            lone = tr("Give both ends, or leave both empty for all frames.")
            self.objected.emit(order if both else lone)
        self.gesture_ended.emit()
