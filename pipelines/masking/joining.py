"""The masks of several objects as one."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from pipelines.values import Pixels8


def joined(masks: Iterable[tuple[Pixels8, bool]], size: tuple[int, int]) -> Pixels8:
    """One mask of `size` (w, h) of many, each with whether it is protected from the others.

    A pixel on a soft edge is covered in part. Objects that are not protected may cover the same
    part of it: the larger part counts. A protected one shares its part with none: where another
    ends at it, both parts add up to the whole pixel, and no seam is left between them.
    """
    apart, common = _nothing(size), _nothing(size)
    for values, is_protected in masks:
        if is_protected:
            added(apart, values)
        else:
            np.maximum(common, values, out=common)
    added(common, apart)
    return common


def added(values: Pixels8, more: Pixels8) -> None:
    """Add coverage to coverage, up to the whole of a pixel."""
    np.add(values, np.minimum(more, 255 - values), out=values)


def _nothing(size: tuple[int, int]) -> Pixels8:
    return np.zeros((size[1], size[0]), np.uint8)
