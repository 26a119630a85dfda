"""Measures of one picture against another: values that can be told by hand."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from skimage.metrics import structural_similarity

from pipelines.errors import MismatchError
from pipelines.metrics.differences import PSNR_MOST, divergence, l1, psnr, weighted_psnr
from pipelines.metrics.drift import colour_drift
from pipelines.metrics.lines import chamfer
from pipelines.metrics.overlap import iou
from pipelines.metrics.seams import seam_score
from pipelines.metrics.structure import ssim
from pipelines.values import Image, Mask
from tests.metrics.scenes import brighter, drawing, flat, moved, noise


def square(first: int, stop: int, *, size: int = 32, level: int = 255) -> Mask:
    pixels = np.zeros((size, size), np.uint8)
    pixels[8:24, first:stop] = level
    return Mask(pixels)


def test_l1_and_psnr_of_a_known_difference() -> None:
    assert l1(flat(100), flat(110)) == 10
    assert psnr(flat(100), flat(110)) == pytest.approx(10 * np.log10(255**2 / 100))


def test_equal_pictures_have_the_most_there_is() -> None:
    picture = noise()
    assert psnr(picture, picture) == PSNR_MOST
    assert l1(picture, picture) == 0
    assert ssim(picture, picture) == pytest.approx(1)
    assert chamfer(picture, picture) == 0
    assert colour_drift(picture, picture).size == 0


def test_sixteen_bits_are_measured_in_the_levels_of_eight() -> None:
    deep = Image(noise().pixels.astype(np.uint16) * np.uint16(257))
    assert l1(deep, noise()) == pytest.approx(0, abs=1e-4)
    assert l1(deep, noise(1)) == pytest.approx(l1(noise(), noise(1)), abs=1e-3)


def test_neither_black_nor_white_lines_vanish_on_a_see_through_ground() -> None:
    empty = np.zeros((16, 16, 4), np.uint8)
    for ink in (0, 255):
        drawn = empty.copy()
        drawn[4:8, 4:8] = (ink, ink, ink, 255)
        assert l1(Image(drawn), Image(empty)) > 7


def test_sizes_that_differ_are_refused() -> None:
    with pytest.raises(MismatchError, match="32x32"):
        psnr(flat(0), flat(0, size=48))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ssim_is_that_of_scikit_image(seed: int) -> None:
    one, other = noise(), noise(seed)
    found = structural_similarity(one.pixels, other.pixels, channel_axis=2)
    assert ssim(one, other) == pytest.approx(cast(float, found), abs=1e-4)
    near = brighter(one, 9)
    found = structural_similarity(one.pixels, near.pixels, channel_axis=2)
    assert ssim(one, near) == pytest.approx(cast(float, found), abs=1e-4)


def test_ssim_of_a_picture_smaller_than_its_window() -> None:
    assert ssim(noise(size=4), noise(size=4)) == pytest.approx(1)


def test_only_the_places_where_the_keys_differ_count_by_their_divergence() -> None:
    before, after = flat(0), Image(flat(0).pixels.copy())
    pixels = after.pixels.copy()
    pixels[:, :10] = 255
    weights = divergence(before, Image(pixels))
    assert weights.max() <= 1 and weights[:, 20:].max() == 0
    wrong_there, wrong_elsewhere = flat(0).pixels.copy(), flat(0).pixels.copy()
    wrong_there[:, :4] = 50
    wrong_elsewhere[:, 28:] = 50
    there = weighted_psnr(Image(wrong_there), before, weights)
    assert weighted_psnr(Image(wrong_elsewhere), before, weights) == PSNR_MOST
    assert there < psnr(Image(wrong_there), before)


def test_keys_that_are_equal_weigh_every_place_alike() -> None:
    weights = divergence(flat(9), flat(9))
    assert weighted_psnr(flat(30), flat(9), weights) == psnr(flat(30), flat(9))


@pytest.mark.parametrize("step", [2, 3, 4])
def test_a_line_that_lies_some_pixels_beside_is_that_far(step: int) -> None:
    assert chamfer(drawing(20 + step), drawing(20)) == pytest.approx(step, abs=0.8)


def test_the_further_a_line_the_larger_its_distance_up_to_a_lost_one() -> None:
    distances = [chamfer(drawing(20 + step), drawing(20)) for step in (0, 1, 2, 3)]
    assert distances == sorted(distances) and distances[0] == 0
    lost = 0.05 * np.hypot(64, 64)
    assert chamfer(flat(255, size=64), drawing(20)) == pytest.approx(lost)
    assert chamfer(flat(255), flat(255)) == 0


def test_masks_that_share_half_of_each_have_a_third_in_common() -> None:
    assert iou(square(4, 12), square(8, 16)) == pytest.approx(1 / 3)
    assert iou(square(4, 12), square(16, 24)) == 0
    assert iou(square(4, 4), square(4, 4)) == 1
    assert iou(square(4, 12, level=51), square(4, 12)) == pytest.approx(0.2)


def test_a_patch_that_fits_has_no_seam_and_one_that_is_brighter_has() -> None:
    ground, mask = noise(size=32), square(8, 24)
    assert seam_score(ground, mask) == pytest.approx(1, abs=0.15)
    pasted = ground.pixels.copy()
    pasted[mask.pixels > 0] = brighter(ground, 60).pixels[mask.pixels > 0]
    assert (seam_score(Image(pasted), mask) or 0) > 1.8


def test_a_seam_on_a_flat_ground_is_its_step() -> None:
    pixels, mask = np.full((32, 32, 3), 90, np.uint8), square(8, 24)
    pixels[mask.pixels > 0] = 99
    assert seam_score(Image(pixels), mask) == pytest.approx(10)


@pytest.mark.parametrize("level", [0, 255])
def test_a_mask_without_an_edge_has_no_seam(level: int) -> None:
    assert seam_score(noise(size=32), Mask(np.full((32, 32), level, np.uint8))) is None


def test_colour_drift_tells_the_direction_in_lab() -> None:
    drift = colour_drift(flat(255), flat(0))
    assert drift.lightness == pytest.approx(100, abs=0.1)
    assert drift.size == pytest.approx(100, abs=0.1)
    red = Image(np.full((8, 8, 3), (140, 100, 100), np.uint8))
    assert colour_drift(red, flat(100, size=8)).green_red > 5


def test_colour_drift_looks_only_at_what_was_to_be_kept() -> None:
    made, mask = flat(100).pixels.copy(), square(8, 24)
    made[mask.pixels > 0] = 255
    assert colour_drift(Image(made), flat(100), mask).size == pytest.approx(0, abs=1e-3)
    assert colour_drift(Image(made), flat(100)).size > 5
    with pytest.raises(MismatchError):
        colour_drift(flat(0), flat(0), Mask(np.full((32, 32), 255, np.uint8)))


def test_moving_a_picture_costs_all_measures() -> None:
    one, other = noise(), moved(noise(), 3)
    assert psnr(one, other) < 20 and ssim(one, other) < 0.6 and chamfer(one, other) > 0.5


def test_the_values_of_a_seeded_pair_stay_as_they_are() -> None:
    one, other = noise(), noise(1)
    weights = divergence(one, moved(one, 4))
    found = (
        l1(one, other),
        psnr(one, other),
        weighted_psnr(one, other, weights),
        chamfer(one, other),
        colour_drift(one, other).size,
    )
    assert found == pytest.approx((50.997, 12.002, 11.851, 1.183, 4.381), rel=2e-3)
