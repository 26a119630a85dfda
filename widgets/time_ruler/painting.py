"""The ruler as one picture, from plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from pipelines.media.peaks import Peaks
from pipelines.media.timecode import shifted
from pipelines.values import Marks
from widgets.theme import Theme, mixed
from widgets.time_ruler.content import RulerContent, RulerScale
from widgets.time_ruler.drift import Drift, paint_drift
from widgets.time_ruler.keys import RulerKeys, paint_keys
from widgets.time_ruler.latent_ticks import paint_latents
from widgets.time_ruler.ticks import Ticks, frames_with, ticks_for
from widgets.time_ruler.waveform import Levels, column_places, paint_wave

_SHOTS = ("#4f8fd6", "#d99a3a", "#5f9e6e", "#c678b4", "#5aa7a7", "#d9734e")


@dataclass(frozen=True, slots=True)
class RulerBands:
    """Tops of what lies above what; `bottom` is where all ends."""

    time: float
    keys: float
    drift: float
    sound: float
    bottom: float


def ruler_bands(
    metrics: QFontMetricsF,
    content: RulerContent,
    *,
    has_keys: bool = False,
    has_drift: bool = False,
) -> RulerBands:
    """The bands of a ruler. They follow the font."""
    line = metrics.height()
    time = line + 4 if content.shots else 0.0
    keys = time + line + 10
    drift = keys + (line if has_keys else 0.0)
    sound = drift + (line + 2 if has_drift else 0.0)
    bottom = sound + (line * 1.6 if content.peaks is not None else 0.0)
    return RulerBands(time, keys, drift, sound, bottom)


@dataclass(frozen=True, slots=True)
class RulerScene:
    """All that a ruler shows."""

    content: RulerContent
    scale: RulerScale
    bands: RulerBands
    size: QSizeF
    frame: int
    marks: Marks | None
    shows_timecode: bool
    keys: RulerKeys | None = None
    dragged_key: tuple[int, int] | None = None
    """A key on its way: from which frame to which."""
    drift: Drift | None = None


def paint_ruler(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    """Shots, marks, ticks, sound and the playhead."""
    painter.fillRect(QRectF(QPointF(0, 0), scene.size), theme.surface)
    if not scene.content.length:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_shots(painter, theme, scene)
    _paint_sound(painter, theme, scene)
    if scene.drift is not None:
        top, bottom = scene.bands.drift + 2, scene.bands.sound - 2
        room = QRectF(0, top, scene.size.width(), bottom - top)
        paint_drift(painter, theme, scene.drift, scene.scale, room)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_marks(painter, theme, scene)
    _paint_ticks(painter, theme, scene)
    _paint_playhead(painter, theme, scene)
    if scene.keys is not None:
        middle = (scene.bands.keys + scene.bands.drift) / 2
        paint_keys(painter, theme, scene.keys, scene.scale, middle, scene.dragged_key)


def _paint_shots(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    for place, shot in enumerate(scene.content.shots):
        colour = mixed(theme.surface, QColor(_SHOTS[place % len(_SHOTS)]), 0.45)
        left, right = scene.scale.x_of(shot.start), scene.scale.x_of(shot.stop)
        band = QRectF(left + 0.5, 1, right - left - 1, scene.bands.time - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(band, 3, 3)
        room = band.intersected(QRectF(QPointF(0, 0), scene.size)).adjusted(6, 0, -4, 0)
        if room.width() > 24:
            painter.setPen(theme.text)
            name = painter.fontMetrics().elidedText(
                shot.name, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


def _paint_sound(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    peaks = scene.content.peaks
    if peaks is None:
        return
    top = scene.bands.sound
    room = QRectF(0, top, scene.size.width(), scene.bands.bottom - top)
    paint_wave(painter, theme, room, _levels(peaks, scene.content, scene.scale))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@lru_cache(maxsize=4)
def _levels(peaks: Peaks, content: RulerContent, scale: RulerScale) -> Levels:
    """The columns of the sound; kept, since a playhead that moves leaves them."""
    places = column_places(scale.width)
    frames = scale.first + (places - scale.x_of(scale.first)) / scale.per_frame
    is_seen = (frames[:-1] >= 0) & (frames[:-1] < content.length)
    low, high = peaks.between(frames / float(content.fps))
    return low * is_seen, high * is_seen


def _paint_marks(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    marks, top, bottom = scene.marks, scene.bands.time, scene.bands.bottom
    if marks is None:
        return
    left, right = scene.scale.x_of(marks.first), scene.scale.x_of(marks.stop)
    shade = QColor(theme.canvas)
    shade.setAlpha(190)
    painter.fillRect(QRectF(0, top, left, bottom - top), shade)
    painter.fillRect(QRectF(right, top, scene.size.width() - right, bottom - top), shade)
    painter.fillRect(QRectF(left, top, right - left, 3), theme.selection)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection)
    for x, side in ((left, 1), (right, -1)):
        corner = [QPointF(x, top), QPointF(x + side * 8, top), QPointF(x, top + 9)]
        painter.drawPolygon(QPolygonF(corner))


def _paint_ticks(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    content, scale = scene.content, scene.scale
    ticks = _ticks(painter, scene)
    first, last = scale.first - 1, min(scale.first + scale.span + 1, content.length)
    top, bottom = scene.bands.time, scene.bands.keys
    painter.setPen(QPen(theme.border, 1))
    for frame in frames_with(ticks.tick, first, last):
        x = round(scale.x_of(frame)) + 0.5
        height = 9 if frame % ticks.label == 0 else 4
        painter.drawLine(QLineF(x, bottom - height, x, bottom))
    painter.setPen(theme.dim_text)
    for frame in frames_with(ticks.label, first, min(last, content.length - 1)):
        label = _label(scene, frame)
        place = QRectF(scale.x_of(frame) + 4, top + 2, 200, bottom - top - 6)
        if place.left() + painter.fontMetrics().horizontalAdvance(label) + 4 < scene.size.width():
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)
    latents = [scale.x_of(frame) for frame in content.ticked if first <= frame <= last]
    paint_latents(painter, theme, latents, bottom)


def _ticks(painter: QPainter, scene: RulerScene) -> Ticks:
    widest = painter.fontMetrics().horizontalAdvance(_label(scene, scene.content.length)) + 16
    return ticks_for(scene.scale.per_frame, scene.content.fps, widest)


def _label(scene: RulerScene, frame: int) -> str:
    if not scene.shows_timecode:
        return str(frame)
    return shifted(scene.content.start_timecode, frame, scene.content.fps)


def _paint_playhead(painter: QPainter, theme: Theme, scene: RulerScene) -> None:
    top, bottom = scene.bands.time, scene.bands.bottom
    left = scene.scale.x_of(scene.frame)
    glow = QColor(theme.selection)
    glow.setAlpha(60)
    painter.fillRect(QRectF(left, top, max(scene.scale.per_frame, 1.0), bottom - top), glow)
    painter.setPen(QPen(theme.selection, 2))
    painter.drawLine(QLineF(left, top, left, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection)
    head = [QPointF(left - 5, top), QPointF(left + 5, top), QPointF(left, top + 7)]
    painter.drawPolygon(QPolygonF(head))
