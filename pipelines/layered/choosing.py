"""What the layers of a gap are: those of panels, masks, or what is proposed where none serve."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipelines.layered.gap import LayeredGap, ground_of, prepare_layers
from pipelines.layered.masked import Thing, prepare_masked
from pipelines.layered.plan import Plan
from pipelines.layered.proposing import propose
from pipelines.pieces import Piece
from pipelines.progress import Progress, silent
from pipelines.values import Image, Mask, Pixels8

_SERVES = 0.8
"""A single layer that is surer than this is not taken apart."""
_PROPOSED = 0.5
"""Proposed things that are less sure than this are not moved: the whole picture is."""


def gap_of_panels(
    keys: tuple[Image, Image],
    plan: Plan,
    grounds: tuple[Image, Image],
    pieces: Sequence[Piece | None],
    progress: Progress = silent,
) -> LayeredGap:
    """The gap between two panels. One layer with all that moves on it is taken apart, if that
    brings more."""
    if not plan.layers:
        return gap_of_pictures(*keys, progress)
    gap = prepare_layers(plan, grounds, pieces, progress)
    moving = [part for part in gap.parts if part.mover is not None]
    if len(moving) != 1 or moving[0].is_set or gap.confidence >= _SERVES:
        return gap
    apart = _proposed(*keys, progress)
    return apart if apart is not None and apart.confidence > gap.confidence else gap


def gap_of_masks(
    keys: tuple[Image, Image], masks: Sequence[tuple[Mask, Mask]], progress: Progress = silent
) -> LayeredGap:
    """The gap between two pictures with a pair of masks, of any size, for each thing, the lowest
    first."""
    size = (keys[0].width, keys[0].height)
    things = [
        Thing(f"mask {number}", _fitted(first, size), _fitted(second, size))
        for number, (first, second) in enumerate(masks, 1)
    ]
    return prepare_masked(*keys, things, progress)


def gap_of_pictures(a: Image, b: Image, progress: Progress = silent) -> LayeredGap:
    """The gap between two pictures of which nothing is known: figures on paper, or all of it."""
    found = _proposed(a, b, progress)
    if found is not None and found.confidence >= _PROPOSED:
        return found
    progress(0, 1)
    return LayeredGap(ground_of(a, b), (), ((), ()))


def _fitted(mask: Mask, size: tuple[int, int]) -> Pixels8:
    import cv2

    if (mask.width, mask.height) == size:
        return mask.pixels
    return cv2.resize(mask.pixels, size, interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def _proposed(a: Image, b: Image, progress: Progress) -> LayeredGap | None:
    things = propose(a, b)
    return prepare_masked(a, b, things, progress) if things else None
