"""A node as it is seen: from a picture that is kept, or from afar as two rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from widgets.canvas.faces import Form, NodeFace, Shape
from widgets.canvas.footers import state_colour
from widgets.canvas.look import DETAIL, Look
from widgets.canvas.node_details import paint_body, paint_details
from widgets.canvas.shown_node import Appearance
from widgets.canvas.signs import paint_sign
from widgets.canvas.thumbnails import LEAST_SCALE, paint_thumbnail

TITLES = 0.3
"""Below this scale not even titles are legible."""
SHADOW = 6.0
"""How far a node's picture reaches beyond its body."""


def paint_node(
    painter: QPainter, look: Look, seen: Appearance, scale: float, x: float, y: float
) -> None:
    """A node with its top left corner at a point of the view, whatever the painter's transform,
    which is changed.
    """
    face, corner = seen.face, QPointF(round(x), round(y))
    if face.shape.form is Form.NODE and scale >= DETAIL:
        painter.resetTransform()
        _paint_near(painter, look, seen, scale, corner)
        return
    painter.setWorldTransform(QTransform(scale, 0, 0, scale, x, y))
    if face.shape.form is not Form.NODE:
        paint_sign(painter, look.theme, look.metrics, face, seen.mark, scale)
        return
    _paint_rectangles(painter, look, seen)
    if scale >= TITLES:
        paint_far_titles(painter, look, [face], [(0.0, 0.0)], scale)
    paint_far_details(painter, look, seen, scale)


def _paint_near(
    painter: QPainter, look: Look, seen: Appearance, scale: float, corner: QPointF
) -> None:
    face, edge = seen.face, round(SHADOW * scale)
    ratio = painter.device().devicePixelRatio()
    at = QPointF(corner.x() - edge, corner.y() - edge)
    if seen.mark.lit is not None:
        painter.drawPixmap(at, _body_picture(look, face, scale, ratio))
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, corner.x(), corner.y()))
        paint_details(painter, look, seen)
        return
    picture = _whole_picture(look, seen, scale, ratio)
    if picture is None:
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, corner.x(), corner.y()))
        _paint_rectangles(painter, look, seen)
    elif look.is_blurred:
        _paint_stretched(painter, face.shape, picture, at, scale, ratio)
    else:
        painter.drawPixmap(at, picture)


def paint_far_details(painter: QPainter, look: Look, seen: Appearance, scale: float) -> None:
    """What some nodes have even from afar: how they stand, and their result."""
    shape, state = seen.face.shape, seen.state
    if state.error or state.progress is not None:
        tall = min(look.metrics.footer, 5.0 / scale)
        badge = QRectF(0, shape.height - tall, shape.width, tall)
        painter.fillRect(badge, state_colour(look.theme, state))
    if shape.picture > look.metrics.row and scale >= LEAST_SCALE:
        paint_thumbnail(painter, look.theme, look.metrics, shape, seen.thumbnail)


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
        floor = shape.height - (shape.foot + shape.picture if is_pictured else 0.0)
        middle = min(metrics.header * scale + tall * 0.7, (metrics.header + floor) / 2 * scale)
        x, y = round(left + across * scale), round(top + down * scale)
        cut = look.cut(face.title, round(room))
        painter.drawStaticText(QPointF(x + 3, y + round(middle - tall / 2)), look.line(cut))
    painter.setWorldTransform(before)


def _paint_rectangles(painter: QPainter, look: Look, seen: Appearance) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    far = look.far(seen.face, seen.mark)
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


def _whole_picture(look: Look, seen: Appearance, scale: float, ratio: float) -> QPixmap | None:
    """A node with all that stands on it, at a device scale; one of another scale or none where
    there is no time to make it.
    """
    key = (seen, round(scale, 4), ratio)
    found = look.pictures.find(key)
    if found is None and (look.is_hasty or look.spare <= 0):
        found = look.pictures.find(look.last_picture(seen))
        look.is_blurred = True
    if found is None and look.spare <= 0:
        return None
    if found is None:
        began = perf_counter()
        found = _body_picture(look, seen.face, scale, ratio).copy()
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        edge = round(SHADOW * scale)
        painter.setWorldTransform(QTransform(scale, 0, 0, scale, edge, edge))
        paint_details(painter, look, seen)
        painter.end()
        look.pictures.keep(key, found)
        look.note_picture(seen, key)
        look.spare -= perf_counter() - began
    return found


def _body_picture(look: Look, face: NodeFace, scale: float, ratio: float) -> QPixmap:
    """A node without title and foot, at a device scale."""
    key = (face.shape, face.linked, face.is_bypassed, round(scale, 4), ratio)
    found = look.pictures.find(key)
    if found is not None:
        return found
    width, height = _picture_size(face.shape, scale)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(round(SHADOW * scale), round(SHADOW * scale))
    painter.scale(scale, scale)
    paint_body(painter, look, face)
    painter.end()
    return look.pictures.keep(key, picture)
