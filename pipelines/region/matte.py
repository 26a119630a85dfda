"""Where what was made in a region is pasted into its film: what was there, what has come, and its
shadow, within what was to be made."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import ceil
from typing import Any

import numpy as np

from pipelines.boundary import Lies, soft_edge
from pipelines.digest import Digest
from pipelines.easing import PRESETS, Preset
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.framing import Box, crop, unwindow
from pipelines.masks import intersect, union
from pipelines.region.cropping import grown_part
from pipelines.region.region import Region
from pipelines.scaling import fitted_mask
from pipelines.values import Mask, MaskClip

_VERSION = "1"
_CURVE = PRESETS[Preset.EASE]


class Pasted(StrEnum):
    """What of a region is pasted."""

    AUTOMATIC = "automatic"
    """The silhouettes where the new one is known, otherwise all that was to be made."""
    MADE = "all that was made"
    SILHOUETTES = "silhouettes"
    """The old thing, the new one and its shadow; all around them is the film again."""


class MatteFrames(FrameSource):
    """The matte of each frame, as large as the film. Masks that are not are of the region.

    `soft` is how wide its ramp is, in pixels of the film. At `keys` the matte is black.
    """

    def __init__(
        self,
        region: Region,
        things: Sequence[MaskClip],
        *,
        pasted: Pasted,
        soft: int,
        keys: frozenset[int] = frozenset(),
    ) -> None:
        for thing in things:
            _require_length(thing, region)
        self._region = region
        self._whole = pasted is Pasted.MADE or (pasted is Pasted.AUTOMATIC and not things)
        self._things = () if self._whole else tuple(thing.frames for thing in things)
        self._soft = soft
        self._keys = keys

    def __len__(self) -> int:
        return len(self._region)

    def key(self, index: int) -> Digest:
        region = self._region
        size = f"{region.source.width}x{region.source.height}"
        if index in self._keys:
            return derived_key("no matte", size)
        how = f"{size} {region.boxes[index]} {region.margin} {self._soft} {self._whole}"
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key("matte of a region", _VERSION, how, *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        if index in self._keys:
            return ()
        return [FrameRef(one, index) for one in (self._region.masks.frames, *self._things)]

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        region = self._region
        film = region.source
        black = Mask(np.zeros((film.height, film.width), np.uint8))
        if index in self._keys:
            return black
        mask, *things = inputs
        box = region.boxes[index]
        core = grown_part(mask, box, region.margin)
        if not self._whole:
            shown = [_within(one, box, (film.width, film.height)) for one in things]
            core = intersect(core, union(crop(mask, box), *shown))
        core = _clear_of_edges(core, box, (film.width, film.height), self._soft)
        return unwindow(soft_edge(core, self._soft, Lies.OUTSIDE, _CURVE), box, black)


def _within(mask: Mask, box: Box, film: tuple[int, int]) -> Mask:
    """A mask of the film or of the region, as the box of the film shows it."""
    if (mask.width, mask.height) == film:
        return crop(mask, box)
    return fitted_mask(mask, box.width, box.height)


def _clear_of_edges(core: Mask, box: Box, film: tuple[int, int], soft: int) -> Mask:
    """The mask with room for its ramp within the box, but where the film ends as well."""
    room = ceil(soft)
    left = room if box.x > 0 else 0
    top = room if box.y > 0 else 0
    right = core.width - (room if box.x + box.width < film[0] else 0)
    bottom = core.height - (room if box.y + box.height < film[1] else 0)
    if (left, top, right, bottom) == (0, 0, core.width, core.height):
        return core
    pixels = np.zeros_like(core.pixels)
    pixels[top:bottom, left:right] = core.pixels[top:bottom, left:right]
    return Mask(pixels)


def _require_length(thing: MaskClip, region: Region) -> None:
    if len(thing) != len(region):
        raise MismatchError(
            f"A mask has {len(thing)} frames, the region {len(region)}.",
            mend="Make it from what was made in the region, or fit its length.",
        )
