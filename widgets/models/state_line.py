"""A sign in a colour that follows the theme, beside words in the same colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from widgets.icons import icon
from widgets.models.entry import ModelEntry
from widgets.models.row_painting import sign_of, state_colour
from widgets.models.sayings import state_words
from widgets.models.shelf import ModelShelf
from widgets.theme import READABLE_TEXT, readable, theme_of


class StateLine(QWidget):
    """How a model stands: its sign and its words."""

    def __init__(self, shelf: ModelShelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._entry: ModelEntry | None = None
        self.sign = QLabel()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_entry(self, entry: ModelEntry) -> None:
        """Show how a model stands now."""
        self._entry = entry
        self._update_content()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._update_content()

    def _update_content(self) -> None:
        if self._entry is None:
            return
        theme = theme_of(self.palette())
        ground = self.palette().color(QPalette.ColorRole.Window)
        colour = readable(state_colour(theme, self._shelf, self._entry), READABLE_TEXT, ground)
        words = state_words(self._shelf, self._entry)
        if words != self.words.text():
            self.words.setText(words)
        palette = QPalette(self.words.palette())
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.words.setPalette(palette)
        side = self.fontMetrics().height()
        ratio = self.devicePixelRatioF()
        picture = icon(sign_of(self._shelf, self._entry), colour).pixmap(QSize(side, side), ratio)
        self.sign.setPixmap(picture)
