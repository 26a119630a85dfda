"""What the pen's pressure and tilt do to the brush in hand."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from pipelines.easing import Bezier, Points
from pipelines.painting.brush import Brush, Response
from widgets.curve_view import Curve, CurveView
from widgets.inspector.editor import CalmComboBox
from widgets.paper.amount import Amount
from widgets.paper.hand import LONGEST, Hand
from widgets.words import noted, said, tr

_PRESETS: tuple[tuple[str, Curve], ...] = (
    (noted("Even"), Points()),
    (noted("Soft"), Bezier(0.0, 0.45, 0.55, 1.0)),
    (noted("Firm"), Bezier(0.45, 0.0, 1.0, 0.55)),
    (noted("Light and full"), Bezier(0.6, 0.0, 0.4, 1.0)),
)


class Pressed(StrEnum):
    """What pressure changes."""

    SIZE = "size_by"
    OPACITY = "opacity_by"
    FLOW = "flow_by"


class PenEditor(QWidget):
    """A curve for each of size, opacity and flow, and how far the brush goes by the pen's tilt."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.choice = CalmComboBox()
        self.choice.setAccessibleName(tr("What pressure changes"))
        for pressed, name in zip(Pressed, (tr("Size"), tr("Opacity"), tr("Flow")), strict=True):
            self.choice.addItem(name, pressed)
        self.least = Amount(tr("Least"), 0, 100, "%")
        self.least.setToolTip(
            tr("What the lightest touch leaves of it; at 100 % pressure is ignored")
        )
        self.view = CurveView(over=0)
        self.view.setAccessibleName(tr("Pressure curve"))
        self.view.setToolTip(
            tr(
                "Pressure to the right, its effect upwards. "
                "Double-click an even curve to add a point."
            )
        )
        self.presets = CalmComboBox()
        self.presets.setAccessibleName(tr("Pressure curve, presets"))
        self.presets.setPlaceholderText(tr("Custom"))
        self.presets.addItems([said(name) for name, _ in _PRESETS])
        self.length = Amount(tr("Tilt length"), 1, LONGEST, "×")
        self.length.setToolTip(tr("How many times as long the brush is when the pen lies flat"))
        self.cover = Amount(tr("Tilt cover"), 0, 100, "%")
        self.cover.setToolTip(tr("How much the brush covers when the pen lies flat"))
        self._lay_out()
        hand.changed.connect(self.update_content)
        self.choice.currentIndexChanged.connect(self.update_content)
        self.least.chosen.connect(self._on_least_chosen)
        self.view.curve_dragged.connect(self._on_curve_dragged)
        self.presets.activated.connect(self._on_preset_chosen)
        self.length.chosen.connect(self._on_length_chosen)
        self.cover.chosen.connect(self._on_cover_chosen)
        self.update_content()

    @property
    def response(self) -> Response:
        """What is edited."""
        return _responses(self._hand.brush)[self.pressed]

    @property
    def pressed(self) -> Pressed:
        """What of the brush that is."""
        return Pressed(self.choice.currentData())

    @Slot()
    def update_content(self) -> None:
        """Show the brush in hand as it is."""
        response, lean = self.response, self._hand.brush.lean
        self.least.show_amount(response.least * 100)
        if response.curve != self.view.curve:
            self.view.show_curve(response.curve)
        is_felt = response.least < 1
        self.view.setEnabled(is_felt)
        self.presets.setEnabled(is_felt)
        curves = [curve for _, curve in _PRESETS]
        with QSignalBlocker(self.presets):
            self.presets.setCurrentIndex(
                curves.index(response.curve) if response.curve in curves else -1
            )
        self.length.show_amount(lean.length)
        self.cover.show_amount(lean.cover * 100)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(4)
        for name, editor in (
            (tr("Pressure"), self.choice),
            (tr("Least"), self.least),
            (tr("Curve"), self.presets),
        ):
            form.addRow(_label(name), editor)
        tilt = QFormLayout()
        tilt.setVerticalSpacing(4)
        for amount in (self.length, self.cover):
            tilt.addRow(_label(amount.slider.accessibleName()), amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.view)
        column.addLayout(tilt)

    def _respond(self, response: Response) -> None:
        brush = self._hand.brush
        match self.pressed:
            case Pressed.SIZE:
                changed = replace(brush, size_by=response)
            case Pressed.OPACITY:
                changed = replace(brush, opacity_by=response)
            case Pressed.FLOW:
                changed = replace(brush, flow_by=response)
        self._hand.set_brush(changed)

    @Slot(float)
    def _on_least_chosen(self, percent: float) -> None:
        self._respond(replace(self.response, least=percent / 100))

    @Slot(object)
    def _on_curve_dragged(self, curve: Curve) -> None:
        self._respond(replace(self.response, curve=curve))

    @Slot(int)
    def _on_preset_chosen(self, index: int) -> None:
        self._respond(replace(self.response, curve=_PRESETS[index][1]))

    @Slot(float)
    def _on_length_chosen(self, length: float) -> None:
        brush = self._hand.brush
        self._hand.set_brush(replace(brush, lean=replace(brush.lean, length=round(length, 1))))

    @Slot(float)
    def _on_cover_chosen(self, percent: float) -> None:
        brush = self._hand.brush
        self._hand.set_brush(replace(brush, lean=replace(brush.lean, cover=percent / 100)))


def _responses(brush: Brush) -> dict[Pressed, Response]:
    return {
        Pressed.SIZE: brush.size_by,
        Pressed.OPACITY: brush.opacity_by,
        Pressed.FLOW: brush.flow_by,
    }


def _label(name: str) -> QLabel:
    label = QLabel(name)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setMinimumWidth(label.fontMetrics().horizontalAdvance(tr("Tilt length")))
    return label
