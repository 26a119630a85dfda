"""The question of an export of panels: as what, under which name, and where."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QRegularExpression, Qt, Slot
from PySide6.QtGui import QIcon, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.window.film_dialog import FILE_NAMES
from nodes.library.export.panels import PanelFormat
from widgets.elided_label import ElidedLabel
from widgets.words import counted, noted, said, tr

_FORMATS = {
    PanelFormat.PDF: noted("PDF with pictures, dialogue and notes"),
    PanelFormat.SHEET: noted("Contact sheet, one picture"),
    PanelFormat.PNG: noted("Pictures, a PNG for each panel"),
    PanelFormat.OTIO: noted("OpenTimelineIO, for editing programs"),
    PanelFormat.EDL: noted("EDL, for editing programs"),
    PanelFormat.CSV: noted("Table of panels (CSV)"),
}
_PAGED = (PanelFormat.PDF, PanelFormat.SHEET)


class PanelDialog(QDialog):
    """Its confirmation is the consent to write there. Nothing is ever overwritten."""

    def __init__(
        self,
        name: str,
        folder: Path,
        count: int,
        *,
        formats: Collection[PanelFormat],
        columns: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export Panels"))
        self.folder = folder
        self.boxes = {one: QCheckBox(said(words)) for one, words in _FORMATS.items()}
        for one, box in self.boxes.items():
            box.setChecked(one in formats)
        self.columns = QSpinBox()
        self.columns.setRange(1, 8)
        self.columns.setValue(columns)
        self.columns.setAccessibleName(tr("Panels side by side"))
        self.name = QLineEdit(name)
        self.name.setValidator(QRegularExpressionValidator(QRegularExpression(FILE_NAMES), self))
        self.name.setAccessibleName(tr("Name of the files"))
        self.name.selectAll()
        self.place = ElidedLabel()
        self.change = QPushButton(tr("Change …"))
        self.heading = QLabel(counted("{count} panel as", "{count} panels as", count))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        for button in (*self.buttons.buttons(), self.change):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self._lay_out()
        self.export.setDefault(True)  # only once it is a part of the dialog
        for box in self.boxes.values():
            box.toggled.connect(self.update_content)
        self.name.textChanged.connect(self.update_content)
        self.change.clicked.connect(self._on_change)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.update_content()

    @property
    def formats(self) -> tuple[PanelFormat, ...]:
        """What is wanted."""
        return tuple(one for one, box in self.boxes.items() if box.isChecked())

    @property
    def target(self) -> Path:
        """What the files are called, without an ending."""
        return self.folder / self.name.text().strip()

    @Slot()
    def update_content(self) -> None:
        """Offer what can be done."""
        self.place.show_text(str(self.folder))
        self.place.setToolTip(str(self.folder))
        is_named = self.name.hasAcceptableInput() and bool(self.name.text().strip())
        self.export.setEnabled(is_named and bool(self.formats))
        self.columns.setEnabled(any(self.boxes[one].isChecked() for one in _PAGED))

    def _lay_out(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("x")
        grid = QGridLayout()
        grid.setColumnMinimumWidth(1, letter * 50)
        headed = (
            (tr("&Name"), self.name),
            (tr("Folder"), self.place),
            (tr("In a &row"), self.columns),
        )
        for row, (words, part) in enumerate(headed):
            label = QLabel(words)
            label.setBuddy(part)
            grid.addWidget(label, row, 0)
            grid.addWidget(part, row, 1)
        grid.addWidget(self.change, 1, 2)
        grid.setAlignment(self.columns, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        for box in self.boxes.values():
            column.addWidget(box)
        column.addSpacing(letter)
        column.addLayout(grid)
        note = QLabel(tr("Nothing is overwritten: a name that is taken gets a number."))
        column.addWidget(note)
        column.addWidget(self.buttons)

    @Slot()
    def _on_change(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Where the panels go"), str(self.folder))
        if found:
            self.folder = Path(found)
            self.update_content()
