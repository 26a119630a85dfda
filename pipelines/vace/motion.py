"""The motion of a clip as a picture: optical flow in colours, as VACE was shown it.

The colour wheel is that of Baker et al., "A Database and Evaluation Methodology for Optical Flow",
ICCV 2007: hue is the direction, and what moves less is paler.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipelines import flow
from pipelines.conversions import gray
from pipelines.premultiplied import Floats
from pipelines.values import Image

_TURNS = ((15, 0, 1), (6, 1, 0), (4, 1, 2), (11, 2, 1), (13, 2, 0), (6, 0, 2))
"""Steps of the wheel from red on: how many, the channel that is full, the one that changes."""
_STILL = 1.0
"""Pixels: where nothing moves farther, the picture is scaled as if something did."""


def motion_picture(first: Image, second: Image) -> Image:
    """How `first` moves towards `second`, two frames next to each other of one size."""
    return coloured(flow.between_frames(gray(first).pixels, gray(second).pixels))


def coloured(field: Floats) -> Image:
    """A field (H, W, 2) of steps in pixels as colours."""
    length = np.hypot(field[..., 0], field[..., 1])
    radius = length / max(float(length.max()), _STILL)
    wheel = _wheel()
    turn = np.arctan2(-field[..., 1], -field[..., 0]) / np.pi
    place = (turn + 1) / 2 * (len(wheel) - 1)
    below = np.floor(place).astype(np.intp)
    above = (below + 1) % len(wheel)
    share = (place - below)[..., None]
    colour = wheel[below] * (1 - share) + wheel[above] * share
    pale = 1 - radius[..., None] * (1 - colour)
    return Image(np.floor(pale * 255).astype(np.uint8))


@cache
def _wheel() -> NDArray[np.float64]:
    """The colours once around, (55, 3) in 0..1."""
    parts: list[NDArray[np.float64]] = []
    for place, (steps, full, changing) in enumerate(_TURNS):
        colours = np.zeros((steps, 3))
        colours[:, full] = 1
        rise = np.arange(steps) / steps
        colours[:, changing] = rise if place % 2 == 0 else 1 - rise
        parts.append(colours)
    return np.concatenate(parts)
