"""How far something is: a thin line that fills."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from widgets.theme import mixed, theme_of

_THICK = 4
_STEPS = 1000


class ThinBar(QProgressBar):
    """A progress bar for eyes and screen readers, without letters in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setTextVisible(False)

    def show_share(self, share: float) -> None:
        """Show how much is done, 0..1."""
        self.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))

    def sizeHint(self) -> QSize:
        return QSize(120, _THICK + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _THICK + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _THICK) / 2, self.width(), _THICK)
        painter.setBrush(mixed(theme.surface, theme.border, 0.6))
        painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
        track.setWidth(track.width() * self.value() / _STEPS)
        painter.setBrush(theme.selection)
        painter.drawRoundedRect(track, _THICK / 2, _THICK / 2)
