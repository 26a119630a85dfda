"""What stands still while some nodes are dragged, painted once. Knows nothing of what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QTransform

_TILE = 256
"""The side, in pixels, of the parts that are painted as soon as one of them is seen."""


class StillPicture:
    """A picture as large as the view, as much of it as came into sight."""

    def __init__(self, paint: Callable[[QPainter, QRectF], None]) -> None:
        self._paint = paint
        self._picture: QPixmap | None = None
        self._seen_from: tuple[QTransform, float, int, int] | None = None
        self._there: set[tuple[int, int]] = set()

    def forget(self) -> None:
        """Something in it looks different now, or it is not needed any more."""
        self._picture = None

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint a rectangle, from what there is or anew."""
        device, transform = painter.device(), painter.worldTransform()
        ratio, width, height = device.devicePixelRatio(), device.width(), device.height()
        painter.resetTransform()
        shift = _beyond_pixels(painter.deviceTransform()) / ratio
        shifted = transform * QTransform.fromTranslate(shift.x(), shift.y())
        seen_from = (shifted, ratio, width, height)
        picture = self._picture
        if picture is None or seen_from != self._seen_from:
            picture = self._picture = QPixmap(round(width * ratio) + 1, round(height * ratio) + 1)
            picture.setDevicePixelRatio(ratio)
            self._seen_from = seen_from
            self._there.clear()
        self._paint_missing(picture, shifted, shifted.mapRect(exposed).toAlignedRect())
        painter.drawPixmap(-shift, picture)
        painter.setWorldTransform(transform)

    def _paint_missing(self, picture: QPixmap, transform: QTransform, rect: QRect) -> None:
        """All tiles around those in a rectangle that are not there."""
        missing = _tiles(rect) - self._there
        if not missing:
            return
        across, down = {one[0] for one in missing}, {one[1] for one in missing}
        corner = QPointF(min(across), min(down)) * _TILE
        size = QPointF(max(across) + 1, max(down) + 1) * _TILE - corner
        rect = QRectF(corner.x(), corner.y(), size.x(), size.y()).toRect()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setClipRect(rect)
        painter.setWorldTransform(transform)
        to_scene, _ = transform.inverted()  # type: ignore[misc] - a pair, which the stub does not say
        self._paint(painter, to_scene.mapRect(QRectF(rect)))
        painter.end()
        self._there |= _tiles(rect)


def _beyond_pixels(to_device: QTransform) -> QPointF:
    """How far the view begins beyond whole pixels of the screen, where these are scaled by 1.5."""
    return QPointF(to_device.dx() % 1.0, to_device.dy() % 1.0)


def _tiles(rect: QRect) -> set[tuple[int, int]]:
    """The tiles that a rectangle touches, by their place."""
    across = range(rect.left() // _TILE, rect.right() // _TILE + 1)
    down = range(rect.top() // _TILE, rect.bottom() // _TILE + 1)
    return {(x, y) for x in across for y in down}
