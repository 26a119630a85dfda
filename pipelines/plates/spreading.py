"""Values carried smoothly from where they are known to where they are not."""

from __future__ import annotations

from typing import cast

import numpy as np

from pipelines.premultiplied import Floats


def spread(values: Floats, known: Floats) -> Floats:
    """(H, W, C) with what is unknown (`known` 0, (H, W)) filled smoothly from around it.

    By a pyramid of weighted means. Where nothing is known at all: zeros.
    """
    import cv2

    weights = known[..., None]
    if known.all() or not known.any():
        return (values * weights).astype(np.float32)
    height, width = known.shape
    if max(height, width) <= 2:
        total = np.float32(known.sum())
        mean = (values * weights).sum(axis=(0, 1)) / total
        return np.where(weights > 0, values, mean).astype(np.float32)
    half = (max(1, (width + 1) // 2), max(1, (height + 1) // 2))
    sums = cast(Floats, cv2.resize(values * weights, half, interpolation=cv2.INTER_AREA))
    amount = cast(Floats, cv2.resize(known, half, interpolation=cv2.INTER_AREA))
    sums = sums.reshape(half[1], half[0], -1)
    some = amount > 0
    means = sums / np.where(some, amount, 1)[..., None]
    below = spread(means.astype(np.float32), some.astype(np.float32))
    wide = cv2.resize(below, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.where(weights > 0, values, wide.reshape(values.shape)).astype(np.float32)
