"""How far two masks cover the same place."""

from __future__ import annotations

import numpy as np

from pipelines.metrics.planes import check_sizes
from pipelines.values import Mask


def iou(made: Mask, true: Mask) -> float:
    """Intersection over union, 0..1, soft edges in part: sum min / sum max.

    1 where both are empty.
    """
    check_sizes(made, true)
    union = int(np.maximum(made.pixels, true.pixels).sum(dtype=np.int64))
    common = int(np.minimum(made.pixels, true.pixels).sum(dtype=np.int64))
    return common / union if union else 1.0
