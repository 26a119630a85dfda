"""A mask grown or shrunk."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.values import Mask
from tests.library.stage import Stage


def bar() -> Mask:
    """White in columns 10 to 19 of 32."""
    pixels = np.zeros((16, 32), np.uint8)
    pixels[:, 10:20] = 255
    return Mask(pixels)


@pytest.mark.parametrize(("distance", "first", "last"), [(4, 6, 23), (-3, 13, 16), (0, 10, 19)])
def test_the_white_area_grows_and_shrinks(
    stage: Stage, distance: int, first: int, last: int
) -> None:
    row = stage.call("mask.grow", bar(), distance=distance).pixels[8]
    white = np.flatnonzero(row > 127)
    assert (white[0], white[-1]) == (first, last)


def test_in_a_draft_the_distance_is_scaled_with_the_picture(stage: Stage) -> None:
    from tests.library.stage import graph_of

    made = graph_of("mask.grow", [bar()], {"distance": 4})
    row = stage.value(made, "it", scale=0.5).pixels[4]
    white = np.flatnonzero(row > 127)
    assert (white[0], white[-1]) == (3, 11)
