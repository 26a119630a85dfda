"""What a drag on the canvas is, from press to release. Until its end the graph is untouched."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath


class Gesture:
    """One drag. Points are of the scene; `scale` is pixels of the screen to one unit of it."""

    is_click = False
    """Whether a press without a drag does it too."""

    def move(self, point: QPointF, keys: Qt.KeyboardModifier, scale: float, when: int) -> None:
        """The hand is here now; `when` is in milliseconds."""

    def finish(self) -> None:
        """The hand let go."""

    def cancel(self) -> None:
        """Nothing of it shall be."""


def crosses(wire: QPainterPath, start: QPointF, end: QPointF) -> bool:
    """Whether a line crosses a wire, looked at in 32 straight pieces."""
    line = QLineF(start, end)
    before = wire.pointAtPercent(0.0)
    for step in range(1, 33):
        after = wire.pointAtPercent(step / 32)
        kind, _ = line.intersects(QLineF(before, after))  # type: ignore[misc] - a pair, and the stub says so since 6.8 only
        if kind == QLineF.IntersectionType.BoundedIntersection:
            return True
        before = after
    return False


def runs_through(wire: QPainterPath, rect: QRectF) -> bool:
    """Whether a wire crosses a rectangle."""
    return crosses(wire, rect.topLeft(), rect.bottomRight()) or crosses(
        wire, rect.bottomLeft(), rect.topRight()
    )
