"""Painted tiles as pictures for the screen, kept while there is room, and layers made of them."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from pipelines.painting.live_stroke import Patch
from pipelines.painting.tiles import TileSource
from pipelines.panels import TILE, Layer, Tile
from widgets.paper.layer_painting import draw_layer
from widgets.pictures import straight_rgba

_SOURCE = QPainter.CompositionMode.CompositionMode_Source


class TilePictures:
    """The pixels of tiles, premultiplied, by digest: layers and panels that share one share it."""

    def __init__(self, tiles: TileSource, most_bytes: int = 256 << 20) -> None:
        self._tiles = tiles
        self._most_bytes = most_bytes
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._bytes = 0

    def holds(self, digest: str) -> bool:
        """Whether the picture of a tile is at hand."""
        return digest in self._kept

    def picture(self, digest: str) -> QImage:
        """The picture of a tile."""
        found = self._kept.get(digest)
        if found is not None:
            self._kept.move_to_end(digest)
            return found
        made = straight_rgba(self._tiles.read(digest))
        self.keep(digest, made)
        return made

    def keep(self, digest: str, picture: QImage) -> None:
        """Take in the picture of a tile that was made elsewhere."""
        if digest in self._kept:
            return
        self._kept[digest] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def draw(self, painter: QPainter, layer: Layer, room: QRect) -> None:
        """Put a layer over what is there, as far as it lies in the room; bare paper is skipped."""
        for tile in layer.tiles:
            at = QPoint(tile.x * TILE, tile.y * TILE)
            if room.intersects(QRect(at.x(), at.y(), TILE, TILE)):
                picture = self.picture(tile.digest)
                painter.translate(at)
                draw_layer(painter, layer, picture, picture.rect())
                painter.translate(-at)

    def put(self, picture: QImage, tiles: tuple[Tile, ...]) -> None:
        """Copy tiles to where they lie in the picture of a layer."""
        painter = QPainter(picture)
        painter.setCompositionMode(_SOURCE)
        for tile in tiles:
            at = QPoint(tile.x * TILE, tile.y * TILE)
            if picture.rect().intersects(QRect(at.x(), at.y(), TILE, TILE)):
                painter.drawImage(at, self.picture(tile.digest))
        painter.end()

    def whole(self, layer: Layer, size: tuple[int, int]) -> QImage:
        """A picture of the layer at the paper's size, without its opacity and blend mode."""
        made = empty_picture(size)
        self.put(made, layer.tiles)
        return made


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
