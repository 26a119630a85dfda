"""A curve from corner to corner that is drawn and dragged: of timing, or of pen pressure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from pipelines.easing import Bezier, Points
from widgets.theme import mixed, theme_of
from widgets.words import tr

Curve = Bezier | Points
SWING = 0.45
"""How far a timing curve may leave its ends, in heights of the curve."""
_REACH = 12.0
_DOT = 5.0
_NUDGES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class CurveView(QWidget):
    """Drag a handle or a point; double-click adds a point, Delete removes it.

    With the keyboard: Space goes to the next handle, the arrow keys move it. `over` is how far the
    curve may leave its ends, in heights of the curve; the view shows that much more.
    """

    curve_dragged = Signal(object)
    drag_ended = Signal()

    def __init__(self, over: float = SWING) -> None:
        super().__init__()
        self._over = over
        self._curve: Curve = Points()
        self._held: int | None = None
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def curve(self) -> Curve:
        """The curve that is shown."""
        return self._curve

    def show_curve(self, curve: Curve) -> None:
        """Show a curve."""
        self._curve = curve
        self._current = min(self._current, max(0, len(handles_of(curve)) - 1))
        self.setAccessibleDescription(_spoken(curve))
        self.update()

    def sizeHint(self) -> QSize:
        lines = 9 if self._over else 7
        letter = self.fontMetrics()
        return QSize(letter.averageCharWidth() * 30, letter.height() * lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.sizeHint().height())

    def place_of(self, point: tuple[float, float]) -> QPointF:
        """Where a point of the curve stands in the view."""
        area = self._area()
        return QPointF(
            area.left() + point[0] * area.width(), area.bottom() - point[1] * area.height()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._held = self._handle_at(event.position())
        if self._held is not None:
            self._current = self._held
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move(self._held, self._point_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.drag_ended.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if isinstance(self._curve, Points) and self._handle_at(event.position()) is None:
            added = with_point(self._curve, self._point_at(event.position()), self._over)
            self._tell(added)
            self.drag_ended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drag_ended.emit()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        handles = handles_of(self._curve)
        key = Qt.Key(event.key())
        if key in _NUDGES and handles:
            (dx, dy), (x, y) = _NUDGES[key], handles[self._current]
            self._move(self._current, (round(x + dx * 0.02, 4), round(y + dy * 0.02, 4)))
        elif key == Qt.Key.Key_Space and handles:
            self._current = (self._current + 1) % len(handles)
            self.update()
        elif key == Qt.Key.Key_Insert and isinstance(self._curve, Points):
            self._tell(with_point(self._curve, (0.5, 0.5), self._over))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and isinstance(self._curve, Points):
            points = self._curve.points
            self._tell(Points((*points[: self._current], *points[self._current + 1 :])))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.selection if self.hasFocus() else theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(frame, 3, 3)
        self._paint_grid(painter, mixed(theme.surface, theme.border, 0.45))
        if self.isEnabled():
            self._paint_handles(painter, theme.dim_text, theme.selection)
        is_dim = not self.isEnabled()
        painter.setPen(QPen(theme.dim_text if is_dim else theme.text, 1 if is_dim else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path())
        if not is_dim:
            self._paint_dots(painter, theme.surface, theme.selection)

    def _paint_grid(self, painter: QPainter, colour: QColor) -> None:
        area = self._area()
        painter.setPen(QPen(colour, 1))
        for part in range(5):
            x = area.left() + area.width() * part / 4
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            y = area.top() + area.height() * part / 4
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_handles(self, painter: QPainter, line: QColor, dot: QColor) -> None:
        if isinstance(self._curve, Bezier):
            first, second = handles_of(self._curve)
            painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
            painter.drawLine(self.place_of((0, 0)), self.place_of(first))
            painter.drawLine(self.place_of((1, 1)), self.place_of(second))

    def _paint_dots(self, painter: QPainter, ground: QColor, dot: QColor) -> None:
        for index, handle in enumerate(handles_of(self._curve)):
            is_current = index == self._current and self.hasFocus()
            painter.setPen(QPen(dot, 2))
            painter.setBrush(dot if is_current else ground)
            painter.drawEllipse(self.place_of(handle), _DOT, _DOT)

    def _path(self) -> QPainterPath:
        path = QPainterPath(self.place_of((0, 0)))
        if isinstance(self._curve, Bezier):
            first, second = handles_of(self._curve)
            path.cubicTo(self.place_of(first), self.place_of(second), self.place_of((1, 1)))
            return path
        for point in (*self._curve.points, (1.0, 1.0)):
            path.lineTo(self.place_of(point))
        return path

    def _area(self) -> QRectF:
        """The square of the curve's ends within the view."""
        inside = QRectF(self.rect()).adjusted(12, 8, -12, -8)
        height = inside.height() / (1 + 2 * self._over)
        return QRectF(inside.left(), inside.top() + height * self._over, inside.width(), height)

    def _point_at(self, place: QPointF) -> tuple[float, float]:
        area = self._area()
        x = (place.x() - area.left()) / area.width()
        y = (area.bottom() - place.y()) / area.height()
        return round(x, 3), round(y, 3)

    def _handle_at(self, place: QPointF) -> int | None:
        distances = [
            ((self.place_of(handle) - place).manhattanLength(), index)
            for index, handle in enumerate(handles_of(self._curve))
        ]
        near = min(distances, default=(_REACH + 1, 0))
        return near[1] if near[0] <= _REACH else None

    def _move(self, index: int, point: tuple[float, float]) -> None:
        self._tell(moved(self._curve, index, point, self._over))

    def _tell(self, curve: Curve) -> None:
        if curve != self._curve:
            self.show_curve(curve)
            self.curve_dragged.emit(curve)


def handles_of(curve: Curve) -> Sequence[tuple[float, float]]:
    """What can be dragged: the two handles of a Bezier curve, or the points."""
    if isinstance(curve, Bezier):
        return ((curve.x1, curve.y1), (curve.x2, curve.y2))
    return curve.points


def moved(curve: Curve, index: int, point: tuple[float, float], over: float = SWING) -> Curve:
    """The curve with a handle elsewhere, as far as it may go; points keep their order."""
    x, y = point[0], min(max(point[1], -over), 1 + over)
    if isinstance(curve, Bezier):
        x = min(max(x, 0.0), 1.0)
        ends = [(curve.x1, curve.y1), (curve.x2, curve.y2)]
        ends[index] = (x, y)
        return Bezier(*ends[0], *ends[1])
    times = [0.0, *(t for t, _ in curve.points), 1.0]
    x = min(max(x, times[index] + 0.01), times[index + 2] - 0.01)
    return Points((*curve.points[:index], (x, y), *curve.points[index + 1 :]))


def with_point(curve: Points, point: tuple[float, float], over: float = SWING) -> Points:
    """The lines through one more point; none where it would stand too close to another."""
    x, y = point[0], min(max(point[1], -over), 1 + over)
    points = tuple(sorted([*curve.points, (x, y)]))
    times = [0.0, *(t for t, _ in points), 1.0]
    close = any(later - earlier < 0.02 for earlier, later in pairwise(times))
    return curve if close else Points(points)


def _spoken(curve: Curve) -> str:
    places = ", ".join(f"({x:g}, {y:g})" for x, y in handles_of(curve))
    if isinstance(curve, Bezier):
        return tr("Handles at {places}. Space: next handle; arrow keys move it.", places=places)
    if not places:
        return tr("A straight line. Insert adds a point.")
    return tr(
        "Points at {places}. Space: next point; arrow keys move it, Delete removes it.",
        places=places,
    )
