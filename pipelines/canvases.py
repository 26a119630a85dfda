"""Pictures on a larger canvas: the room on each side, and the mask of what is new."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

import numpy as np

from pipelines.boundary import Lies, soft_edge
from pipelines.easing import PRESETS, Preset
from pipelines.framing import Anchor, Box, Fit, plan, to_multiple
from pipelines.values import Mask


class Shape(StrEnum):
    """The proportions of a canvas."""

    FREE = "by the sides"
    WIDE = "16:9"
    TALL = "9:16"
    CLASSIC = "4:3"
    PORTRAIT = "3:4"
    SQUARE = "1:1"
    CINEMA = "1.85:1"
    SCOPE = "2.39:1"


_RATIOS = {
    Shape.WIDE: 16 / 9,
    Shape.TALL: 9 / 16,
    Shape.CLASSIC: 4 / 3,
    Shape.PORTRAIT: 3 / 4,
    Shape.SQUARE: 1.0,
    Shape.CINEMA: 1.85,
    Shape.SCOPE: 2.39,
}


@dataclass(frozen=True, slots=True)
class Room:
    """Pixels around a picture."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


def canvas_box(
    width: int,
    height: int,
    room: Room,
    *,
    shape: Shape = Shape.FREE,
    anchor: Anchor = Anchor.CENTRE,
    multiple: int = 1,
) -> Box:
    """The canvas, in pixels of a picture of `width` x `height` that lies wholly on it.

    First come the sides of `room`; then as much as the shape wants and as makes both sides
    multiples, where the anchor leaves it.
    """
    wide, high = width + room.left + room.right, height + room.top + room.bottom
    ratio = _RATIOS.get(shape)
    if ratio is not None:
        wide, high = max(wide, round(high * ratio)), max(high, round(wide / ratio))
    canvas = to_multiple(wide, high, multiple)
    inner = width + room.left + room.right, height + room.top + room.bottom
    placed = plan(*inner, canvas=canvas, fit=Fit.NONE, anchor=anchor).box
    return Box(-placed.x - room.left, -placed.y - room.top, *canvas)


def new_mask(width: int, height: int, canvas: Box, *, overlap: int, feather: float) -> Mask:
    """White where the canvas has more than the picture, and `overlap` pixels into it there; from
    there a ramp as wide as `feather`. At a side without room nothing of the picture is new."""
    made = np.full((canvas.height, canvas.width), 255, np.uint8)
    far_x, far_y = -canvas.x + width, -canvas.y + height
    left = _edge(-canvas.x, overlap)
    top = _edge(-canvas.y, overlap)
    right = canvas.width - _edge(canvas.width - far_x, overlap)
    bottom = canvas.height - _edge(canvas.height - far_y, overlap)
    made[top : max(top, bottom), left : max(left, right)] = 0
    return soft_edge(Mask(made), ceil(feather), Lies.OUTSIDE, PRESETS[Preset.EASE])


def _edge(room: int, overlap: int) -> int:
    return room + overlap if room > 0 else 0
