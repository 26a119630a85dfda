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


def test_a_close_up_shows_what_is_painted_with_a_margin_in_the_shape_of_the_paper() -> None:
    tiles = MemoryTiles()
    small = Miniatures(tiles).close_up(square(tiles, 900, 100, 300), (1920, 1080), 54)
    assert small.width / small.height == pytest.approx(16 / 9, abs=0.05)
    rows, columns = np.nonzero(small.pixels[..., 3] > 128)
    high = (rows.max() - rows.min() + 1) / small.height
    assert 0.8 < high < 0.95
    assert rows.min() > 0 and rows.max() < small.height - 1
    middle = (columns.min() + columns.max() + 1) / 2 / small.width
    assert middle == pytest.approx(0.5, abs=0.03)


def test_a_close_up_of_paint_beside_the_paper_shows_it_and_of_nothing_the_paper() -> None:
    tiles = MemoryTiles()
    made = Miniatures(tiles)
    assert made.close_up(square(tiles, -700, 0, 200), (640, 360), 54).pixels[..., 3].any()
    assert not made.close_up(Layer(id="l"), (640, 360), 54).pixels.any()
    whole = made.close_up(square(tiles, 64, 64, 960), (1024, 1024), 64)
    assert not whole.pixels[:4].any() and (whole.pixels[4:, 4:, 3] == 255).all()


@pytest.mark.parametrize("size", [(1920, 1080), (640, 360), (48, 48), (7, 4000)])
def test_it_is_as_high_as_asked_where_the_paper_is(size: tuple[int, int]) -> None:
    tiles = MemoryTiles()
    small = Miniatures(tiles).close_up(square(tiles, 0, 0, 4), size, 54)
    assert small.height >= min(54, size[1] // 8)


def test_a_tile_is_read_once() -> None:
    tiles = Counting()
    layer, made = square(tiles, 0, 0, 600), Miniatures(tiles)
    first = made.close_up(layer, (1024, 1024), 64)
    count = tiles.reads
    assert (made.close_up(layer, (1024, 1024), 64).pixels == first.pixels).all()
    assert count == tiles.reads == len({tile.digest for tile in layer.tiles})


def test_a_lost_tile_is_told() -> None:
    with pytest.raises(MissingTileError):
        Miniatures(MemoryTiles()).close_up(Layer(id="l", tiles=(Tile(0, 0, "f" * 40),)), (9, 9), 9)
