"""How alike two pictures are in structure: SSIM."""

from __future__ import annotations

from typing import cast

import numpy as np

from pipelines.metrics.planes import WHITE, both
from pipelines.premultiplied import Floats
from pipelines.values import Image

_WINDOW = 7
_LIGHT = (0.01 * WHITE) ** 2
_CONTRAST = (0.03 * WHITE) ** 2


def ssim(made: Image, true: Image) -> float:
    """Structural similarity, -1..1, 1 where they are equal: Wang et al., IEEE TIP 2004.

    Windows of 7 x 7 with equal weights and sample covariance, those that lie within the picture,
    mean of the three colours: what scikit-image computes by default.
    """
    one, other = both(made, true)
    margin = _window(one) // 2
    height, width = one.shape[:2]
    inner = likeness(one, other)[margin : height - margin, margin : width - margin]
    return float(inner.mean(dtype=np.float64))


def likeness(one: Floats, other: Floats) -> Floats:
    """SSIM around each pixel and in each channel; both (H, W, ...) float32 in 0..255."""
    import cv2

    side = _window(one)
    count = side * side
    sample = np.float32(count / max(count - 1, 1))

    def mean(values: Floats) -> Floats:
        found = cv2.blur(values, (side, side), borderType=cv2.BORDER_REFLECT)
        return cast(Floats, found).reshape(values.shape)

    mean_one, mean_other = mean(one), mean(other)
    spread_one = sample * (mean(one * one) - mean_one * mean_one)
    spread_other = sample * (mean(other * other) - mean_other * mean_other)
    common = sample * (mean(one * other) - mean_one * mean_other)
    above = (2 * mean_one * mean_other + _LIGHT) * (2 * common + _CONTRAST)
    below = (mean_one**2 + mean_other**2 + _LIGHT) * (spread_one + spread_other + _CONTRAST)
    return cast(Floats, above / below)


def _window(picture: Floats) -> int:
    """The side of a window: odd, 7 unless the picture is smaller."""
    side = min(_WINDOW, *picture.shape[:2])
    return side if side % 2 else max(side - 1, 1)
