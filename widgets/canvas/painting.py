"""How a node, a wire and the ground are painted: functions of values, apart from any scene."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from functools import lru_cache
from time import perf_counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from widgets.canvas.faces import Form, Metrics, NodeFace, Shape, SocketFace
from widgets.canvas.footers import footer_words, paint_progress, paint_sign_of, state_colour
from widgets.canvas.marks import PLAIN, Mark
from widgets.canvas.node_states import NodeState
from widgets.canvas.pictures import PictureStore
from widgets.canvas.signs import paint_sign
from widgets.canvas.thumbnails import LEAST_SCALE, Thumbnail, paint_thumbnail
from widgets.canvas.value_rows import paint_fields, paint_values
from widgets.icons import icon
from widgets.theme import READABLE_TEXT, Theme, mixed, readable

DETAIL = 0.45
"""Below this scale nodes are plain shapes."""
TITLES = 0.3
"""Below this scale not even titles are legible."""
SHADOW = 6.0
"""How far a node's picture reaches beyond its body."""
_RADIUS = 7.0
_GRID_STEP = 24.0
_MOST_LAST = 8192


class Far(NamedTuple):
    """Two rectangles that stand for a node."""

    head_colour: QColor
    body_colour: QColor
    head: QRectF
    body: QRectF


class Look:
    """A theme with a font, and the pictures of node bodies that go with them."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self.theme = theme
        self.metrics = metrics
        self._titles: dict[str, QColor] = {}
        self.pictures = PictureStore()
        self.is_hasty = False
        """While the eye zooms: what is there already is painted, sharp or not."""
        self.deadline = math.inf
        """When (perf_counter) painting must end, so that what is missing is left for the next."""
        self.is_blurred = False
        """Whether something was left."""
        self._last: dict[Hashable, Hashable] = {}
        self._far: dict[tuple[Shape, bool, int], Far] = {}
        self._cuts: dict[tuple[str, float], str] = {}
        self._pens: dict[tuple[str | None, float], QPen] = {}
        self._lines: dict[tuple[str, bool], QStaticText] = {}

    def title_colour(self, category: str) -> QColor:
        """The text colour that is legible on a category's header."""
        found = self._titles.get(category)
        if found is None:
            header = self.theme.header(category)
            found = self._titles[category] = readable(self.theme.text, READABLE_TEXT, header)
        return found

    def pen(self, value: str | None, width: float) -> QPen:
        """The pen of a wire; a width of 0 is one pixel at any scale."""
        found = self._pens.get((value, width))
        if found is None:
            found = self._pens[value, width] = QPen(self.theme.value(value), width)
        return found

    def line(self, words: str, *, is_title: bool = False) -> QStaticText:
        """A title or small print whose letters are laid out once."""
        found = self._lines.get((words, is_title))
        if found is None:
            if len(self._lines) > 8192:
                self._lines.clear()
            found = self._lines[words, is_title] = QStaticText(words)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            font = self.metrics.title_font if is_title else self.metrics.small_font
            found.prepare(QTransform(), font)
        return found

    def far(self, face: NodeFace, mark: Mark) -> Far:
        """A node seen from afar."""
        lit = 1 if mark.is_selected else 2 if mark.is_found else 0
        key = (face.shape, face.is_bypassed, lit)
        found = self._far.get(key)
        if found is None:
            theme, shape = self.theme, face.shape
            head = mixed(theme.surface, theme.category(shape.category), 0.62)
            body = mixed(theme.surface, theme.category(shape.category), 0.14)
            if face.is_bypassed:
                head, body = (mixed(one, theme.canvas, 0.6) for one in (head, body))
            if lit:
                head = theme.selection if mark.is_selected else theme.warning
                body = mixed(body, head, 0.3)
            found = self._far[key] = Far(
                head,
                body,
                QRectF(0, 0, shape.width, self.metrics.header),
                QRectF(0, self.metrics.header, shape.width, shape.height - self.metrics.header),
            )
        return found

    def cut(self, words: str, room: float) -> str:
        """Small print, as much of it as fits."""
        found = self._cuts.get((words, room))
        if found is None:
            if len(self._cuts) > 8192:
                self._cuts.clear()
            found = self.metrics.small.elidedText(words, Qt.TextElideMode.ElideRight, room)
            self._cuts[words, room] = found
        return found

    def body(self, face: NodeFace, scale: float, ratio: float) -> QPixmap:
        """The picture of a node without title and footer, at a device scale."""
        key = (face.shape, face.linked, face.is_bypassed, round(scale, 4), ratio)
        found = self.pictures.find(key)
        return found or self.pictures.keep(key, _body_picture(self, face, scale, ratio))

    def whole(
        self,
        face: NodeFace,
        state: NodeState,
        mark: Mark,
        thumbnail: Thumbnail | None,
        scale: float,
        ratio: float,
    ) -> QPixmap | None:
        """The picture of a node with all that stands on it, at a device scale; one of another
        scale or none where there is no time to make it.
        """
        shown = (face, state, mark, thumbnail)
        key = (shown, round(scale, 4), ratio)
        found = self.pictures.find(key)
        if found is None and (self.is_hasty or perf_counter() > self.deadline):
            found = self.pictures.find(self._last.get(shown))
            self.is_blurred = True
        if found is None and perf_counter() > self.deadline:
            return None
        if found is None:
            found = self.body(face, scale, ratio).copy()
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            edge = round(SHADOW * scale)
            painter.setWorldTransform(QTransform(scale, 0, 0, scale, edge, edge))
            _paint_details(painter, self, face, state, mark, thumbnail)
            painter.end()
            self.pictures.keep(key, found)
            if len(self._last) > _MOST_LAST:
                self._last.clear()
            self._last[shown] = key
        return found


def paint_node(
    painter: QPainter,
    look: Look,
    face: NodeFace,
    state: NodeState,
    mark: Mark,
    scale: float,
    thumbnail: Thumbnail | None = None,
) -> None:
    """A node with its top left corner at the painter's origin."""
    if face.shape.form is not Form.NODE:
        paint_sign(painter, look.theme, look.metrics, face, mark, scale)
        return
    if scale < DETAIL:
        _paint_rectangles(painter, look, face, mark)
        if scale >= TITLES:
            paint_far_titles(painter, look, [face], [(0.0, 0.0)], scale)
        paint_far_details(painter, look, face, state, thumbnail, scale)
        return
    ratio = painter.device().devicePixelRatio()
    before = painter.worldTransform()
    x, y = round(before.dx()), round(before.dy())
    painter.setWorldTransform(QTransform.fromTranslate(x, y))
    corner = QPointF(-round(SHADOW * scale), -round(SHADOW * scale))
    if mark.lit is None:
        picture = look.whole(face, state, mark, thumbnail, scale, ratio)
        if picture is None:
            painter.setWorldTransform(before)
            _paint_rectangles(painter, look, face, mark)
            return
        if look.is_blurred:
            _paint_stretched(painter, face.shape, picture, corner, scale, ratio)
        else:
            painter.drawPixmap(corner, picture)
    else:
        painter.drawPixmap(corner, look.body(face, scale, ratio))
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
        _paint_details(painter, look, face, state, mark, thumbnail)
    painter.setWorldTransform(before)


def _paint_rectangles(painter: QPainter, look: Look, face: NodeFace, mark: Mark) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    far = look.far(face, mark)
    painter.fillRect(far.body, far.body_colour)
    painter.fillRect(far.head, far.head_colour)


def _paint_stretched(
    painter: QPainter, shape: Shape, picture: QPixmap, corner: QPointF, scale: float, ratio: float
) -> None:
    """A node's picture of any scale, at another one."""
    width, height = _picture_size(shape, scale)
    if (round(width * ratio), round(height * ratio)) == (picture.width(), picture.height()):
        painter.drawPixmap(corner, picture)
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    rect = QRectF(corner.x(), corner.y(), width, height)
    painter.drawPixmap(rect, picture, QRectF(picture.rect()))


def _picture_size(shape: Shape, scale: float) -> tuple[int, int]:
    width = round((shape.width + 2 * SHADOW) * scale) + 1
    return width, round((shape.height + 2 * SHADOW) * scale) + 1


def _paint_details(
    painter: QPainter,
    look: Look,
    face: NodeFace,
    state: NodeState,
    mark: Mark,
    thumbnail: Thumbnail | None,
) -> None:
    """What one node has over its body."""
    shape, theme = face.shape, look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.is_selected or mark.is_found:
        _paint_frame(painter, look, shape, mark)
    _paint_title(painter, look, face)
    if shape.values:
        paint_values(painter, theme, look.metrics, face)
    if not shape.is_border:
        _paint_footer(painter, look, face, state)
    if shape.picture:
        paint_thumbnail(painter, theme, look.metrics, shape, thumbnail)
    if mark.lit is not None:
        _paint_dots(painter, look, face, mark)
    if face.is_unknown:
        painter.setPen(QPen(theme.refusal, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_outline(shape, 0.0), _RADIUS, _RADIUS)


def paint_ground(painter: QPainter, theme: Theme, exposed: QRectF, scale: float) -> None:
    """The canvas with its grid, a wider one from afar."""
    painter.fillRect(exposed, theme.canvas)
    if scale < DETAIL:
        return
    step = _GRID_STEP if scale >= 1.0 else _GRID_STEP * 2
    left, top = exposed.left() // step * step, exposed.top() // step * step
    columns = int((exposed.right() - left) / step) + 1
    rows = int((exposed.bottom() - top) / step) + 1
    lines = [
        QLineF(left + i * step, exposed.top(), left + i * step, exposed.bottom())
        for i in range(columns)
    ]
    lines += [
        QLineF(exposed.left(), top + i * step, exposed.right(), top + i * step) for i in range(rows)
    ]
    pen = QPen(theme.grid, 1.0)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLines(lines)


def wire_path(start: QPointF, end: QPointF) -> QPainterPath:
    """A wire from an output to a socket."""
    reach = wire_reach(end.x() - start.x(), end.y() - start.y())
    path = QPainterPath(start)
    path.cubicTo(start.x() + reach, start.y(), end.x() - reach, end.y(), end.x(), end.y())
    return path


def wire_reach(dx: float, dy: float) -> float:
    """How far a wire runs level from its ends; further where it leads back."""
    if dx >= 0:
        return min(max(dx * 0.5, 24.0), 160.0)
    return min(60.0 - dx * 0.35 + abs(dy) * 0.1, 260.0)


def wire_reaches(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """`wire_reach` of many wires at once, whose rows are x0, y0, x1, y1."""
    dx, dy = ends[:, 2] - ends[:, 0], np.abs(ends[:, 3] - ends[:, 1])
    forth = np.clip(dx * 0.5, 24.0, 160.0)
    return np.where(dx >= 0, forth, np.minimum(60.0 - dx * 0.35 + dy * 0.1, 260.0))


def _body_picture(look: Look, face: NodeFace, scale: float, ratio: float) -> QPixmap:
    shape = face.shape
    width, height = _picture_size(shape, scale)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(round(SHADOW * scale), round(SHADOW * scale))
    painter.scale(scale, scale)
    _paint_shadow(painter, look.theme, shape)
    _paint_body(painter, look, shape, is_bypassed=face.is_bypassed)
    _paint_labels(painter, look, shape, is_bypassed=face.is_bypassed)
    paint_fields(painter, look.theme, look.metrics, shape)
    _paint_dots(painter, look, face, PLAIN)
    painter.end()
    return picture


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
    left = paint_sign_of(painter, theme, metrics, face, state)
    painter.setFont(metrics.small_font)
    painter.setPen(theme.refusal if state.error else theme.dim_text)
    cut = look.cut(footer_words(face, state), shape.width - left - metrics.pad)
    tall = metrics.small.ascent() + metrics.small.descent()
    top = shape.height - metrics.footer / 2 - tall / 2
    painter.drawStaticText(QPointF(left, top), look.line(cut))
    paint_progress(painter, theme, face, state)


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


def paint_far_details(
    painter: QPainter,
    look: Look,
    face: NodeFace,
    state: NodeState,
    thumbnail: Thumbnail | None,
    scale: float,
) -> None:
    """What some nodes have even from afar: how they stand, and their result."""
    shape = face.shape
    if state.error or state.progress is not None:
        tall = min(look.metrics.footer, 5.0 / scale)
        badge = QRectF(0, shape.height - tall, shape.width, tall)
        painter.fillRect(badge, state_colour(look.theme, state))
    if shape.picture > look.metrics.row and scale >= LEAST_SCALE:
        paint_thumbnail(painter, look.theme, look.metrics, shape, thumbnail)


def paint_far_titles(
    painter: QPainter,
    look: Look,
    faces: Sequence[NodeFace],
    places: Sequence[Sequence[float]],
    scale: float,
) -> None:
    """Titles in letters of the window's own size, as much of each as fits."""
    metrics, before = look.metrics, painter.worldTransform()
    tall = metrics.small.ascent() + metrics.small.descent()
    painter.resetTransform()
    painter.setFont(metrics.small_font)
    painter.setPen(look.theme.text)
    left, top = before.dx(), before.dy()
    for face, (across, down) in zip(faces, places, strict=True):
        shape = face.shape
        room = shape.width * scale - 6
        if room < 24:
            continue
        is_pictured = shape.picture > metrics.row and scale >= LEAST_SCALE
        floor = shape.height - (metrics.footer + shape.picture if is_pictured else 0.0)
        middle = (metrics.header + floor) / 2 * scale
        x, y = round(left + across * scale), round(top + down * scale)
        cut = look.cut(face.title, round(room))
        painter.drawStaticText(QPointF(x + 3, y + round(middle - tall / 2)), look.line(cut))
    painter.setWorldTransform(before)


def _outline(shape: Shape, spread: float) -> QRectF:
    return QRectF(0, 0, shape.width, shape.height).adjusted(-spread, -spread, spread, spread)


@lru_cache(maxsize=256)
def _icon(name: str, colour: str) -> QIcon:
    return icon(name, colour)
