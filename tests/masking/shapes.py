"""Painted keys that can be predicted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from pipelines.masking.objects import MaskKey, MaskObject
from pipelines.masking.patches import Patch, cut_mask
from pipelines.painting.tiles import MemoryTiles
from pipelines.values import Pixels8

SIZE = (96, 64)


def box(left: int, top: int, right: int, bottom: int, *, level: int = 255) -> Pixels8:
    """A mask of SIZE with an upright box in it."""
    values = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    values[top:bottom, left:right] = level
    return values


def disc(x: float, y: float, radius: float, *, soft: float = 1.0) -> Pixels8:
    """A mask of SIZE with a disc whose edge is `soft` pixels wide."""
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]] + 0.5
    depth = radius - np.hypot(columns - x, rows - y)
    return np.rint(np.clip(depth / soft + 0.5, 0, 1) * 255).astype(np.uint8)


def painted(
    tiles: MemoryTiles, keys: Mapping[int, Pixels8], *, name: str = "ball", **attributes: Any
) -> MaskObject:
    """An object with these masks on these frames."""
    made = tuple(
        MaskKey(frame=frame, tiles=cut_mask(Patch(0, 0, values), tiles))
        for frame, values in sorted(keys.items())
    )
    return MaskObject(id=name, keys=made, **attributes)
