"""Masks as tiles, and out of tiles. A tile of a mask holds it as alpha; its colours are 0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from pipelines.painting.coverage import Area
from pipelines.painting.tiles import (
    Changes,
    Place,
    TileSource,
    TileStore,
    clipped,
    places,
    within_tile,
)
from pipelines.panels import TILE, Tile
from pipelines.values import Mask, Pixels8


class Patch(NamedTuple):
    """A part of a mask: (h, w) uint8 with its corner at canvas pixel (x, y)."""

    x: int
    y: int
    values: Pixels8


def values_of(tile: Tile, source: TileSource) -> Pixels8:
    """The mask in one tile, (256, 256) uint8. Raises MissingTileError."""
    return np.ascontiguousarray(source.read(tile.digest)[..., 3])


def keep(values: Pixels8, store: TileStore, *, over: str | None = None) -> str | None:
    """Keep a tile of a mask, painted over another, and name it; None for one that is empty, which
    needs no keeping."""
    if not values.any():
        return None
    pixels = np.zeros((TILE, TILE, 4), np.uint8)
    pixels[..., 3] = values
    return store.put(pixels, over=over)


def area_of(patch: Patch) -> Area:
    """The area that a part of a mask lies in."""
    height, width = patch.values.shape
    return patch.x, patch.y, patch.x + width, patch.y + height


def extent(tiles: Sequence[Tile]) -> Area | None:
    """The area that tiles lie in, None without any."""
    if not tiles:
        return None
    columns, rows = [tile.x for tile in tiles], [tile.y for tile in tiles]
    left, top = min(columns) * TILE, min(rows) * TILE
    return left, top, (max(columns) + 1) * TILE, (max(rows) + 1) * TILE


def changed_part(before: Pixels8, after: Pixels8) -> Patch | None:
    """The part of the later of two masks of one size that holds all that differs."""
    import cv2

    x, y, width, height = cv2.boundingRect((before != after).view(np.uint8))
    return Patch(x, y, after[y : y + height, x : x + width]) if width else None


def common(one: Area, other: Area) -> Area:
    """Where two areas overlap; an empty area at its corner where they do not."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    return left, top, max(min(one[2], other[2]), left), max(min(one[3], other[3]), top)


def assembled(tiles: Sequence[Tile], area: Area, source: TileSource) -> Patch:
    """What tiles hold in an area. Raises MissingTileError."""
    left, top, right, bottom = area
    values = np.zeros((bottom - top, right - left), np.uint8)
    for tile in tiles:
        part = clipped(area, tile.x, tile.y)
        if part[0] >= part[2] or part[1] >= part[3]:
            continue
        inside = source.read(tile.digest)[within_tile(part, tile.x, tile.y)]
        values[part[1] - top : part[3] - top, part[0] - left : part[2] - left] = inside[..., 3]
    return Patch(left, top, values)


def mask_of(tiles: Sequence[Tile], size: tuple[int, int], source: TileSource) -> Mask:
    """The mask that tiles hold on a canvas of `size` (w, h)."""
    return Mask(assembled(tiles, (0, 0, *size), source).values)


def cut_mask(patch: Patch, store: TileStore) -> tuple[Tile, ...]:
    """Keep a part of a mask as tiles, sorted by (y, x)."""
    area = area_of(patch)
    tiles: list[Tile] = []
    for x, y in places(area):
        part = clipped(area, x, y)
        whole = np.zeros((TILE, TILE), np.uint8)
        whole[within_tile(part, x, y)] = patch.values[
            part[1] - patch.y : part[3] - patch.y, part[0] - patch.x : part[2] - patch.x
        ]
        digest = keep(whole, store)
        if digest is not None:
            tiles.append(Tile(x, y, digest))
    return tuple(tiles)


def changes_between(before: Sequence[Tile], after: Sequence[Tile]) -> Changes:
    """What makes one set of tiles of the other."""
    old = {(tile.x, tile.y): tile.digest for tile in before}
    new = {(tile.x, tile.y): tile.digest for tile in after}
    changes: Changes = {place: new.get(place) for place in old if old[place] != new.get(place)}
    changes |= {place: digest for place, digest in new.items() if place not in old}
    return changes


def retiled(tiles: Sequence[Tile], changes: Mapping[Place, str | None]) -> tuple[Tile, ...]:
    """Tiles with some replaced, or removed where the digest is None, sorted by (y, x)."""
    found = {(tile.x, tile.y): tile.digest for tile in tiles}
    for place, digest in changes.items():
        if digest is None:
            found.pop(place, None)
        else:
            found[place] = digest
    ordered = sorted(found.items(), key=lambda one: (one[0][1], one[0][0]))
    return tuple(Tile(x, y, digest) for (x, y), digest in ordered)
