"""Paint beside the frame: found, and brought onto a larger paper with its pivot and its moves."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from pipelines.painting.beside import lies_beside, moved_by_tiles, wide_paper
from pipelines.painting.lifted import similarity
from pipelines.painting.limbs import moved
from pipelines.painting.tiles import MemoryTiles, cut
from pipelines.panels import TILE, Layer
from pipelines.values import Image

FRAME = (320, 180)


def square(tiles: MemoryTiles, x: int, y: int, side: int = 20) -> Layer:
    pixels = np.full((side, side, 4), 255, np.uint8)
    return Layer(id="l", tiles=cut(Image(pixels), tiles, at=(x, y)))


@pytest.mark.parametrize(
    ("x", "y", "beside"),
    [(10, 10, False), (300, 160, False), (301, 160, True), (300, 161, True), (-1, 0, True)],
)
def test_it_is_told_whether_paint_goes_beyond_the_frame(x: int, y: int, beside: bool) -> None:
    tiles = MemoryTiles()
    assert lies_beside(square(tiles, x, y), FRAME, tiles) is beside


def test_a_larger_paper_holds_frame_and_paint_as_far_as_half_the_frame() -> None:
    tiles = MemoryTiles()
    inside, left, far = (square(tiles, x, 10) for x in (10, -100, 5000))
    assert wide_paper([inside], FRAME) == (0, 0, 512, 256)
    assert wide_paper([inside, left], FRAME) == (-256, 0, 512, 256)
    assert wide_paper([inside, far], FRAME) == (0, 0, 512, 256)


def test_a_layer_on_the_larger_paper_was_moved_as_before() -> None:
    layer = replace(square(MemoryTiles(), -100, 10), pivot=(5.0, 6.0))
    turned = moved(layer, similarity((30, 40), move=(7, 9), degrees=30))
    there = moved_by_tiles(turned, 1, 2)
    a, b, c, d, e, f = turned.pose
    x, y = a * 3 + c * 4 + e, b * 3 + d * 4 + f
    a, b, c, d, e, f = there.pose
    far = (3 + TILE, 4 + 2 * TILE)
    moved_there = (a * far[0] + c * far[1] + e, b * far[0] + d * far[1] + f)
    assert moved_there == pytest.approx((x + TILE, y + 2 * TILE))
    assert min(tile.x for tile in there.tiles) == 0
