"""A timing curve with its presets, and for how many frames each drawing stays."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QGridLayout, QLabel

from pipelines.easing import PRESETS, Easing, Preset
from pipelines.errors import MismatchError
from widgets.curve_view import Curve, CurveView
from widgets.inspector.editor import SEVERAL, CalmComboBox, Editor
from widgets.inspector.help_lines import spoken
from widgets.inspector.number_limits import NumberLimits
from widgets.inspector.number_line import NumberLine
from widgets.words import noted, said, tr

_CUSTOM = noted("Custom")


class EasingEditor(Editor):
    """A curve to drag, and presets to start from."""

    is_tall = True

    def __init__(self) -> None:
        super().__init__()
        self._easing = Easing()
        self.presets = CalmComboBox()
        self.presets.setPlaceholderText(said(_CUSTOM))
        self.presets.addItems([spoken(preset.value) for preset in Preset])
        self.view = CurveView()
        self.every = NumberLine(
            NumberLimits(is_whole=True, low=None, high=None, step=1, least=1, most=48)
        )
        self.every.setMaximumWidth(self.fontMetrics().averageCharWidth() * 7)
        self._lay_out()
        self.presets.activated.connect(self._on_preset_chosen)
        self.view.curve_dragged.connect(self._on_curve_dragged)
        self.view.drag_ended.connect(self.gesture_ended)
        self.every.number_typed.connect(self._on_every_typed)
        self.every.objected.connect(self.objected)
        self.every.editingFinished.connect(self.gesture_ended)
        self.setFocusProxy(self.presets)

    def show_value(self, value: Any, *, differs: bool) -> None:
        assert isinstance(value, Easing)
        self._easing = value
        named = [preset for preset, easing in PRESETS.items() if easing == value]
        with QSignalBlocker(self.presets):
            self.presets.setPlaceholderText(said(SEVERAL if differs else _CUSTOM))
            index = list(Preset).index(named[0]) if named and not differs else -1
            self.presets.setCurrentIndex(index)
        if value.curve != self.view.curve:
            self.view.show_curve(value.curve)
        self.every.show_number(None if differs else value.every)

    def name_for_readers(self, name: str, help_line: str) -> None:
        super().name_for_readers(name, help_line)
        self.view.setAccessibleName(tr("{name}, curve", name=name))
        self.every.setAccessibleName(tr("{name}, frames for each drawing", name=name))

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.presets, 0, 0, 1, 3)
        layout.addWidget(self.view, 1, 0, 1, 3)
        layout.addWidget(QLabel(tr("Each drawing stays for")), 2, 0)
        layout.addWidget(self.every, 2, 1)
        layout.addWidget(QLabel(tr("frames")), 2, 2)
        layout.setColumnStretch(2, 1)

    @Slot(int)
    def _on_preset_chosen(self, index: int) -> None:
        self.choose_once(PRESETS[list(Preset)[index]])

    @Slot(object)
    def _on_curve_dragged(self, curve: Curve) -> None:
        self.chosen.emit(replace(self._easing, curve=curve))

    @Slot(object)
    def _on_every_typed(self, every: int) -> None:
        try:
            easing = Easing(self._easing.curve, every)
        except (MismatchError, TypeError) as error:
            self.objected.emit(str(error))
        else:
            self.chosen.emit(easing)
