"""The question of an export without a project file: what the film is called, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRegularExpression, Slot
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
    QVBoxLayout,
    QWidget,
)

from pipelines.media.paths import free_name
from widgets.elided_label import ElidedLabel
from widgets.words import tr

FILE_NAMES = r'[^/\\:*?"<>|\x00-\x1f]{1,120}'
"""What a file may be called on every system, as a regular expression."""


class FilmDialog(QDialog):
    """Its confirmation is the consent to write there. Nothing is ever overwritten."""

    def __init__(self, name: str, suffix: str, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export Film"))
        self.folder = folder
        self._suffix = suffix
        self.name = QLineEdit(name)
        self.name.setValidator(
            QRegularExpressionValidator(QRegularExpression(FILE_NAMES), self.name)
        )
        self.name.setAccessibleName(tr("Name of the film"))
        self.name.selectAll()
        self.place = ElidedLabel()
        self.change = QPushButton(tr("Change …"))
        self.change.setAutoDefault(False)
        self.note = QLabel()
        self.plays = QCheckBox(tr("&Play it when it is finished"))
        self.plays.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(
            tr("Export Film"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        self._lay_out()
        self.export.setDefault(True)  # only once it is a part of the dialog
        self.name.textChanged.connect(self.update_content)
        self.change.clicked.connect(self._on_change)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.update_content()

    @property
    def target(self) -> Path:
        """The file that will be written."""
        return free_name(self._asked())

    @Slot()
    def update_content(self) -> None:
        """Show where the film goes, and what it is called if the name is taken."""
        self.place.show_text(str(self.folder))
        self.place.setToolTip(str(self.folder))
        self.export.setEnabled(self.name.hasAcceptableInput() and bool(self.name.text().strip()))
        target = self.target
        is_taken = target != self._asked()
        taken = tr("That name is taken. This film will be “{name}”.", name=target.name)
        self.note.setText(taken if is_taken else tr("Nothing is overwritten."))

    def _asked(self) -> Path:
        return self.folder / f"{self.name.text().strip()}{self._suffix}"

    def _lay_out(self) -> None:
        for label in (self.note, self.place):
            label.setTextFormat(label.textFormat().PlainText)
        letter = self.fontMetrics().horizontalAdvance("x")
        grid = QGridLayout()
        heading = QLabel(tr("&Name"))
        heading.setBuddy(self.name)
        grid.addWidget(heading, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(QLabel(self._suffix), 0, 2)
        grid.addWidget(QLabel(tr("Folder")), 1, 0)
        grid.addWidget(self.place, 1, 1)
        grid.addWidget(self.change, 1, 2)
        grid.addWidget(self.note, 2, 1, 1, 2)
        grid.addWidget(self.plays, 3, 1, 1, 2)
        grid.setColumnMinimumWidth(1, letter * 50)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(self.buttons)

    @Slot()
    def _on_change(self) -> None:
        title = tr("Where the film goes")
        found = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if found:
            self.folder = Path(found)
            self.update_content()
