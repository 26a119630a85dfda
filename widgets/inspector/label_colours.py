"""A button that offers the colours of labels."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QMenu, QToolButton

from widgets.theme import LABEL_COLOURS
from widgets.words import said, tr


class LabelColours(QToolButton):
    """A few colours by name, any other from a dialog, or none."""

    chosen = Signal(str)
    """A colour as a label is written ("#rrggbb"); empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(tr("Colour"))
        self.setToolTip(tr("Label with a colour"))
        self.setAccessibleName(tr("Label with a colour"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_of_colours = QMenu(self)
        side = self.fontMetrics().height()
        for name, colour in LABEL_COLOURS:
            square = QPixmap(side, side)
            square.fill(QColor(colour))
            self._add(said(name), colour).setIcon(QIcon(square))
        self.menu_of_colours.addSeparator()
        self._add(tr("No colour"), "")
        other = self.menu_of_colours.addAction(tr("Other colour …"))
        other.triggered.connect(self._on_other_asked)
        self.setMenu(self.menu_of_colours)

    def _add(self, name: str, colour: str) -> QAction:
        action = self.menu_of_colours.addAction(name)
        action.setData(colour)
        action.triggered.connect(self._on_triggered)
        return action

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))

    @Slot()
    def _on_other_asked(self) -> None:
        dialog = QColorDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._on_other_chosen)
        dialog.open()

    @Slot(QColor)
    def _on_other_chosen(self, colour: QColor) -> None:
        self.chosen.emit(colour.name())
