"""The application object: it hears what is told to no window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tells whether a pen is within reach of the screen, where the driver says so."""

    pen_near = Signal(bool)

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.TabletEnterProximity:
                self.pen_near.emit(True)
            case QEvent.Type.TabletLeaveProximity:
                self.pen_near.emit(False)
            case _:
                pass
        return super().event(event)
