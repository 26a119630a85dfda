"""What a node consists of, painted piece by piece: body, labels, sockets, title, foot."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen

from widgets.canvas.faces import NodeFace, Shape, SocketFace
from widgets.canvas.footers import (
    foot_lines,
    footer_words,
    offer_rect,
    paint_offer,
    paint_progress,
    paint_sign_of,
)
from widgets.canvas.look import Look
from widgets.canvas.marks import PLAIN, Mark
from widgets.canvas.node_states import NodeState
from widgets.canvas.shown_node import Appearance
from widgets.canvas.thumbnails import paint_thumbnail
from widgets.canvas.value_rows import paint_fields, paint_values
from widgets.icons import icon
from widgets.theme import Theme, mixed, readable

_RADIUS = 7.0


def paint_body(painter: QPainter, look: Look, face: NodeFace) -> None:
    """What all nodes of a kind share."""
    shape = face.shape
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_shadow(painter, look.theme, shape)
    _paint_body(painter, look, shape, is_bypassed=face.is_bypassed)
    _paint_labels(painter, look, shape, is_bypassed=face.is_bypassed)
    paint_fields(painter, look.theme, look.metrics, shape)
    _paint_dots(painter, look, face, PLAIN)


def paint_details(painter: QPainter, look: Look, seen: Appearance) -> None:
    """What one node has over its body."""
    face, mark = seen.face, seen.mark
    shape, theme = face.shape, look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.is_selected or mark.is_found:
        _paint_frame(painter, look, shape, mark)
    _paint_title(painter, look, face)
    if shape.values:
        paint_values(painter, theme, look.metrics, face)
    if shape.foot and not shape.is_border:
        _paint_footer(painter, look, face, seen.state)
    if shape.picture:
        paint_thumbnail(painter, theme, look.metrics, shape, seen.thumbnail)
    if mark.lit is not None or mark.is_selected or mark.is_found:  # the frame lies over them
        _paint_dots(painter, look, face, mark)
    if face.is_unknown:
        painter.setPen(QPen(theme.refusal, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_outline(shape, 0.0), _RADIUS, _RADIUS)


def _paint_dots(painter: QPainter, look: Look, face: NodeFace, mark: Mark) -> None:
    """Sockets and outputs; while a wire is dragged, those that it does not fit step back."""
    shape, lit = face.shape, mark.lit
    for sides, is_output in ((shape.inputs, False), (shape.outputs, True)):
        for side in sides:
            end = (side.name, is_output)
            how = (
                is_output or side.name in face.linked,
                lit is not None and end not in lit,
                lit is not None and end in lit,
                mark.aimed == end,
            )
            _paint_dot(painter, look, side, QPointF(shape.width * is_output, side.y), how)


def _paint_shadow(painter: QPainter, theme: Theme, shape: Shape) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, alpha in ((4.0, 10), (2.5, 16), (1.0, 24)):
        painter.setBrush(QColor(0, 0, 0, alpha * (2 if theme.is_dark else 1)))
        rect = _outline(shape, spread).translated(0, 1.5)
        painter.drawRoundedRect(rect, _RADIUS + spread, _RADIUS + spread)


def _paint_body(painter: QPainter, look: Look, shape: Shape, *, is_bypassed: bool) -> None:
    theme, metrics = look.theme, look.metrics
    surface, header = theme.surface, theme.header(shape.category)
    if is_bypassed or shape.is_border:
        surface, header = mixed(surface, theme.canvas, 0.7), mixed(header, theme.canvas, 0.6)
    outline = QPainterPath()
    outline.addRoundedRect(_outline(shape, 0.0), _RADIUS, _RADIUS)
    painter.fillPath(outline, surface)
    painter.save()
    painter.setClipRect(QRectF(0, 0, shape.width, metrics.header))
    painter.fillPath(outline, header)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape.is_group:
        inner = _outline(shape, -2.5)
        painter.setPen(QPen(theme.border, 1.0))
        painter.drawRoundedRect(inner, _RADIUS - 2.5, _RADIUS - 2.5)
    style = Qt.PenStyle.DashLine if is_bypassed or shape.is_border else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.border, 1.0, style))
    painter.drawPath(outline)
    if shape.icon:
        colour = readable(theme.category(shape.category), 3.0, header)
        size = metrics.icon
        at = QRect(round(metrics.pad), round((metrics.header - size) / 2), size, size)
        _icon(shape.icon, colour.name()).paint(painter, at)


def _paint_labels(painter: QPainter, look: Look, shape: Shape, *, is_bypassed: bool) -> None:
    metrics = look.metrics
    painter.setFont(metrics.font)
    painter.setPen(look.theme.dim_text if is_bypassed else look.theme.text)
    lift = (metrics.text.ascent() - metrics.text.descent()) / 2
    for socket in shape.inputs:
        painter.drawText(QPointF(metrics.pad, socket.y + lift), socket.shown)
    for output in shape.outputs:
        width = metrics.text.horizontalAdvance(output.shown)
        painter.drawText(QPointF(shape.width - metrics.pad - width, output.y + lift), output.shown)


def _paint_frame(painter: QPainter, look: Look, shape: Shape, mark: Mark) -> None:
    colour = look.theme.selection if mark.is_selected else look.theme.warning
    style = Qt.PenStyle.SolidLine if mark.is_selected else Qt.PenStyle.DashLine
    painter.setPen(QPen(colour, 3.0 if mark.is_current else 2.0, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_outline(shape, 1.5), _RADIUS + 1.5, _RADIUS + 1.5)


def _paint_title(painter: QPainter, look: Look, face: NodeFace) -> None:
    metrics = look.metrics
    painter.setFont(metrics.title_font)
    painter.setPen(look.title_colour(face.shape.category))
    left = metrics.pad * 1.6 + metrics.icon if face.shape.icon else metrics.pad
    top = (metrics.header - metrics.title.ascent() - metrics.title.descent()) / 2
    painter.drawStaticText(QPointF(left, top), look.line(face.shown_title, is_title=True))


def _paint_footer(painter: QPainter, look: Look, face: NodeFace, state: NodeState) -> None:
    theme, metrics, shape = look.theme, look.metrics, face.shape
    paint_offer(painter, theme, metrics, face, state)
    left = paint_sign_of(painter, theme, metrics, face, state)
    painter.setFont(metrics.small_font)
    plain = theme.text if state.lack is not None and not state.stand_in else theme.dim_text
    painter.setPen(theme.refusal if state.error else plain)
    room, words = shape.width - left - metrics.pad, footer_words(face, state)
    lines = (
        [look.cut(words, room)] if not state.error else foot_lines(words, metrics.small, room, 2)
    )
    tall = metrics.small.ascent() + metrics.small.descent()
    top = shape.height - shape.foot + metrics.footer / 2 - tall / 2
    for place, line in enumerate(lines):
        at = QPointF(left, top + place * round(metrics.small.height()))
        painter.drawStaticText(at, look.line(line))
    if state.stand_in and not face.is_bypassed and not face.is_unknown:
        _paint_stand_in(painter, look, face, state.stand_in)
    paint_progress(painter, theme, face, state)


def _paint_stand_in(painter: QPainter, look: Look, face: NodeFace, words: str) -> None:
    """Instead of which model what is built in works, on the button that fetches it."""
    button, metrics = offer_rect(face, look.metrics), look.metrics
    inset = metrics.pad * 0.4
    tall = metrics.small.ascent() + metrics.small.descent()
    painter.setPen(look.theme.text)
    at = QPointF(button.left() + inset, button.center().y() - tall / 2)
    painter.drawStaticText(at, look.line(look.cut(words, button.width() - 2 * inset)))


def _paint_dot(
    painter: QPainter,
    look: Look,
    socket: SocketFace,
    at: QPointF,
    how: tuple[bool, bool, bool, bool],
) -> None:
    """A socket; `how` says whether it is linked, dimmed, lit and aimed at."""
    is_linked, is_dimmed, is_lit, is_aimed = how
    theme, radius = look.theme, look.metrics.dot
    colour = theme.value(socket.value)
    if is_dimmed:
        colour = mixed(colour, theme.surface, 0.75)
    if is_lit:
        halo = QColor(theme.selection)
        halo.setAlpha(230 if is_aimed else 90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        grown = radius * (2.1 if is_aimed else 1.7)
        painter.drawEllipse(at, grown, grown)
    painter.setPen(QPen(colour, 1.8) if not is_linked else QPen(theme.surface, 1.4))
    painter.setBrush(colour if is_linked else theme.surface)
    if socket.takes_many:
        tall = QRectF(at.x() - radius, at.y() - radius * 1.6, radius * 2, radius * 3.2)
        painter.drawRoundedRect(tall, radius, radius)
    else:
        painter.drawEllipse(at, radius, radius)
    if socket.is_needed and not is_linked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(at, radius * 0.38, radius * 0.38)


def _outline(shape: Shape, spread: float) -> QRectF:
    return QRectF(0, 0, shape.width, shape.height).adjusted(-spread, -spread, spread, spread)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    return icon(name, colour)
