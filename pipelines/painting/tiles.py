"""Painted pixels as immutable tiles named by digest: cutting, keeping, assembling. No blending.

A tile is (256, 256, 4) uint8 RGBA with straight alpha, read-only. A fully transparent tile is
absent, everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from pipelines.digest import Digest, digest_array
from pipelines.errors import MismatchError, MissingFileError
from pipelines.panels import TILE, Layer, Tile
from pipelines.values import Image, Pixels8, read_only

Place = tuple[int, int]
"""(x, y) of a tile, counted in tiles; either may be negative."""

Changes = dict[Place, str | None]
"""What an edit did to a layer, for `panels.with_tiles`: the new digest, or None for gone."""


class MissingTileError(MissingFileError):
    """A tile that a layer names is not where tiles are kept."""

    def __init__(self, digest: str) -> None:
        super().__init__(
            f"A piece of a drawing is missing ({digest[:12]}).",
            mend="Open a backup of the project, or paint over the gap.",
        )


class TileSource(Protocol):
    """Where the pixels of tiles are read."""

    def read(self, digest: str) -> Pixels8:
        """The tile of that name. Raises MissingTileError."""
        ...


class TileStore(TileSource, Protocol):
    """Where tiles are read and kept."""

    def put(self, pixels: Pixels8, *, over: str | None = None) -> Digest:
        """Keep a tile, which is handed over and closed for writing, and name it.

        `over` is the tile that it was painted over, if any: what both share is best kept once.
        """
        ...


class MemoryTiles:
    """A tile store in memory."""

    def __init__(self) -> None:
        self._tiles: dict[str, Pixels8] = {}

    def __len__(self) -> int:
        return len(self._tiles)

    def put(self, pixels: Pixels8, *, over: str | None = None) -> Digest:
        """Keep a tile, which is handed over and closed for writing, and name it."""
        if pixels.shape != (TILE, TILE, 4) or pixels.dtype != np.uint8:
            raise MismatchError(f"A tile cannot be {pixels.shape}, {pixels.dtype}.")
        digest = digest_array(pixels)
        self._tiles.setdefault(digest, read_only(pixels))
        return digest

    def read(self, digest: str) -> Pixels8:
        """The tile of that name. Raises MissingTileError."""
        try:
            return self._tiles[digest]
        except KeyError:
            raise MissingTileError(digest) from None


def cut(picture: Image, store: TileStore, *, at: tuple[int, int] = (0, 0)) -> tuple[Tile, ...]:
    """Keep an RGBA picture as tiles, its top left pixel at canvas point `at` (x, y)."""
    pixels = picture.pixels
    if picture.channels != 4 or picture.bits != 8:
        raise MismatchError("Only an 8-bit picture with alpha can be cut to tiles.")
    area = (at[0], at[1], at[0] + picture.width, at[1] + picture.height)
    tiles: list[Tile] = []
    for x, y in places(area):
        left, top, right, bottom = clipped(area, x, y)
        part = pixels[top - at[1] : bottom - at[1], left - at[0] : right - at[0]]
        if not part[..., 3].any():
            continue
        whole = np.zeros((TILE, TILE, 4), np.uint8)
        whole[top - y * TILE : bottom - y * TILE, left - x * TILE : right - x * TILE] = part
        tiles.append(Tile(x, y, store.put(whole)))
    return tuple(tiles)


def assemble(layer: Layer, area: tuple[int, int, int, int], source: TileSource) -> Image:
    """The layer's own RGBA pixels in canvas area (left, top, right, bottom), right open."""
    left, top, right, bottom = area
    pixels = np.zeros((bottom - top, right - left, 4), np.uint8)
    for tile in layer.tiles:
        part = clipped(area, tile.x, tile.y)
        if part[0] >= part[2] or part[1] >= part[3]:
            continue
        pixels[part[1] - top : part[3] - top, part[0] - left : part[2] - left] = source.read(
            tile.digest
        )[within_tile(part, tile.x, tile.y)]
    return Image(pixels)


def painted_area(layer: Layer, source: TileSource) -> tuple[int, int, int, int] | None:
    """The least canvas area (left, top, right, bottom) with all that is painted; None: nothing."""
    import cv2

    found: list[tuple[int, int, int, int]] = []
    for tile in layer.tiles:
        box = cv2.boundingRect(cv2.extractChannel(source.read(tile.digest), 3))
        left, top = box[0] + tile.x * TILE, box[1] + tile.y * TILE
        if box[2]:
            found.append((left, top, left + box[2], top + box[3]))
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def places(area: tuple[int, int, int, int]) -> Iterator[Place]:
    """The tiles that an area (left, top, right, bottom) touches, row by row."""
    left, top, right, bottom = area
    if left >= right or top >= bottom:
        return
    for y in range(top // TILE, (bottom - 1) // TILE + 1):
        for x in range(left // TILE, (right - 1) // TILE + 1):
            yield x, y


def clipped(area: tuple[int, int, int, int], x: int, y: int) -> tuple[int, int, int, int]:
    """The part of a canvas area that lies in tile (x, y), in canvas pixels; maybe empty."""
    left, top = x * TILE, y * TILE
    return (
        max(area[0], left),
        max(area[1], top),
        min(area[2], left + TILE),
        min(area[3], top + TILE),
    )


def within_tile(area: tuple[int, int, int, int], x: int, y: int) -> tuple[slice, slice]:
    """Index, within tile (x, y), of a canvas area that lies in it."""
    left, top, right, bottom = area
    return (
        slice(top - y * TILE, bottom - y * TILE),
        slice(left - x * TILE, right - x * TILE),
    )
