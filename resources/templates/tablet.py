"""A pen tablet: strokes as the events that its driver sends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent

from resources.templates.drawings.line import Points, Weights
from widgets.paper.paper_view import PaperView

_TILT = (22.0, -34.0)
"""Degrees along x and y: a right hand that rests on the paper."""
_EVERY_MS = 5


class Tablet:
    """A pen over one paper. Positions are those of the paper, in its pixels and parts of them."""

    def __init__(self, view: PaperView) -> None:
        self._view = view
        self._at_ms = 1000
        self._pen = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position
            | QInputDevice.Capability.Pressure
            | QInputDevice.Capability.XTilt
            | QInputDevice.Capability.YTilt,
            1,
            2,
        )
        self.settle()

    def settle(self) -> None:
        """Look where the paper lies in its view, after that may have changed."""
        self._view.fit()
        self._to_view = self._view.framing.to_view(self._view.size().toSizeF())

    def stroke(self, at: Points, pressure: Weights) -> None:
        """Press at the first point, move along the others, and lift."""
        places = [QPointF(x, y) for x, y in at.tolist()]
        weights = pressure.clip(0.0, 1.0).tolist()
        self._send(QEvent.Type.TabletPress, places[0], weights[0])
        for place, weight in zip(places[1:], weights[1:], strict=True):
            self._send(QEvent.Type.TabletMove, place, weight)
        self._send(QEvent.Type.TabletRelease, places[-1], 0.0)
        self._view.desk.work.settle()
        self._at_ms += 120

    def _send(self, kind: QEvent.Type, place: QPointF, pressure: float) -> None:
        at = self._to_view.map(place)
        pressed = kind is not QEvent.Type.TabletMove
        event = QTabletEvent(
            kind,
            self._pen,
            at,
            self._view.mapToGlobal(at),
            pressure,
            *_TILT,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
        )
        self._at_ms += _EVERY_MS
        event.setTimestamp(self._at_ms)
        QCoreApplication.sendEvent(self._view, event)
