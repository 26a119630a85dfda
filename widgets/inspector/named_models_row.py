"""The models that a node is set to work with: where each is, and the button that fetches it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.inspector.dim_label import DimLabel
from widgets.models.entry import Stand
from widgets.models.fetch_row import FetchRow
from widgets.models.sayings import fit_figures, fit_words
from widgets.models.shelf import ModelShelf
from widgets.words import tr


class NamedModelsRow(QWidget):
    """Hidden where a node names none."""

    def __init__(self, shelf: ModelShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._shown: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())
        self.blocks: list[ModelBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self.hide()

    def show_models(self, models: tuple[str, ...], replaced: frozenset[str] = frozenset()) -> None:
        """Show other models, or none; what is built in stands in for those that are `replaced`."""
        self.setVisible(bool(models))
        if models:
            self._shelf.want()
        if (models, replaced) == self._shown:
            return
        self._shown = models, replaced
        for block in self.blocks:
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = [
            ModelBlock(self._shelf, model, is_replaced=model in replaced) for model in models
        ]
        for block in self.blocks:
            self._column.addWidget(block)


class ModelBlock(QWidget):
    """One of them."""

    def __init__(self, shelf: ModelShelf, model: str, *, is_replaced: bool = False) -> None:
        super().__init__()
        self._shelf = shelf
        self._model = model
        self._is_replaced = is_replaced
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.unknown = DimLabel(tr("It is in no list of models here: choose another one."))
        self.stand_in = DimLabel(tr("What is built in works until it is here."))
        self.fits = DimLabel()
        self.more = QPushButton(tr("Details …"))
        self.more.setToolTip(tr("Show it in the window of models"))
        self.fetch = FetchRow(shelf, self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self.unknown, self.fetch, self.stand_in, self.fits):
            column.addWidget(widget)
        self.more.clicked.connect(self._on_more_clicked)
        shelf.changed.connect(self.update_content)
        self.fetch.show_model(model)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the model as it is now."""
        entry = self._shelf.entries.get(self._model)
        title = entry.title if entry is not None else self._model
        self.name.setText(tr("Model: {name}", name=title))
        self.fetch.setVisible(entry is not None)
        self.unknown.setVisible(entry is None and self._shelf.is_known)
        self.stand_in.setVisible(
            self._is_replaced
            and entry is not None
            and not entry.stand.can_be_used
            and entry.stand is not Stand.DAMAGED
        )
        fits = fit_words(entry) if entry is not None else ""
        self.fits.setVisible(bool(fits))
        if entry is not None and fits:
            self.fits.setText(tr("On this machine: {fits}.", fits=fits))
            self.fits.setToolTip(fit_figures(entry, self._shelf.machine))

    @Slot()
    def _on_more_clicked(self) -> None:
        self._shelf.details_asked.emit(self._model)
