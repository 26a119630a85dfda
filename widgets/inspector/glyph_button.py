"""A small flat button with a symbol in the colour of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QMenu, QToolButton

from widgets.icons import icon


class GlyphButton(QToolButton):
    """A symbol, and words for the tooltip and for screen readers."""

    def __init__(self, glyph: str, words: str) -> None:
        super().__init__()
        self._glyph = glyph
        self.setAutoRaise(True)
        self.setToolTip(words)
        self.setAccessibleName(words)
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self._colour_glyph()

    def show_glyph(self, glyph: str) -> None:
        """Another symbol."""
        if glyph != self._glyph:
            self._glyph = glyph
            self._colour_glyph()

    def open_menu(self, menu: QMenu) -> None:
        """Open a menu when it is pressed."""
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_glyph()

    def _colour_glyph(self) -> None:
        self.setIcon(icon(self._glyph, self.palette().buttonText().color()))
