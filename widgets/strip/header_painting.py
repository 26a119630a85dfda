"""What lies above the panels: shots, time with its ticks, sound, marks, and the playhead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from pipelines.media.peaks import Peaks
from pipelines.media.timecode import ZERO, shifted
from pipelines.values import Marks
from widgets.strip.bands import Bands
from widgets.strip.layout import StripLayout
from widgets.theme import VISIBLE_SHAPE, Theme, readable
from widgets.time_ruler.latent_ticks import paint_latents
from widgets.time_ruler.ticks import frames_with, ticks_for
from widgets.time_ruler.waveform import Levels, column_places, paint_wave

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ShotSpan(NamedTuple):
    """A shot along the strip, in view units."""

    id: str
    name: str
    left: float
    right: float


class Sound(NamedTuple):
    """The sound that is drawn along the strip; it begins `start_s` after the first frame."""

    peaks: Peaks
    start_s: float = 0.0


def paint_shots(
    painter: QPainter, theme: Theme, bands: Bands, shots: Iterable[ShotSpan], chosen: str
) -> None:
    """A bracket over the panels of each shot, with its name."""
    metrics = QFontMetricsF(painter.font())
    for shot in shots:
        top, bottom = bands.shots + 1, bands.time - 1
        room = QRectF(shot.left + 1.5, top, shot.right - shot.left - 3, bottom - top)
        ink = theme.selection if shot.id == chosen else theme.dim_text
        painter.setPen(QPen(ink, 1.5))
        middle = room.center().y()
        painter.drawLine(QLineF(room.left(), middle, room.left(), bottom))
        painter.drawLine(QLineF(room.right(), middle, room.right(), bottom))
        painter.drawLine(QLineF(room.left(), middle, room.right(), middle))
        seen = room.intersected(QRectF(painter.viewport())).adjusted(bands.line * 0.6, 0, 0, 0)
        name = metrics.elidedText(
            shot.name, Qt.TextElideMode.ElideRight, seen.width() - bands.line * 1.2
        )
        if seen.width() > bands.line * 2:
            seen.setWidth(metrics.horizontalAdvance(name) + bands.line * 0.6)
            painter.fillRect(seen, theme.canvas)
            painter.setPen(readable(ink, 4.5, theme.canvas))
            painter.drawText(seen, _CENTRE, name)


def paint_time(
    painter: QPainter,
    theme: Theme,
    bands: Bands,
    layout: StripLayout,
    fps: Fraction,
    offset: float,
    width: float,
    latents: Sequence[int] = (),
) -> None:
    """Ticks and time. Where panels are wider than they are long, so is time. `latents` are frames
    at which a shot has whole latents: small triangles."""
    room = QRectF(0, bands.time, width, bands.sound - bands.time)
    painter.fillRect(room, theme.surface)
    first, last = layout.frame_at(offset), layout.frame_at(offset + width)
    metrics = QFontMetricsF(painter.font())
    widest = metrics.horizontalAdvance(spoken_time(layout.length, fps, layout.length)) + 16
    ticks = ticks_for(layout.scale.per_frame, fps, widest)
    bottom = room.bottom()
    painter.setPen(QPen(readable(theme.border, VISIBLE_SHAPE, theme.surface), 1))
    lines: list[QLineF] = []
    frames = list(frames_with(ticks.tick, first, last))
    before = -1e9
    for frame, x in zip(frames, _xs_of(layout, frames, offset), strict=True):
        if x - before > 2:
            height = 7 if frame % ticks.label == 0 else 3
            lines.append(QLineF(x, bottom - height, x, bottom))
            before = x
    painter.drawLines(lines)
    painter.setPen(theme.dim_text)
    free = -1e9
    for frame in frames_with(ticks.label, max(first - widest, 0), last):
        x = layout.x_of(frame) - offset + 4
        if x > free:
            words = spoken_time(frame, fps, layout.length)
            place = QRectF(x, room.top(), widest, room.height() - 3)
            painter.drawText(place, _LEFT, words)
            free = x + metrics.horizontalAdvance(words) + 8
    shown = [frame for frame in latents if first - 1 <= frame <= last + 1]
    paint_latents(painter, theme, [layout.x_of(frame) - offset for frame in shown], bottom)


def _xs_of(layout: StripLayout, frames: Sequence[int], offset: float) -> list[float]:
    """Where frames begin, in the middle of a pixel."""
    beyond = np.clip(np.asarray(frames, float) - layout.length, 0, None) * layout.scale.per_frame
    inside = np.interp(frames, layout.starts, layout.lefts)
    return (np.round(inside + beyond - offset) + 0.5).tolist()


def paint_sound(
    painter: QPainter,
    theme: Theme,
    bands: Bands,
    layout: StripLayout,
    fps: Fraction,
    offset: float,
    width: float,
    sound: Sound,
) -> None:
    """The loudness along the strip, in columns."""
    room = QRectF(0, bands.sound, width, bands.pictures - bands.sound - 4)
    paint_wave(painter, theme, room, _sound_columns(layout, fps, offset, width, sound))


@lru_cache(maxsize=4)
def _sound_columns(
    layout: StripLayout, fps: Fraction, offset: float, width: float, sound: Sound
) -> Levels:
    """The columns of a sound; kept, since most drags leave them."""
    xs = offset + column_places(width)
    lefts, starts = np.asarray(layout.lefts), np.asarray(layout.starts)
    beyond = (xs - layout.width).clip(0) / layout.scale.per_frame
    seconds = (np.interp(xs, lefts, starts) + beyond) / float(fps) - sound.start_s
    return sound.peaks.between(seconds)


def paint_marks(
    painter: QPainter, theme: Theme, bands: Bands, left: float, right: float, width: float
) -> None:
    """What lies outside the in and out marks is shaded; the marks are flags to pull."""
    shade = QColor(theme.canvas)
    shade.setAlpha(190)
    room = QRectF(0, bands.time, width, bands.sound - bands.time)
    painter.fillRect(QRectF(0, room.top(), max(left, 0), room.height()), shade)
    painter.fillRect(QRectF(right, room.top(), max(width - right, 0), room.height()), shade)
    painter.fillRect(QRectF(left, room.top(), right - left, 3), theme.selection)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection)
    for x, side in ((left, 1), (right, -1)):
        top = room.top()
        corners = [QPointF(x, top), QPointF(x + side * 9, top), QPointF(x, top + 10)]
        painter.drawPolygon(QPolygonF(corners))


def paint_playhead(
    painter: QPainter, theme: Theme, bands: Bands, left: float, right: float
) -> None:
    """The frame that is looked at, across all bands."""
    glow = QColor(theme.selection)
    glow.setAlpha(60)
    painter.fillRect(QRectF(left, bands.time, right - left, bands.sound - bands.time), glow)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.selection, 2))
    painter.drawLine(QLineF(left, bands.time, left, bands.bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.selection)
    head = [QPointF(left - 6, bands.time), QPointF(left + 6, bands.time)]
    painter.drawPolygon(QPolygonF([*head, QPointF(left, bands.time + 8)]))


def paint_insertion(painter: QPainter, theme: Theme, bands: Bands, x: float) -> None:
    """Where panels that are dragged would go."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(
        QRectF(x - 1.5, bands.pictures - 3, 3, bands.bottom - bands.pictures + 6), theme.selection
    )
    for y in (bands.pictures - 4, bands.bottom + 1):
        painter.fillRect(QRectF(x - 5, y, 10, 3), theme.selection)


@lru_cache(maxsize=2048)
def spoken_time(frame: int, fps: Fraction, length: int) -> str:
    """The timecode of a frame, without hours where the whole is shorter than one."""
    code = shifted(ZERO, frame, fps)
    return code if length >= fps * 3600 else code[3:]


def marks_inside(marks: Marks | None, length: int) -> Marks | None:
    """Marks as far as they lie on the board."""
    if marks is None or marks.first >= length:
        return None
    return Marks(marks.first, min(marks.stop, length))
