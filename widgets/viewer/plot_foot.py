"""The plot under the ruler: there where something was measured on the frames, and is wanted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pipelines.values import Axis, Curve
from widgets.plots.plot_pane import PlotPane

_NEEDING_CURVES = ("worst_frame", "next_dip", "previous_dip")


class PlotFoot(PlotPane):
    """It takes no room while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._is_wanted = True
        self._commands: Mapping[str, QAction] = {}
        super().__init__(parent)

    def serve(self, commands: Mapping[str, QAction]) -> None:
        """These are its commands, among others."""
        self._commands = commands
        commands["plot"].setChecked(self._is_wanted)
        self._update()

    def show_curves(self, curves: Mapping[str, Curve], axes: Mapping[str, Axis]) -> None:
        super().show_curves(curves, axes)
        self._update()

    @Slot(bool)
    def set_wanted(self, wanted: bool) -> None:
        """Be there where there are curves, or not at all."""
        self._is_wanted = wanted
        self._update()

    def _update(self) -> None:
        self.setVisible(self._is_wanted and self.has_curves)
        for name in _NEEDING_CURVES:
            if name in self._commands:
                self._commands[name].setEnabled(self.has_curves)
