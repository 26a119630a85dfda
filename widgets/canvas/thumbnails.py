"""What a node shows of its result: a picture, or a few words where there is none to see."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from nodes.spec import MANY_PICTURES, ONE_PICTURE
from widgets.canvas.faces import Metrics, Shape
from widgets.theme import Theme

PICTURED = frozenset((*ONE_PICTURE, *MANY_PICTURES))
LEAST_SCALE = 0.2
"""Below this scale no picture can be made out."""
_STALE = 0.45


class Thumbnail:
    """A result as it is shown. The picture is scaled once for each size."""

    def __init__(
        self, picture: QPixmap | None = None, words: str = "", *, is_stale: bool = False
    ) -> None:
        self.picture = picture
        self.words = words
        self.is_stale = is_stale
        self._fitted: QPixmap | None = None
        self._room = QSize()

    def fitted(self, room: QSize) -> QPixmap | None:
        """The picture as large as fits into some pixels of the screen."""
        if self.picture is not None and (self._fitted is None or room != self._room):
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            self._fitted = self.picture.scaled(room, keep, smooth.SmoothTransformation)
            self._room = room
        return self._fitted


def paint_thumbnail(
    painter: QPainter, theme: Theme, metrics: Metrics, shape: Shape, thumbnail: Thumbnail | None
) -> None:
    """The result above the footer of a node. The painter shows scene units, unturned."""
    rect = picture_rect(metrics, shape)
    if rect is None:
        return
    if thumbnail is not None and thumbnail.picture is None:
        painter.setFont(metrics.small_font)
        painter.setPen(theme.dim_text if thumbnail.is_stale else theme.text)
        words = metrics.small.elidedText(thumbnail.words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)
        return
    painter.fillRect(rect, theme.canvas)
    if thumbnail is None:
        painter.setPen(QPen(theme.grid, 1.0))
        painter.drawRect(rect)
        return
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
    picture = thumbnail.fitted((rect.size() * scale).toSize())
    if picture is None:
        return
    width, height = picture.width() / scale, picture.height() / scale
    middle = rect.center() - QPointF(width / 2, height / 2)
    opacity = painter.opacity()
    if thumbnail.is_stale:
        painter.setOpacity(opacity * _STALE)
    painter.drawPixmap(
        QRectF(middle.x(), middle.y(), width, height), picture, QRectF(picture.rect())
    )
    painter.setOpacity(opacity)


def picture_rect(metrics: Metrics, shape: Shape) -> QRectF | None:
    """Where on a node its result stands, if it has room for one."""
    if not shape.picture:
        return None
    top = shape.height - shape.foot - shape.picture
    gap = metrics.pad * 0.25 if shape.picture > metrics.row else 0.0
    width = shape.width - 2 * metrics.pad
    return QRectF(metrics.pad, top + gap, width, shape.picture - 2 * gap)
