"""What can be changed about the onion skin: a small panel over the paper that shows it at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pipelines.painting.composite import RGB
from widgets.paper.brush_panel import Amount, Swatch
from widgets.paper.desk import PaperDesk
from widgets.paper.onion import MOST_NEIGHBOURS
from widgets.words import tr

_TINTS: tuple[RGB, ...] = (
    (214, 69, 65),
    (217, 130, 43),
    (46, 139, 87),
    (63, 125, 214),
    (138, 96, 200),
    (96, 103, 114),
)


class OnionPanel(QFrame):
    """Edits the skin of a desk."""

    def __init__(self, desk: PaperDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._desk = desk
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Onion skin"))
        self.shows = QCheckBox(tr("Onion skin"))
        self.before = _count(tr("Panels before"))
        self.after = _count(tr("Panels after"))
        self.before_tint = TintChoice(tr("Tint of the panels before"))
        self.after_tint = TintChoice(tr("Tint of the panels after"))
        self.opacity = Amount(tr("Opacity"), 5, 100, "%")
        self.falloff = Amount(tr("Falloff"), 0, 95, "%")
        self.moves = QCheckBox(tr("In-betweens to both sides too"))
        self.wraps = QCheckBox(tr("Wrap around, for a cycle"))
        self._lay_out()
        self._connect()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the skin as it is."""
        skin = self._desk.skin
        boxes = (self.shows, skin.is_shown), (self.moves, skin.moves), (self.wraps, skin.wraps)
        for box, is_on in boxes:
            with QSignalBlocker(box):
                box.setChecked(is_on)
        for field, number in ((self.before, skin.before), (self.after, skin.after)):
            with QSignalBlocker(field):
                field.setValue(number)
        self.before_tint.show_tint(skin.before_tint)
        self.after_tint.show_tint(skin.after_tint)
        self.opacity.show_amount(skin.opacity * 100)
        self.falloff.show_amount(skin.falloff * 100)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for words, part in (
            (tr("Before"), _beside(self.before, self.before_tint)),
            (tr("After"), _beside(self.after, self.after_tint)),
            (tr("Opacity"), self.opacity),
            (tr("Falloff"), self.falloff),
        ):
            label = QLabel(words)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            form.addRow(label, part)
        column = QVBoxLayout(self)
        column.addWidget(self.shows)
        column.addLayout(form)
        column.addWidget(self.moves)
        column.addWidget(self.wraps)
        self.setMinimumWidth(self.fontMetrics().height() * 17)

    def _connect(self) -> None:
        self._desk.skin_changed.connect(self.update_content)
        self.shows.toggled.connect(self._on_shown)
        self.moves.toggled.connect(self._on_moves_shown)
        self.wraps.toggled.connect(self._on_wrapped)
        self.before.valueChanged.connect(self._on_before_chosen)
        self.after.valueChanged.connect(self._on_after_chosen)
        self.before_tint.chosen.connect(self._on_before_tinted)
        self.after_tint.chosen.connect(self._on_after_tinted)
        self.opacity.chosen.connect(self._on_opacity_chosen)
        self.falloff.chosen.connect(self._on_falloff_chosen)

    @Slot(bool)
    def _on_shown(self, shows: bool) -> None:
        self._desk.set_skin(replace(self._desk.skin, is_shown=shows))

    @Slot(bool)
    def _on_moves_shown(self, shows: bool) -> None:
        self._desk.set_skin(replace(self._desk.skin, moves=shows, is_shown=True))

    @Slot(bool)
    def _on_wrapped(self, wraps: bool) -> None:
        self._desk.set_skin(replace(self._desk.skin, wraps=wraps))

    @Slot(int)
    def _on_before_chosen(self, number: int) -> None:
        self._desk.set_skin(replace(self._desk.skin, before=number, is_shown=True))

    @Slot(int)
    def _on_after_chosen(self, number: int) -> None:
        self._desk.set_skin(replace(self._desk.skin, after=number, is_shown=True))

    @Slot(object)
    def _on_before_tinted(self, tint: RGB) -> None:
        self._desk.set_skin(replace(self._desk.skin, before_tint=tint))

    @Slot(object)
    def _on_after_tinted(self, tint: RGB) -> None:
        self._desk.set_skin(replace(self._desk.skin, after_tint=tint))

    @Slot(float)
    def _on_opacity_chosen(self, percent: float) -> None:
        self._desk.set_skin(replace(self._desk.skin, opacity=percent / 100))

    @Slot(float)
    def _on_falloff_chosen(self, percent: float) -> None:
        self._desk.set_skin(replace(self._desk.skin, falloff=percent / 100))


class TintChoice(QWidget):
    """A row of tints, one of which is chosen."""

    chosen = Signal(object)
    """An RGB."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.swatches = [Swatch(tint) for tint in _TINTS]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for swatch in self.swatches:
            swatch.setCheckable(True)
            swatch.setAutoExclusive(True)
            swatch.clicked.connect(self._on_clicked)
            row.addWidget(swatch)

    def show_tint(self, tint: RGB) -> None:
        """Mark a tint."""
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == tint)

    @Slot()
    def _on_clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.chosen.emit(swatch.colour)


def _count(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(0, MOST_NEIGHBOURS)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
