"""How the paper lies in the view: zoom, place, angle, mirrored or not."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

LEAST_ZOOM, MOST_ZOOM = 0.02, 64.0
_MARGIN = 24.0


class PaperFraming:
    """`zoom` is view pixels for a canvas pixel, `angle` degrees clockwise; `centre` is the canvas
    point in the middle of the view."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self.angle = 0.0
        self.is_mirrored = False
        self.centre = QPointF(0, 0)
        self.is_fitted = True

    def to_view(self, view: QSizeF) -> QTransform:
        """From canvas pixels to the view's; an upright paper begins at a whole pixel."""
        made = QTransform()
        made.translate(view.width() / 2, view.height() / 2)
        made.rotate(self.angle)
        made.scale(-self.zoom if self.is_mirrored else self.zoom, self.zoom)
        made.translate(-self.centre.x(), -self.centre.y())
        if self.angle:
            return made
        left, top = round(made.dx()), round(made.dy())
        return QTransform(made.m11(), 0, 0, made.m22(), left, top)

    def to_canvas(self, view: QSizeF) -> QTransform:
        """From the view's pixels to the canvas."""
        inverse, _ = self.to_view(view).inverted()
        return inverse

    def fit(self, size: tuple[int, int], view: QSizeF) -> None:
        """Show the whole paper, upright."""
        width, height = size
        room = max(view.width() - 2 * _MARGIN, 1), max(view.height() - 2 * _MARGIN, 1)
        self.angle = 0.0
        self.zoom = _within(min(room[0] / width, room[1] / height))
        self.centre = QPointF(width / 2, height / 2)
        self.is_fitted = True

    def zoom_at(self, factor: float, point: QPointF, view: QSizeF) -> None:
        """Zoom with a point of the view held in place."""
        self._hold(point, view, zoom=_within(self.zoom * factor), angle=self.angle)

    def turn_at(self, degrees: float, point: QPointF, view: QSizeF) -> None:
        """Turn the paper about a point of the view."""
        self._hold(point, view, zoom=self.zoom, angle=(self.angle + degrees) % 360)

    def pan(self, by: QPointF, view: QSizeF) -> None:
        """Move the paper by view pixels."""
        back = self.to_canvas(view)
        self.centre -= back.map(by) - back.map(QPointF(0, 0))
        self.is_fitted = False

    def mirror(self, size: tuple[int, int]) -> None:
        """Turn the paper over: what is in the middle of the view stays there."""
        self.is_mirrored = not self.is_mirrored

    def area_in_view(self, area: QRectF, view: QSizeF) -> QRectF:
        """Where an area of the canvas lies in the view, with room for smoothing."""
        return self.to_view(view).mapRect(area).adjusted(-2, -2, 2, 2)

    def _hold(self, point: QPointF, view: QSizeF, *, zoom: float, angle: float) -> None:
        held = self.to_canvas(view).map(point)
        self.zoom, self.angle = zoom, angle
        self.centre += held - self.to_canvas(view).map(point)
        self.is_fitted = False


def _within(zoom: float) -> float:
    return min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
