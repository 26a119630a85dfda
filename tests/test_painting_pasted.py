"""Pictures from elsewhere as layers: where they lie, how large, and what shows through them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.painting.pasted import pasted
from pipelines.painting.tiles import MemoryTiles, assemble
from pipelines.panels import Layer
from pipelines.values import Image, Pixels8

PAPER = (640, 360)


def flat(width: int, height: int, channels: int = 3, level: int = 90) -> Image:
    pixels = np.full((height, width, channels), level, np.uint8)
    return Image(pixels)


def laid(picture: Image, *, fills: bool = False) -> Pixels8:
    tiles = MemoryTiles()
    made = pasted(picture, PAPER, tiles, fills=fills)
    area = (0, 0, *PAPER)
    return assemble(Layer(id="l", tiles=made.tiles), area, tiles).pixels.astype(np.uint8)


def test_a_small_picture_keeps_its_size_in_the_middle() -> None:
    alpha = laid(flat(100, 60))[..., 3]
    assert (alpha[150:210, 270:370] == 255).all()
    assert alpha.astype(bool).sum() == 100 * 60


def test_a_small_picture_may_grow_until_it_fits() -> None:
    assert laid(flat(64, 36), fills=True)[..., 3].all()


@pytest.mark.parametrize("size", [(1280, 720), (4000, 100), (100, 4000)])
def test_a_large_picture_is_shrunk_to_fit_and_says_so(size: tuple[int, int]) -> None:
    made = pasted(flat(*size), PAPER, MemoryTiles())
    assert made.is_shrunk and made.was == size
    assert made.size[0] <= PAPER[0] and made.size[1] <= PAPER[1]
    assert made.size[0] == PAPER[0] or made.size[1] == PAPER[1]


def test_transparency_is_kept_and_deep_pictures_are_rounded() -> None:
    deep = Image(np.full((4, 4, 4), 32768, np.uint16))
    assert laid(deep)[180, 320].tolist() == [128, 128, 128, 128]


def test_a_transparent_picture_leaves_no_tile() -> None:
    assert not pasted(flat(9, 9, 4, 0), PAPER, MemoryTiles()).tiles


@given(st.integers(1, 1500), st.integers(1, 1500), st.booleans())
def test_every_picture_lies_whole_on_the_paper(width: int, height: int, fills: bool) -> None:
    made = pasted(flat(width, height), PAPER, MemoryTiles(), fills=fills)
    assert made.size[0] <= PAPER[0] and made.size[1] <= PAPER[1]
    assert all(0 <= tile.x <= 2 and 0 <= tile.y <= 1 for tile in made.tiles) and made.tiles
