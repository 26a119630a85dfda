"""In-betweens of a masked object over what is behind it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipelines.errors import MismatchError
from pipelines.in_between import fade, prepare, render
from pipelines.layered import Cutout, LayeredGap, prepare_layers, render_layers
from pipelines.premultiplied import quantise
from pipelines.values import Image, Mask


def scene(x: int, *, bits: int = 8) -> Cutout:
    """A spotted ball at x before a soft wall that stays."""
    rng = np.random.default_rng(5)
    wall = cv2.GaussianBlur(rng.uniform(0, 1, (64, 96, 3)).astype(np.float32), (0, 0), 3)
    wall = (wall - wall.min()) / np.ptp(wall) * np.float32(0.6)
    ball = cv2.GaussianBlur(rng.uniform(0, 1, (25, 25, 3)).astype(np.float32), (0, 0), 1.5)
    ball = 1 - (ball - ball.min()) / np.ptp(ball) * np.float32(0.5)
    mask = np.zeros((64, 96), np.uint8)
    cv2.circle(mask, (x, 32), 11, 255, -1)
    pasted = np.zeros_like(wall)
    pasted[20:45, x - 12 : x + 13] = ball
    pixels = np.where(mask[..., None] > 0, pasted, wall)
    return Cutout(Image(quantise(pixels, bits=bits)), Mask(mask))


def psnr(a: Image, b: Image) -> float:
    error = (a.pixels.astype(float) - b.pixels) / (2**a.bits - 1)
    return float(-10 * np.log10(np.square(error).mean() + 1e-12))


@pytest.mark.parametrize("bits", [8, 16])
def test_an_object_that_moved_far_stays_solid_over_a_still_background(bits: int) -> None:
    a, b, truth = (scene(x, bits=bits) for x in (28, 60, 44))
    middle = render_layers(prepare_layers(a, b), a, b, 0.5)
    whole = render(prepare(a.picture, b.picture), a.picture, b.picture, 0.5)
    faded = fade(a.picture, b.picture, 0.5)
    assert middle.bits == bits
    assert psnr(middle, truth.picture) > max(psnr(whole, truth.picture), 22) + 3
    assert psnr(middle, truth.picture) > psnr(faded, truth.picture) + 6


def test_the_keys_are_bit_exact() -> None:
    a, b = scene(30), scene(40)
    gap = prepare_layers(a, b)
    assert render_layers(gap, a, b, 0) is a.picture
    assert render_layers(gap, a, b, 1) is b.picture


def test_a_layered_gap_survives_the_way_through_a_store() -> None:
    a, b = scene(30), scene(40)
    gap = prepare_layers(a, b)
    again = LayeredGap.from_arrays(gap.arrays())
    expected = render_layers(gap, a, b, 0.3).pixels
    assert np.array_equal(render_layers(again, a, b, 0.3).pixels, expected)


def test_where_the_object_cannot_be_followed_the_whole_picture_is() -> None:
    a, b = scene(30), scene(40)
    nothing = Cutout(b.picture, Mask(np.zeros((64, 96), np.uint8)))
    gap = prepare_layers(a, nothing)
    assert gap.behind is None
    assert LayeredGap.from_arrays(gap.arrays()).behind is None
    whole = render(prepare(a.picture, b.picture), a.picture, b.picture, 0.5)
    assert np.array_equal(render_layers(gap, a, nothing, 0.5).pixels, whole.pixels)


def test_masks_that_do_not_belong_to_their_picture_are_refused() -> None:
    with pytest.raises(MismatchError, match="4 x 4"):
        Cutout(scene(30).picture, Mask(np.zeros((4, 4), np.uint8)))
    with pytest.raises(MismatchError, match="alpha"):
        Cutout(Image(np.zeros((4, 4, 4), np.uint8)), Mask(np.zeros((4, 4), np.uint8)))
