"""A number with a comfortable range: a slider, and a line in which others can be typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel

from nodes.spec import ParameterSpec
from widgets.inspector.editor import CalmSlider, Editor
from widgets.inspector.number_limits import limits_of, told
from widgets.inspector.number_line import NumberLine
from widgets.words import tr


class SliderEditor(Editor):
    """A slider over the comfortable range with a typed number beside it."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self._limits = limits_of(spec)
        assert self._limits.low is not None and self._limits.high is not None
        self._low = self._limits.low
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, round((self._limits.high - self._low) / self._limits.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.setMinimumWidth(self.fontMetrics().averageCharWidth() * 6)
        self.slider.setToolTip(told(self._limits))
        self.slider.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.line = NumberLine(self._limits)
        self.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 10)
        self.setFocusProxy(self.line)
        self._lay_out(unit=tr("px") if spec.in_pixels else "")
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.slider.sliderPressed.connect(self.gesture_ended)
        self.slider.sliderReleased.connect(self.gesture_ended)
        self.line.number_typed.connect(self.chosen)
        self.line.objected.connect(self.objected)
        self.line.editingFinished.connect(self.gesture_ended)

    def show_value(self, value: Any, *, differs: bool) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round((value - self._low) / self._limits.step))
        self.line.show_number(None if differs else value)

    def name_for_readers(self, name: str, help_line: str) -> None:
        super().name_for_readers(name, help_line)
        self.slider.setAccessibleName(name)

    def _lay_out(self, *, unit: str) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.line)
        if unit:
            label = QLabel(unit)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            layout.addWidget(label)

    @Slot(int)
    def _on_slider_moved(self, position: int) -> None:
        self.chosen.emit(self._limits.tidy(self._low + position * self._limits.step))
