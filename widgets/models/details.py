"""One model in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.inspector.dim_label import DimLabel
from widgets.models.entry import ModelEntry, PartEntry
from widgets.models.fetch_row import FetchRow
from widgets.models.part_card import HUB, LinkLabel, PartCard
from widgets.models.sayings import fit_figures, fit_words, memory_words, shared_words
from widgets.models.shelf import ModelShelf
from widgets.words import said, tr


class ModelDetails(QScrollArea):
    """`actions` are what else can be done about it: each gets a button."""

    def __init__(self, shelf: ModelShelf, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._shelf = shelf
        self._model = ""
        self._parts: tuple[PartEntry, ...] = ()
        self.title = _plain(QLabel())
        self.about = DimLabel()
        self.noise = _plain(QLabel(tr("Random weights: whatever it makes is noise.")))
        self.shared = DimLabel()
        self.fetch = FetchRow(shelf)
        self.fits = _plain(QLabel())
        self.memory = DimLabel()
        self.frames = _plain(QLabel())
        self.used_by = _plain(QLabel())
        self.actions_row = QWidget()
        self._table = QGridLayout()
        self._names: dict[QWidget, QLabel] = {}
        self.licences = QWidget()
        self._licences = QVBoxLayout(self.licences)
        self._cards = QVBoxLayout()
        self.cards: list[PartCard] = []
        self._page = QWidget()
        self.buttons = [_button(action) for action in actions]
        self._lay_out()
        shelf.changed.connect(self.update_content)

    def show_model(self, model: str) -> None:
        """Show another model, or (empty) none."""
        if model != self._model:
            self.verticalScrollBar().setValue(0)
        self._model = model
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the model as it is now."""
        entry = self._shelf.entries.get(self._model)
        self._page.setVisible(entry is not None)
        policy = Qt.ScrollBarPolicy
        is_shown = entry is not None
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_shown else policy.ScrollBarAlwaysOff
        )
        if entry is None:
            return
        self.title.setText(entry.title)
        self.about.setText(said(entry.about))
        self.noise.setVisible(entry.is_noise)
        self.shared.setText(shared_words(entry))
        self.shared.setVisible(bool(self.shared.text()))
        self.fetch.show_model(entry.id)
        self._show_fit(entry)
        self._show_line(self.frames, said(entry.frames))
        self._show_line(self.used_by, ", ".join(said(one) for one in entry.used_by))
        if entry.parts != self._parts:
            self._parts = entry.parts
            self._show_parts(entry)

    def _show_fit(self, entry: ModelEntry) -> None:
        words = fit_words(entry)
        figures = fit_figures(entry, self._shelf.machine)
        self.fits.setText(words[:1].upper() + words[1:] if words else tr("Not known"))
        self.memory.setText(figures)
        for label in (self.fits, self.memory):
            label.setToolTip(memory_words(entry) if entry.memory else "")

    def _show_line(self, label: QLabel, words: str) -> None:
        label.setText(words)
        self._show_row(label, shown=bool(words))

    def _show_row(self, value: QWidget, *, shown: bool) -> None:
        value.setVisible(shown)
        self._names[value].setVisible(shown)

    def _show_parts(self, entry: ModelEntry) -> None:
        for layout in (self._cards, self._licences):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for licence in entry.licences:
            part = next(one for one in entry.parts if one.licence == licence)
            self._licences.addWidget(_licence(part))
        self._show_row(self.licences, shown=bool(entry.licences))
        self.cards = [PartCard(part) for part in entry.parts]
        for card in self.cards:
            self._cards.addWidget(card)

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.title.setFont(font)
        row = QHBoxLayout(self.actions_row)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._licences.setContentsMargins(0, 0, 0, 0)
        self._table.setVerticalSpacing(6)
        self._table.setHorizontalSpacing(16)
        self._table.setColumnStretch(1, 1)
        rows = (
            (tr("Memory"), self.fits),
            ("", self.memory),
            (tr("Made for"), self.frames),
            (tr("Used by"), self.used_by),
            (tr("Licence"), self.licences),
        )
        for row, (name, value) in enumerate(rows):
            label = self._names[value] = QLabel(name)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._table.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._table.addWidget(value, row, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for widget in (self.title, self.about, self.noise, self.fetch, self.shared):
            column.addWidget(widget)
        column.addWidget(self.actions_row)
        column.addSpacing(8)
        column.addLayout(self._table)
        column.addSpacing(8)
        column.addWidget(_heading(tr("Files")))
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The chosen model"))


def _plain(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(action: QAction) -> QPushButton:
    return _ActionButton(action)


class _ActionButton(QPushButton):
    """A button for an action, and seen as long as that is."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action.text())
        self._action = action
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._update_content)
        self._update_content()

    @Slot()
    def _update_content(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.statusTip())
        self.setEnabled(self._action.isEnabled())
        self.setVisible(self._action.isVisible())


def _licence(part: PartEntry) -> QLabel:
    if part.is_own_folder or not part.repository:
        return _plain(QLabel(part.licence))
    return LinkLabel(said(part.licence), f"{HUB}/{part.repository}")


def _heading(words: str) -> QLabel:
    label = _plain(QLabel(words))
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
