"""How what only the eye sees is painted: dots on wires, and the backdrops that nodes lie on."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from widgets.canvas.faces import Form, Metrics, NodeFace
from widgets.canvas.marks import Mark
from widgets.theme import READABLE_TEXT, VISIBLE_SHAPE, Theme, mixed, readable

_RADIUS = 9.0
_LEAST_LETTERS = 0.6
"""Below this scale a backdrop's title keeps its size on the screen."""


def paint_sign(
    painter: QPainter, theme: Theme, metrics: Metrics, face: NodeFace, mark: Mark, scale: float
) -> None:
    """A dot or a backdrop with its top left corner at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if face.shape.form is Form.DOT:
        _paint_dot(painter, theme, face, mark)
    else:
        _paint_ground(painter, theme, metrics, face, mark, scale)


def _paint_dot(painter: QPainter, theme: Theme, face: NodeFace, mark: Mark) -> None:
    shape = face.shape
    middle = QPointF(shape.width / 2, shape.height / 2)
    radius = shape.height * 0.36
    (entry,) = shape.inputs
    colour = theme.value(entry.value)
    ends = ((entry.name, False), ("out", True))
    is_dimmed = mark.lit is not None and not any(end in mark.lit for end in ends)
    painter.setPen(QPen(colour, 2.0))
    painter.drawLine(QLineF(0, middle.y(), shape.width, middle.y()))
    for end, x in zip(ends, (0.0, shape.width), strict=True):
        if mark.lit is not None and end in mark.lit:
            halo = QColor(theme.selection)
            halo.setAlpha(230 if mark.aimed == end else 90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawEllipse(QPointF(x, middle.y()), radius, radius)
    if mark.is_selected or mark.is_found:
        ring = theme.selection if mark.is_selected else theme.warning
        painter.setPen(QPen(ring, 3.0 if mark.is_current else 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius + 3.0, radius + 3.0)
    painter.setPen(QPen(theme.canvas, 1.4))
    painter.setBrush(mixed(colour, theme.surface, 0.75) if is_dimmed else colour)
    painter.drawEllipse(middle, radius, radius)


def _paint_ground(
    painter: QPainter, theme: Theme, metrics: Metrics, face: NodeFace, mark: Mark, scale: float
) -> None:
    shape = face.shape
    tint = QColor(face.tint) if QColor.isValidColorName(face.tint) else theme.border
    fill = mixed(theme.canvas, tint, 0.16)
    head = mixed(theme.canvas, tint, 0.34)
    rect = QRectF(0, 0, shape.width, shape.height)
    tall = header_height(metrics, scale)
    if mark.is_selected:
        edge, width = theme.selection, 3.0 if mark.is_current else 2.0
    elif mark.is_found:
        edge, width = theme.warning, 2.0
    else:
        edge, width = readable(tint, VISIBLE_SHAPE, theme.canvas), 1.2
    pen = QPen(edge, width)
    pen.setCosmetic(True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.save()
    strip = QRectF(0, 0, shape.width, min(tall, shape.height))
    painter.setClipRect(strip, Qt.ClipOperation.IntersectClip)  # only a part may be painted
    painter.setBrush(head)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.restore()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _paint_title(painter, metrics, face, scale, readable(theme.text, READABLE_TEXT, head))


def header_height(metrics: Metrics, scale: float) -> float:
    """How tall the strip with a backdrop's title is; from afar it stays legible."""
    return metrics.header * max(1.0, _LEAST_LETTERS / scale)


def _paint_title(
    painter: QPainter, metrics: Metrics, face: NodeFace, scale: float, colour: QColor
) -> None:
    """The title, in letters that from afar keep their size on the screen."""
    shown = max(scale, _LEAST_LETTERS)
    room = face.shape.width * scale - 2 * metrics.pad * shown
    if room < 16 or not face.title:
        return
    before = painter.worldTransform()
    away = QTransform(shown, 0, 0, shown, before.dx(), before.dy())
    painter.setWorldTransform(away)
    painter.setFont(metrics.title_font)
    painter.setPen(colour)
    words = metrics.title.elidedText(face.title, Qt.TextElideMode.ElideRight, room / shown)
    lift = (metrics.title.ascent() - metrics.title.descent()) / 2
    painter.drawText(QPointF(metrics.pad, metrics.header / 2 + lift), words)
    painter.setWorldTransform(before)
