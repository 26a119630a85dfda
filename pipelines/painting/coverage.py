"""How much of each pixel a stroke or a shape covers, before it has a colour.

Sparse and without borders: whatever leaves the canvas is kept, and nothing wraps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.tiles import Place, clipped, places, within_tile
from pipelines.panels import TILE
from pipelines.values import Pixels8

REACH = 32768.0
"""Coordinates beyond this are drawn at this distance."""

Print = TypeVar("Print", Pixels8, NDArray[np.float32])

Area = tuple[int, int, int, int]
"""(left, top, right, bottom), right and bottom open."""

_SUBROWS = 5


class Coverage:
    """Tiles of (256, 256) uint8: 0 untouched .. 255 covered.

    `ceiling` (0..255) is the most that spraying covers.
    """

    def __init__(self, ceiling: int = 255) -> None:
        self.ceiling = ceiling
        self._tiles: dict[Place, Pixels8] = {}
        self._density: dict[Place, NDArray[np.float32]] = {}
        self._ceilings: dict[Place, Pixels8] = {}
        self._built: dict[Place, Area] = {}
        self._touched: dict[Place, Area] = {}

    @property
    def tiles(self) -> dict[Place, Pixels8]:
        """The tiles that are covered somewhere."""
        self._settle()
        return self._tiles

    def reaches(self, area: Area) -> bool:
        """Whether anything within a canvas area is covered."""
        for place, covered in self.tiles.items():
            part = clipped(area, *place)
            if part[0] < part[2] and part[1] < part[3] and covered[within_tile(part, *place)].any():
                return True
        return False

    def part(self, place: Place, covered: Pixels8, area: Area = (0, 0, TILE, TILE)) -> Pixels8:
        """What another coverage covers of a tile, as far as this one does; beside `area`, in the
        tile's own pixels, it stays what it is."""
        chosen = self.tiles.get(place)
        if chosen is None:
            return np.zeros_like(covered)
        left, top, right, bottom = area
        part = covered.copy()
        inside = part[top:bottom, left:right]
        share = chosen[top:bottom, left:right].astype(np.uint16) * inside
        inside[:] = (share + 127) // 255
        return part

    def take_touched(self) -> dict[Place, Area]:
        """What was covered since the last time: an area within each tile, as (left, top, right,
        bottom) in the tile's own pixels."""
        self._settle()
        touched, self._touched = self._touched, {}
        return touched

    def lay(self, print_: Pixels8, x: int, y: int, *, opacity: int = 255) -> None:
        """Print a stamp with its corner at canvas pixel (x, y); the greater coverage wins."""
        import cv2

        if opacity < 255:
            print_ = np.asarray(cv2.convertScaleAbs(print_, alpha=opacity / 255), np.uint8)
        for place, inside, part in _placed(print_, x, y):
            left, top, right, bottom = inside
            room = self._tile(place)[top:bottom, left:right]
            cv2.max(room, part, room)
            _grow(self._touched, place, inside)

    def build(
        self,
        print_: NDArray[np.float32],
        x: int,
        y: int,
        density: float,
        *,
        ceiling: int | None = None,
    ) -> None:
        """Spray a stamp (0..1) with its corner at canvas pixel (x, y).

        Densities add up, and a pixel of density d is covered by ceiling (1 - exp(-d)). A `ceiling`
        of its own is for sprays that change it: a pixel has the highest that reached it.
        """
        import cv2

        for place, inside, part in _placed(print_, x, y):
            left, top, right, bottom = inside
            room = self._sprayed(place)[top:bottom, left:right]
            cv2.scaleAdd(part, density, room, room)
            if ceiling is not None:
                limit = self._ceilings.setdefault(place, np.zeros((TILE, TILE), np.uint8))
                limit = limit[top:bottom, left:right]
                np.maximum(limit, ceiling, out=limit, where=part > 0)
            _grow(self._built, place, inside)

    def _settle(self) -> None:
        """Round what was sprayed into the tiles."""
        for place, area in self._built.items():
            left, top, right, bottom = area
            inside = (slice(top, bottom), slice(left, right))
            room = self._tiles[place][inside]
            share = -np.expm1(-self._density[place][inside])
            share *= self._ceilings[place][inside] if place in self._ceilings else self.ceiling
            share += np.float32(0.5)
            np.maximum(room, share.astype(np.uint8), out=room)
            _grow(self._touched, place, area)
        self._built.clear()

    def fill(self, outlines: Iterable[Sequence[tuple[float, float]]]) -> None:
        """Cover the inside of closed outlines, antialiased; where outlines overlap, once."""
        for outline in outlines:
            self._fill_one(np.clip(np.asarray(outline, np.float64), -REACH, REACH))

    def _fill_one(self, outline: NDArray[np.float64]) -> None:
        if len(outline) < 3:
            return
        left, top = np.floor(outline.min(axis=0)).astype(int).tolist()
        right, bottom = np.ceil(outline.max(axis=0)).astype(int).tolist()
        for first in range(top - top % TILE, bottom, TILE):
            band = (left, max(first, top), right, min(first + TILE, bottom))
            inside = _scan(outline, band)
            for place in places(band):
                part = clipped(band, *place)
                rows, columns = within_tile(part, *place)
                room = self._tile(place)[rows, columns]
                within = (columns.start, rows.start, columns.stop, rows.stop)
                _grow(self._touched, place, within)
                piece = inside[:, part[0] - left : part[2] - left]
                np.maximum(room, piece, out=room)

    def _sprayed(self, place: Place) -> NDArray[np.float32]:
        density = self._density.get(place)
        if density is None:
            self._tile(place)
            density = self._density[place] = np.zeros((TILE, TILE), np.float32)
        return density

    def _tile(self, place: Place) -> Pixels8:
        tile = self._tiles.get(place)
        if tile is None:
            tile = self._tiles[place] = np.zeros((TILE, TILE), np.uint8)
        return tile


def _grow(areas: dict[Place, Area], place: Place, area: Area) -> None:
    """Make the area of a tile the smallest that holds this one too."""
    known = areas.get(place)
    if known is None:
        areas[place] = area
        return
    left, top, right, bottom = area
    if left < known[0] or top < known[1] or right > known[2] or bottom > known[3]:
        areas[place] = (
            min(left, known[0]),
            min(top, known[1]),
            max(right, known[2]),
            max(bottom, known[3]),
        )


def _placed(print_: Print, x: int, y: int) -> Iterator[tuple[Place, Area, Print]]:
    """The parts of a stamp with its corner at (x, y): the tile, the area within it, the pixels."""
    height, width = print_.shape
    place, column, row = (x // TILE, y // TILE), x % TILE, y % TILE
    if column + width <= TILE and row + height <= TILE:
        yield place, (column, row, column + width, row + height), print_
        return
    area = (x, y, x + width, y + height)
    for place in places(area):
        left, top, right, bottom = clipped(area, *place)
        corner_x, corner_y = place[0] * TILE, place[1] * TILE
        inside = (left - corner_x, top - corner_y, right - corner_x, bottom - corner_y)
        yield place, inside, print_[top - y : bottom - y, left - x : right - x]


def _scan(outline: NDArray[np.float64], band: tuple[int, int, int, int]) -> Pixels8:
    """Coverage of a polygon (non-zero winding) in an area: exact along x, five samples along y."""
    left, top, right, bottom = band
    rows, columns = (bottom - top) * _SUBROWS, right - left
    heights = top + (np.arange(rows) + 0.5) / _SUBROWS
    x0, y0 = outline.T
    x1, y1 = np.roll(outline, -1, axis=0).T
    first = np.searchsorted(heights, np.minimum(y0, y1))
    count = np.searchsorted(heights, np.maximum(y0, y1)) - first
    edge = np.repeat(np.arange(len(outline)), count)
    line = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count) + first[edge]
    slope = (x1 - x0)[edge] / (y1 - y0)[edge]
    crossing = np.clip(x0[edge] + (heights[line] - y0[edge]) * slope - left, 0, columns)
    pixel = np.floor(crossing).astype(np.int64)
    share = crossing - pixel
    turn = np.where(y1 > y0, 1.0, -1.0)[edge]
    flat, room = line * (columns + 2) + pixel, rows * (columns + 2)
    winding = np.bincount(flat, turn * (1 - share), room)
    winding += np.bincount(flat + 1, turn * share, room)
    winding = winding.reshape(rows, columns + 2)
    inside = np.minimum(np.abs(np.cumsum(winding, axis=1)[:, :columns]), 1)
    mean = inside.reshape(bottom - top, _SUBROWS, columns).mean(axis=1)
    return (mean * 255 + 0.5).astype(np.uint8)
