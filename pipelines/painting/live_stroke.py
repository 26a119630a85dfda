"""A stroke as it is drawn: what the layer looks like with it, before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from pipelines.painting.brush import Brush
from pipelines.painting.canvas import paint_tile
from pipelines.painting.composite import RGB
from pipelines.painting.coverage import Area, Coverage
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import Changes, Place, TileStore
from pipelines.panels import TILE, Layer
from pipelines.values import Pixels8


class Patch(NamedTuple):
    """Pixels of a layer that are others now: (h, w, 4) uint8 RGBA, straight alpha, with their
    corner at canvas pixel (x, y). Valid until the stroke goes on."""

    x: int
    y: int
    pixels: Pixels8


class LiveStroke:
    """Paint going onto a layer. Nothing is kept until `finish`.

    `selection` keeps the stroke within an area; `within`, like a lock on the layer's transparency,
    keeps to what is painted already. A stroke that never reached `sheet` is none.
    """

    def __init__(
        self,
        tiles: TileStore,
        layer: Layer,
        brush: Brush,
        colour: RGB,
        *,
        selection: Coverage | None = None,
        within: bool = False,
        sheet: Area | None = None,
    ) -> None:
        self._tiles = tiles
        self._sheet = sheet
        self._kept = {(tile.x, tile.y): tile.digest for tile in layer.tiles}
        self._stroke = Stroke(brush)
        self._colour = colour
        self._selection = selection
        self._within = within or layer.alpha_locked
        self._dry: dict[Place, Pixels8] = {}
        self._wet: dict[Place, Pixels8] = {}

    def extend(self, samples: Iterable[Sample]) -> list[Patch]:
        """Draw on to these samples and answer what changed."""
        self._stroke.extend(samples)
        return list(self._paint())

    def finish(self) -> tuple[list[Patch], Changes]:
        """Draw the end of the stroke, keep the tiles, and answer what changed."""
        coverage = self._stroke.finish()
        if self._sheet is not None and not coverage.reaches(self._sheet):
            return self.undone(), {}
        patches = list(self._paint())
        changes: Changes = {}
        for place, pixels in self._wet.items():
            before = self._kept.get(place)
            after = None
            if pixels[..., 3].any():
                after = self._tiles.put(pixels.copy(), over=before)
            if after != before:
                changes[place] = after
        return patches, changes

    def undone(self) -> list[Patch]:
        """What the layer looked like before: a stroke given up."""
        return [Patch(x * TILE, y * TILE, self._ground((x, y))) for x, y in self._wet]

    def _paint(self) -> Iterator[Patch]:
        brush = self._stroke.brush
        coverage = self._stroke.coverage
        touched = coverage.take_touched()
        for place, area in touched.items():
            if place not in self._kept and (brush.erases or self._within):
                continue
            covered = coverage.tiles[place]
            if self._selection is not None:
                covered = self._selection.part(place, covered, area)
            left, top, right, bottom = area
            wet = self._opened(place)
            inside = wet[top:bottom, left:right]
            inside[:] = self._ground(place)[top:bottom, left:right]
            paint_tile(
                wet,
                covered,
                self._colour,
                area=area,
                grain=brush.grain,
                erase=brush.erases,
                within=self._within,
            )
            yield Patch(place[0] * TILE + left, place[1] * TILE + top, inside)

    def _opened(self, place: Place) -> Pixels8:
        wet = self._wet.get(place)
        if wet is None:
            wet = self._wet[place] = self._ground(place).copy()
        return wet

    def _ground(self, place: Place) -> Pixels8:
        """The tile as it was before the stroke."""
        dry = self._dry.get(place)
        if dry is None:
            digest = self._kept.get(place)
            empty = np.zeros((TILE, TILE, 4), np.uint8)
            dry = self._dry[place] = empty if digest is None else self._tiles.read(digest)
        return dry
