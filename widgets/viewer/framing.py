"""Where a picture lies in a view: fitted, zoomed at a point, moved. Geometry only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

LEAST_SCALE = 0.02
MOST_SCALE = 64.0
WHOLE = QRectF(0, 0, 1, 1)
"""All of a picture, in shares of it."""
_MARGIN = 8.0
_STEPS = (0.05, 0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 32.0, 64.0)


@dataclass(frozen=True, slots=True)
class Framing:
    """`scale` is view units for a pixel of the picture; (x, y) its top left corner in the view."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_picture(self, point: QPointF) -> QPointF:
        """The point of the picture that lies under a point of the view."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def rect(self, picture: QSizeF) -> QRectF:
        """Where the whole picture lies in the view."""
        return QRectF(self.x, self.y, picture.width() * self.scale, picture.height() * self.scale)

    def zoomed(self, scale: float, at: QPointF) -> Framing:
        """Another scale, with what lies at a point of the view staying there."""
        scale = min(max(scale, LEAST_SCALE), MOST_SCALE)
        under = self.to_picture(at)
        return Framing(scale, at.x() - under.x() * scale, at.y() - under.y() * scale)

    def moved(self, by: QPointF) -> Framing:
        """The picture pushed by a distance."""
        return Framing(self.scale, self.x + by.x(), self.y + by.y())

    def kept_near(self, view: QSizeF, picture: QSizeF) -> Framing:
        """The picture pushed back so far that its middle line stays within the view."""
        width, height = picture.width() * self.scale, picture.height() * self.scale
        x = min(max(self.x, -width / 2), view.width() - width / 2)
        y = min(max(self.y, -height / 2), view.height() - height / 2)
        return Framing(self.scale, x, y)


def fitted(view: QSizeF, picture: QSizeF, part: QRectF = WHOLE) -> Framing:
    """A part of the picture, given in shares of it, or more than all of it, as large as the view
    lets it be."""
    room_x = max(view.width() - 2 * _MARGIN, 1.0)
    room_y = max(view.height() - 2 * _MARGIN, 1.0)
    width, height = part.width() * picture.width(), part.height() * picture.height()
    scale = min(room_x / max(width, 1), room_y / max(height, 1))
    x = view.width() / 2 - part.center().x() * picture.width() * scale
    y = view.height() / 2 - part.center().y() * picture.height() * scale
    return Framing(scale, x, y)


def centred(scale: float, view: QSizeF, picture: QSizeF) -> Framing:
    """The picture in the middle of the view."""
    x = (view.width() - picture.width() * scale) / 2
    y = (view.height() - picture.height() * scale) / 2
    return Framing(scale, x, y)


def next_step(scale: float, *, larger: bool) -> float:
    """The next round scale above or below."""
    if larger:
        return next((step for step in _STEPS if step > scale * 1.001), MOST_SCALE)
    return next((step for step in reversed(_STEPS) if step < scale * 0.999), LEAST_SCALE)
