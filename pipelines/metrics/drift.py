"""How far the colours of made frames have wandered from those of true ones."""

from __future__ import annotations

from typing import NamedTuple, cast

import numpy as np

from pipelines.errors import MismatchError
from pipelines.metrics.planes import WHITE, check_sizes, colours
from pipelines.premultiplied import Floats
from pipelines.values import Image, Mask


class Drift(NamedTuple):
    """Made minus true, of the mean colour in CIE L*a*b* (D65): `lightness` in -100..100,
    `green_red` and `blue_yellow` about -128..127."""

    lightness: float
    green_red: float
    blue_yellow: float

    @property
    def size(self) -> float:
        """The difference as one number, CIE 1976: about 2.3 is just seen side by side."""
        return float(np.sqrt(sum(part**2 for part in self)))


def colour_drift(made: Image, true: Image, mask: Mask | None = None) -> Drift:
    """How the mean colour of a picture differs from the true one's; where the mask is black, if
    there is one: what was to be kept, soft edges in part. Raises MismatchError where nothing is
    kept."""
    check_sizes(made, true)
    weights = None
    if mask is not None:
        check_sizes(made, mask)
        weights = np.float32(1) - mask.pixels.astype(np.float32) / np.float32(255)
    return Drift(*(_mean(made, weights) - _mean(true, weights)).tolist())


def _mean(picture: Image, weights: Floats | None) -> Floats:
    import cv2

    space = cast(Floats, cv2.cvtColor(colours(picture) / np.float32(WHITE), cv2.COLOR_RGB2Lab))
    if weights is None:
        return cast(Floats, space.mean(axis=(0, 1), dtype=np.float64))
    total = float(weights.sum(dtype=np.float64))
    if not total:
        raise MismatchError(
            "The mask covers the whole picture, so that no colour is left to compare.",
            mend="Use a smaller mask.",
        )
    return cast(Floats, (space * weights[..., None]).sum(axis=(0, 1), dtype=np.float64) / total)
