"""Layers as pictures for the screen, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from pipelines.painting.live_stroke import Patch
from pipelines.painting.tiles import TileSource
from pipelines.panels import TILE, Layer, Tile
from widgets.pictures import straight_rgba

_Key = tuple[tuple[int, int], tuple[Tile, ...]]
_SOURCE = QPainter.CompositionMode.CompositionMode_Source


class LayerPictures:
    """The pixels of layers at the paper's size, premultiplied; without opacity or blend mode."""

    def __init__(self, tiles: TileSource, most_bytes: int = 512 << 20) -> None:
        self._tiles = tiles
        self._most_bytes = most_bytes
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0

    def picture(self, layer: Layer, size: tuple[int, int]) -> QImage:
        """The picture of a layer. Whoever paints into it takes it out first, with `taken`."""
        key = (size, layer.tiles)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = empty_picture(size)
        self.put_tiles(made, layer.tiles)
        self.keep(layer, size, made)
        return made

    def taken(self, layer: Layer, size: tuple[int, int]) -> QImage:
        """The picture of a layer for painting into; it is not kept here any more."""
        made = self.picture(layer, size)
        self._bytes -= made.sizeInBytes()
        del self._kept[size, layer.tiles]
        return made

    def keep(self, layer: Layer, size: tuple[int, int], picture: QImage) -> None:
        """Keep the picture of a layer as it is now."""
        key = (size, layer.tiles)
        before = self._kept.pop(key, None)
        self._bytes += picture.sizeInBytes() - (before.sizeInBytes() if before is not None else 0)
        self._kept[key] = picture
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def put_tiles(self, picture: QImage, tiles: tuple[Tile, ...]) -> None:
        """Copy tiles to where they lie."""
        painter = QPainter(picture)
        painter.setCompositionMode(_SOURCE)
        for tile in tiles:
            at = QPoint(tile.x * TILE, tile.y * TILE)
            if picture.rect().intersects(QRect(at.x(), at.y(), TILE, TILE)):
                painter.drawImage(at, straight_rgba(self._tiles.read(tile.digest)))
        painter.end()


def empty_picture(size: tuple[int, int]) -> QImage:
    """Nothing but transparency."""
    made = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(0)
    return made


def put_patches(picture: QImage, patches: list[Patch]) -> QRect:
    """Copy patches of paint to where they lie; the area that they touch within the picture."""
    touched = QRect()
    painter = QPainter(picture)
    painter.setCompositionMode(_SOURCE)
    for x, y, pixels in patches:
        area = QRect(x, y, pixels.shape[1], pixels.shape[0])
        painter.drawImage(QRectF(area).topLeft(), straight_rgba(pixels))
        touched = touched.united(area)
    painter.end()
    return touched.intersected(picture.rect())
