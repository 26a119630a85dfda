"""How made frames follow each other in time, beside how true ones do."""

from __future__ import annotations

import numpy as np

from pipelines.flow import between_frames, consistency, warp
from pipelines.metrics.planes import both, check_sizes, colours, luma
from pipelines.metrics.structure import likeness
from pipelines.values import Image

STILL = 0.05
"""Mean change from frame to frame, in levels, below which a clip stands still."""
_SEEN = 0.5


def temporal_error(made: tuple[Image, Image], true: tuple[Image, Image]) -> float:
    """How wrong the step from a frame to the next is: 255 mean|d made - d true|, in levels.

    Each pair is (the frame before, the frame). 0 where the made clip changes just as the true one.
    """
    check_sizes(made[0], true[0])
    before, after = both(*made)
    true_before, true_after = both(*true)
    return float(np.abs((after - before) - (true_after - true_before)).mean(dtype=np.float64))


def movement(before: Image, after: Image) -> float:
    """How much changes from a frame to the next: mean|d|, in levels of 0..255."""
    one, other = both(before, after)
    return float(np.abs(other - one).mean(dtype=np.float64))


def temporal_ratio(made: float, true: float) -> float | None:
    """Made movement over true movement (both as sums or means of `movement` over one clip).

    1 is right, below it the clip is too still (a frame held has 0), above it it flickers. None
    where the true clip stands still: then there is nothing to divide by.
    """
    return made / true if true > STILL else None


def temporal_consistency(before: Image, after: Image) -> float:
    """How steady a clip is, -1..1: SSIM of a frame and the frame before brought onto it along
    their own optical flow (DIS), over what both see.

    Objects that move as a whole keep 1; what flickers, boils or dissolves loses. After the warping
    error of Lai et al., ECCV 2018, with SSIM in place of squares. It asks no true clip, and a
    frame held has 1: read it beside the temporal ratio.
    """
    check_sizes(before, after)
    one, other = luma(before), luma(after)
    back = between_frames(other, one)
    seen = consistency(back, between_frames(one, other))
    alike = likeness(warp(colours(before), back), colours(after)).mean(axis=2)
    weights = np.where(seen > _SEEN, seen, np.float32(0))
    total = float(weights.sum(dtype=np.float64))
    if not total:
        return 0.0
    return float((alike * weights).sum(dtype=np.float64)) / total
