"""How sure followed masks are, along a ruler: a strip that grows and reddens with doubt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from nodes.cache_state import CacheState
from nodes.frame_serving.messages import Raster
from widgets.pictures import to_qimage
from widgets.theme import Theme, mixed
from widgets.time_ruler.content import RulerScale
from widgets.words import tr

_STOPS = (0.3, 0.6, 0.9)
"""How sure a frame is that is fully red, amber, green."""
_TINT = 0.28
_STEPS = 64

Sureness = tuple[float | None, ...]
"""How sure each frame is, 0..1; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How sure the followed masks of one object are. On `keys` a hand said what is right; those in
    `corrected` replaced what was followed there. With `is_stale` it was found out before the last
    changes."""

    sure: Sureness
    keys: frozenset[int] = frozenset()
    corrected: frozenset[int] = frozenset()
    is_stale: bool = False

    @property
    def worst(self) -> int | None:
        """The frame that is least sure, of those without a key."""
        known = [
            (value, frame)
            for frame, value in enumerate(self.sure)
            if value is not None and frame not in self.keys
        ]
        return min(known)[1] if known else None

    def words_at(self, frame: int) -> str:
        """What is said of a frame."""
        if frame in self.corrected:
            return tr("Frame {frame}: corrected by hand", frame=frame)
        if frame in self.keys:
            return tr("Frame {frame}: key", frame=frame)
        value = self.sure[frame] if frame < len(self.sure) else None
        if value is None:
            return ""
        share = round(100 * value)
        if self.is_stale:
            return tr(
                "Frame {frame}: followed before the last changes, {share} % sure",
                frame=frame,
                share=share,
            )
        if frame == self.worst:
            return tr(
                "Frame {frame}: followed, {share} % sure, the least of all",
                frame=frame,
                share=share,
            )
        return tr("Frame {frame}: followed, {share} % sure", frame=frame, share=share)


def paint_drift(
    painter: QPainter, theme: Theme, drift: Drift, scale: RulerScale, room: QRectF
) -> None:
    """Followed frames with a bar of their doubt, keys as full blocks, corrected ones hollow."""
    ratio = painter.device().devicePixelRatioF()
    size = QSize(round(room.width() * ratio), round(room.height() * ratio))
    if size.isEmpty():
        return
    painter.fillRect(room, mixed(theme.canvas, theme.surface, 0.5))
    stops = (theme.refusal, theme.warning, theme.states[CacheState.FRESH], theme.surface)
    roles = tuple(colour.rgb() for colour in stops)
    picture = _strip(roles, drift.sure, scale, (size.width(), size.height()), ratio)
    painter.drawImage(room.topLeft(), picture)
    if drift.is_stale:
        veil = QColor(theme.surface)
        veil.setAlpha(170)
        painter.fillRect(room, QBrush(veil, Qt.BrushStyle.BDiagPattern))
    _paint_keys(painter, theme, drift, scale, room)
    worst = drift.worst
    if worst is not None:
        _paint_worst(painter, theme, scale.x_of(worst + 0.5), room)


def _paint_keys(
    painter: QPainter, theme: Theme, drift: Drift, scale: RulerScale, room: QRectF
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for frame in sorted(drift.keys):
        left = scale.x_of(frame)
        width = max(scale.per_frame, 4.0)
        if left + width < room.left() or left > room.right():
            continue
        block = QRectF(round(left), room.top(), max(round(width), 4), room.height())
        painter.fillRect(block, theme.dim_text)
        if frame in drift.corrected:
            painter.fillRect(block.adjusted(1, 2, -1, -2), theme.surface)


def _paint_worst(painter: QPainter, theme: Theme, x: float, room: QRectF) -> None:
    """A small triangle that points at the least sure frame from above."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.surface, 1))
    painter.setBrush(theme.text)
    top = room.top() - 0.5
    painter.drawPolygon([QPointF(x - 4.5, top), QPointF(x + 4.5, top), QPointF(x, top + 5.5)])


@lru_cache(maxsize=8)
def _strip(
    roles: tuple[int, ...], sure: Sureness, scale: RulerScale, size: tuple[int, int], ratio: float
) -> QImage:
    """The followed frames as pixels; kept, since a playhead that moves leaves them. `roles` are the
    colours of no, little and full confidence, and of the ground."""
    width, height = size
    doubt = _doubts(sure, scale, width, ratio)
    is_known = np.isfinite(doubt)
    level = np.where(is_known, doubt, 0.0)
    strong, tint = _inks(roles)
    at = np.rint((1 - level) * (_STEPS - 1)).astype(np.intp)
    bar = np.maximum(np.rint(level * height), 1)
    rows = height - np.arange(height)[:, None]
    pixels = np.where(rows <= bar, strong[at], tint[at])
    pixels = np.where(is_known, pixels, np.uint32(0)).astype(np.uint32)
    picture = to_qimage(Raster(width, height, 4, pixels.tobytes()))
    picture.setDevicePixelRatio(ratio)
    return picture


def _doubts(sure: Sureness, scale: RulerScale, width: int, ratio: float) -> NDArray[np.float64]:
    """The doubt (0..1) of each column of pixels: the greatest of the frames in it; NaN outside."""
    values = np.array([np.nan if one is None else 1 - one for one in sure], np.float64)
    columns = np.full(width, np.nan)
    if not values.size:
        return columns
    places = (np.arange(width + 1) / ratio - scale.x_of(0)) / scale.per_frame
    first = np.floor(places[:-1]).astype(np.intp)
    last = np.maximum(np.ceil(places[1:]).astype(np.intp), first + 1)
    is_seen = (first >= 0) & (first < values.size)
    steps = int((last - first).max())
    for step in range(steps):
        at = np.minimum(first + step, values.size - 1)
        here = np.where(is_seen & (first + step < last), values[np.clip(at, 0, None)], np.nan)
        columns = np.fmax(columns, here)
    return columns


def _inks(roles: tuple[int, ...]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Colours from no confidence to all of it: of bars, and of the ground behind them."""
    *stops, surface = (QColor(role) for role in roles)
    strong: list[QColor] = []
    for step in range(_STEPS):
        share = step / (_STEPS - 1)
        upper = 1 if share < _STOPS[1] else 2
        low, high = _STOPS[upper - 1], _STOPS[upper]
        way = min(max((share - low) / (high - low), 0.0), 1.0)
        strong.append(mixed(stops[upper - 1], stops[upper], way))
    grounds = [mixed(surface, colour, _TINT) for colour in strong]
    return _packed(strong), _packed(grounds)


def _packed(colours: list[QColor]) -> NDArray[np.uint32]:
    rows = [(colour.red(), colour.green(), colour.blue(), 255) for colour in colours]
    return np.frombuffer(np.array(rows, np.uint8).tobytes(), np.uint32)
