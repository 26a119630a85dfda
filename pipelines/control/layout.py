"""Where things lie, as black outlines on white: boxes of found things, boxes or edges of masks.

The widths are those of VACE's own pictures: 2 pixels for a box, 3 for an edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import numpy as np

from pipelines.detection.box_frames import Edges, pixel_edges
from pipelines.detection.found import FoundObject
from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.scaling import fitted_mask
from pipelines.values import Image, Mask, MaskClip, Pixels8

BOX, EDGE = 2, 3
_VERSION = "layout/1"
_SPECK = 1e-4
"""The share of the picture below which an area of a mask is no thing."""
_WHITE, _BLACK = 255, (0, 0, 0)

Size = tuple[int, int]


class Shape(StrEnum):
    """What of a mask is drawn."""

    BOXES = "boxes"
    OUTLINES = "outlines"


class LayoutFrames(FrameSource):
    """The layout of each frame of a clip: things where there are any, masks where there are any."""

    def __init__(
        self,
        objects: Sequence[FoundObject],
        masks: MaskClip | None,
        length: int,
        size: Size,
        shape: Shape,
    ) -> None:
        self._objects = tuple(objects)
        self._masks = masks
        self._length = length
        self._size = size
        self._shape = shape

    def __len__(self) -> int:
        return self._length

    def key(self, index: int) -> Digest:
        edges = sorted(set(self._edges(index)))
        masked = "" if self._masks is None else self._masks.frames.key(index)
        return derived_key(_VERSION, str(self._size), self._shape, str(edges), masked)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return () if self._masks is None else (FrameRef(self._masks.frames, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        wide, high = self._size
        paper = np.full((high, wide, 3), _WHITE, np.uint8)
        for edges in self._edges(index):
            _draw_box(paper, edges)
        for mask in inputs:
            _draw_mask(paper, fitted_mask(mask, wide, high), self._shape)
        return Image(paper)

    def _edges(self, index: int) -> list[Edges]:
        places = (one.place(index) for one in self._objects)
        return [pixel_edges(seen.box, self._size) for seen in places if seen is not None]


def _draw_box(paper: Pixels8, edges: Edges) -> None:
    import cv2

    left, top, right, bottom = edges
    cv2.rectangle(paper, (left, top), (right - 1, bottom - 1), _BLACK, BOX)


def _draw_mask(paper: Pixels8, mask: Mask, shape: Shape) -> None:
    """The outer edges of its areas, or a box around each of them."""
    import cv2

    inside = (mask.pixels > 127).astype(np.uint8)
    outlines, _ = cv2.findContours(inside, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if shape is Shape.OUTLINES:
        cv2.drawContours(paper, outlines, -1, _BLACK, EDGE)
        return
    for outline in outlines:
        left, top, wide, high = cv2.boundingRect(outline)
        if wide * high >= inside.size * _SPECK:
            _draw_box(paper, (left, top, left + wide, top + high))
