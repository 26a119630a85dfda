"""The tree of the outline: its rows, which of them are chosen, and how it looks."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from widgets.outline.entries import Entry
from widgets.outline.outline_model import OutlineModel
from widgets.words import tr

_Select = QItemSelectionModel.SelectionFlag


class OutlineTree(QTreeView):
    """Shows an outline model. Entries are what its rows stand for."""

    choice_changed = Signal()
    """Other rows are chosen, or another one is current; `is_told` while that came from outside."""

    def __init__(self, model: OutlineModel) -> None:
        super().__init__()
        self.rows = model
        self.is_told = False
        self._dress()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.expanded.connect(model.open_row)

    def current_entry(self) -> Entry | None:
        """The row with the cursor."""
        return self.rows.entry(self.currentIndex())

    def chosen(self) -> list[Entry]:
        """The selected rows."""
        selection = self.selectionModel().selection()
        runs = (selection.at(place) for place in range(selection.count()))
        return [
            entry
            for run in runs
            if run.left() == 0
            for entry in self.rows.entries_in(run.parent(), run.top(), run.bottom())
        ]

    @property
    def chosen_paths(self) -> tuple[str, ...]:
        """The nodes that rows are selected of, the current one last."""
        paths = dict.fromkeys(entry.path for entry in self.chosen())
        current = self.current_entry()
        if current is not None and paths.pop(current.path, 0) is None:
            paths[current.path] = None
        return tuple(paths)

    def choose(self, paths: Iterable[str]) -> None:
        """Select nodes and bring the last one into sight."""
        wanted = tuple(paths)
        selection = QItemSelection()
        for above, first, last in self.rows.rows_of(wanted):
            selection.select(self.rows.index(first, 0, above), self.rows.index(last, 1, above))
        self.is_told = True
        try:
            self.selectionModel().select(selection, _Select.ClearAndSelect)
            row = self.rows.index_of(wanted[-1]) if wanted else self.rootIndex()
            if row.isValid():
                self.selectionModel().setCurrentIndex(row, _Select.NoUpdate)
                self.scrollTo(row)
        finally:
            self.is_told = False

    def _dress(self) -> None:
        self.setModel(self.rows)
        self.setAccessibleName(tr("Outline of the graph"))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        letter = self.fontMetrics().averageCharWidth()
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(letter * 6)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(1, letter * 13)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.choice_changed.emit()
