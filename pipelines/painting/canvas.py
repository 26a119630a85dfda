"""Painting into a layer: coverage gets a colour and becomes tiles. Undo is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, pi, sin

import numpy as np

from pipelines.painting.brush import Brush, paper_tooth
from pipelines.painting.composite import RGB
from pipelines.painting.coverage import Coverage
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import Changes, Place, TileStore
from pipelines.panels import TILE, Layer, with_tiles
from pipelines.values import Pixels8

Point = tuple[float, float]


class Canvas:
    """A layer being painted. Nothing is kept until `commit`; tiles already kept never change."""

    def __init__(self, tiles: TileStore, layer: Layer) -> None:
        self.tiles = tiles
        self._layer = layer
        self._kept = {(tile.x, tile.y): tile.digest for tile in layer.tiles}
        self._wet: dict[Place, Pixels8] = {}

    @property
    def layer(self) -> Layer:
        """The layer as of the last commit."""
        return self._layer

    def commit(self) -> Changes:
        """Keep what was painted; the changed tiles, None where one became transparent."""
        changes: Changes = {}
        for place, pixels in self._wet.items():
            before = self._kept.get(place)
            after = self.tiles.put(pixels) if pixels[..., 3].any() else None
            if after != before:
                changes[place] = after
        self._wet.clear()
        self._layer = with_tiles(self._layer, changes)
        self._kept = {(tile.x, tile.y): tile.digest for tile in self._layer.tiles}
        return changes

    def stroke(
        self, samples: Iterable[Sample], brush: Brush, colour: RGB, *, within: bool = False
    ) -> None:
        """Draw a stroke; `within` keeps to what is painted already (alpha stays)."""
        stroke = Stroke(brush)
        stroke.extend(samples)
        self.paint(stroke.finish(), colour, grain=brush.grain, erase=brush.erases, within=within)

    def line(
        self, start: Point, end: Point, brush: Brush, colour: RGB, *, pressure: float = 1.0
    ) -> None:
        """Draw a straight line."""
        self.stroke([Sample(*start, pressure), Sample(*end, pressure)], brush, colour)

    def polygon(
        self,
        outline: Sequence[Point],
        colour: RGB,
        *,
        opacity: float = 1.0,
        erase: bool = False,
        within: bool = False,
    ) -> None:
        """Fill a closed outline, antialiased."""
        coverage = Coverage()
        coverage.fill([outline])
        self.paint(coverage, colour, opacity=opacity, erase=erase, within=within)

    def ellipse(
        self,
        centre: Point,
        radii: tuple[float, float],
        colour: RGB,
        *,
        opacity: float = 1.0,
        erase: bool = False,
        within: bool = False,
    ) -> None:
        """Fill an upright ellipse, antialiased."""
        outline = ellipse_outline(centre, radii)
        self.polygon(outline, colour, opacity=opacity, erase=erase, within=within)

    def paint(
        self,
        coverage: Coverage,
        colour: RGB,
        *,
        opacity: float = 1.0,
        grain: float = 0.0,
        erase: bool = False,
        within: bool = False,
    ) -> None:
        """Put a colour wherever `coverage` says, or take paint away."""
        for place, cover in coverage.tiles.items():
            if place in self._wet or place in self._kept:
                pixels = self._open(place)
            elif erase or within:
                continue
            else:
                pixels = self._wet[place] = np.zeros((TILE, TILE, 4), np.uint8)
            paint_tile(
                pixels, cover, colour, opacity=opacity, grain=grain, erase=erase, within=within
            )

    def _open(self, place: Place) -> Pixels8:
        if place not in self._wet:
            self._wet[place] = self.tiles.read(self._kept[place]).copy()
        return self._wet[place]


def paint_tile(
    pixels: Pixels8,
    coverage: Pixels8,
    colour: RGB,
    *,
    opacity: float = 1.0,
    grain: float = 0.0,
    erase: bool = False,
    within: bool = False,
) -> None:
    """Paint one writable RGBA tile; a live preview paints a copy of it."""
    import cv2

    x, y, width, height = cv2.boundingRect(coverage)
    if not width:
        return
    area = (slice(y, y + height), slice(x, x + width))
    room = pixels[area]
    above = coverage[area].astype(np.float32) * np.float32(opacity / 255)
    if grain:
        tooth = paper_tooth()[area]
        above *= np.clip((above * (1 + grain) - tooth * grain) * 3, 0, 1) * grain + (1 - grain)
    below = room[..., 3].astype(np.float32) / 255
    if erase:
        alpha = below * (1 - above)
        room[..., 3] = alpha * 255 + 0.5
        room[room[..., 3] == 0] = 0
        return
    total = below if within else above + below * (1 - above)
    share = above if within else np.divide(above, total, out=np.zeros_like(above), where=total > 0)
    old = room[..., :3].astype(np.float32)
    new = old + (np.array(colour, np.float32) - old) * share[..., None]
    room[..., :3] = new + 0.5
    room[..., 3] = total * 255 + 0.5
    room[room[..., 3] == 0] = 0


def ellipse_outline(centre: Point, radii: tuple[float, float], *, corners: int = 0) -> list[Point]:
    """An upright ellipse as a polygon that is within 0.05 px of it."""
    count = corners or max(12, int(np.ceil(pi / np.arccos(1 - min(0.05 / max(*radii, 0.1), 1)))))
    turns = (2 * pi * index / count for index in range(count))
    return [(centre[0] + radii[0] * cos(t), centre[1] + radii[1] * sin(t)) for t in turns]
