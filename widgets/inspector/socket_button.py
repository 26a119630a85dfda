"""The ring before a parameter that turns it into a socket, and back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from widgets.theme import theme_of
from widgets.words import tr


class SocketButton(QAbstractButton):
    """A ring as on the canvas: filled with the colour of the value once it is a socket."""

    def __init__(self, value: str) -> None:
        super().__init__()
        self._value = value
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_socket(self, name: str, *, exposed: bool) -> None:
        """Show whether the parameter is a socket."""
        self.setChecked(exposed)
        words = (
            tr("Make {name} a value again", name=name)
            if exposed
            else tr("Turn {name} into a socket", name=name)
        )
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 2
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_near = self.underMouse() or self.hasFocus()
        ring = theme.selection if is_near else theme.border
        colour = theme.value(self._value)
        painter.setPen(QPen(colour if self.isChecked() else ring, 2 if is_near else 1.5))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, 4.5, 4.5)
        if self.hasFocus():
            painter.setPen(QPen(theme.selection, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 7.5, 7.5)
