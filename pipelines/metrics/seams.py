"""Whether the edge of what was pasted into a picture shows: the seam score."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipelines.metrics.planes import check_sizes, colours
from pipelines.premultiplied import Floats
from pipelines.values import Image, Mask

_REACH = 4
_FLOOR = 1.0
"""Levels added to both sides of the ratio: noise of half a level is no seam on a flat ground."""


def seam_score(picture: Image, mask: Mask, *, reach: int = _REACH) -> float | None:
    """How much stronger the picture jumps across the mask's edge than beside it.

    Of all pairs of neighbouring pixels, those with one on each side of the edge (mask >= 128) are
    across; those with both on one side, within `reach` pixels of the edge, are the ring's own. The
    score is (mean jump across + 1) / (mean jump of the ring + 1), jumps in levels, mean of the
    colours: about 1 without a seam, 2 where it is twice as strong as the texture. An object whose
    outline is the mask's edge has more by itself: compare with the score of the untouched picture.
    None where the mask has no edge within the picture.
    """
    check_sizes(picture, mask)
    inside = mask.pixels >= 128
    if inside.all() or not inside.any():
        return None
    ring = _ring(inside, reach)
    values = colours(picture)
    across: list[Floats] = []
    own: list[Floats] = []
    for first, second in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        jumps = np.abs(values[second] - values[first]).mean(axis=2, dtype=np.float32)
        crossing = inside[first] != inside[second]
        across.append(jumps[crossing])
        own.append(jumps[~crossing & ring[first] & ring[second]])
    return (_mean(across) + _FLOOR) / (_mean(own) + _FLOOR)


def _ring(inside: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """Pixels whose square of `reach` around them holds both sides."""
    import cv2

    side = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    area = inside.astype(np.uint8)
    return np.asarray(cv2.dilate(area, side)) != np.asarray(cv2.erode(area, side))


def _mean(parts: list[Floats]) -> float:
    joined = np.concatenate(parts)
    return float(joined.mean(dtype=np.float64)) if joined.size else 0.0
