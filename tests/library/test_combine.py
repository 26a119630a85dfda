"""Masks joined."""

from __future__ import annotations

import numpy as np
import pytest

from nodes.library.mask.combine import Combination
from pipelines.values import Mask
from tests.library.stage import Stage


def columns(*white: int) -> Mask:
    pixels = np.zeros((6, 8), np.uint8)
    pixels[:, list(white)] = 255
    return Mask(pixels)


@pytest.mark.parametrize(
    ("operation", "white"),
    [
        (Combination.UNION, [1, 2, 3, 4]),
        (Combination.INTERSECTION, [2]),
        (Combination.DIFFERENCE, [1]),
    ],
)
def test_three_masks_are_joined(stage: Stage, operation: Combination, white: list[int]) -> None:
    masks = columns(1, 2), columns(2, 3), columns(2, 4)
    out = stage.call("mask.combine", *masks, operation=operation)
    assert np.flatnonzero(out.pixels[0]).tolist() == white


def test_a_single_mask_comes_back(stage: Stage) -> None:
    assert np.array_equal(stage.call("mask.combine", columns(5)).pixels, columns(5).pixels)
