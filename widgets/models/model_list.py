"""The list of all models, with a line to search it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from widgets.models.model_rows import ENTRY, ModelRows
from widgets.models.row_painting import RowPainter
from widgets.models.shelf import ModelShelf
from widgets.theme import theme_of
from widgets.words import tr


class ModelList(QWidget):
    """Tells which model is chosen, and which is to be acted on (Enter, a double click)."""

    chosen = Signal(str)
    activated = Signal(str)

    def __init__(self, shelf: ModelShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.search = _SearchLine()
        self.rows = ModelRows(shelf, self)
        self.view = _HintedView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(RowPainter(shelf, self.rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self._chosen = ""
        self.setFocusProxy(self.view)
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._on_search_left)
        self.rows.modelReset.connect(self._on_reset)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.activated.connect(self._on_activated)
        shelf.changed.connect(self._update_hint)
        self._update_hint()

    @property
    def current(self) -> str:
        """The model that is chosen, empty where none is."""
        return self._chosen

    def choose(self, model: str) -> None:
        """Choose a model; a search that hides it is given up."""
        if model and model not in self.rows.models and model in self._shelf.entries:
            self.search.clear()
        index = self.rows.index_of(model)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self._chosen = model  # until it is listed

    @Slot()
    def _update_hint(self) -> None:
        self.view.hint = tr("Looking …")
        if self._shelf.is_known:
            self.view.hint = tr("No model is called that. Clear the search to see them all.")
        self.view.viewport().update()

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self.rows.search(words)

    @Slot()
    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self._choose_first()

    @Slot()
    def _on_reset(self) -> None:
        if self._chosen in self.rows.models:
            self.choose(self._chosen)
        else:
            self._choose_first()

    def _choose_first(self) -> None:
        first = next(iter(self.rows.models), "")
        if first:
            self.view.setCurrentIndex(self.rows.index_of(first))
        else:
            self._chosen = ""
            self.chosen.emit("")

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        model = current.data(ENTRY) if current.isValid() else None
        if model and model != self._chosen:
            self._chosen = str(model)
            self.chosen.emit(self._chosen)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        model = index.data(ENTRY)
        if model:
            self.activated.emit(str(model))


class _SearchLine(QLineEdit):
    """Arrow keys and Enter lead into the list."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Find a model"))
        self.setAccessibleName(tr("Find a model"))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class _HintedView(QListView):
    """Says why it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = ""
        self.setAccessibleName(tr("Models"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(theme_of(self.palette()).dim_text)
        margin = self.fontMetrics().height()
        room = self.viewport().rect().adjusted(margin, 0, -margin, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.hint)
