"""Painted tiles as pictures for the screen, kept while there is room, and layers made of them."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from pipelines.painting.live_stroke import Patch
from pipelines.painting.tiles import Place, TileSource
from pipelines.panels import TILE, Layer, Tile
from widgets.paper.layer_painting import draw_layer
from widgets.pictures import argb_values, straight_rgba

_BLOCK = 64
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

    def bring(self, picture: QImage, place: Place, digest: str | None) -> list[QRect]:
        """Let the picture of a layer show another tile at a place, or none there, and answer which
        blocks of it are others now."""
        room = QRect(place[0] * TILE, place[1] * TILE, TILE, TILE)
        seen = room.intersected(picture.rect())
        if seen.isEmpty():
            return []
        shown = argb_values(picture)[seen.top() : seen.bottom() + 1, seen.left() : seen.right() + 1]
        if digest is None:
            tile, wanted = QImage(), np.zeros_like(shown)
        else:
            tile, part = self.picture(digest), seen.translated(-room.topLeft())
            wanted = argb_values(tile)
            wanted = wanted[part.top() : part.bottom() + 1, part.left() : part.right() + 1]
        found = [block.translated(seen.topLeft()) for block in differing_blocks(shown, wanted)]
        painter = QPainter(picture)
        painter.setCompositionMode(_SOURCE)
        for block in found:
            if digest is None:
                painter.fillRect(block, Qt.GlobalColor.transparent)
            else:
                painter.drawImage(block.topLeft(), tile, block.translated(-room.topLeft()))
        painter.end()
        return found

    def whole(self, layer: Layer, size: tuple[int, int]) -> QImage:
        """A picture of the layer at the paper's size, without its opacity and blend mode."""
        made = empty_picture(size)
        self.put(made, layer.tiles)
        return made


def differing_blocks(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> list[QRect]:
    """Where two pictures of one size, at most a tile, differ: areas of whole blocks of 64 px (less
    at an edge), those beside each other as one."""
    height, width = one.shape
    differs = np.zeros((TILE, TILE), np.bool_)
    np.not_equal(one, other, out=differs[:height, :width])
    side = TILE // _BLOCK
    blocks = np.any(differs.reshape(side, _BLOCK, side, _BLOCK), axis=(1, 3))
    found: list[QRect] = []
    for row in range(side):
        for column in range(side):
            if not blocks[row, column]:
                continue
            block = QRect(column * _BLOCK, row * _BLOCK, _BLOCK, _BLOCK)
            block &= QRect(0, 0, width, height)
            if column and blocks[row, column - 1]:
                block = found.pop().united(block)
            found.append(block)
    return found


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
