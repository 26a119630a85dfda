"""Paint going onto a mask: what it looks like with it, before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

import numpy as np

from pipelines.masking.patches import Patch, area_of, keep, values_of
from pipelines.painting.coverage import Area, Coverage
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
from pipelines.values import Pixels8


class MaskMode(StrEnum):
    """What paint does to a mask: it adds to it, takes from it, or keeps of it what it covers."""

    ADD = "add"
    SUBTRACT = "subtract"
    INTERSECT = "intersect"


class MaskGround:
    """A mask as it was before: kept tiles, or, between two shapes, all that is made of it."""

    def __init__(
        self, tiles: Mapping[Place, Tile], source: TileSource, whole: Patch | None = None
    ) -> None:
        self._tiles = tiles
        self._source = source
        self._whole = whole
        self._read: dict[Place, Pixels8] = {}

    @property
    def places(self) -> set[Place]:
        """Where there may be some of it."""
        return set(self._tiles) if self._whole is None else set(places(area_of(self._whole)))

    def tile(self, place: Place) -> Pixels8:
        """One tile of it, not to be written to. Raises MissingTileError."""
        found = self._read.get(place)
        if found is None:
            found = self._read[place] = self._made(place)
        return found

    def _made(self, place: Place) -> Pixels8:
        if self._whole is None:
            tile = self._tiles.get(place)
            if tile is not None:
                return values_of(tile, self._source)
            return np.zeros((TILE, TILE), np.uint8)
        whole = np.zeros((TILE, TILE), np.uint8)
        left, top, right, bottom = clipped(area_of(self._whole), *place)
        if left < right and top < bottom:
            x, y, values = self._whole
            inside = within_tile((left, top, right, bottom), *place)
            whole[inside] = values[top - y : bottom - y, left - x : right - x]
        return whole


class LiveMask:
    """A mask with more and more paint on it. Nothing is kept until `finish`.

    `guard` says how much of each pixel belongs to protected objects, as a part of the canvas: what
    is added leaves that to them.
    """

    def __init__(self, ground: MaskGround, mode: MaskMode, *, guard: Pixels8 | None = None) -> None:
        self._ground = ground
        self._mode = mode
        self._guard = guard
        self._wet: dict[Place, Pixels8] = {}

    def begin(self) -> list[Patch]:
        """What is another one before there is any paint: of a mask that is intersected nothing is
        left."""
        if self._mode is not MaskMode.INTERSECT:
            return []
        return [self._painted(place, (0, 0, TILE, TILE), None) for place in self._ground.places]

    def paint(self, coverage: Coverage) -> list[Patch]:
        """Take over what `coverage` covered since the last time; what is another one for it."""
        touched = coverage.take_touched()
        tiles = coverage.tiles
        return [self._painted(place, area, tiles[place]) for place, area in touched.items()]

    @property
    def is_changed(self) -> bool:
        """Whether the mask is another one for the paint."""
        return any(
            not np.array_equal(values, self._ground.tile(place))
            for place, values in self._wet.items()
        )

    def finish(self, store: TileStore, kept: Mapping[Place, Tile]) -> Changes:
        """Keep the mask; what makes it of these tiles."""
        changes: Changes = {}
        for place in self._ground.places | self._wet.keys():
            before = kept[place].digest if place in kept else None
            values = self._wet.get(place)
            if values is None:
                if before is not None:
                    continue
                values = self._ground.tile(place)
            after = keep(values, store, over=before)
            if after != before:
                changes[place] = after
        return changes

    def undone(self) -> Iterator[Patch]:
        """What it was before, where it is another one: paint that is given up."""
        for x, y in self._wet:
            yield Patch(x * TILE, y * TILE, self._ground.tile((x, y)))

    def _painted(self, place: Place, area: Area, covered: Pixels8 | None) -> Patch:
        left, top, right, bottom = area
        inside = (slice(top, bottom), slice(left, right))
        wet = self._wet.get(place)
        if wet is None:
            wet = self._wet[place] = self._ground.tile(place).copy()
        room, dry = wet[inside], self._ground.tile(place)[inside]
        cover = covered[inside] if covered is not None else np.zeros_like(dry)
        x, y = place[0] * TILE + left, place[1] * TILE + top
        _MIXES[self._mode](dry, self._allowed(cover, x, y), room)
        return Patch(x, y, room)

    def _allowed(self, cover: Pixels8, x: int, y: int) -> Pixels8:
        """The coverage as far as protected objects leave room for it."""
        guard = self._guard
        if guard is None or self._mode is not MaskMode.ADD:
            return cover
        height, width = cover.shape
        left, top = max(x, 0), max(y, 0)
        right, bottom = min(x + width, guard.shape[1]), min(y + height, guard.shape[0])
        if left >= right or top >= bottom:
            return cover
        cover = cover.copy()
        room = cover[top - y : bottom - y, left - x : right - x]
        np.minimum(room, 255 - guard[top:bottom, left:right], out=room)
        return cover


def _add(dry: Pixels8, cover: Pixels8, out: Pixels8) -> None:
    np.maximum(dry, cover, out=out)


def _subtract(dry: Pixels8, cover: Pixels8, out: Pixels8) -> None:
    np.minimum(dry, 255 - cover, out=out)


def _intersect(dry: Pixels8, cover: Pixels8, out: Pixels8) -> None:
    np.minimum(dry, cover, out=out)


_MIXES: dict[MaskMode, Callable[[Pixels8, Pixels8, Pixels8], None]] = {
    MaskMode.ADD: _add,
    MaskMode.SUBTRACT: _subtract,
    MaskMode.INTERSECT: _intersect,
}
