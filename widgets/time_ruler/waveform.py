"""A sound as its loudness along time: columns from the lowest to the highest sample of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from nodes.frame_serving.messages import Raster
from widgets.pictures import to_qimage
from widgets.theme import VISIBLE_SHAPE, Theme, mixed, readable

COLUMN = 2
"""View units that a column is wide."""
Levels = tuple[NDArray[np.float32], ...]
"""The lowest and the highest of each column, -1..1."""


def column_places(width: float) -> NDArray[np.float64]:
    """Where the columns of a width begin, and where the last one ends, from its left border."""
    return np.arange(int(width / COLUMN) + 2, dtype=np.float64) * COLUMN


def paint_wave(painter: QPainter, theme: Theme, room: QRectF, levels: Levels) -> None:
    """Columns from the left border of a room on, around its middle."""
    painter.fillRect(room, mixed(theme.canvas, theme.surface, 0.5))
    ink = readable(theme.category("sound"), VISIBLE_SHAPE, theme.canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(room.left(), room.center().y() - 0.5, room.width(), 1), ink)
    ratio = painter.device().devicePixelRatioF()
    high, wide = round((room.height() - 2) * ratio), round(room.width() * ratio)
    if high < 1 or wide < 1:
        return
    step = max(round(COLUMN * ratio), 1)
    low, top = (np.repeat(one, step)[:wide] for one in levels)
    rows = (1 - (np.arange(high)[:, None] + 0.5) / high * 2).astype(np.float32)
    opaque = np.frombuffer(bytes((ink.red(), ink.green(), ink.blue(), 255)), np.uint32)[0]
    wave = ((rows <= top) & (rows >= low)) * opaque
    picture = to_qimage(Raster(low.size, high, 4, wave.astype(np.uint32).tobytes()))
    picture.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(room.left(), room.top() + 1), picture)
