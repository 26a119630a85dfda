"""Panels as they were painted last, so that one that looks the same is laid down and not painted.

Kept by all that a tile shows; two panels that look alike share a picture.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from pipelines.panels import Panel
from widgets.strip.bands import Bands
from widgets.strip.tile_painting import TileLook, paint_tile
from widgets.theme import Theme

_MOST_KEPT = 160
_WIDEST = 2048
"""Pixels: a wider tile is mostly out of sight, and painted as it is."""
_RIM = 1.0
"""View units above and below, for the frame of a chosen panel."""


class TilePictures:
    """The tiles of one strip."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()

    def lay_down(
        self,
        painter: QPainter,
        theme: Theme,
        bands: Bands,
        tile: QRectF,
        panel: Panel,
        look: TileLook,
        ratio: float,
    ) -> None:
        """One panel, on whole pixels."""
        left, right = (round(x * ratio) / ratio for x in (tile.left(), tile.right()))
        place = QRectF(left, tile.top(), right - left, tile.height())
        width = round((right - left) * ratio)
        if not 0 < width <= _WIDEST:
            paint_tile(painter, theme, bands, place, panel, look)
            return
        moving = round(look.move_from - tile.left(), 2)
        key = (theme.is_dark, bands, width, ratio, painter.font().key(), moving)
        key = (*key, _signs(panel), _seen(look))
        kept = self._kept.get(key)
        if kept is None:
            high = round((bands.bottom - bands.pictures + 2 * _RIM) * ratio)
            kept = _painted(painter, theme, bands, place, panel, look, QSize(width, high), ratio)
            self._kept[key] = kept
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(QPointF(left, bands.pictures - _RIM), kept)


def _painted(
    painter: QPainter,
    theme: Theme,
    bands: Bands,
    place: QRectF,
    panel: Panel,
    look: TileLook,
    size: QSize,
    ratio: float,
) -> QPixmap:
    made = QPixmap(size)
    made.setDevicePixelRatio(ratio)
    made.fill(theme.canvas)
    inside = QPainter(made)
    inside.setFont(painter.font())
    inside.translate(-place.left(), _RIM - bands.pictures)
    paint_tile(inside, theme, bands, place, panel, look)
    inside.end()
    return made


def _signs(panel: Panel) -> tuple[object, ...]:
    """What of a panel itself is seen on its tile."""
    words = (panel.prompt, panel.notes, panel.dialogue)
    return (panel.joint, panel.label, *(bool(one.strip()) for one in words))


def _seen(look: TileLook) -> tuple[object, ...]:
    return (
        look.number,
        look.length,
        look.frames,
        look.picture.cacheKey() if look.picture is not None else 0,
        bool(look.refusal),
        look.is_selected,
        look.is_current,
        look.is_shown,
        look.paper.rgba(),
        look.aspect,
    )
