"""The frames of a region: the part of each picture and of each mask, at the region's size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.framing import Box, crop, window
from pipelines.masks import grow
from pipelines.region.region import Region
from pipelines.values import Clip, Image, Mask, MaskClip

_VERSION = "1"
_SPARE = 3
"""Pixels beyond a grown edge that still have a say in it."""


class CroppedFrames(FrameSource):
    """The part of each frame of the clip. What lies beyond the frame repeats its edge."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __len__(self) -> int:
        return len(self._region)

    def key(self, index: int) -> Digest:
        region = self._region
        where = f"{region.boxes[index]} {region.size}"
        return derived_key("region", _VERSION, where, region.clip.frames.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._region.clip.frames, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        return window(inputs[0], self._region.boxes[index], self._region.size)


class CroppedMasks(FrameSource):
    """The part of each mask, grown by the region's margin, black beyond the frame."""

    def __init__(self, region: Region) -> None:
        self._region = region

    def __len__(self) -> int:
        return len(self._region)

    def key(self, index: int) -> Digest:
        region = self._region
        where = f"{region.boxes[index]} {region.size} {region.margin}"
        return derived_key("region mask", _VERSION, where, region.masks.frames.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._region.masks.frames, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        region = self._region
        part = grown_part(inputs[0], region.boxes[index], region.margin)
        return window(part, Box(0, 0, part.width, part.height), region.size)


def cropped_clip(region: Region) -> Clip:
    """The region as a clip, with the sound, marks and shots of the film."""
    clip = region.clip
    width, height = region.size
    shown = replace(clip.format, width=width, height=height)
    return replace(clip, format=shown, frames=CroppedFrames(region))


def cropped_masks(region: Region) -> MaskClip:
    """What is to be made within the region."""
    masks = region.masks
    width, height = region.size
    shown = replace(masks.format, width=width, height=height)
    return replace(masks, format=shown, frames=CroppedMasks(region))


def grown_part(mask: Mask, box: Box, margin: int) -> Mask:
    """The part of a mask within a box of its own pixels, grown as the whole mask would be."""
    spare = margin + _SPARE if margin else 0
    left, top = max(box.x - spare, 0), max(box.y - spare, 0)
    right = min(box.x + box.width + spare, mask.width)
    bottom = min(box.y + box.height + spare, mask.height)
    near = Box(left, top, max(right - left, 1), max(bottom - top, 1))
    grown = grow(crop(mask, near), margin)
    return crop(grown, Box(box.x - left, box.y - top, box.width, box.height))
