"""How much of each pixel a stroke or a shape covers, before it has a colour.

Sparse and without borders: whatever leaves the canvas is kept, and nothing wraps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.tiles import Place, clipped, places, within_tile
from pipelines.panels import TILE
from pipelines.values import Pixels8

REACH = 32768.0
"""Coordinates beyond this are drawn at this distance."""

_SUBROWS = 5


class Coverage:
    """Tiles of (256, 256) uint8: 0 untouched .. 255 covered."""

    def __init__(self) -> None:
        self.tiles: dict[Place, Pixels8] = {}
        self._fine: dict[Place, NDArray[np.float32]] = {}

    def lay(
        self, pixels: Pixels8, x: int, y: int, *, opacity: int = 255, flow: float = 255
    ) -> None:
        """Print a stamp with its corner at canvas pixel (x, y).

        At full flow the greater coverage wins; below, coverage rises towards `opacity`.
        """
        if flow >= 255 and opacity < 255:
            pixels = ((pixels.astype(np.uint16) * opacity + 127) // 255).astype(np.uint8)
        height, width = pixels.shape
        place, column, row = (x // TILE, y // TILE), x % TILE, y % TILE
        if flow >= 255 and column + width <= TILE and row + height <= TILE:
            room = self._tile(place)[row : row + height, column : column + width]
            np.maximum(room, pixels, out=room)
            return
        area = (x, y, x + width, y + height)
        for place in places(area):
            part = clipped(area, *place)
            inside = within_tile(part, *place)
            room = self._tile(place)[inside]
            print_ = pixels[part[1] - y : part[3] - y, part[0] - x : part[2] - x]
            if flow >= 255:
                np.maximum(room, print_, out=room)
            else:
                if place not in self._fine:
                    self._fine[place] = np.zeros((TILE, TILE), np.float32)
                fine = self._fine[place][inside]
                _build_up(fine, print_, opacity, flow)
                room[:] = np.maximum(room, fine + np.float32(0.5))

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
                room = self._tile(place)[within_tile(part, *place)]
                piece = inside[:, part[0] - left : part[2] - left]
                np.maximum(room, piece, out=room)

    def _tile(self, place: Place) -> Pixels8:
        tile = self.tiles.get(place)
        if tile is None:
            tile = self.tiles[place] = np.zeros((TILE, TILE), np.uint8)
        return tile


def _build_up(fine: NDArray[np.float32], stamp: Pixels8, opacity: int, flow: float) -> None:
    """Raise coverage by the share stamp * flow of what `opacity` still misses."""
    missing = np.maximum(opacity - fine, 0)
    missing *= stamp
    fine += missing * np.float32(flow / 65025)


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
