"""The model behind a node: its name, where it is, how large, and what it does."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nodes.model_state import ModelPlace, ModelState
from widgets.inspector.dim_label import DimLabel
from widgets.words import noted, said, tr

_PLACES = {
    ModelPlace.BUILT_IN: noted("built in"),
    ModelPlace.ABSENT: noted("not downloaded"),
    ModelPlace.ON_DISK: noted("on disk"),
    ModelPlace.IN_MEMORY: noted("in memory"),
}


class ModelRow(QWidget):
    """Shows what a node computes with. Hidden where that is nothing but its own code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLabel()
        self.words = DimLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.name.setWordWrap(True)
        column.addWidget(self.name)
        column.addWidget(self.words)
        self.hide()

    def show_state(self, state: ModelState | None) -> None:
        """Show another model, or none."""
        self.setVisible(state is not None)
        if state is None:
            return
        self.name.setText(
            tr("Model: {name}, {place}", name=said(state.name), place=place_of(state))
        )
        self.words.setText(said(state.words))


def place_of(state: ModelState) -> str:
    """Where a model is, in words, with its size where that matters."""
    place = said(_PLACES[state.place])
    if not state.size:
        return place
    return tr("{place} ({size} GiB)", place=place, size=f"{state.size / 2**30:.1f}")
