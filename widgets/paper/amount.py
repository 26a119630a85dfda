"""A slider with its number."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

_STEPS = 200


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
