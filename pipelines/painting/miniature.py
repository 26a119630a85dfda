"""Layers in small, for lists: each tile is shrunk once and kept by its digest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.coverage import Area
from pipelines.painting.tiles import TileSource
from pipelines.panels import TILE, Layer
from pipelines.premultiplied import premultiply, unpremultiply
from pipelines.values import Image

_MOST_BYTES = 48 << 20
_COARSE = 64
"""Pixels of a tile in which it is looked where paint lies."""
_FAINT = 0.02
"""Paint of less alpha is not looked for."""
_MARGIN, _LEAST = 0.06, 1 / 8
"""Room around what is painted, and the least that is shown, in shares of the paper."""
_Small = NDArray[np.float32]


class Miniatures:
    """Makes small pictures of layers. Used by one thread at a time."""

    def __init__(self, tiles: TileSource) -> None:
        self._tiles = tiles
        self._kept: dict[tuple[str, int], _Small] = {}
        self._bytes = 0
        self._boxes: dict[str, Area] = {}
        """Where tiles are painted, in their own pixels."""
        self._at_hand: dict[str, _Small] = {}
        """Tiles of the layer that is looked at, in _COARSE pixels."""

    def close_up(self, layer: Layer, size: tuple[int, int], height: int) -> Image:
        """What is painted on a layer, wherever it lies, with a little room around it, in the shape
        of a paper of `size` (w, h), at least `height` pixels high if what is shown is: RGBA with
        straight alpha, without opacity. Raises MissingTileError."""
        self._at_hand.clear()
        area = _framed(self._painted(layer), size)
        return self._drawn(layer, area, _side(area[3] - area[1], height))

    def _painted(self, layer: Layer) -> Area | None:
        """The canvas area that is painted, within a few pixels; None where nothing is."""
        boxes = [
            (
                tile.x * TILE + box[0],
                tile.y * TILE + box[1],
                tile.x * TILE + box[2],
                tile.y * TILE + box[3],
            )
            for tile in layer.tiles
            if (box := self._box(tile.digest))[2]
        ]
        if not boxes:
            return None
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def _drawn(self, layer: Layer, area: Area, side: int) -> Image:
        """A canvas area at `side` pixels a tile."""
        scale = side / TILE
        column, row = round(area[0] * scale), round(area[1] * scale)
        width = max(1, round((area[2] - area[0]) * scale))
        rows = max(1, round((area[3] - area[1]) * scale))
        whole = np.zeros((rows, width, 4), np.float32)
        for tile in layer.tiles:
            left, top = tile.x * side - column, tile.y * side - row
            if -side < left < width and -side < top < rows:
                small = self._tile(tile.digest, side)
                part = small[max(-top, 0) : rows - top, max(-left, 0) : width - left]
                at_row, at_column = max(top, 0), max(left, 0)
                whole[at_row : at_row + part.shape[0], at_column : at_column + part.shape[1]] = part
        return unpremultiply(whole, bits=8)

    def _box(self, digest: str) -> Area:
        """Where a tile is painted, all 0 where that is nowhere to be seen."""
        import cv2

        if digest not in self._boxes:
            seen = (self._coarse(digest)[..., 3] > _FAINT).astype(np.uint8)
            x, y, width, height = (part * TILE // _COARSE for part in cv2.boundingRect(seen))
            self._boxes[digest] = (x, y, x + width, y + height)
        return self._boxes[digest]

    def _coarse(self, digest: str) -> _Small:
        found = self._at_hand.get(digest)
        if found is None:
            whole = premultiply(Image(self._tiles.read(digest)))
            found = self._at_hand[digest] = _shrunk(whole, _COARSE)
        return found

    def _tile(self, digest: str, side: int) -> _Small:
        found = self._kept.get((digest, side))
        if found is None:
            if self._bytes >= _MOST_BYTES:
                self._kept.clear()
                self._bytes = 0
            if side <= _COARSE:
                found = _shrunk(self._coarse(digest), side)
            else:
                found = _shrunk(premultiply(Image(self._tiles.read(digest))), side)
            self._kept[digest, side] = found
            self._bytes += found.nbytes
        return found


def _shrunk(tile: _Small, side: int) -> _Small:
    import cv2

    return np.asarray(cv2.resize(tile, (side, side), interpolation=cv2.INTER_AREA), np.float32)


def _framed(painted: Area | None, size: tuple[int, int]) -> Area:
    """The area to show of a layer: what is painted and a margin, in the shape of the paper. The
    whole paper where nothing is painted, or nearly all of it."""
    width, height = size
    if painted is None:
        return 0, 0, width, height
    left, top, right, bottom = painted
    share = max((right - left) / width, (bottom - top) / height) * (1 + 2 * _MARGIN)
    share = max(share, _LEAST)
    if share >= 1 and left >= 0 and right <= width and top >= 0 and bottom <= height:
        return 0, 0, width, height
    across, down = max(round(width * share), 1), max(round(height * share), 1)
    x, y = (left + right - across) // 2, (top + bottom - down) // 2
    return x, y, x + across, y + down


def _side(paper: int, height: int) -> int:
    """How many pixels a tile becomes: a power of two, so that few sizes are kept."""
    side = 4
    while side < TILE and paper * side < height * TILE:
        side *= 2
    return side
