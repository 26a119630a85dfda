"""Layers in small: where paint lies in them, and that a tile is read once."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.painting.miniature import Miniatures
from pipelines.painting.tiles import MemoryTiles, MissingTileError, cut
from pipelines.panels import Layer, Tile
from pipelines.values import Image, Pixels8


class Counting(MemoryTiles):
    """Tiles that count how often they are read."""

    reads = 0

    def read(self, digest: str) -> Pixels8:
        self.reads += 1
        return super().read(digest)


def square(tiles: MemoryTiles, x: int, y: int, side: int = 128) -> Layer:
    pixels = np.full((side, side, 4), (200, 0, 0, 255), np.uint8)
    return Layer(id="l", tiles=cut(Image(pixels), tiles, at=(x, y)))


def test_paint_lies_where_it_lies_on_the_paper() -> None:
    tiles = MemoryTiles()
    small = Miniatures(tiles).picture(square(tiles, 512, 256), (1024, 512), 64)
    assert small.pixels.shape == (64, 128, 4)
    assert (small.pixels[32:48, 64:80] == (200, 0, 0, 255)).all()
    assert small.pixels[..., 3].astype(bool).sum() == 16 * 16


def test_paint_outside_the_paper_is_left_out() -> None:
    tiles = MemoryTiles()
    small = Miniatures(tiles).picture(square(tiles, -64, -64), (512, 512), 128)
    assert small.pixels[..., 3].astype(bool).sum() == 16 * 16
    assert small.pixels[0, 0, 3] == 255


@pytest.mark.parametrize("size", [(1920, 1080), (640, 360), (48, 48), (7, 4000)])
def test_it_is_as_high_as_asked_where_the_paper_is(size: tuple[int, int]) -> None:
    tiles = MemoryTiles()
    small = Miniatures(tiles).picture(square(tiles, 0, 0, 4), size, 54)
    assert small.height >= min(54, size[1])


def test_a_tile_is_read_once() -> None:
    tiles = Counting()
    layer, made = square(tiles, 0, 0, 600), Miniatures(tiles)
    first = made.picture(layer, (1024, 1024), 64)
    count = tiles.reads
    assert (made.picture(layer, (1024, 1024), 64).pixels == first.pixels).all()
    assert count == tiles.reads == len({tile.digest for tile in layer.tiles})


def test_a_lost_tile_is_told() -> None:
    with pytest.raises(MissingTileError):
        Miniatures(MemoryTiles()).picture(Layer(id="l", tiles=(Tile(0, 0, "f" * 40),)), (9, 9), 9)
