"""The frames of painted masks: each a key, one that holds, or a shape between two keys.

The key of a frame names the tiles that it is made of and nothing else, so that a stroke makes
again only the frames up to the neighbouring keys.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from pipelines.digest import Digest, digest_text
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.masking.between import Gap, prepare, render
from pipelines.masking.joining import joined
from pipelines.masking.objects import Between, MaskKey, MaskObject, with_keys
from pipelines.masking.patches import Patch, assembled, common, extent
from pipelines.painting.tiles import TileSource
from pipelines.scaling import fitted_mask
from pipelines.values import Mask, Pixels8

_VERSION = "painted mask/1"


class Place(NamedTuple):
    """What a frame of an object shows: a key, and where between it and the next one it lies."""

    key: int
    t: float = 0.0


def holds(painted: MaskObject, key: MaskKey) -> bool:
    """Whether a key of an object stays as it is up to the next one."""
    return (key.after or painted.between) is Between.HOLD


def place_of(painted: MaskObject, frame: int) -> Place | None:
    """What an object shows on a frame, None where it is not there."""
    keys = painted.keys
    at = bisect_right([key.frame for key in keys], frame) - 1
    if not keys or (at < 0 and not painted.leads):
        return None
    if at < 0:
        return Place(0)
    start = keys[at].frame
    if at == len(keys) - 1:
        return Place(at) if start == frame or painted.trails else None
    if start == frame or holds(painted, keys[at]):
        return Place(at)
    return Place(at, (frame - start) / (keys[at + 1].frame - start))


class ObjectShapes(FrameSource):
    """The gaps of one object, each measured once; read by MaskFrames."""

    def __init__(self, painted: MaskObject, size: tuple[int, int], tiles: TileSource) -> None:
        self.painted = with_keys(painted, ())  # a file may have them in any order
        self.tiles = tiles
        self.names = [_name(key.tiles) for key in self.painted.keys]
        width, height = size
        self._reach = (-width // 2, -height // 2, width + width // 2, height + height // 2)

    def __len__(self) -> int:
        return max(len(self.names) - 1, 0)

    def key(self, index: int) -> Digest:
        ends = self.names[index], self.names[index + 1]
        return derived_key(_VERSION, "gap", str(self._reach), *ends)

    def make(self, index: int, inputs: Sequence[Any]) -> Gap:
        return prepare(self.patch(index), self.patch(index + 1))

    def place(self, frame: int) -> Place | None:
        """What a frame shows, None where the object is not there."""
        place = place_of(self.painted, frame)
        if place is None or not place.t or self.names[place.key] != self.names[place.key + 1]:
            return place
        return Place(place.key)

    def patch(self, at: int) -> Patch:
        """A key as it was painted, also beside the picture as far as half its size."""
        tiles = self.painted.keys[at].tiles
        area = extent(tiles) or (0, 0, 0, 0)
        return assembled(tiles, common(area, self._reach), self.tiles)


class MaskFrames(FrameSource):
    """The joined masks of objects for each frame of a clip.

    They are painted on a canvas of `size` (w, h) and come out fitted to `shown` (w, h).
    """

    def __init__(
        self,
        objects: Sequence[ObjectShapes],
        length: int,
        size: tuple[int, int],
        shown: tuple[int, int],
    ) -> None:
        self._objects = tuple(objects)
        self._length = length
        self._size = size
        self._shown = shown

    def __len__(self) -> int:
        return self._length

    def key(self, index: int) -> Digest:
        places = self._places(index)
        parts = [
            f"{shapes.names[place.key]} {place.t!r} {shapes.key(place.key) if place.t else ''}"
            + (" protected" if shapes.painted.protected and len(places) > 1 else "")
            for shapes, place in places
        ]
        return derived_key(_VERSION, str(self._size), str(self._shown), *parts)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return [FrameRef(shapes, place.key) for shapes, place in self._places(index) if place.t]

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        gaps = iter(inputs)
        masks = (
            (self._mask(shapes, place, next(gaps) if place.t else None), shapes.painted.protected)
            for shapes, place in self._places(index)
        )
        return fitted_mask(Mask(joined(masks, self._size)), *self._shown)

    def _mask(self, shapes: ObjectShapes, place: Place, gap: Gap | None) -> Pixels8:
        width, height = self._size
        if gap is not None and not gap.holds:
            return laid(render(gap, place.t), self._size)
        tiles = shapes.painted.keys[place.key].tiles
        return assembled(tiles, (0, 0, width, height), shapes.tiles).values

    def _places(self, index: int) -> list[tuple[ObjectShapes, Place]]:
        found = [(shapes, shapes.place(index)) for shapes in self._objects]
        return [(shapes, place) for shapes, place in found if place is not None]


def laid(patch: Patch, size: tuple[int, int]) -> Pixels8:
    """A part of a mask as a whole one of (width, height)."""
    values = np.zeros((size[1], size[0]), np.uint8)
    height, width = patch.values.shape
    area = (patch.x, patch.y, patch.x + width, patch.y + height)
    left, top, right, bottom = common(area, (0, 0, *size))
    part = patch.values[top - patch.y : bottom - patch.y, left - patch.x : right - patch.x]
    values[top:bottom, left:right] = part
    return values


def _name(tiles: Sequence[Any]) -> Digest:
    return digest_text(" ".join(f"{tile.x} {tile.y} {tile.digest}" for tile in tiles))
