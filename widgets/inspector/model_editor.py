"""Which model a node works with: those of the catalogue that fit it, each with how it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from nodes.parameters import NamesModel
from nodes.spec import ParameterSpec
from widgets.icons import icon
from widgets.inspector.editor import SEVERAL, CalmComboBox, Editor
from widgets.models.row_painting import sign_of, state_colour
from widgets.models.sayings import state_words
from widgets.models.shelf import ModelShelf
from widgets.theme import theme_of
from widgets.words import said, tr


class ModelEditor(Editor):
    """Until it is shown a shelf, it knows only the model that is set."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        marks = [mark for mark in spec.marks if isinstance(mark, NamesModel)]
        self._families = {family for mark in marks for family in mark.families}
        self._has_built_in = any(mark.built_in for mark in marks)
        self._may_be_none = self._has_built_in or spec.default == ""
        self._shelf: ModelShelf | None = None
        self._value, self._differs = "", False
        self.box = CalmComboBox()
        self.box.setPlaceholderText(said(SEVERAL))
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._on_activated)
        self.setFocusProxy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)

    def show_shelf(self, shelf: ModelShelf) -> None:
        """Offer the models of a shelf from now on. Again: nothing."""
        if shelf is self._shelf:
            return
        self._shelf = shelf
        shelf.changed.connect(self._update_content)
        shelf.jobs_changed.connect(self._update_content)
        self._update_content()

    def show_value(self, value: Any, *, differs: bool) -> None:
        self._value, self._differs = str(value), differs
        self._update_content()

    @Slot()
    def _update_content(self) -> None:
        choices = self._choices()
        wanted = -1 if self._differs else list(choices).index(self._value)
        with QSignalBlocker(self.box):
            shown = {self.box.itemData(i): self.box.itemText(i) for i in range(self.box.count())}
            if shown != choices:
                self.box.clear()
                for model, words in choices.items():
                    self.box.addItem(words, model)
            self.box.setCurrentIndex(wanted)
            for place in range(self.box.count()):
                self._show_state(place)

    def _show_state(self, place: int) -> None:
        """A sign and a tooltip say how a model stands: beside its name there is little room."""
        shelf = self._shelf
        entry = shelf.entries.get(str(self.box.itemData(place))) if shelf is not None else None
        if shelf is None or entry is None:
            return
        words = state_words(shelf, entry)
        if words == self.box.itemData(place, Qt.ItemDataRole.ToolTipRole):
            return
        sign = icon(sign_of(shelf, entry), state_colour(theme_of(self.palette()), shelf, entry))
        spoken = tr("{model}, {state}", model=entry.title, state=words)
        self.box.setItemIcon(place, sign)
        self.box.setItemData(place, words, Qt.ItemDataRole.ToolTipRole)
        self.box.setItemData(place, spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _choices(self) -> dict[str, str]:
        """Ids with their words, what is set among them even where nothing knows it."""
        nothing = tr("Built in") if self._has_built_in else tr("None")
        choices = {"": nothing} if self._may_be_none else {}
        entries = self._shelf.entries.values() if self._shelf is not None else ()
        for entry in entries:
            if entry.family in self._families:
                choices[entry.id] = entry.title
        if not self._differs and self._value not in choices:
            choices[self._value] = self._value or tr("None")
        return choices

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.choose_once(str(self.box.itemData(index)))
