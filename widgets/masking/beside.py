"""Masks as far as they go beside the picture: nothing that is done within it forgets the rest."""

from __future__ import annotations

import numpy as np

from pipelines.masking.frames import place_of
from pipelines.masking.looking import MaskLook
from pipelines.masking.objects import MaskObject
from pipelines.masking.patches import Patch, area_of, assembled, common, extent
from pipelines.painting.tiles import TileSource


def whole_mask(painted: MaskObject, look: MaskLook, tiles: TileSource) -> Patch:
    """The mask of an object that was looked at, twice as far beside the picture as it is large.
    Raises MissingTileError."""
    found = look.whole.get(painted.id)
    if found is not None:
        return found
    place = place_of(painted, look.frame)
    kept = painted.keys[place.key].tiles if place is not None else ()
    width, height = look.size
    reach = (-2 * width, -2 * height, 3 * width, 3 * height)
    return assembled(kept, common(extent(kept) or (0, 0, width, height), reach), tiles)


def widened(whole: Patch, size: tuple[int, int], room: int) -> Patch:
    """A mask in an area that holds it and a picture of (width, height), and some room."""
    left, top, right, bottom = area_of(whole)
    left, top = min(left, 0) - room, min(top, 0) - room
    right, bottom = max(right, size[0]) + room, max(bottom, size[1]) + room
    made = np.zeros((bottom - top, right - left), np.uint8)
    height, width = whole.values.shape
    row, column = whole.y - top, whole.x - left
    made[row : row + height, column : column + width] = whole.values
    return Patch(left, top, made)
