"""Shapes between painted masks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.masking.between import prepare, render
from pipelines.masking.patches import Patch
from pipelines.values import Pixels8
from tests.masking.shapes import SIZE, box, disc


def whole(patch: Patch) -> Pixels8:
    """A part of a mask on the canvas."""
    made = np.zeros((SIZE[1] + 200, SIZE[0] + 200), np.uint8)
    height, width = patch.values.shape
    made[patch.y + 100 : patch.y + 100 + height, patch.x + 100 : patch.x + 100 + width] = (
        patch.values
    )
    return made[100:-100, 100:-100]


def between(first: Pixels8, second: Pixels8, t: float) -> Pixels8:
    gap = prepare(Patch(0, 0, first), Patch(0, 0, second))
    return whole(render(gap, t))


def overlap(one: Pixels8, other: Pixels8) -> float:
    """Shared over joint area, counting half-covered pixels as halves."""
    return float(np.minimum(one, other).sum() / np.maximum(one, other).sum())


@pytest.mark.parametrize("t", [0.25, 0.5, 0.75])
def test_a_shape_that_travels_keeps_its_size_on_the_way(t: float) -> None:
    made = between(disc(20, 30, 10), disc(70, 30, 10), t)
    assert overlap(made, disc(20 + 50 * t, 30, 10)) > 0.97


def test_a_shape_that_grows_has_the_mean_radius_in_the_middle() -> None:
    made = between(disc(48, 32, 8), disc(48, 32, 24), 0.5)
    assert overlap(made, disc(48, 32, 16)) > 0.98


@pytest.mark.parametrize("soft", [1.0, 6.0, 12.0])
def test_the_softness_of_an_edge_is_kept(soft: float) -> None:
    made = between(disc(40, 30, 16, soft=soft), disc(56, 34, 16, soft=soft), 0.5)
    wanted = disc(48, 32, 16, soft=soft)
    assert np.abs(made.astype(int) - wanted.astype(int)).max() <= (40 if soft == 1 else 14)


def test_a_hard_edge_becomes_soft_by_and_by() -> None:
    made = between(disc(48, 32, 16, soft=1), disc(48, 32, 16, soft=11), 0.5)
    half = ((made > 8) & (made < 247)).sum(axis=1)[32]
    assert 8 <= half <= 16  # two edges of about 6 pixels


def test_two_blobs_become_one() -> None:
    two = np.maximum(disc(30, 32, 10), disc(66, 32, 10))
    near = between(two, disc(48, 32, 20), 0.05)
    assert near[32, 48] == 0 and near[32, 30] == 255
    far = between(two, disc(48, 32, 20), 0.95)
    assert far[32, 48] == 255


def test_a_half_opaque_mask_stays_half_opaque() -> None:
    made = between(box(20, 20, 40, 40, level=160), box(30, 20, 50, 40, level=160), 0.5)
    assert made.max() == 160 and made[30, 35] == 160


@pytest.mark.parametrize("level", [0, 100])
def test_a_gap_to_an_empty_or_faint_mask_holds(level: int) -> None:
    assert prepare(Patch(0, 0, disc(40, 30, 10)), Patch(0, 0, box(1, 1, 9, 9, level=level))).holds
    assert prepare(Patch(0, 0, box(1, 1, 9, 9, level=level)), Patch(0, 0, disc(40, 30, 10))).holds


def test_a_shape_that_leaves_the_picture_goes_on_beside_it() -> None:
    first, second = np.zeros((64, 192), np.uint8), np.zeros((64, 192), np.uint8)
    first[20:40, 60:80], second[20:40, 120:140] = 255, 255
    made = whole(render(prepare(Patch(0, 0, first), Patch(0, 0, second)), 0.5))
    assert made[30, 91:].min() == 255 and made[30, :88].max() == 0


@settings(max_examples=30, deadline=None)
@given(
    st.tuples(st.integers(12, 84), st.integers(12, 52), st.integers(4, 10)),
    st.tuples(st.integers(12, 84), st.integers(12, 52), st.integers(4, 10)),
    st.floats(0.01, 0.99),
)
def test_discs_stay_discs(one: tuple[int, int, int], other: tuple[int, int, int], t: float) -> None:
    made = between(disc(*one), disc(*other), t)
    x, y, radius = (a * (1 - t) + b * t for a, b in zip(one, other, strict=True))
    assert overlap(made, disc(x, y, radius)) > 0.9
