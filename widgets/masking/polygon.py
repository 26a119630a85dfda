"""An outline set corner by corner."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygonF, QTransform

from widgets.paper.tools.lasso_tool import draw_ants
from widgets.theme import Theme

_CLOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Polygon:
    """Corners in canvas pixels, in the order in which they were set."""

    def __init__(self) -> None:
        self.points: list[QPointF] = []

    def press(self, point: QPointF, near: float) -> bool:
        """Set a corner; whether it closes the outline instead, within `near` of the first one."""
        if len(self.points) > 2 and QLineF(point, self.points[0]).length() <= near:
            return True
        self.points.append(point)
        return False

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the outline."""
        return bool(self.points) and event.key() in (*_CLOSE, *_BACK, Qt.Key.Key_Escape)

    def take(self, event: QKeyEvent) -> bool:
        """A key that it wants; whether it closes the outline."""
        if event.key() in _BACK:
            self.points.pop()
        elif event.key() == Qt.Key.Key_Escape:
            self.points.clear()
        return event.key() in _CLOSE

    def taken(self) -> QPolygonF:
        """The outline, which is forgotten here."""
        points, self.points = self.points, []
        return QPolygonF(points)

    def paint(
        self, painter: QPainter, to_view: QTransform, theme: Theme, hover: QPointF | None
    ) -> None:
        """Draw what is set, and where the next side would lie."""
        if not self.points:
            return
        ahead = [hover] if hover is not None else []
        draw_ants(painter, to_view.map(QPolygonF([*self.points, *ahead])), closed=False)
        painter.setPen(QPen(theme.text, 1))
        painter.setBrush(theme.surface)
        for place, point in enumerate(self.points):
            radius = 5.0 if place == 0 else 3.0
            painter.drawEllipse(to_view.map(point), radius, radius)
