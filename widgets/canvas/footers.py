"""The foot of a node: how it stands, as a sign, in colour and in words, and how far it is."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from nodes.evaluator import CacheState
from widgets.canvas.faces import Metrics, NodeFace
from widgets.canvas.node_states import NodeState
from widgets.icons import icon
from widgets.theme import Theme, mixed
from widgets.words import tr

BAR = 2.5
_SIDE = 7.0
_SIGNS = {
    CacheState.FRESH: "mdi6.check-circle",
    CacheState.ON_DISK: "mdi6.harddisk",
    CacheState.STALE: "mdi6.clock-alert-outline",
    CacheState.PINNED: "mdi6.pin",
    CacheState.NOT_RUN: "mdi6.circle-outline",
}


def state_colour(theme: Theme, state: NodeState) -> QColor:
    """The colour of a node's sign."""
    if state.error:
        return theme.refusal
    if state.lack is not None and state.lack.has_failed:
        return theme.refusal
    if state.lack is not None and not state.lack.is_replaced:
        return theme.selection
    return theme.selection if state.progress is not None else theme.states[state.cache]


def sign_name(face: NodeFace, state: NodeState) -> str:
    """The icon that says how a node stands, for eyes that do not tell colours apart."""
    if face.is_unknown:
        return "mdi6.help-rhombus-outline"
    if face.is_bypassed:
        return "mdi6.debug-step-over"
    if state.error:
        return "mdi6.alert-circle"
    if state.lack is not None and not state.lack.is_replaced:
        return "mdi6.download-circle-outline"
    return "mdi6.play-circle" if state.progress is not None else _SIGNS[state.cache]


def footer_words(face: NodeFace, state: NodeState) -> str:
    """What is written at the foot of a node."""
    if face.is_bypassed:
        return tr("Bypassed")
    return tr("Not installed") if face.is_unknown else state.words


def foot_lines(words: str, metrics: QFontMetricsF, room: float, count: int) -> list[str]:
    """Words on so many lines, the last one cut where it does not fit."""
    lines: list[str] = []
    left = words.split()
    while left and len(lines) < count - 1:
        fits = 1
        while fits < len(left) and metrics.horizontalAdvance(" ".join(left[: fits + 1])) <= room:
            fits += 1
        lines.append(metrics.elidedText(" ".join(left[:fits]), Qt.TextElideMode.ElideRight, room))
        left = left[fits:]
    if left:
        lines.append(metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, room))
    return lines


def offer_rect(face: NodeFace, metrics: Metrics) -> QRectF:
    """The button at the foot of a node whose model is not here, from its top left corner."""
    shape, tall = face.shape, metrics.footer - 5.0
    return QRectF(metrics.pad * 0.5, shape.height - 4.0 - tall, shape.width - metrics.pad, tall)


def paint_offer(
    painter: QPainter, theme: Theme, metrics: Metrics, face: NodeFace, state: NodeState
) -> None:
    """The ground and the edge of that button."""
    if state.lack is None or not state.lack.is_offer or face.is_bypassed or face.is_unknown:
        return
    colour = theme.selection if state.lack.is_replaced else state_colour(theme, state)
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(mixed(theme.surface, colour, 0.14))
    painter.drawRoundedRect(offer_rect(face, metrics), 4.0, 4.0)


def paint_sign_of(
    painter: QPainter, theme: Theme, metrics: Metrics, face: NodeFace, state: NodeState
) -> float:
    """Paint the sign at the foot of a node; answers where words may begin."""
    side = metrics.small.height() * 0.92
    middle = face.shape.height - face.shape.foot + metrics.footer / 2
    rect = QRectF(metrics.pad, middle - side / 2, side, side)
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatio()
    colour = state_colour(theme, state)
    if face.is_bypassed or face.is_unknown:
        colour = theme.dim_text
    picture = _sign(sign_name(face, state), colour.name(), max(4, round(side * scale)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(rect, picture, QRectF(picture.rect()))
    return rect.right() + metrics.pad * 0.5


def paint_progress(painter: QPainter, theme: Theme, face: NodeFace, state: NodeState) -> None:
    """How far a running node is, along its lower edge."""
    if state.progress is None or state.error or state.progress >= 1.0:
        return
    shape = face.shape
    track = QRectF(_SIDE, shape.height - BAR - 1, shape.width - 2 * _SIDE, BAR)
    painter.fillRect(track, theme.grid)
    done = max(0.0, min(1.0, state.progress)) * track.width()
    end = track.bottomLeft() + QPointF(done, 0)
    painter.fillRect(QRectF(track.topLeft(), end), state_colour(theme, state))


@lru_cache(maxsize=512)
def _sign(name: str, colour: str, side: int) -> QPixmap:
    return icon(name, colour).pixmap(QSize(side, side), 1.0)
