"""The tools beside the paper."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolBar, QWidget

from widgets.icons import icon
from widgets.paper.hand import ToolKind
from widgets.theme import theme_of

_ICONS = {
    ToolKind.PENCIL: "mdi6.pencil",
    ToolKind.INK: "mdi6.fountain-pen-tip",
    ToolKind.MARKER: "mdi6.marker",
    ToolKind.AIRBRUSH: "mdi6.spray",
    ToolKind.ERASER: "mdi6.eraser",
    ToolKind.FILL: "mdi6.format-color-fill",
    ToolKind.LINE: "mdi6.vector-line",
    ToolKind.RECTANGLE: "mdi6.rectangle-outline",
    ToolKind.ELLIPSE: "mdi6.ellipse-outline",
    ToolKind.LASSO: "mdi6.lasso",
    ToolKind.TRANSFORM: "mdi6.vector-square",
    ToolKind.PICK: "mdi6.eyedropper",
    ToolKind.MOTION: "mdi6.transition",
}
_BREAKS = frozenset({ToolKind.FILL, ToolKind.LINE, ToolKind.LASSO, ToolKind.MOTION})


class ToolColumn(QToolBar):
    """A symbol for each tool; the one in hand is marked."""

    def __init__(self, tools: Mapping[ToolKind, QAction], name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._tools = tools
        self._ground = parent
        self._is_floating = False
        self.setOrientation(Qt.Orientation.Vertical)
        self.setAccessibleName(name)
        side = round(self.fontMetrics().height() * 1.35)
        self.setIconSize(QSize(side, side))
        group = QActionGroup(self)
        for kind, action in tools.items():
            if kind in _BREAKS:
                self.addSeparator()
            action.setCheckable(True)
            group.addAction(action)
            self.addAction(action)
        self._paint_icons()

    def set_floating(self, *, floating: bool) -> None:
        """Lie over the left of what is beside it, or stand in its layout."""
        self._is_floating = floating
        if floating:
            self._ground.installEventFilter(self)
            self.raise_()
            self._float()
        else:
            self._ground.removeEventFilter(self)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._float()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_floating:
            super().paintEvent(event)
            return
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _float(self) -> None:
        room = self._ground.rect()
        self.resize(self.sizeHint().boundedTo(room.size()))
        gap = self.fontMetrics().height()
        self.move(gap, (room.height() - self.height()) // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()

    def _paint_icons(self) -> None:
        colour = self.palette().buttonText().color()
        for kind, action in self._tools.items():
            action.setIcon(icon(_ICONS[kind], colour))
