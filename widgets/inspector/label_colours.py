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
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.name = ""
        """What the colour that is shown is called; empty for none."""
        self.menu_of_colours = QMenu(self)
        for name, colour in LABEL_COLOURS:
            self._add(said(name), colour).setIcon(self._square(QColor(colour)))
        self.menu_of_colours.addSeparator()
        self._add(tr("No colour"), "")
        other = self.menu_of_colours.addAction(tr("Other colour …"))
        other.triggered.connect(self._on_other_asked)
        self.setMenu(self.menu_of_colours)

    def show_colour(self, label: str) -> None:
        """Show the colour that a label is written as ("#rrggbb"), or none."""
        colour = QColor(label) if label.startswith("#") else QColor()
        names = {known: said(name) for name, known in LABEL_COLOURS}
        self.name = names.get(label, label) if colour.isValid() else ""
        self.setIcon(self._square(colour) if colour.isValid() else QIcon())

    def _square(self, colour: QColor) -> QIcon:
        side = self.fontMetrics().height()
        square = QPixmap(side, side)
        square.fill(colour)
        return QIcon(square)

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
