"""Filling: what is reached, what holds it back, and what it covers of the line."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.painting.coverage import Coverage
from pipelines.painting.flood import flood, flooded
from pipelines.values import Image

SIDE = 100


def box(hole: int = 0) -> Image:
    """A black frame, 3 px wide, from 20 to 80, with a hole in its upper side."""
    pixels = np.full((SIDE, SIDE, 3), 255, np.uint8)
    pixels[20:81, 20:81] = 0
    pixels[23:78, 23:78] = 255
    pixels[20:23, 50 : 50 + hole] = 255
    return Image(pixels)


def covered(coverage: Coverage) -> NDArray[np.bool_]:
    found = coverage.tiles.get((0, 0))
    assert found is not None
    return np.asarray(found[:SIDE, :SIDE] > 0)


def test_a_fill_stays_within_its_line() -> None:
    inside = covered(flood(box(), (50, 50), grow=0))
    assert inside.sum() == 55 * 55
    assert inside[23:78, 23:78].all()


def test_a_fill_goes_under_the_line_and_not_beyond() -> None:
    inside = covered(flood(box(), (50, 50), grow=1))
    assert inside[22, 50] and not inside[21, 50]


def test_a_fill_runs_out_through_a_gap_unless_gaps_are_closed() -> None:
    assert covered(flood(box(hole=6), (50, 50)))[5, 5]
    closed = covered(flood(box(hole=6), (50, 50), gap=8))
    assert not closed[5, 5]
    assert closed[24:77, 24:77].all()


def test_a_fill_in_a_room_smaller_than_the_gap_fills_the_room() -> None:
    inside = covered(flood(box(), (50, 50), gap=70, grow=0))
    assert inside.sum() == 55 * 55


def test_tolerance_takes_nearby_colours_along() -> None:
    pixels = box().pixels.copy()
    pixels[23:78, 50:78] = 240
    assert not covered(flood(Image(pixels), (30, 50), tolerance=10, grow=0))[50, 60]
    assert covered(flood(Image(pixels), (30, 50), tolerance=20, grow=0))[50, 60]


def test_colours_that_nobody_sees_do_not_stop_a_fill() -> None:
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    pixels[:, 50:, 0] = 200
    assert covered(flood(Image(pixels), (10, 10), tolerance=0))[50, 90]


def test_a_point_off_the_paper_is_refused() -> None:
    with pytest.raises(MismatchError):
        flood(box(), (SIDE, 0))


def test_a_fill_stays_within_its_bounds_also_round_a_corner() -> None:
    bounds = Coverage()
    bounds.fill([[(0, 0), (40, 0), (40, 100), (0, 100)]])
    picture = np.full((SIDE, SIDE, 3), 255, np.uint8)
    picture[50:52, :40] = 0
    inside = covered(flood(Image(picture), (10, 10), grow=0, bounds=bounds))
    assert inside[:50, :40].all() and inside.sum() == 50 * 40
    with pytest.raises(MismatchError, match="selection"):
        flood(Image(picture), (60, 10), bounds=bounds)


def test_a_fill_by_a_smaller_picture_is_spread_out_over_the_canvas() -> None:
    size = (4 * SIDE, 4 * SIDE)
    coverage = flooded(box(), (200.0, 200.0), size, tolerance=40)
    assert coverage.tiles[0, 0][200, 200] == 255
    whole = np.zeros((512, 512), np.uint8)
    for (x, y), tile in coverage.tiles.items():
        whole[y * 256 : y * 256 + 256, x * 256 : x * 256 + 256] = tile
    assert abs(int((whole > 127).sum()) - (55 * 4) ** 2) < 4 * 55 * 4
    with pytest.raises(MismatchError):
        flooded(box(), (-3.0, 5.0), size, tolerance=40)
