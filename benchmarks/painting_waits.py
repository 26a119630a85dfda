"""Waiting until a widget is painted, and paper with all that is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget

from widgets.paper.paper import Paper


class Paints(QObject):
    """Counts the paints of a widget. `wait` returns after the next one, and what it was part of."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        self._loop = QEventLoop(self)
        widget.installEventFilter(self)

    def wait(self) -> None:
        """Until the widget is painted: something of it must be due."""
        self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            self._loop.quit()
        return False


def wait_until_shown(paper: Paper, paints: Paints) -> None:
    """Until the panel in hand is painted, whose tiles may have to be read first."""
    paints.wait()
    while paper.desk.is_waiting:
        paints.wait()
