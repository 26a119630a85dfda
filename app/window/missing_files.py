"""The files that a project refers to and that are gone: a list to find them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.window.file_search import FileSearch
from app.window.project_in_hand import ProjectInHand
from nodes.refusals import GraphError
from nodes.relinking import relink_all
from widgets.words import told, tr

_FILE = Qt.ItemDataRole.UserRole


class MissingFilesDialog(QDialog):
    """Lists missing files; what was found is pointed to in one step that can be undone."""

    def __init__(
        self,
        project: ProjectInHand,
        folder: Path,
        missing: Mapping[str, Sequence[str]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Missing Files"))
        self._project = project
        self._folder = folder
        self._missing = missing
        self.found: dict[str, Path] = {}
        self.search = FileSearch(self)
        self.search.found.connect(self._on_found)
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.files = QTreeWidget()
        self.files.setRootIsDecorated(False)
        self.files.setHeaderLabels([tr("Missing file"), tr("Used by"), tr("Found")])
        self.files.setAccessibleName(tr("Missing files"))
        self.files.itemActivated.connect(self._on_activated)
        self.files.currentItemChanged.connect(self.update_buttons)
        self.look = QPushButton(tr("&Look in a Folder …"))
        self.choose = QPushButton(tr("&Choose a File …"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.relink = buttons.addButton(tr("&Relink"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.look, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.choose, QDialogButtonBox.ButtonRole.ActionRole)
        self.look.clicked.connect(self._on_look)
        self.choose.clicked.connect(self._on_choose)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.files)
        column.addWidget(buttons)
        letter, line = self.fontMetrics().horizontalAdvance("x"), self.fontMetrics().height()
        self.resize(letter * 110, line * 20)
        self.files.setColumnWidth(0, letter * 40)
        self.files.setColumnWidth(1, letter * 20)
        self._fill()

    def look_in(self, folder: Path) -> None:
        """Look for what is not found yet below a folder."""
        self.search.start([file for file in self._missing if file not in self.found], folder)
        self.update_buttons()

    @Slot()
    def update_buttons(self) -> None:
        """Show what can be done."""
        self.relink.setEnabled(bool(self.found) and not self.search.is_busy)
        self.choose.setEnabled(self.files.currentItem() is not None)
        self.look.setEnabled(len(self.found) < len(self._missing) and not self.search.is_busy)
        missing, found = len(self._missing), len(self.found)
        if self.search.is_busy:
            self.about.setText(tr("Looking …"))
        elif not missing:
            self.about.setText(tr("Every file that the project refers to is there."))
        else:
            self.about.setText(
                tr("Missing: {missing}. Found again: {found}.", missing=missing, found=found)
            )

    def accept(self) -> None:
        model = self._project.model
        try:
            step = relink_all(model.document, self._folder, self.found)
            model.do(step, tr("Relink files"))
        except GraphError as error:
            self.about.setText(told(error))
            return
        super().accept()

    def done(self, result: int) -> None:
        self.search.stop()
        super().done(result)

    def _fill(self) -> None:
        for file, nodes in self._missing.items():
            line = QTreeWidgetItem([file, ", ".join(nodes), ""])
            line.setData(0, _FILE, file)
            line.setToolTip(0, file)
            self.files.addTopLevelItem(line)
        first = self.files.topLevelItem(0)
        if first is not None:
            self.files.setCurrentItem(first)
        self.update_buttons()

    @Slot(object)
    def _on_found(self, matches: Mapping[str, Path]) -> None:
        self.found.update(matches)
        self._show_found()

    def _show_found(self) -> None:
        for row in range(self.files.topLevelItemCount()):
            line = self.files.topLevelItem(row)
            assert line is not None
            found = self.found.get(str(line.data(0, _FILE)))
            line.setText(2, str(found) if found is not None else "")
            line.setToolTip(2, line.text(2))
        self.update_buttons()

    @Slot()
    def _on_look(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Look in"), str(self._folder))
        if chosen:
            self.look_in(Path(chosen))

    @Slot()
    def _on_choose(self) -> None:
        line = self.files.currentItem()
        if line is None:
            return
        file = str(line.data(0, _FILE))
        title = tr("Where is “{name}”?", name=Path(file).name)
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(self._folder))
        if chosen:
            self.found[file] = Path(chosen)
            self._show_found()

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, line: QTreeWidgetItem, column: int) -> None:
        self._on_choose()
