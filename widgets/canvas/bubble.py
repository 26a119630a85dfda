"""A few words beside the cursor, while the hand drags something."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from widgets.theme import Theme

_APART = 18


class Bubble(QLabel):
    """Says why a drop would do nothing; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._at = QPoint()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 46)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What is said, empty while nothing is."""
        return self.text() if self.isVisible() else ""

    def say(self, words: str, theme: Theme) -> None:
        """Show words, or none."""
        self.setVisible(bool(words))
        if words and words != self.text():
            self.setText(words)
            self.setStyleSheet(
                f"background: {theme.surface.name()}; color: {theme.text.name()};"
                f"border: 1px solid {theme.refusal.name()}; border-radius: 6px; padding: 6px;"
            )
            self.adjustSize()
            self.raise_()
        if words:
            self._settle()

    def stand_beside(self, at: QPoint) -> None:
        """Stand beside a point, within the parent, while something is said."""
        self._at = at
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        at = self._at
        room, size = self._room.size(), self.sizeHint()
        x = min(at.x() + _APART, room.width() - self.width() - 6)
        y = at.y() + _APART
        if y + size.height() > room.height():
            y = at.y() - _APART - size.height()
        self.move(max(x, 4), max(y, 4))
