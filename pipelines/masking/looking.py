"""The masks of all objects on one frame, as one looks at them while painting."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipelines.frames import FrameRef, read
from pipelines.masking.between import Gap, render
from pipelines.masking.frames import MaskFrames, ObjectShapes, laid, place_of
from pipelines.masking.joining import joined
from pipelines.masking.objects import MaskObject, key_at
from pipelines.masking.patches import Patch
from pipelines.painting.tiles import TileSource
from pipelines.values import Pixels8

_GAPS = 12
NONE_FOLLOWED: Mapping[str, Pixels8] = {}


@dataclass(frozen=True, slots=True)
class MaskLook:
    """The masks of objects on a frame, by the objects' ids: (h, w) uint8 on the canvas.

    `whole` are those that lie between two keys, as far as they go beside the picture, and those
    that were followed.
    """

    frame: int
    size: tuple[int, int]
    objects: tuple[MaskObject, ...]
    masks: Mapping[str, Pixels8]
    whole: Mapping[str, Patch]

    def guard(self, painted: str) -> Pixels8 | None:
        """How much of each pixel belongs to protected objects other than the painted one."""
        found = [self.masks[one.id] for one in self.objects if one.protected and one.id != painted]
        return joined([(mask, True) for mask in found], self.size) if found else None

    def spared(self, painted: str, after: Pixels8) -> Pixels8:
        """The next mask of an object, without what it would take from protected others."""
        guard = self.guard(painted)
        if guard is None:
            return after
        return np.maximum(np.minimum(after, 255 - guard), np.minimum(after, self.masks[painted]))


class MaskReading:
    """Reads masks of one frame after the other. Gaps that were measured are remembered."""

    def __init__(self, tiles: TileSource) -> None:
        self._tiles = tiles
        self._gaps: OrderedDict[str, Gap] = OrderedDict()

    def look(
        self,
        objects: Sequence[MaskObject],
        frame: int,
        size: tuple[int, int],
        followed: Mapping[str, Pixels8] = NONE_FOLLOWED,
    ) -> MaskLook:
        """The masks of a frame: on keys as they are, elsewhere as they were `followed`, by the
        objects' ids, or else the shapes between the keys. Raises MissingTileError."""
        masks: dict[str, Pixels8] = {}
        whole: dict[str, Patch] = {}
        for one in objects:
            patch = self._between(one, frame, size)
            if one.id in followed and key_at(one, frame) is None:
                patch = Patch(0, 0, followed[one.id])
            if patch is None:
                masks[one.id] = self._mask(one, frame, size)
            else:
                masks[one.id] = laid(patch, size)
                whole[one.id] = patch
        return MaskLook(frame, size, tuple(objects), masks, whole)

    def _between(self, painted: MaskObject, frame: int, size: tuple[int, int]) -> Patch | None:
        """The mask between two keys with what lies beside the picture; None on a key and where
        one holds."""
        shapes = ObjectShapes(painted, size, self._tiles)
        place = place_of(painted, frame)
        if place is None or not place.t:
            return None
        if shapes.place(frame) != place:
            return shapes.patch(place.key)  # both keys are alike
        ref = FrameRef(shapes, place.key)
        gap = self._lookup(ref) or self._make(ref, ())
        return shapes.patch(place.key) if gap.holds else render(gap, place.t)

    def _mask(self, painted: MaskObject, frame: int, size: tuple[int, int]) -> Pixels8:
        shapes = ObjectShapes(painted, size, self._tiles)
        frames = MaskFrames([shapes], frame + 1, size, size)
        return read(frames, frame, lookup=self._lookup, make=self._make).pixels

    def _lookup(self, ref: FrameRef) -> Gap | None:
        if not isinstance(ref.source, ObjectShapes):
            return None
        found = self._gaps.get(ref.source.key(ref.at))
        if found is not None:
            self._gaps.move_to_end(ref.source.key(ref.at))
        return found

    def _make(self, ref: FrameRef, inputs: Sequence[Any]) -> Any:
        made = ref.source.make(ref.at, inputs)
        if isinstance(made, Gap):
            self._gaps[ref.source.key(ref.at)] = made
            if len(self._gaps) > _GAPS:
                self._gaps.popitem(last=False)
        return made
