"""How a panel and the joint behind it are painted. Nothing here knows where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from math import pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from pipelines.panels import Panel
from pipelines.values import JointMode
from widgets.strip.bands import Bands
from widgets.strip.labels import label_colour
from widgets.theme import VISIBLE_SHAPE, Theme, mixed, readable


@dataclass(frozen=True, slots=True)
class TileLook:
    """All that a tile shows besides its panel."""

    number: int
    length: str
    """The duration in words, long."""
    frames: str
    """The duration in words, short."""
    picture: QPixmap | None
    """As high as the band of pictures."""
    refusal: str
    is_selected: bool
    is_current: bool
    """The cursor of the keyboard is on it."""
    is_shown: bool
    """The playhead is in it."""
    move_from: float
    """Where the move to the next begins (x), the right border where there is none."""
    paper: QColor
    aspect: float


def paint_tile(
    painter: QPainter, theme: Theme, bands: Bands, tile: QRectF, panel: Panel, look: TileLook
) -> None:
    """One panel: its picture, the part that moves, its marks and its words."""
    inner = tile.adjusted(1, 0, -1, 0)
    pictures = QRectF(inner.left(), bands.pictures, inner.width(), bands.picture_height)
    words = QRectF(inner.left(), bands.words, inner.width(), bands.bottom - bands.words)
    ground = theme.surface
    if look.is_selected:
        ground = mixed(theme.surface, theme.selection, 0.24 if theme.is_dark else 0.16)
    painter.fillRect(words, ground)
    _paint_picture(painter, theme, pictures, look, bands.line)
    if look.move_from < inner.right() - 1:
        moving = QRectF(pictures)
        moving.setLeft(max(look.move_from, inner.left()))
        _paint_move(painter, theme, moving, panel.joint)
    colour = label_colour(panel.label)
    if colour is not None:
        bar = QRectF(words.left(), words.top(), words.width(), max(3.0, bands.line * 0.2))
        painter.fillRect(bar, readable(colour, VISIBLE_SHAPE, ground))
    _paint_marks(painter, theme, pictures, panel, bands.line)
    _paint_words(painter, theme, bands, words, ground, panel, look)
    _paint_frame(painter, theme, QRectF(pictures).united(words), look)


def _paint_picture(
    painter: QPainter, theme: Theme, room: QRectF, look: TileLook, line: float
) -> None:
    """The picture at the left, all of it where there is room, and behind it a tone of the paper."""
    rest = mixed(theme.canvas, look.paper, 0.18)
    painter.fillRect(room, rest)
    width = room.height() * look.aspect
    place = QRectF(room.left(), room.top(), width, room.height())
    if width > room.width():
        place.moveLeft(room.left() - (width - room.width()) / 2)
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    if look.picture is not None:
        place.setSize(look.picture.deviceIndependentSize())
    painter.fillRect(place, look.paper if not look.refusal else theme.canvas)
    if look.picture is not None:
        painter.drawPixmap(place.topLeft(), look.picture)
    elif look.refusal:
        _paint_cross(painter, theme, place.intersected(room), line)
    painter.restore()


def _paint_cross(painter: QPainter, theme: Theme, room: QRectF, line: float) -> None:
    """There is no picture: a crossed frame with an exclamation mark."""
    painter.setPen(QPen(theme.refusal, 1.5))
    middle, side = room.center(), line * 0.7
    top = QPointF(middle.x(), middle.y() - side)
    corners = [top, middle + QPointF(side, side * 0.8), middle + QPointF(-side, side * 0.8)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygonF(corners))
    painter.drawLine(
        QPointF(middle.x(), middle.y() - side * 0.3), QPointF(middle.x(), middle.y() + side * 0.25)
    )
    painter.drawPoint(QPointF(middle.x(), middle.y() + side * 0.55))


def _paint_move(painter: QPainter, theme: Theme, room: QRectF, mode: JointMode) -> None:
    """The frames that move to the next panel: tinted, with the line of the change."""
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    shade = QColor(theme.surface)
    shade.setAlpha(130)
    painter.fillRect(room, shade)
    strong = QColor(theme.selection)
    strong.setAlpha(70)
    style = Qt.BrushStyle.BDiagPattern if mode is JointMode.IN_BETWEEN else None
    painter.fillRect(room, QBrush(strong, style) if style is not None else strong)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.selection, 1.6))
    if mode is JointMode.FADE:
        painter.drawLine(QLineF(room.bottomLeft(), room.topRight()))
        painter.drawLine(QLineF(room.topLeft(), room.bottomRight()))
    else:
        path = QPainterPath(room.bottomLeft())
        third = room.width() * 0.45
        path.cubicTo(
            room.bottomLeft() + QPointF(third, 0),
            room.topRight() - QPointF(third, 0),
            room.topRight(),
        )
        painter.drawPath(path)
    painter.drawLine(QLineF(room.topLeft(), room.bottomLeft()))
    painter.restore()


def _paint_marks(painter: QPainter, theme: Theme, room: QRectF, panel: Panel, line: float) -> None:
    """Small signs that there are words: a prompt, notes, dialogue."""
    side = line * 0.85
    signs = (("P", panel.prompt), ("N", panel.notes), ("D", panel.dialogue))
    letters = [letter for letter, words in signs if words.strip()]
    if len(letters) > 1 and room.width() < line * (4 + len(letters)):
        letters = ["…"]
    x = room.right() - side - 3
    font = QFont(painter.font())
    painter.save()
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.72, 6.0))
    small.setBold(True)
    painter.setFont(small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for letter in reversed(letters):
        if x < room.left():
            break
        sign = QRectF(x, room.top() + 3, side, side)
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(sign, 3, 3)
        painter.setPen(theme.text)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, letter)
        x -= side + 3
    painter.restore()


def _paint_words(
    painter: QPainter,
    theme: Theme,
    bands: Bands,
    room: QRectF,
    ground: QColor,
    panel: Panel,
    look: TileLook,
) -> None:
    side = bands.joint_radius + 4
    line = room.adjusted(side, max(3.0, bands.line * 0.2), -side, 0)
    if line.width() <= 4:
        return
    font = QFont(painter.font())
    strong = QFont(font)
    strong.setBold(True)
    number = str(look.number)
    metrics = QFontMetricsF(strong)
    taken = metrics.horizontalAdvance(number)
    painter.setFont(strong)
    painter.setPen(readable(theme.selection if look.is_shown else theme.text, 4.5, ground))
    painter.drawText(line, _LEFT, number if taken <= line.width() else "")
    painter.setFont(font)
    plain = QFontMetricsF(font)
    left = line.width() - taken - bands.line * 0.5
    lengths = (look.length, look.frames)
    length = next((one for one in lengths if plain.horizontalAdvance(one) <= left), "")
    painter.setPen(readable(theme.dim_text, 4.5, ground))
    painter.drawText(line, _RIGHT, length)
    name = panel.label if label_colour(panel.label) is None else ""
    left -= plain.horizontalAdvance(length) + bands.line * 0.8
    if name and left > bands.line * 2:
        place = QRectF(line.left() + taken + bands.line * 0.5, line.top(), left, line.height())
        painter.setPen(readable(theme.text, 4.5, ground))
        elided = plain.elidedText(name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(place, _LEFT, elided)


def _paint_frame(painter: QPainter, theme: Theme, room: QRectF, look: TileLook) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.is_selected:
        painter.setPen(QPen(theme.selection, 2))
    else:
        painter.setPen(QPen(theme.border, 1))
    painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
    if look.is_current:
        pen = QPen(theme.text, 1, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRect(room.adjusted(3.5, 3.5, -3.5, -3.5))


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_joint(
    painter: QPainter,
    theme: Theme,
    middle: QPointF,
    radius: float,
    mode: JointMode,
    *,
    is_doubtful: bool,
    is_hot: bool,
) -> None:
    """The symbol of a joint: a bar, a pause, a cross, or a curve. Where it cannot move it is amber,
    with an exclamation mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.warning if is_doubtful else theme.text
    ground = mixed(theme.surface, ink, 0.2) if is_hot or is_doubtful else theme.surface
    painter.setBrush(ground)
    painter.setPen(QPen(ink if is_hot or is_doubtful else theme.dim_text, 1.2))
    painter.drawEllipse(middle, radius, radius)
    pen = QPen(ink, max(1.4, radius * 0.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = radius * 0.45
    if is_doubtful:
        dot = middle + QPointF(0, side * 1.1)
        painter.drawLine(QLineF(middle - QPointF(0, side * 1.2), middle + QPointF(0, side * 0.2)))
        painter.drawLine(QLineF(dot, dot + QPointF(0, 0.1)))
        return
    match mode:
        case JointMode.CUT:
            painter.drawLine(QLineF(middle - QPointF(0, side), middle + QPointF(0, side)))
        case JointMode.HOLD:
            for x in (-side * 0.55, side * 0.55):
                painter.drawLine(
                    QLineF(middle + QPointF(x, -side * 0.8), middle + QPointF(x, side * 0.8))
                )
        case JointMode.FADE:
            for slope in (-1, 1):
                painter.drawLine(
                    QLineF(
                        middle - QPointF(side, slope * side * 0.8),
                        middle + QPointF(side, slope * side * 0.8),
                    )
                )
        case JointMode.IN_BETWEEN:
            wave = QPolygonF(
                [
                    middle + QPointF(side * 1.2 * (step / 6 - 1), -side * 0.7 * sin(step / 6 * pi))
                    for step in range(13)
                ]
            )
            painter.drawPolyline(wave)
