"""Masks joined, grown and feathered, checked by hand and against discs."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines import masks
from pipelines.errors import MismatchError
from pipelines.values import Image, Mask, Pixels8


def disc(radius: float, *, size: int = 64) -> Mask:
    """An antialiased disc in the middle, off the pixel grid."""
    fine = (np.arange(size * 8) + 0.5) / 8 - size / 2 - 0.3
    inside = np.hypot(fine[:, None], fine[None]) <= radius
    coverage = inside.reshape(size, 8, size, 8).mean(axis=(1, 3))
    return Mask(np.rint(coverage * 255).astype(np.uint8))


def row(*levels: int) -> Mask:
    return Mask(np.array([levels], np.uint8))


def levels(mask: Mask) -> list[int]:
    return [int(level) for level in mask.pixels[0]]


def area(mask: Mask) -> float:
    return float(mask.pixels.sum()) / 255


def noise(seed: int) -> Mask:
    return Mask(np.random.default_rng(seed).integers(0, 256, (8, 8), np.uint8))


def same(a: Mask, b: Mask) -> bool:
    return np.array_equal(a.pixels, b.pixels)


def test_masks_are_joined_softly() -> None:
    a, b = row(0, 100, 255, 200), row(255, 50, 255, 100)
    assert levels(masks.union(a, b)) == [255, 100, 255, 200]
    assert levels(masks.intersect(a, b)) == [0, 50, 255, 100]
    assert levels(masks.difference(a, b)) == [0, 100, 0, 155]
    assert levels(masks.invert(a)) == [255, 155, 0, 55]


@given(st.integers(0, 99), st.integers(0, 99))
def test_the_laws_of_de_morgan_hold(one: int, two: int) -> None:
    a, b = noise(one), noise(two)
    either = masks.invert(masks.union(a, b))
    assert same(either, masks.intersect(masks.invert(a), masks.invert(b)))
    assert same(masks.difference(a, b), masks.intersect(a, masks.invert(b)))


def test_masks_of_different_sizes_are_refused() -> None:
    with pytest.raises(MismatchError, match="8 x 8"):
        masks.union(noise(1), row(1, 2))


@pytest.mark.parametrize("distance", [-9.5, -3, -0.4, 0.6, 4, 10.25])
def test_a_grown_disc_is_the_disc_of_the_grown_radius(distance: float) -> None:
    grown, expected = masks.grow(disc(14), distance), disc(14 + distance)
    assert area(grown) == pytest.approx(area(expected), rel=0.02)
    difference = np.abs(grown.pixels.astype(int) - expected.pixels)
    assert difference.max() < 40
    assert difference.mean() < 0.3


def test_a_hard_edge_moves_by_whole_and_by_part_pixels() -> None:
    edge = row(255, 255, 255, 0, 0, 0, 0)
    assert levels(masks.grow(edge, 2)) == [255, 255, 255, 255, 255, 0, 0]
    assert levels(masks.grow(edge, -1)) == [255, 255, 0, 0, 0, 0, 0]
    assert levels(masks.grow(edge, 1.5)) == [255, 255, 255, 255, 128, 0, 0]


def test_a_soft_edge_keeps_its_place_within_the_pixel() -> None:
    assert levels(masks.grow(row(255, 255, 77, 0, 0, 0), 2)) == [255, 255, 255, 255, 77, 0]


@settings(deadline=None, max_examples=20)
@given(st.floats(0.5, 9), st.floats(0.5, 9))
def test_more_growth_never_takes_white_away(one: float, two: float) -> None:
    less, more = sorted((one, two))
    assert (masks.grow(disc(9), less).pixels <= masks.grow(disc(9), more).pixels).all()
    assert (masks.grow(disc(9), -more).pixels <= masks.grow(disc(9), -less).pixels).all()


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 99), st.floats(-9, 9), st.sampled_from([0.6, 2.0, 5.0]))
def test_growing_looks_where_the_edge_could_be_nearest(
    seed: int, distance: float, size: float
) -> None:
    rough = np.random.default_rng(seed).uniform(-1, 1, (40, 56)).astype(np.float32)
    smooth = cv2.GaussianBlur(rough, (0, 0), size) * (300 * size)
    mask = Mask(np.clip(smooth + 128, 0, 255).astype(np.uint8))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(masks, "_HALF_DIAGONAL", np.float32(99))
        everywhere = masks.grow(mask, distance)
    assert same(masks.grow(mask, distance), everywhere)


def test_at_0_nothing_changes() -> None:
    mask = noise(3)
    assert masks.grow(mask, 0) is mask
    assert masks.feather(mask, 0) is mask


@pytest.mark.parametrize("level", [0, 255])
def test_a_mask_without_an_edge_stays_as_it_is(level: int) -> None:
    mask = Mask(np.full((8, 8), level, np.uint8))
    assert same(masks.grow(mask, 5), mask)
    assert same(masks.grow(mask, -5), mask)
    assert same(masks.feather(mask, 9), mask)


@pytest.mark.parametrize("radius", [1, 3, 6, 15])
def test_a_feathered_edge_is_a_gaussian_ramp_about_the_same_place(radius: float) -> None:
    pixels: Pixels8 = np.zeros((5, 120), np.uint8)
    pixels[:, :60] = 255
    ramp = masks.feather(Mask(pixels), radius).pixels[2].astype(float)
    assert (np.diff(ramp) <= 0).all()
    assert ramp[59] + ramp[60] == pytest.approx(255, abs=2)
    steps = -np.diff(ramp) / 255
    places = np.arange(119) + 0.5 - 59.5
    assert np.sqrt((steps * places**2).sum()) == pytest.approx(radius / 2, rel=0.12)


def test_a_mask_is_taken_from_brightness() -> None:
    image = Image(np.array([[[0, 0, 0], [255, 255, 255], [0, 255, 0]]], np.uint8))
    assert levels(masks.from_luminance(image)) == [0, 255, 182]
    assert levels(masks.from_luminance(image, low=0.8, high=0.9)) == [0, 255, 0]
    with pytest.raises(MismatchError):
        masks.from_luminance(image, low=0.5, high=0.5)


def test_a_mask_is_taken_from_alpha() -> None:
    deep = np.zeros((1, 3, 4), np.uint16)
    deep[0, :, 3] = [0, 32896, 65535]
    assert levels(masks.from_alpha(Image(deep))) == [0, 128, 255]
    assert levels(masks.from_alpha(Image(np.zeros((1, 2, 3), np.uint8)))) == [255, 255]


def test_holes_are_filled_but_not_what_is_open_to_the_border() -> None:
    ring = np.zeros((9, 12), np.uint8)
    ring[1:8, 1:8] = 200
    ring[2:7, 2:7] = 255
    ring[3:6, 3:6] = 60
    ring[4, 4] = 0
    ring[:4, 10] = 255
    filled = masks.fill_holes(Mask(ring)).pixels
    assert (filled[2:7, 2:7] == 255).all() and filled[1, 1] == 200
    assert filled[0, 11] == 0 and filled[8, 8] == 0
