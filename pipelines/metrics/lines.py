"""How far the lines of a drawing lie from where they should: chamfer line distance."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.metrics.planes import check_sizes, luma
from pipelines.premultiplied import Floats
from pipelines.values import Image

_FINE, _WIDE = 1.0, 1.6
"""Widths of the two Gaussians in pixels; their ratio is that of Winnemoeller's XDoG, 2012."""
_DARKER = 4.0
"""Levels by which a line is darker than what is around it."""
_REACH = 0.05
"""Of the diagonal: further than this a line counts as lost, however far."""


def lines(picture: Image) -> NDArray[np.bool_]:
    """(H, W): where dark lines and the dark sides of edges are, by a difference of Gaussians."""
    import cv2

    light = luma(picture).astype(np.float32)
    fine = cv2.GaussianBlur(light, (0, 0), _FINE)
    wide = cv2.GaussianBlur(light, (0, 0), _WIDE)
    return np.asarray(cv2.subtract(wide, fine)) > _DARKER


def chamfer(made: Image, true: Image) -> float:
    """Mean distance from a line of one drawing to the nearest of the other, both ways, in pixels.

    After the chamfer line distance of Chen and Zwicker, ECCV 2022 (there over all pixels of the
    picture, here over those of lines, so that it reads in pixels). A line further than 5 % of the
    diagonal from any other counts as that far: the most there is. 0 where neither has lines.
    """
    check_sizes(made, true)
    one, other = lines(made), lines(true)
    most = _REACH * float(np.hypot(made.width, made.height))
    if not one.any() and not other.any():
        return 0.0
    return (_way(one, other, most) + _way(other, one, most)) / 2


def _way(start: NDArray[np.bool_], goal: NDArray[np.bool_], most: float) -> float:
    """From each line of `start` to the nearest of `goal`, the mean."""
    import cv2

    if not start.any() or not goal.any():
        return most
    away = cv2.distanceTransform((~goal).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    far = cast(Floats, np.asarray(cast(Any, away)))[start]
    return float(np.minimum(far, most).mean(dtype=np.float64))
