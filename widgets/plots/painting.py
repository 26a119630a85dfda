"""Lines over frames as pictures: the grid, the lines, and what moves above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from widgets.plots.content import Numbers, Plot, PlotLine
from widgets.theme import VISIBLE_SHAPE, Theme, mixed, readable
from widgets.time_ruler.content import RulerScale
from widgets.words import said, tr

_COLOURS = ("#3f86d8", "#d9822b", "#4f9d5b", "#b05fc4", "#c9a227", "#3aa6a6")
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_DOTS_FROM = 7.0
"""View units a frame takes from which on each value is a dot."""
_THINNED_BELOW = 0.7
"""View units a frame takes below which lines become bands."""
_DASHED_BANDS = ((1, 1), (14, 9), (6, 3), (20, 12))
"""Columns of a band from dash to dash, and how many of them are drawn: as in `_DASHES`."""


@dataclass(frozen=True, slots=True)
class PlotArea:
    """Where a plot lies: frames along `scale`, values between `top` and `bottom`."""

    scale: RulerScale
    size: QSizeF
    top: float
    bottom: float

    def x_of(self, frame: float) -> float:
        """The middle of a frame."""
        return self.scale.x_of(frame + 0.5)

    def y_of(self, plot: Plot, value: float) -> float:
        """The height of a value."""
        share = (value - plot.low) / max(plot.high - plot.low, 1e-12)
        return self.bottom - share * (self.bottom - self.top)


def line_pen(theme: Theme, number: int, *, chosen: bool) -> QPen:
    """How a line is drawn: no two alike in colour and dashes, the chosen one stronger."""
    colour = readable(QColor(_COLOURS[number % len(_COLOURS)]), VISIBLE_SHAPE, theme.surface)
    pen = QPen(colour, 2.0 if chosen else 1.3, _DASHES[number % len(_DASHES)])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_ground(painter: QPainter, theme: Theme, plot: Plot, area: PlotArea) -> None:
    """The ground and three heights."""
    painter.fillRect(QRectF(QPointF(0, 0), area.size), theme.surface)
    painter.setPen(QPen(mixed(theme.surface, theme.border, 0.5), 1))
    for value in _heights(plot):
        y = round(area.y_of(plot, value)) + 0.5
        painter.drawLine(QLineF(0, y, area.size.width(), y))


def paint_heights(painter: QPainter, theme: Theme, plot: Plot, area: PlotArea) -> None:
    """What the three heights are, legible above lines."""
    metrics = painter.fontMetrics()
    veil = QColor(theme.surface)
    veil.setAlpha(225)
    for value in _heights(plot):
        words = number_words(value, plot)
        room = QRectF(2, 0, metrics.horizontalAdvance(words) + 6, metrics.height())
        middle = round(area.y_of(plot, value)) + 0.5
        room.moveTop(min(max(middle - room.height() / 2, 0), area.size.height() - room.height()))
        painter.fillRect(room, veil)
        painter.setPen(theme.dim_text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def paint_lines(painter: QPainter, theme: Theme, plot: Plot, area: PlotArea, chosen: int) -> None:
    """The lines, the chosen one above the others."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    order = [number for number in range(len(plot.lines)) if number != chosen]
    for number in (*order, chosen):
        if number >= len(plot.lines):
            continue
        pen = line_pen(theme, number, chosen=number == chosen)
        if area.scale.per_frame < _THINNED_BELOW:
            _paint_band(painter, pen, plot, number, area)
        else:
            _paint_line(painter, pen, plot, plot.lines[number], area)


def paint_worst(painter: QPainter, theme: Theme, plot: Plot, area: PlotArea, chosen: int) -> None:
    """A ring around the worst value of the chosen line."""
    frame = plot.worst_frame(chosen) if chosen < len(plot.lines) else None
    if frame is None:
        return
    place = QPointF(area.x_of(frame), area.y_of(plot, float(plot.lines[chosen].values[frame])))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.surface, 4))
    painter.drawEllipse(place, 5.5, 5.5)
    painter.setPen(QPen(theme.warning, 2))
    painter.drawEllipse(place, 5.5, 5.5)


def paint_playhead(painter: QPainter, theme: Theme, area: PlotArea, frame: int) -> None:
    """Where one is, as the ruler shows it."""
    left = area.scale.x_of(frame)
    glow = QColor(theme.selection)
    glow.setAlpha(60)
    height = area.size.height()
    painter.fillRect(QRectF(left, 0, max(area.scale.per_frame, 1.0), height), glow)
    painter.setPen(QPen(theme.selection, 2))
    painter.drawLine(QLineF(left, 0, left, height))


def paint_readout(painter: QPainter, theme: Theme, plot: Plot, area: PlotArea, frame: int) -> None:
    """A line at a frame, and a box with the value of each line there."""
    x = area.x_of(frame)
    painter.setPen(QPen(theme.dim_text, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(x, 0, x, area.size.height()))
    rows = [tr("Frame {frame}", frame=frame), *readings(plot, frame)]
    metrics = painter.fontMetrics()
    line, swatch = metrics.height() + 2, metrics.height() * 1.6
    most = int(area.size.width() * 0.6 - swatch - 16)
    rows = [metrics.elidedText(row, Qt.TextElideMode.ElideMiddle, most) for row in rows]
    width = max(metrics.horizontalAdvance(row) for row in rows) + swatch + 16
    box = QRectF(x + 10, 3, width, line * len(rows) + 6)
    if box.right() > area.size.width() - 2:
        box.moveRight(x - 10)
    painter.setPen(QPen(theme.border, 1))
    painter.setBrush(mixed(theme.surface, theme.canvas, 0.5))
    painter.drawRoundedRect(box, 4, 4)
    for at, row in enumerate(rows):
        top = box.top() + 3 + at * line
        if at:
            painter.setPen(line_pen(theme, at - 1, chosen=True))
            middle = top + line / 2
            painter.drawLine(QLineF(box.left() + 6, middle, box.left() + swatch, middle))
        painter.setPen(theme.text)
        left = box.left() + (swatch + 6 if at else 8)
        painter.drawText(QRectF(left, top, width, line), Qt.AlignmentFlag.AlignVCenter, row)


def readings(plot: Plot, frame: int) -> list[str]:
    """What each line says of a frame, in their order."""
    found: list[str] = []
    for line in plot.lines:
        known = frame < len(line.values) and np.isfinite(line.values[frame])
        value = number_words(float(line.values[frame]), plot) if known else "–"
        found.append(f"{value}  {said(line.name)}" if len(plot.lines) > 1 else value)
    return found


def number_words(value: float, plot: Plot) -> str:
    """A value with as many digits as its axis needs, and its unit."""
    span = plot.high - plot.low
    digits = 0 if span >= 50 else 1 if span >= 8 else 2 if span >= 0.5 else 3
    unit = f" {plot.unit}" if plot.unit else ""
    return f"{value:.{digits}f}{unit}"


def _heights(plot: Plot) -> tuple[float, float, float]:
    return plot.low, (plot.low + plot.high) / 2, plot.high


def _paint_line(painter: QPainter, pen: QPen, plot: Plot, line: PlotLine, area: PlotArea) -> None:
    """A line through the values, broken where there is none; dots where there is room for them."""
    frames, values = _seen(line, area)
    xs, ys = _places(plot, area, frames, values)
    for part in _stretches(np.isfinite(values)):
        points = QPolygonF(list(map(QPointF, xs[part].tolist(), ys[part].tolist())))
        painter.setPen(pen)
        if points.size() > 1:
            painter.drawPolyline(points)
        if points.size() == 1 or area.scale.per_frame >= _DOTS_FROM:
            painter.setPen(QPen(pen.color(), 5, c=Qt.PenCapStyle.RoundCap))
            painter.drawPoints(points)


def _paint_band(painter: QPainter, pen: QPen, plot: Plot, number: int, area: PlotArea) -> None:
    """Where several frames share a pixel: what lies between the lowest and the highest of them."""
    frames, values = _seen(plot.lines[number], area)
    step = max(int(1 / area.scale.per_frame), 1)
    count = len(values) // step * step
    blocks = values[:count].reshape(-1, step)
    is_known = np.isfinite(blocks)
    low = np.where(is_known, blocks, np.inf).min(axis=1)
    high = np.where(is_known, blocks, -np.inf).max(axis=1)
    middle = frames[:count].reshape(-1, step).mean(axis=1)
    xs, bottoms = _places(plot, area, middle, low)
    _, tops = _places(plot, area, middle, high)
    half = pen.widthF() / 2
    period, drawn = _DASHED_BANDS[number % len(_DASHED_BANDS)]
    is_drawn = is_known.any(axis=1) & (np.arange(len(xs)) % period < drawn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for part in _stretches(is_drawn):
        left = np.concatenate([xs[part], xs[part][::-1]])
        edge = np.concatenate([tops[part] - half, bottoms[part][::-1] + half])
        painter.drawPolygon(QPolygonF(list(map(QPointF, left.tolist(), edge.tolist()))))


def _seen(line: PlotLine, area: PlotArea) -> tuple[Numbers, Numbers]:
    """The frames that are seen, and their values."""
    scale = area.scale
    first = max(int(scale.first) - 1, 0)
    last = min(int(scale.first + scale.span) + 2, len(line.values))
    return np.arange(first, last, dtype=np.float64), line.values[first:last]


def _places(
    plot: Plot, area: PlotArea, frames: Numbers, values: Numbers
) -> tuple[Numbers, Numbers]:
    span = max(plot.high - plot.low, 1e-12)
    ys = area.bottom - (values - plot.low) / span * (area.bottom - area.top)
    return area.x_of(0) + frames * area.scale.per_frame, ys


def _stretches(is_there: NDArray[np.bool_]) -> Iterator[slice]:
    """From where to where something is there."""
    edges = np.flatnonzero(np.diff(is_there.astype(np.int8), prepend=0, append=0))
    for start, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield slice(start, stop)
