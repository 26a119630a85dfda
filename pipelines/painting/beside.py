"""Paint beside the frame: whether there is some, and a larger paper on which all of it lies."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipelines.painting.coverage import Area
from pipelines.painting.tiles import TileSource, clipped, within_tile
from pipelines.panels import TILE, Layer, Tile

Size = tuple[int, int]


def lies_beside(layer: Layer, size: Size, tiles: TileSource) -> bool:
    """Whether anything is painted beyond a frame (w, h). Only tiles that go beyond it are read."""
    frame = (0, 0, *size)
    for tile in layer.tiles:
        part = clipped(frame, tile.x, tile.y)
        if (part[2] - part[0], part[3] - part[1]) == (TILE, TILE):
            continue
        alpha = tiles.read(tile.digest)[..., 3].copy()
        if part[0] < part[2] and part[1] < part[3]:
            alpha[within_tile(part, tile.x, tile.y)] = 0
        if alpha.any():
            return True
    return False


def wide_paper(layers: Sequence[Layer], size: Size) -> Area:
    """The canvas area, in whole tiles, that holds the frame and the layers as far as half its size
    beyond it."""
    width, height = size
    reach = (-width // 2, -height // 2, width + width // 2, height + height // 2)
    across = [tile.x for layer in layers for tile in layer.tiles]
    down = [tile.y for layer in layers for tile in layer.tiles]
    left = max(min(across, default=0), reach[0] // TILE)
    top = max(min(down, default=0), reach[1] // TILE)
    right = min(max(across, default=0) + 1, -(-reach[2] // TILE))
    bottom = min(max(down, default=0) + 1, -(-reach[3] // TILE))
    return (
        min(left, 0) * TILE,
        min(top, 0) * TILE,
        max(right, -(-width // TILE)) * TILE,
        max(bottom, -(-height // TILE)) * TILE,
    )


def moved_by_tiles(layer: Layer, across: int, down: int) -> Layer:
    """The layer so many tiles farther on, with its pivot and all that a hand moved it."""
    x, y = across * TILE, down * TILE
    a, b, c, d, e, f = layer.pose
    pose = (a, b, c, d, e + x - a * x - c * y, f + y - b * x - d * y)
    pivot = (layer.pivot[0] + x, layer.pivot[1] + y) if layer.pivot is not None else None
    tiles = tuple(Tile(tile.x + across, tile.y + down, tile.digest) for tile in layer.tiles)
    return replace(layer, tiles=tiles, pivot=pivot, pose=pose)
