"""Which colours belong to a thing and which to what is around it: smoothed histograms."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.values import Pixels8

_BITS = 4
_SIDE = 1 << _BITS
_UNSEEN = 1e-5
"""Share of a colour that was never seen."""


def colour_numbers(colours: Pixels8) -> NDArray[np.int32]:
    """For each pixel the number of its colour: CIE Lab in 16 steps a channel, chroma stretched
    twofold since most pictures use little of it."""
    import cv2

    lab = np.asarray(
        cv2.cvtColor(cv2.GaussianBlur(colours, (3, 3), 0), cv2.COLOR_RGB2LAB), np.uint8
    )
    stretched = np.clip((lab[..., 1:].astype(np.int16) - 64) * 2, 0, 255)
    steps = (lab[..., 0] >> (8 - _BITS)).astype(np.int32) << (2 * _BITS)
    chroma = (stretched >> (8 - _BITS)).astype(np.int32)
    return steps | (chroma[..., 0] << _BITS) | chroma[..., 1]


def shares(numbers: NDArray[np.int32]) -> Floats:
    """How much of a region each colour takes, (4096,), above 0 everywhere."""
    counts = np.bincount(numbers.reshape(-1), minlength=_SIDE**3).astype(np.float32)
    cube = counts.reshape(_SIDE, _SIDE, _SIDE)
    for axis in range(3):
        cube = _spread(cube, axis)
    total = max(float(cube.sum()), 1e-6)
    return (cube.reshape(-1) / np.float32(total) + np.float32(_UNSEEN)).astype(np.float32)


def _spread(cube: NDArray[Any], axis: int) -> NDArray[Any]:
    """Blurred by (1, 2, 1) / 4."""
    padding = [(0, 0)] * 3
    padding[axis] = (1, 1)
    wide = np.moveaxis(np.pad(cube, padding), axis, 0)
    return np.moveaxis((wide[:-2] + 2 * wide[1:-1] + wide[2:]) / 4, 0, axis)
