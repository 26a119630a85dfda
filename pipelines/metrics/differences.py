"""How far a made picture is from the true one, pixel by pixel: L1 and PSNR, weighted or not."""

from __future__ import annotations

import numpy as np

from pipelines.metrics.planes import WHITE, both, check_sizes, colours
from pipelines.premultiplied import Floats
from pipelines.values import Image

PSNR_MOST = 99.0
"""What equal pictures have, in dB: the ratio itself is endless there."""
_LEAST = 1e-12
_SPREAD = 2.0


def l1(made: Image, true: Image) -> float:
    """Mean absolute difference, in levels of 0..255 whatever the depth; 0 where they are equal."""
    one, other = both(made, true)
    return float(np.abs(one - other).mean(dtype=np.float64))


def psnr(made: Image, true: Image) -> float:
    """Peak signal-to-noise ratio 10 log10(255^2 / MSE) over pixels and colours, in dB, 0..99."""
    one, other = both(made, true)
    return _decibels(float(np.square(one - other).mean(dtype=np.float64)))


def divergence(before: Image, after: Image) -> Floats:
    """How far two keys differ at each place: (H, W) float32 in 0..1, the mean of the colours,
    softened by a Gaussian of 2 pixels. It says where frames between them are hard to make."""
    import cv2

    one, other = both(before, after)
    apart = np.abs(one - other).mean(axis=2, dtype=np.float32) / np.float32(WHITE)
    return np.asarray(cv2.GaussianBlur(apart, (0, 0), _SPREAD), np.float32)


def weighted_psnr(made: Image, true: Image, weights: Floats) -> float:
    """PSNR where each pixel counts by its weight, (H, W) >= 0, in dB, 0..99.

    With the `divergence` of the keys around a frame, a still background counts little: it is the
    moving part that is judged, and all methods by the same weights. The plain PSNR where the keys
    are equal.
    """
    check_sizes(made, true)
    error = np.square(colours(made) - colours(true)).mean(axis=2)
    total = float(weights.sum(dtype=np.float64))
    if total < _LEAST * weights.size:
        return _decibels(float(error.mean(dtype=np.float64)))
    return _decibels(float((error * weights).sum(dtype=np.float64)) / total)


def _decibels(squared: float) -> float:
    return float(np.clip(10 * np.log10(WHITE**2 / max(squared, _LEAST)), 0, PSNR_MOST))
