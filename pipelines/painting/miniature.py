"""Layers in small, for lists: each tile is shrunk once and kept by its digest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.tiles import TileSource
from pipelines.panels import TILE, Layer
from pipelines.premultiplied import premultiply, unpremultiply
from pipelines.values import Image

_MOST_TILES = 20_000
_Small = NDArray[np.float32]


class Miniatures:
    """Makes small pictures of layers. Used by one thread at a time."""

    def __init__(self, tiles: TileSource) -> None:
        self._tiles = tiles
        self._kept: dict[tuple[str, int], _Small] = {}

    def picture(self, layer: Layer, size: tuple[int, int], height: int) -> Image:
        """A layer on a paper of `size` (w, h), at least `height` pixels high if the paper is: RGBA
        with straight alpha, without opacity. Raises MissingTileError."""
        side = _side(size[1], height)
        scale = side / TILE
        width, rows = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
        whole = np.zeros((rows, width, 4), np.float32)
        for tile in layer.tiles:
            left, top = tile.x * side, tile.y * side
            if -side < left < width and -side < top < rows:
                small = self._tile(tile.digest, side)
                part = small[max(-top, 0) : rows - top, max(-left, 0) : width - left]
                at_row, at_column = max(top, 0), max(left, 0)
                whole[at_row : at_row + part.shape[0], at_column : at_column + part.shape[1]] = part
        return unpremultiply(whole, bits=8)

    def _tile(self, digest: str, side: int) -> _Small:
        import cv2

        found = self._kept.get((digest, side))
        if found is None:
            if len(self._kept) >= _MOST_TILES:
                self._kept.clear()
            whole = premultiply(Image(self._tiles.read(digest)))
            found = np.asarray(
                cv2.resize(whole, (side, side), interpolation=cv2.INTER_AREA), np.float32
            )
            self._kept[digest, side] = found
        return found


def _side(paper: int, height: int) -> int:
    """How many pixels a tile becomes: a power of two, so that few sizes are kept."""
    side = 4
    while side < TILE and paper * side < height * TILE:
        side *= 2
    return side
