"""The chosen panels by themselves, beside the paper, and why an edit of them was refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.document_model import DocumentModel
from widgets.inspector.panel_editor import PanelEditor
from widgets.words import tr


class PanelSheet(QScrollArea):
    """It is told which panels; what is typed goes to the document."""

    def __init__(self, model: DocumentModel) -> None:
        super().__init__()
        self.editor = PanelEditor(model)
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        page = QWidget()
        column = QVBoxLayout(page)
        gap = self.fontMetrics().height() // 2
        column.setContentsMargins(gap, gap, gap, gap)
        column.addWidget(self.editor)
        column.addWidget(self.refusal)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Panel"))
        self.editor.refused.connect(self._on_refused)

    def show_panels(self, storyboard: str, ids: Sequence[str]) -> None:
        """Edit these panels of the storyboard at a path."""
        *at, node = storyboard.split("/")
        self._on_refused("")
        self.editor.show_panels(tuple(at), node, ids)

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: pictures are named from there."""
        self.editor.set_folder(folder)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 9, line * 5)

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self.refusal.setText(why)
        self.refusal.setVisible(bool(why))
