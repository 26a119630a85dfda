"""The rows of the list of models: headings and models, of which a search leaves some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from widgets.models.entry import ModelEntry, Purpose
from widgets.models.sayings import fit_words, purpose_words, size_words, state_words
from widgets.models.shelf import ModelShelf
from widgets.words import said

ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ModelRows(QAbstractListModel):
    """Models below what they are for. A heading is a Purpose; it cannot be chosen."""

    def __init__(self, shelf: ModelShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._search = ""
        self._rows: list[Purpose | str] = []
        shelf.changed.connect(self.update_content)
        shelf.jobs_changed.connect(self._on_jobs_changed)
        shelf.progressed.connect(self._on_progressed)
        self.update_content()

    @property
    def models(self) -> list[str]:
        """The models that are listed."""
        return [row for row in self._rows if isinstance(row, str)]

    def search(self, words: str) -> None:
        """List only models in which all of these words occur."""
        self._search = words
        self.update_content()

    def entry_at(self, index: _Index) -> ModelEntry | Purpose | None:
        """The model or the heading of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, Purpose) else self._shelf.entries.get(row)

    def index_of(self, model: str) -> QModelIndex:
        """The row of a model, not valid where it is not listed."""
        return self.index(self._rows.index(model)) if model in self._rows else QModelIndex()

    @Slot()
    def update_content(self) -> None:
        """List what there is now."""
        rows = _rows(list(self._shelf.entries.values()), self._search)
        if rows == self._rows:
            self._tell_all()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.entry_at(index), Purpose):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry_at(index)
        if isinstance(entry, Purpose):
            return purpose_words(entry) if role == Qt.ItemDataRole.DisplayRole else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.ToolTipRole:
                return f"{entry.title}\n{said(entry.about)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, self._spoken(entry)))
            case _:
                return entry.id if role == ENTRY else None

    def _spoken(self, entry: ModelEntry) -> tuple[str, ...]:
        shelf = self._shelf
        fits = fit_words(entry)
        return entry.title, state_words(shelf, entry), size_words(entry.bytes), fits

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    @Slot()
    def _on_jobs_changed(self) -> None:
        self._tell_all()

    @Slot(str)
    def _on_progressed(self, model: str) -> None:
        index = self.index_of(model)
        if index.isValid():
            self.dataChanged.emit(index, index)


def _rows(entries: Sequence[ModelEntry], search: str) -> list[Purpose | str]:
    words = search.casefold().split()
    rows: list[Purpose | str] = []
    for purpose in Purpose:
        found = [one.id for one in entries if one.purpose is purpose and _matches(one, words)]
        if found:
            rows += [purpose, *found]
    return rows


def _matches(entry: ModelEntry, words: Sequence[str]) -> bool:
    own = entry.parts[0].repository if entry.parts else ""  # the others are for several models
    about = f"{said(entry.about)} {purpose_words(entry.purpose)}"
    text = f"{entry.title} {entry.id} {entry.family} {about} {own}".casefold()
    return all(word in text for word in words)
