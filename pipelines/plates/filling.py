"""One frame filled where it is masked: with pixels that other frames show, then with the plate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.boundary import composite
from pipelines.flow import between_frames, warp
from pipelines.plates.camera import Matrix, Stance
from pipelines.plates.plate import Plate, Sample, lit, warped
from pipelines.plates.spreading import spread
from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.values import Image, Mask, Pixels8

_ROOM = 32
"""Pixels around the mask that are looked at."""
_SOURCES = 4
"""Frames next in time that give pixels."""
_UNLIKE = np.float32(0.06)
"""How far what a frame shows may be from the plate: else something stood there."""
_MOST_OFFSET = np.float32(0.1)
"""What the light of a part may differ by after the light of the frame is matched."""
_RING = 6


class _Window(NamedTuple):
    """The part of a frame around its mask."""

    rows: slice
    columns: slice

    @property
    def size(self) -> tuple[int, int]:
        return self.columns.stop - self.columns.start, self.rows.stop - self.rows.start

    @property
    def place(self) -> Matrix:
        return np.array([[1, 0, self.columns.start], [0, 1, self.rows.start], [0, 0, 1]], float)


def fill(
    index: int,
    picture: Image,
    mask: Mask,
    *,
    stance: Stance,
    plate: Plate,
    samples: Sequence[Sample],
) -> Image:
    """The frame with what the mask covers taken from its stretch; elsewhere to the last bit itself.

    As it is where nothing is masked, or where no frame shows anything of the ground.
    """
    hidden = mask.pixels > 0
    if not hidden.any() or not plate.known.any():
        return picture
    window = _around(hidden)
    part = Image(picture.pixels[window.rows, window.columns])
    here, seen = premultiply(part), ~hidden[window.rows, window.columns]
    back = plate.matrix @ stance.matrix @ window.place
    ground = lit(warped(plate.pixels, back, window.size), stance.gains)
    known = warped(plate.known, back, window.size) > 0
    ground = _brought(ground, here, seen & known)
    made, left = np.zeros_like(here), np.ones(seen.shape, np.float32)
    for one in sorted(samples, key=lambda one: (abs(one.frame - index), one.frame))[:_SOURCES]:
        if one.frame == index or not (left[~seen] > 0).any():
            continue
        shown, share = _shown(one, stance, window, np.where(seen[..., None], here, ground))
        taken = (share * left)[..., None]
        made += taken * shown
        left -= taken[..., 0]
    made += left[..., None] * ground
    made = _joined(made, here, seen)
    whole = picture.pixels.copy()
    whole[window.rows, window.columns] = unpremultiply(made, bits=picture.bits).pixels
    return composite(picture, Image(whole), mask)


def _around(hidden: NDArray[np.bool_]) -> _Window:
    import cv2

    height, width = hidden.shape
    x, y, across, down = cv2.boundingRect(hidden.view(np.uint8))
    rows = slice(max(0, y - _ROOM), min(height, y + down + _ROOM))
    return _Window(rows, slice(max(0, x - _ROOM), min(width, x + across + _ROOM)))


def _brought(ground: Floats, here: Floats, seen: NDArray[np.bool_]) -> Floats:
    """The plate moved a little, as the part of the frame that is seen asks for."""
    if not seen.any():
        return ground
    field = between_frames(_grey(np.where(seen[..., None], here, ground)), _grey(ground))
    smooth = spread(field, seen.astype(np.float32))
    return cast(Floats, warp(ground, smooth))


def _shown(one: Sample, stance: Stance, window: _Window, ground: Floats) -> tuple[Floats, Floats]:
    """What a sample shows of the window, led along the flow to it, and how much of it is taken."""
    import cv2

    back = np.linalg.inv(one.stance.matrix) @ stance.matrix @ window.place
    shown = lit(warped(one.pixels, back, window.size), stance.gains / one.stance.gains)
    visible = warped(one.visible, back, window.size)
    whole = np.where((visible == 255)[..., None], shown, ground)
    field = between_frames(_grey(ground), _grey(whole))
    shown, visible = cast(Floats, warp(shown, field)), warp(visible, field)
    unlike = cv2.blur(np.abs(shown - ground).max(axis=2), (5, 5))
    good = (visible == 255) & (unlike < _UNLIKE)
    depth = cv2.distanceTransform(good.astype(np.uint8), cv2.DIST_L2, 3)
    return shown, np.clip(depth / np.float32(_RING), 0, 1).astype(np.float32)


def _joined(made: Floats, here: Floats, seen: NDArray[np.bool_]) -> Floats:
    """What is made, its light brought to that of the frame around it, smoothly over the mask."""
    import cv2

    side = 2 * _RING + 1
    ring = cv2.dilate((~seen).astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    ring &= seen
    if not ring.any():
        return made
    off = np.clip(here - made, -_MOST_OFFSET, _MOST_OFFSET)
    off = off * ring[..., None]
    amount = cv2.blur(ring.astype(np.float32), (side, side))
    mean = cv2.blur(off, (side, side)).reshape(off.shape) / np.maximum(amount, 1e-6)[..., None]
    return made + spread(mean.astype(np.float32), ring.astype(np.float32))


def _grey(floats: Floats) -> Pixels8:
    import cv2

    colours = np.clip(floats[..., :3] * 255, 0, 255).astype(np.uint8)
    return cast(Pixels8, cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY))
