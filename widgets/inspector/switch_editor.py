"""On or off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from widgets.inspector.editor import SEVERAL, Editor
from widgets.words import said, tr


class SwitchEditor(Editor):
    """A box to tick."""

    is_small = True

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.clicked.connect(self._on_clicked)
        self.setFocusProxy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch(1)

    def show_value(self, value: Any, *, differs: bool) -> None:
        state = Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        with QSignalBlocker(self.box):
            self.box.setCheckState(Qt.CheckState.PartiallyChecked if differs else state)
        self.box.setTristate(False)
        self.box.setText(said(SEVERAL) if differs else tr("On") if value else tr("Off"))

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:
        self.choose_once(checked)
