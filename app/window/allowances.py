"""What the person allows a project outside of its folder: remembered, seen and taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nodes.serving.messages import Consents
from pipelines.digest import digest_text
from widgets.words import tr

_FILE = Qt.ItemDataRole.UserRole


class Allowances(QObject):
    """Kept in the person's settings, never in a project, which could allow itself anything."""

    changed = Signal()
    """Something was allowed, or taken back."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings

    def of(self, project: Path | None) -> Consents:
        """What is allowed for a project without asking."""
        if project is None:
            return Consents()
        return Consents(
            reads=self._listed(project, "reads"), writes=self._listed(project, "writes")
        )

    def allow(self, project: Path, more: Consents) -> None:
        """Allow this from now on, too."""
        now = self.of(project)
        self._keep(project, merged(now, more))

    def revoke(self, project: Path, file: str) -> None:
        """Ask again about a file."""
        now = self.of(project)
        reads = tuple(one for one in now.reads if one != file)
        writes = tuple(one for one in now.writes if one != file)
        self._keep(project, Consents(reads=reads, writes=writes))

    def _keep(self, project: Path, consents: Consents) -> None:
        for kind, files in (("reads", consents.reads), ("writes", consents.writes)):
            if files:
                self._settings.setValue(_key(project, kind), list(files))
            else:
                self._settings.remove(_key(project, kind))
        self.changed.emit()

    def _listed(self, project: Path, kind: str) -> tuple[str, ...]:
        kept = self._settings.value(_key(project, kind))
        if isinstance(kept, str):  # an ini file makes a lone word of a list of one
            return (kept,)
        return tuple(str(one) for one in kept) if isinstance(kept, list) else ()


def merged(one: Consents, other: Consents) -> Consents:
    """What either of them allows."""
    return Consents(
        everything=one.everything or other.everything,
        reads=tuple(dict.fromkeys((*one.reads, *other.reads))),
        writes=tuple(dict.fromkeys((*one.writes, *other.writes))),
    )


def beyond(wanted: Consents, allowed: Consents) -> Consents:
    """What is wanted and not allowed yet."""
    return Consents(
        reads=tuple(one for one in wanted.reads if one not in allowed.reads),
        writes=tuple(one for one in wanted.writes if one not in allowed.writes),
    )


class AllowancesDialog(QDialog):
    """The files that runs of a project may touch outside its folder."""

    def __init__(self, allowances: Allowances, project: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("File Access"))
        self._allowances = allowances
        self._project = project
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.files = QListWidget()
        self.files.setAccessibleName(tr("Files that may be touched"))
        self.files.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.files.itemSelectionChanged.connect(self._on_selection_changed)
        self.revoke = QPushButton(tr("&Ask Again"))
        self.revoke.setToolTip(tr("Runs ask again before they touch the chosen files."))
        self.revoke.clicked.connect(self._on_revoke)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.revoke, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.files)
        column.addWidget(buttons)
        letter, line = self.fontMetrics().horizontalAdvance("x"), self.fontMetrics().height()
        self.resize(letter * 80, line * 16)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show what is allowed now."""
        allowed = self._allowances.of(self._project)
        self.files.clear()
        for file in allowed.reads:
            self._add(tr("Read {path}", path=file), file)
        for file in allowed.writes:
            self._add(tr("Write {path}", path=file), file)
        name = self._project.stem
        self.about.setText(
            tr("Runs of “{name}” may touch these files outside its folder.", name=name)
            if self.files.count()
            else tr("Runs of “{name}” ask before they touch files outside its folder.", name=name)
        )
        self._on_selection_changed()

    def _add(self, words: str, file: str) -> None:
        line = QListWidgetItem(words)
        line.setData(_FILE, file)
        self.files.addItem(line)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.revoke.setEnabled(bool(self.files.selectedItems()))

    @Slot()
    def _on_revoke(self) -> None:
        for line in self.files.selectedItems():
            self._allowances.revoke(self._project, str(line.data(_FILE)))
        self.update_content()


def _key(project: Path, kind: str) -> str:
    return f"allowances/{digest_text(str(project.resolve()))}/{kind}"
