"""How the values that stand on a node are painted, and where they can be clicked."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.canvas.faces import Metrics, NodeFace, Shape, ValueFace
from widgets.theme import READABLE_TEXT, Theme, mixed, readable

_GAP = 1.5
_ROUND = 4.0


def value_rect(shape: Shape, value: ValueFace, metrics: Metrics) -> QRectF:
    """The field of a value, from the node's top left corner."""
    inner = shape.width - 2 * metrics.pad
    return QRectF(metrics.pad, value.top + _GAP, inner, value.height - 2 * _GAP)


def value_at(shape: Shape, point: QPointF, metrics: Metrics) -> ValueFace | None:
    """The value whose field is at a point of the node."""
    found = (one for one in shape.values if value_rect(shape, one, metrics).contains(point))
    return next(found, None)


def paint_fields(painter: QPainter, theme: Theme, metrics: Metrics, shape: Shape) -> None:
    """The fields and their labels: what all nodes of a kind share."""
    field = mixed(theme.surface, theme.canvas, 0.55)
    lift = (metrics.small.ascent() - metrics.small.descent()) / 2
    painter.setFont(metrics.small_font)
    for value in shape.values:
        rect = value_rect(shape, value, metrics)
        painter.setPen(QPen(mixed(theme.border, theme.surface, 0.5), 1.0))
        painter.setBrush(field)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setPen(readable(theme.dim_text, READABLE_TEXT, field))
        painter.drawText(
            QPointF(rect.left() + metrics.pad * 0.6, rect.center().y() + lift), value.label
        )


def paint_values(painter: QPainter, theme: Theme, metrics: Metrics, face: NodeFace) -> None:
    """What stands in the fields of one node."""
    painter.setFont(metrics.small_font)
    painter.setPen(theme.dim_text if face.is_bypassed else theme.text)
    lift = (metrics.small.ascent() - metrics.small.descent()) / 2
    for value, words in zip(face.shape.values, face.written, strict=True):
        rect = value_rect(face.shape, value, metrics)
        room = rect.width() - value.label_width - metrics.pad * 2
        shown, width = _fitted(metrics, words, room)
        left = rect.right() - metrics.pad * 0.6 - width
        painter.drawText(QPointF(left, rect.center().y() + lift), shown)


@lru_cache(maxsize=4096)
def _fitted(metrics: Metrics, words: str, room: float) -> tuple[str, float]:
    """As much of a value as fits, and how wide that is."""
    shown = metrics.small.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
    return shown, metrics.small.horizontalAdvance(shown)
