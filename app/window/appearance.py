"""How the program looks: Qt's own Fusion style in the colours of the theme."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from widgets.theme import Theme, dark, light, mixed
from widgets.words import tr

_ROLE = QPalette.ColorRole


class Appearance(StrEnum):
    """Which theme is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """Its name for a person."""
        return {
            Appearance.SYSTEM: tr("System"),
            Appearance.LIGHT: tr("Light"),
            Appearance.DARK: tr("Dark"),
        }[self]


class Dresser(QObject):
    """Dresses the application, and follows the system where that is wanted."""

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        super().__init__(application)
        self._application = application
        self.appearance = appearance
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.update_content)
        self.update_content()

    def show_appearance(self, appearance: Appearance) -> None:
        """Another theme."""
        self.appearance = appearance
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Dress the application anew."""
        self._application.setPalette(palette_of(self._theme()))

    def _theme(self) -> Theme:
        scheme = QGuiApplication.styleHints().colorScheme()
        follows = self.appearance is Appearance.SYSTEM and scheme is Qt.ColorScheme.Dark
        return dark() if follows or self.appearance is Appearance.DARK else light()


def palette_of(theme: Theme) -> QPalette:
    """The palette of a theme."""
    window = mixed(theme.canvas, theme.surface, 0.45)
    button = mixed(theme.surface, theme.border, 0.25) if theme.is_dark else theme.surface
    palette = QPalette(button, window)
    for role, colour in (
        (_ROLE.Window, window),
        (_ROLE.WindowText, theme.text),
        (_ROLE.Base, theme.surface),
        (_ROLE.AlternateBase, theme.canvas),
        (_ROLE.Text, theme.text),
        (_ROLE.ButtonText, theme.text),
        (_ROLE.ToolTipBase, theme.surface),
        (_ROLE.ToolTipText, theme.text),
        (_ROLE.PlaceholderText, theme.dim_text),
        (_ROLE.Highlight, theme.selection),
        (_ROLE.HighlightedText, QColor("black" if theme.is_dark else "white")),
        (_ROLE.Link, theme.selection),
        (_ROLE.LinkVisited, theme.selection),
        (_ROLE.BrightText, theme.refusal),
        (_ROLE.Mid, theme.border),
        (_ROLE.Accent, theme.selection),
    ):
        palette.setColor(role, colour)
    faded = mixed(theme.text, window, 0.48)
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette
