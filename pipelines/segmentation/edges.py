"""Soft masks that follow the edges of a picture.

He, Sun and Tang, "Guided image filtering", IEEE TPAMI 35 (2013), with a guide in colour; for a
larger picture after He and Sun, "Fast guided filter" (2015).
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.segmentation.working import resized
from pipelines.values import Pixels8

_RADIUS = 8
_SMOOTHNESS = np.float32(3e-4)


class Guide:
    """A picture, (h, w, 3) in 8 bits, measured once for all the masks that follow it."""

    def __init__(self, colours: Pixels8, radius: int = _RADIUS) -> None:
        self._side = (2 * radius + 1, 2 * radius + 1)
        self._picture = colours.astype(np.float32) / np.float32(255)
        self._mean = self._blur(self._picture)
        self._inverse = self._inverse_covariance()

    def follow(self, mask: Floats) -> Floats:
        """The mask (h, w), 0..1, with its edges along those of the picture."""
        return _line(*self._coefficients(mask), self._picture)

    def follow_larger(self, mask: Floats, colours: Pixels8) -> Floats:
        """The same for the picture in a larger size."""
        slope, offset = self._coefficients(mask)
        size = colours.shape[0], colours.shape[1]
        larger = colours.astype(np.float32) / np.float32(255)
        return _line(resized(slope, size), resized(offset, size), larger)

    def _coefficients(self, mask: Floats) -> tuple[Floats, Floats]:
        mean = self._blur(mask)
        shared = self._blur(self._picture * mask[..., None]) - self._mean * mean[..., None]
        xx, xy, xz, yy, yz, zz = self._inverse
        x, y, z = (shared[..., channel] for channel in range(3))
        rows = (xx * x + xy * y + xz * z, xy * x + yy * y + yz * z, xz * x + yz * y + zz * z)
        slope = np.stack(rows, axis=-1).astype(np.float32)
        return self._blur(slope), self._blur(mean - _dot(slope, self._mean))

    def _inverse_covariance(self) -> tuple[Floats, ...]:
        """The six different entries of the inverse of each pixel's 3 x 3 covariance."""
        pairs = ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
        products = [self._picture[..., a] * self._picture[..., b] for a, b in pairs]
        means = [self._mean[..., a] * self._mean[..., b] for a, b in pairs]
        xx, xy, xz, yy, yz, zz = (
            self._blur(product) - mean + (_SMOOTHNESS if a == b else np.float32(0))
            for product, mean, (a, b) in zip(products, means, pairs, strict=True)
        )
        minors = (
            yy * zz - yz * yz,
            yz * xz - xy * zz,
            xy * yz - yy * xz,
            xx * zz - xz * xz,
            xy * xz - xx * yz,
            xx * yy - xy * xy,
        )
        determinant = minors[0] * xx + minors[1] * xy + minors[2] * xz
        return tuple(cast(Floats, minor / determinant) for minor in minors)

    def _blur(self, values: NDArray[Any]) -> Floats:
        import cv2

        return cast(Floats, cv2.blur(values, self._side))


def _line(slope: Floats, offset: Floats, picture: Floats) -> Floats:
    return cast(Floats, np.clip(_dot(slope, picture) + offset, 0, 1))


def _dot(a: Floats, b: Floats) -> Floats:
    return cast(Floats, a[..., 0] * b[..., 0] + a[..., 1] * b[..., 1] + a[..., 2] * b[..., 2])
