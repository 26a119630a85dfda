"""Painted pixels as tiles: what goes in comes out, and nothing transparent is kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import MismatchError
from pipelines.painting.tiles import MemoryTiles, MissingTileError, assemble, cut
from pipelines.panels import TILE, Layer
from pipelines.values import Image


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 300), st.integers(1, 40), st.integers(-300, 300), st.integers(-9, 270), st.data()
)
def test_a_picture_cut_to_tiles_comes_back_from_any_place(
    width: int, height: int, x: int, y: int, data: st.DataObject
) -> None:
    seed = data.draw(st.integers(0, 99))
    pixels = np.random.default_rng(seed).integers(1, 256, (height, width, 4), np.uint8)
    store = MemoryTiles()
    layer = Layer(id="a", tiles=cut(Image(pixels.copy()), store, at=(x, y)))
    whole = assemble(layer, (x, y, x + width, y + height), store)
    assert (whole.pixels == pixels).all()
    around = assemble(layer, (x - 1, y - 2, x + width + 3, y + height + 4), store).pixels
    assert int(around.astype(np.int64).sum()) == int(pixels.astype(np.int64).sum())


def test_transparent_tiles_are_absent_and_places_are_sorted_by_row() -> None:
    pixels = np.zeros((TILE * 2, TILE * 2, 4), np.uint8)
    pixels[0, TILE] = 9
    pixels[TILE, 0] = 9
    tiles = cut(Image(pixels), MemoryTiles())
    assert [(tile.x, tile.y) for tile in tiles] == [(1, 0), (0, 1)]


def test_equal_tiles_are_kept_once_and_cannot_be_written() -> None:
    store = MemoryTiles()
    first = store.put(np.full((TILE, TILE, 4), 7, np.uint8))
    assert store.put(np.full((TILE, TILE, 4), 7, np.uint8)) == first
    assert len(store) == 1
    with pytest.raises(ValueError, match="read-only"):
        store.read(first)[0, 0] = 0


def test_a_missing_tile_says_what_to_do() -> None:
    with pytest.raises(MissingTileError, match="Open a backup"):
        MemoryTiles().read("0" * 40)


def test_pixels_of_another_shape_are_refused() -> None:
    with pytest.raises(MismatchError):
        MemoryTiles().put(np.zeros((4, 4, 4), np.uint8))
    with pytest.raises(MismatchError):
        cut(Image(np.zeros((4, 4, 3), np.uint8)), MemoryTiles())
