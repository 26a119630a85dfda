"""The brush and the colour in hand, with what can be changed about them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pipelines.painting.composite import RGB
from widgets.paper.amount import Amount
from widgets.paper.hand import LEAST_SIZE, MOST_SIZE, SHAPES, Hand, ToolKind
from widgets.paper.pen_editor import PenEditor
from widgets.theme import theme_of
from widgets.words import tr

PALETTE: tuple[RGB, ...] = (
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
_NO_BRUSH = (ToolKind.LASSO, ToolKind.TRANSFORM, ToolKind.PICK, ToolKind.MOTION)


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


class BrushPanel(QWidget):
    """Edits the hand."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.swatch = Swatch(hand.colour, large=True)
        self.swatches = [Swatch(colour) for colour in PALETTE]
        self.recent = [Swatch((0, 0, 0)) for _ in range(_COLUMNS)]
        room = self.recent[0].sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the first stroke pushes nothing down
        self.recent[0].setSizePolicy(room)
        self.diameter = Amount(tr("Size"), LEAST_SIZE, MOST_SIZE, tr("px"), power=3.0)
        self.hardness = Amount(tr("Hardness"), 0, 100, "%")
        self.opacity = Amount(tr("Opacity"), 1, 100, "%")
        self.flow = Amount(tr("Flow"), 1, 100, "%")
        self.steadiness = Amount(tr("Steady"), 0, 100, "%")
        self.tolerance = Amount(tr("Tolerance"), 0, 255, "")
        self.gap = Amount(tr("Close gaps"), 0, 40, tr("px"))
        self.pen = PenEditor(hand)
        self.pen_shown = QToolButton()
        self.reset = QToolButton()
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self._on_pen_toggled(shown=False)
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
        draws = not fills and hand.tool not in _NO_BRUSH
        for amount in (self.diameter, self.hardness, self.opacity, self.flow):
            self._form.setRowVisible(amount, draws)
        self._form.setRowVisible(self.steadiness, draws and hand.tool not in SHAPES)
        for amount in (self.tolerance, self.gap):
            self._form.setRowVisible(amount, fills)
        feels = draws and hand.tool not in SHAPES
        self.pen_shown.setVisible(feels)
        self.pen.setVisible(feels and self.pen_shown.isChecked())
        self.reset.setVisible(draws)
        self.reset.setEnabled(hand.brush_is_changed)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for all that may be unfolded."""
        sides = self.contentsMargins() + self.layout().contentsMargins()  # type: ignore[union-attr] - it has one
        unfolded = self.pen.minimumSizeHint().width() + sides.left() + sides.right()
        return super().minimumSizeHint().expandedTo(QSize(unfolded, 0))

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
        self.pen_shown.setText(tr("Pressure and tilt"))
        self.pen_shown.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pen_shown.setAutoRaise(True)
        self.pen_shown.setCheckable(True)
        self.reset.setText(tr("Reset"))
        self.reset.setToolTip(tr("Make this brush what it was at first"))
        self.reset.setAutoRaise(True)
        foot = QHBoxLayout()
        foot.addWidget(self.pen_shown)
        foot.addStretch(1)
        foot.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(recent)
        column.addLayout(self._form)
        column.addLayout(foot)
        column.addWidget(self.pen)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self._hand.changed.connect(self.update_content)
        self.pen_shown.toggled.connect(self._on_pen_toggled)
        self.reset.clicked.connect(self._hand.reset_brush)
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

    @Slot(bool)
    def _on_pen_toggled(self, shown: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self.pen_shown.setArrowType(arrow)
        self.update_content()

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
