"""How well a carried mask is likely to fit, from what it looks like beside its key; no carrying.

The weights were fitted to the logarithm of the likeness with the truth, on clips put together by
`benchmarks.mask_scenes` and some filmed ones; of what was tried, what stands here ranks frames of
different clips best. The residual of the key's colours ranks those of one clip well, but says more
of the clip than of the mask.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.segmentation.colours import colour_numbers
from pipelines.segmentation.working import depth_of, extent
from pipelines.values import Pixels8

LEAST = 20
"""Pixels: a thing smaller than this is lost."""
_UNSURE, _MOST_UNSURE = 0.45, 2.0
_ASTRAY = 0.28
_AREA = 0.06
_OUTLINE = 0.28
_COLOUR = 0.06
_COLOUR_MOST = 2.5
_LEAST_DOUBT = 0.1
"""Doubt comes to bear from here on; no carried mask is as sure as a key."""


class Trust:
    """What carried masks are held against: the key's shape, (h, w), and for each number of a colour
    the logarithm of how much likelier it is inside."""

    def __init__(self, shape: NDArray[np.bool_], table: Floats) -> None:
        self._area = np.count_nonzero(shape)
        self._outline = _outline(shape)
        self._table = np.clip(table, -_COLOUR_MOST, _COLOUR_MOST)

    def confidence(self, mask: Floats, landed: NDArray[np.bool_], colours: Pixels8) -> float:
        """About the intersection over union with the true mask that is to be expected, 0..1.

        `landed` is where the key's shape comes to lie along the whole way.
        """
        inside = mask > 0.5
        area = np.count_nonzero(inside)
        if area < LEAST:
            return 0.0
        unsure = np.count_nonzero((mask > 0.15) & (mask < 0.85)) / area
        astray = 1 - np.count_nonzero(inside & landed) / np.count_nonzero(inside | landed)
        change = abs(float(np.log((area + LEAST) / (self._area + LEAST))))
        frayed = abs(float(np.log(_outline(inside) / self._outline)))
        doubt = (
            _UNSURE * min(unsure, _MOST_UNSURE)
            + _ASTRAY * astray
            + _AREA * change
            + _OUTLINE * frayed
            - _COLOUR * self._told_apart(inside, colours)
        )
        return float(np.exp(-_LEAST_DOUBT * np.logaddexp(0, doubt / _LEAST_DOUBT)))

    def _told_apart(self, inside: NDArray[np.bool_], colours: Pixels8) -> float:
        """How much more the colours inside than those around are the key's: below 0 is wrong."""
        reach = float(np.sqrt(np.count_nonzero(inside))) / 2
        found = extent(inside)
        if found is None:
            return 0.0
        near = found.wider(int(reach), int(reach), inside.shape[:2])
        part = np.ascontiguousarray(near.of(inside))
        says = self._table[colour_numbers(np.ascontiguousarray(near.of(colours)))]
        depth = depth_of(part)
        around = (depth < -2) & (depth > -reach)
        if not around.any():
            return 0.0
        return float(says[part].mean() - says[around].mean())


def _outline(shape: NDArray[np.bool_]) -> float:
    """Pixels along the outside, for each pixel of the size (the root of the area)."""
    import cv2

    found, _ = cv2.findContours(shape.view(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    size = max(float(np.sqrt(np.count_nonzero(shape))), 4.0)
    return sum(len(line) for line in found) / size + 0.1
