"""Boxes as masks: white within, nothing else; made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipelines.detection.found import Box, FoundObject
from pipelines.digest import Digest
from pipelines.frames import FrameSource, derived_key
from pipelines.values import Mask

_VERSION = "box/1"

Edges = tuple[int, int, int, int]


class BoxFrames(FrameSource):
    """The boxes of things on each frame of a clip, joined. `size` is width and height in pixels."""

    def __init__(self, objects: Sequence[FoundObject], length: int, size: tuple[int, int]) -> None:
        self._objects = tuple(objects)
        self._length = length
        self._size = size

    def __len__(self) -> int:
        return self._length

    def key(self, index: int) -> Digest:
        edges = sorted(set(self._edges(index)))
        return derived_key(_VERSION, str(self._size), *(str(one) for one in edges))

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        wide, high = self._size
        pixels = np.zeros((high, wide), np.uint8)
        for left, top, right, bottom in self._edges(index):
            pixels[top:bottom, left:right] = 255
        return Mask(pixels)

    def _edges(self, index: int) -> list[Edges]:
        places = (one.place(index) for one in self._objects)
        return [pixel_edges(seen.box, self._size) for seen in places if seen is not None]


def pixel_edges(box: Box, size: tuple[int, int]) -> Edges:
    """Left, top, right, bottom in whole pixels, at least one of them across and down."""
    wide, high = size
    left, top = min(round(box.left * wide), wide - 1), min(round(box.top * high), high - 1)
    return left, top, max(round(box.right * wide), left + 1), max(round(box.bottom * high), top + 1)
