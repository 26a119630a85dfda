"""Painting into a layer: coverage gets a colour and becomes tiles. Undo is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.painting.brush import Brush, paper_tooth
from pipelines.painting.composite import RGB, eight_bits
from pipelines.painting.coverage import Area, Coverage
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import Changes, Place, TileStore, clipped, places, within_tile
from pipelines.panels import TILE, Layer, with_tiles
from pipelines.values import Image, Pixels8

Point = tuple[float, float]


class Canvas:
    """A layer being painted. Nothing is kept until `commit`; tiles already kept never change.

    Strokes and shapes that do not reach `sheet`, where one is given, are none. They keep within
    `selection`; what is laid does not.
    """

    def __init__(
        self,
        tiles: TileStore,
        layer: Layer,
        sheet: Area | None = None,
        *,
        selection: Coverage | None = None,
    ) -> None:
        self.tiles = tiles
        self._sheet = sheet
        self._selection = selection
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
            after = self.tiles.put(pixels, over=before) if pixels[..., 3].any() else None
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

    def lines(self, points: Sequence[Point], brush: Brush, colour: RGB) -> None:
        """Draw straight lines from point to point, at full pressure, as one layer of paint."""
        coverage: Coverage | None = None
        for start, end in pairwise(points):
            stroke = Stroke(brush, coverage)
            stroke.extend([Sample(*start), Sample(*end)])
            coverage = stroke.finish()
        if coverage is not None:
            self.paint(coverage, colour, grain=brush.grain, erase=brush.erases)

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
        within = within or self._layer.alpha_locked
        if self._sheet is not None and not coverage.reaches(self._sheet):
            return
        for place, covered in coverage.tiles.items():
            cover = covered if self._selection is None else self._selection.part(place, covered)
            if place in self._wet or place in self._kept:
                pixels = self._open(place)
            elif erase or within:
                continue
            else:
                pixels = self._wet[place] = np.zeros((TILE, TILE, 4), np.uint8)
            paint_tile(
                pixels, cover, colour, opacity=opacity, grain=grain, erase=erase, within=within
            )

    def lay(self, picture: Image, at: tuple[int, int]) -> None:
        """Put an 8-bit RGBA picture over the paint, its corner at canvas pixel `at` (x, y)."""
        area = (at[0], at[1], at[0] + picture.width, at[1] + picture.height)
        for place in places(area):
            left, top, right, bottom = clipped(area, *place)
            part = eight_bits(picture)[top - at[1] : bottom - at[1], left - at[0] : right - at[0]]
            if not part[..., 3].any():
                continue
            if place in self._wet or place in self._kept:
                pixels = self._open(place)
            else:
                pixels = self._wet[place] = np.zeros((TILE, TILE, 4), np.uint8)
            room = pixels[within_tile((left, top, right, bottom), *place)]
            room[:] = over(room, part)

    def _open(self, place: Place) -> Pixels8:
        if place not in self._wet:
            self._wet[place] = self.tiles.read(self._kept[place]).copy()
        return self._wet[place]


def paint_tile(
    pixels: Pixels8,
    coverage: Pixels8,
    colour: RGB,
    *,
    area: Area = (0, 0, TILE, TILE),
    opacity: float = 1.0,
    grain: float = 0.0,
    erase: bool = False,
    within: bool = False,
) -> None:
    """Paint an area (left, top, right, bottom) of one writable RGBA tile."""
    import cv2

    left, top, right, bottom = area
    x, y, width, height = cv2.boundingRect(coverage[top:bottom, left:right])
    if not width:
        return
    inside = (slice(top + y, top + y + height), slice(left + x, left + x + width))
    room = pixels[inside]
    above = np.multiply(coverage[inside], np.float32(opacity / 255), dtype=np.float32)
    if grain:
        tooth = paper_tooth()[inside]
        above *= np.clip((above * (1 + grain) - tooth * grain) * 3, 0, 1) * grain + (1 - grain)
    *colours, alpha = cv2.split(room)
    if not cv2.countNonZero(alpha):
        if not (erase or within):
            room[:] = _on_bare(above, colour)
        return
    below = np.multiply(alpha, np.float32(1 / 255), dtype=np.float32)
    if erase:
        below *= 1 - above
        planes = [*colours, _rounded(below * 255)]
    elif within:
        planes = [*_mixed(colours, colour, above), alpha]
    else:
        total = (1 - above) * below
        total += above
        share = np.divide(above, total, out=np.zeros_like(above), where=total > 0)
        planes = [*_mixed(colours, colour, share), _rounded(total * 255)]
    gone = planes[3] == 0
    for plane in planes[:3]:
        plane[gone] = 0
    room[:] = cv2.merge(planes)


def _on_bare(above: NDArray[np.float32], colour: RGB) -> Pixels8:
    """Paint where there was none: its pure colour, wherever anything of it is left."""
    import cv2

    alpha = _rounded(above * 255)
    planes = [cv2.threshold(alpha, 0, level, cv2.THRESH_BINARY)[1] for level in colour]
    return np.asarray(cv2.merge([*planes, alpha]), np.uint8)


def over(below: Pixels8, above: Pixels8) -> Pixels8:
    """RGBA pixels over others, all straight. Opaque and absent paint keeps its exact colours."""
    alpha = above[..., 3:].astype(np.float32) / 255
    kept = below[..., 3:].astype(np.float32) / 255 * (1 - alpha)
    total = alpha + kept
    share = np.divide(alpha, total, out=np.zeros_like(alpha), where=total > 0)
    mixed = np.empty(below.shape, np.float32)
    mixed[..., :3] = below[..., :3] + (above[..., :3].astype(np.float32) - below[..., :3]) * share
    mixed[..., 3:] = total * 255
    return _rounded(mixed)


def _mixed(
    planes: Sequence[NDArray[Any]], colour: RGB, share: NDArray[np.float32]
) -> list[Pixels8]:
    """Each plane with a share (0..1) of a colour."""
    mixed: list[Pixels8] = []
    for old, new in zip(planes, colour, strict=True):
        plane = np.subtract(np.float32(new), old, dtype=np.float32)
        plane *= share
        plane += old
        mixed.append(_rounded(plane))
    return mixed


def _rounded(plane: NDArray[np.float32]) -> Pixels8:
    plane += np.float32(0.5)
    return plane.astype(np.uint8)


def ellipse_outline(centre: Point, radii: tuple[float, float], *, corners: int = 0) -> list[Point]:
    """An upright ellipse as a polygon that is within 0.05 px of it."""
    count = corners or max(12, int(np.ceil(pi / np.arccos(1 - min(0.05 / max(*radii, 0.1), 1)))))
    turns = (2 * pi * index / count for index in range(count))
    return [(centre[0] + radii[0] * cos(t), centre[1] + radii[1] * sin(t)) for t in turns]
