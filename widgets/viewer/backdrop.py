"""What is painted behind and instead of a picture: the ground, checks, badges, words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from nodes.frame_serving.messages import ArrivedFrame, FrameState
from widgets.theme import Theme, mixed
from widgets.words import noted, said, tr

_CHECK = 8
_HEADINGS = {
    FrameState.SHOWN: "",
    FrameState.STALE: noted("Stale"),
    FrameState.NOT_RUN: noted("Not run"),
    FrameState.EMPTY: noted("Nothing to see"),
    FrameState.FAILED: noted("This frame could not be made"),
    FrameState.OVERTAKEN: "",
    FrameState.LOST: noted("One moment"),
}


def ground(theme: Theme) -> QColor:
    """A neutral gray, so that the surround does not tint what is judged."""
    return QColor("#232323") if theme.is_dark else QColor("#d4d4d4")


def paint_checks(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """What is seen through a transparent picture."""
    light, dark = (QColor("#5a5a5a"), QColor("#464646"))
    if not theme.is_dark:
        light, dark = QColor("#ffffff"), QColor("#dcdcdc")
    checks = QImage(2 * _CHECK, 2 * _CHECK, QImage.Format.Format_RGB32)
    checks.fill(light)
    tile = QPainter(checks)
    tile.fillRect(0, 0, _CHECK, _CHECK, dark)
    tile.fillRect(_CHECK, _CHECK, _CHECK, _CHECK, dark)
    tile.end()
    painter.save()
    painter.setBrushOrigin(place.topLeft())
    painter.fillRect(place, checks)
    painter.restore()


def paint_badge(
    painter: QPainter,
    theme: Theme,
    area: QRectF,
    words: str,
    colour: QColor,
    *,
    at_bottom: bool = False,
    on_right: bool = False,
) -> None:
    """A few words in a corner, on several lines where there is no room for one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0, 0, max(area.width() - 36, 1), area.height())
    wrap = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    badge = QRectF(painter.fontMetrics().boundingRect(room.toRect(), wrap, words))
    badge = QRectF(0, 0, badge.width() + 17, badge.height() + 6)
    top = area.bottom() - badge.height() - 10 if at_bottom else area.top() + 10
    left = area.right() - badge.width() - 10 if on_right else area.left() + 10
    badge.moveTo(left, top)
    shade = QColor(theme.surface)
    shade.setAlpha(225)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(colour)
    painter.drawText(badge.adjusted(8, 3, -8, -3), wrap, words)
    painter.restore()


def paint_words(painter: QPainter, theme: Theme, area: QRectF, arrived: ArrivedFrame) -> None:
    """Why there is no picture, in the middle of the room for it."""
    answer = arrived.answer
    failed = answer.state is FrameState.FAILED
    text = mixed(theme.text, ground(theme), 0.05)
    heading = QFont(painter.font())
    heading.setPointSizeF(heading.pointSizeF() * 1.15)
    heading.setBold(True)
    room = area.adjusted(24, 16, -24, -16)
    room.setWidth(min(room.width(), 520.0))
    room.moveLeft(area.center().x() - room.width() / 2)
    wrap = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
    parts = [(said(_HEADINGS[answer.state]), heading, theme.refusal if failed else text)]
    why = said(answer.words)
    why = tr("{node}: {message}", node=answer.node, message=why) if answer.node else why
    parts += [(words, painter.font(), text) for words in (why, said(answer.mend)) if words]
    places: list[QRectF] = []
    height = 0.0
    for words, font, _ in parts:
        painter.setFont(font)
        bounds = painter.boundingRect(room, wrap, words)
        places.append(bounds)
        height += bounds.height() + 8
    y = room.center().y() - height / 2
    for (words, font, colour), bounds in zip(parts, places, strict=True):
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(room.left(), y, room.width(), bounds.height()), wrap, words)
        y += bounds.height() + 8
