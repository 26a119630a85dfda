"""The brush and the colour in hand, with what can be changed about them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from pipelines.painting.composite import RGB
from widgets.paper.hand import LEAST_SIZE, MOST_SIZE, SHAPES, Hand, ToolKind
from widgets.theme import theme_of
from widgets.words import tr

_PALETTE: tuple[RGB, ...] = (
    (29, 33, 41),
    (96, 103, 114),
    (168, 174, 182),
    (255, 255, 255),
    (122, 46, 37),
    (201, 76, 60),
    (232, 148, 60),
    (240, 205, 96),
    (74, 124, 78),
    (128, 178, 116),
    (52, 92, 150),
    (106, 168, 218),
    (92, 66, 128),
    (184, 122, 168),
    (138, 94, 62),
    (232, 196, 164),
)
_COLUMNS = 8
_STEPS = 200


class Swatch(QAbstractButton):
    """A colour to choose."""

    def __init__(self, colour: RGB, *, large: bool = False) -> None:
        super().__init__()
        self._large = large
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_colour(colour)

    def show_colour(self, colour: RGB) -> None:
        """Be another colour."""
        self.colour = colour
        name = QColor(*colour).name()
        self.setToolTip(name)
        self.setAccessibleName(tr("Colour {name}", name=name))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * (2.4 if self._large else 1.25))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self.palette())
        near = self.hasFocus() or self.underMouse() or self.isChecked()
        painter.setPen(QPen(theme.selection if near else theme.border, 2 if near else 1))
        painter.setBrush(QColor(*self.colour))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 3, 3)


class Amount(QWidget):
    """A slider with its number. Positions lie evenly in the number, or in its root."""

    chosen = Signal(float)

    def __init__(self, name: str, low: float, high: float, unit: str, power: float = 1.0) -> None:
        super().__init__()
        self._low, self._high, self._unit, self._power = low, high, unit, power
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setAccessibleName(name)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("000.0 px"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.slider.valueChanged.connect(self._on_moved)

    def show_amount(self, amount: float) -> None:
        """Show a number."""
        share = (amount - self._low) / (self._high - self._low)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(max(share, 0) ** (1 / self._power) * _STEPS))
        shown = f"{amount:.1f}".removesuffix(".0") if amount < 10 else f"{amount:.0f}"
        self.words.setText(f"{shown} {self._unit}")

    @Slot(int)
    def _on_moved(self, position: int) -> None:
        share = (position / _STEPS) ** self._power
        self.chosen.emit(self._low + share * (self._high - self._low))


class BrushPanel(QWidget):
    """Edits the hand."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.swatch = Swatch(hand.colour, large=True)
        self.swatches = [Swatch(colour) for colour in _PALETTE]
        self.recent = [Swatch((0, 0, 0)) for _ in range(_COLUMNS)]
        self.diameter = Amount(tr("Size"), LEAST_SIZE, MOST_SIZE, tr("px"), power=3.0)
        self.hardness = Amount(tr("Hardness"), 0, 100, "%")
        self.opacity = Amount(tr("Opacity"), 1, 100, "%")
        self.flow = Amount(tr("Flow"), 1, 100, "%")
        self.steadiness = Amount(tr("Steady"), 0, 100, "%")
        self.tolerance = Amount(tr("Tolerance"), 0, 255, "")
        self.gap = Amount(tr("Close gaps"), 0, 40, tr("px"))
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the hand as it is."""
        hand, brush = self._hand, self._hand.brush
        self.swatch.show_colour(hand.colour)
        for swatch, colour in zip(self.recent, hand.recent, strict=False):
            swatch.show_colour(colour)
        for place, swatch in enumerate(self.recent):
            swatch.setVisible(place < len(hand.recent))
        self.diameter.show_amount(brush.size)
        self.hardness.show_amount(brush.hardness * 100)
        self.opacity.show_amount(brush.opacity * 100)
        self.flow.show_amount(brush.flow * 100)
        self.steadiness.show_amount(hand.steadiness * 100)
        self.tolerance.show_amount(hand.tolerance)
        self.gap.show_amount(hand.gap)
        fills = hand.tool is ToolKind.FILL
        draws = not fills and hand.tool not in (ToolKind.LASSO, ToolKind.PICK)
        for amount in (self.diameter, self.hardness, self.opacity, self.flow):
            self._form.setRowVisible(amount, draws)
        self._form.setRowVisible(self.steadiness, draws and hand.tool not in SHAPES)
        for amount in (self.tolerance, self.gap):
            self._form.setRowVisible(amount, fills)

    def _lay_out(self) -> None:
        palette = QGridLayout()
        palette.setSpacing(2)
        for place, swatch in enumerate(self.swatches):
            palette.addWidget(swatch, place // _COLUMNS, place % _COLUMNS)
        palette.setColumnStretch(_COLUMNS, 1)
        head = QHBoxLayout()
        head.addWidget(self.swatch)
        head.addLayout(palette, 1)
        recent = QHBoxLayout()
        recent.setSpacing(2)
        for swatch in self.recent:
            recent.addWidget(swatch)
        recent.addStretch(1)
        for amount in (
            self.diameter,
            self.hardness,
            self.opacity,
            self.flow,
            self.steadiness,
            self.tolerance,
            self.gap,
        ):
            label = QLabel(amount.slider.accessibleName())
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._form.addRow(label, amount)
        self._form.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(recent)
        column.addLayout(self._form)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self._hand.changed.connect(self.update_content)
        self.swatch.clicked.connect(self._on_colour_asked)
        for swatch in (*self.swatches, *self.recent):
            swatch.clicked.connect(self._on_swatch_clicked)
        self.diameter.chosen.connect(self._on_size_chosen)
        self.hardness.chosen.connect(self._on_hardness_chosen)
        self.opacity.chosen.connect(self._on_opacity_chosen)
        self.flow.chosen.connect(self._on_flow_chosen)
        self.steadiness.chosen.connect(self._on_steadiness_chosen)
        self.tolerance.chosen.connect(self._on_tolerance_chosen)
        self.gap.chosen.connect(self._on_gap_chosen)

    @Slot()
    def _on_swatch_clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self._hand.set_colour(swatch.colour)

    @Slot()
    def _on_colour_asked(self) -> None:
        dialog = QColorDialog(QColor(*self._hand.colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_colour_chosen)
        dialog.open()

    @Slot(QColor)
    def _on_colour_chosen(self, colour: QColor) -> None:
        self._hand.set_colour((colour.red(), colour.green(), colour.blue()))

    @Slot(float)
    def _on_size_chosen(self, size: float) -> None:
        self._hand.set_brush(replace(self._hand.brush, size=round(size * 2) / 2))

    @Slot(float)
    def _on_hardness_chosen(self, percent: float) -> None:
        self._hand.set_brush(replace(self._hand.brush, hardness=percent / 100))

    @Slot(float)
    def _on_opacity_chosen(self, percent: float) -> None:
        self._hand.set_brush(replace(self._hand.brush, opacity=percent / 100))

    @Slot(float)
    def _on_flow_chosen(self, percent: float) -> None:
        self._hand.set_brush(replace(self._hand.brush, flow=percent / 100))

    @Slot(float)
    def _on_steadiness_chosen(self, percent: float) -> None:
        self._hand.set_steadiness(percent / 100)

    @Slot(float)
    def _on_tolerance_chosen(self, tolerance: float) -> None:
        self._hand.set_filling(tolerance=round(tolerance), gap=self._hand.gap)

    @Slot(float)
    def _on_gap_chosen(self, gap: float) -> None:
        self._hand.set_filling(tolerance=self._hand.tolerance, gap=round(gap, 1))
