"""Fingers on a screen: one is a mouse, two move and zoom the picture."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget


class Way(NamedTuple):
    """What two fingers did since the last event: by how much they parted, and how they moved."""

    factor: float
    at: QPointF
    shift: QPointF


class Fingers:
    """Reads the touches of one widget."""

    def __init__(self) -> None:
        self.way: Way | None = None
        """What the last event did to the picture; None while fewer than two fingers are down."""
        self._is_hand = False
        self._before: QLineF | None = None

    def take(self, event: QTouchEvent, widget: QWidget) -> list[QMouseEvent]:
        """Take an event; answer what a mouse would have done in its place."""
        self.way = None
        points = [one for one in event.points() if one.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._is_hand, self._before = False, None
            return []
        if len(points) >= 2:
            self._is_hand = False
            self._spread(QLineF(points[0].position(), points[1].position()))
            return []
        self._before = None
        return self._one_finger(event, widget)

    def _spread(self, fingers: QLineF) -> None:
        before, self._before = self._before or fingers, fingers
        factor = fingers.length() / before.length() if before.length() > 1 else 1.0
        self.way = Way(factor, before.center(), fingers.center() - before.center())

    def _one_finger(self, event: QTouchEvent, widget: QWidget) -> list[QMouseEvent]:
        if event.type() == QEvent.Type.TouchBegin:
            self._is_hand = True
            kind, buttons = QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton
        elif event.type() == QEvent.Type.TouchEnd:
            kind, buttons = QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton
        else:
            kind, buttons = QEvent.Type.MouseMove, Qt.MouseButton.LeftButton
        if not self._is_hand:
            return []
        self._is_hand = event.type() != QEvent.Type.TouchEnd
        at = event.points()[0].position()
        button = Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            button = Qt.MouseButton.NoButton
        whole = QPointF(widget.mapToGlobal(at))
        return [QMouseEvent(kind, at, whole, button, buttons, event.modifiers())]
