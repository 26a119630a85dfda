"""Masks of several objects as one: where they end at one another, nothing shows through."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.masking.joining import joined
from pipelines.masking.looking import MaskReading
from pipelines.painting.tiles import MemoryTiles
from tests.masking.shapes import SIZE, disc, painted

BALL = disc(40, 32, 14, soft=8)
AROUND = np.asarray(255 - BALL, np.uint8)


@pytest.mark.parametrize("turned", [False, True])
def test_an_edge_that_a_protected_object_shares_with_another_leaves_no_seam(turned: bool) -> None:
    masks = [(BALL, True), (AROUND, False)]
    assert (joined(masks[::-1] if turned else masks, SIZE) == 255).all()


def test_protected_objects_share_no_part_of_a_pixel_among_themselves_either() -> None:
    assert (joined([(BALL, True), (AROUND, True)], SIZE) == 255).all()


def test_objects_that_overlap_are_as_strong_as_the_stronger_one() -> None:
    other = disc(50, 32, 14, soft=8)
    assert np.array_equal(joined([(BALL, False), (other, False)], SIZE), np.maximum(BALL, other))


def test_what_overlaps_a_protected_object_never_goes_beyond_the_whole() -> None:
    whole = np.full_like(BALL, 200)
    made = joined([(BALL, True), (whole, False)], SIZE)
    assert made.max() == 255 and made.min() == 200


def test_no_objects_are_no_mask() -> None:
    assert not joined([], SIZE).any()


def test_a_third_object_is_not_painted_into_the_seam_of_two_protected_ones() -> None:
    tiles = MemoryTiles()
    ball = painted(tiles, {0: BALL}, name="ball", protected=True)
    rest = painted(tiles, {0: AROUND}, name="rest", protected=True)
    third = painted(tiles, {}, name="third")
    look = MaskReading(tiles).look([ball, rest, third], 0, SIZE)
    assert not look.spared("third", np.full_like(BALL, 255)).any()
