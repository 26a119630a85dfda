"""A mask with a soft edge."""

from __future__ import annotations

import numpy as np

from pipelines.values import Mask
from tests.library.stage import Stage


def edge() -> Mask:
    pixels = np.zeros((16, 64), np.uint8)
    pixels[:, 32:] = 255
    return Mask(pixels)


def test_the_edge_becomes_a_ramp_with_its_middle_in_place(stage: Stage) -> None:
    row = stage.call("mask.feather", edge(), radius=8.0).pixels[8].astype(int)
    assert (np.diff(row) >= 0).all()
    assert row[0] == 0 and row[-1] == 255
    assert abs(row[31] + row[32] - 255) <= 2
    assert 0 < row[28] < 127


def test_no_radius_changes_nothing(stage: Stage) -> None:
    assert np.array_equal(stage.call("mask.feather", edge(), radius=0.0).pixels, edge().pixels)
