"""Frames between keys: the keys stay exact, known motions are found, unlike keys hold."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from pipelines import flow
from pipelines.errors import Cancelled, MismatchError
from pipelines.in_between import Gap, fade, hold, prepare, render
from pipelines.premultiplied import quantise
from pipelines.values import Image

Way = Callable[[Image, Image, float], Image]


def moved(a: Image, b: Image, t: float) -> Image:
    return render(prepare(a, b), a, b, t)


def textured(x: float = 0, y: float = 0, *, channels: int = 3, bits: int = 8) -> Image:
    """A smooth random 64 x 64 picture whose content lies (x, y) pixels right and down."""
    rng = np.random.default_rng(7)
    wide = cv2.GaussianBlur(rng.uniform(0, 1, (128, 128, channels)).astype(np.float32), (0, 0), 2)
    wide = (wide - wide.min()) / (wide.max() - wide.min())
    if channels == 4:
        wide[..., 3] = 0.5 + wide[..., 3] / 2
    shift = np.array([[1, 0, x - 32], [0, 1, y - 32]], np.float32)
    seen = cv2.warpAffine(wide, shift, (64, 64), flags=cv2.INTER_CUBIC)
    return Image(quantise(np.clip(seen, 0, 1), bits=bits))


def psnr(a: Image, b: Image, *, margin: int = 8) -> float:
    inner = slice(margin, -margin)
    error = (a.pixels[inner, inner].astype(float) - b.pixels[inner, inner]) / (2**a.bits - 1)
    return float(-10 * np.log10(np.square(error).mean() + 1e-12))


@pytest.mark.parametrize("way", [hold, fade, moved])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_the_keys_are_bit_exact_and_the_format_is_kept(way: Way, bits: int, channels: int) -> None:
    a = textured(channels=channels, bits=bits)
    b = textured(4, 1, channels=channels, bits=bits)
    assert np.array_equal(way(a, b, 0).pixels, a.pixels)
    assert np.array_equal(way(a, b, 1).pixels, b.pixels)
    middle = way(a, b, 0.4)
    assert (middle.bits, middle.channels) == (bits, channels)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_a_still_stays_as_it_is(bits: int, channels: int) -> None:
    still = textured(channels=channels, bits=bits)
    assert psnr(moved(still, still, 0.3), still) > 60


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("step", [(6, 0), (-4, 3), (0, -5)])
def test_a_known_translation_is_recovered(step: tuple[int, int], channels: int) -> None:
    x, y = step
    a, b = textured(channels=channels), textured(x, y, channels=channels)
    truth = textured(x / 2, y / 2, channels=channels)
    middle = moved(a, b, 0.5)
    assert psnr(middle, truth) > 32
    assert psnr(middle, truth) > psnr(fade(a, b, 0.5), truth) + 6


def test_the_field_of_a_translation_is_that_translation() -> None:
    a, b = (textured(*shift).pixels[..., 0].astype(np.uint8) for shift in ((0, 0), (5, -2)))
    field = flow.estimate(a, b)
    assert np.median(field.reshape(-1, 2), axis=0) == pytest.approx([5, -2], abs=0.2)


def test_a_shift_too_large_for_flow_is_found() -> None:
    a, b = (textured(*shift).pixels[..., 0].astype(np.uint8) for shift in ((0, 0), (-20, 9)))
    assert flow.find_shift(a, b)[:, 2] == pytest.approx([-20, 9], abs=1)


def test_a_zoom_is_fitted_by_the_affine_part() -> None:
    matrix = np.array([[1.1, 0.02, 3], [-0.02, 0.9, -2]])
    field = flow.affine_field(matrix, (64, 64)).copy()
    field[20:36, 20:36] += 9
    assert flow.fit_affine(field) == pytest.approx(matrix, abs=0.02)


def test_time_reversed_the_frames_are_the_same() -> None:
    a, b = textured(), textured(5, 2)
    there, back = moved(a, b, 0.25), moved(b, a, 0.75)
    assert np.abs(there.pixels.astype(int) - back.pixels).max() <= 1


def test_keys_that_have_nothing_in_common_hold_and_cut_in_the_middle() -> None:
    rng = np.random.default_rng(1)
    a, b = (Image(rng.integers(0, 256, (64, 64, 3), np.uint8)) for _ in range(2))
    gap = prepare(a, b)
    assert gap.holds
    assert gap.confidence < 0.1
    assert render(gap, a, b, 0.49) is a
    assert render(gap, a, b, 0.5) is b


def test_a_moving_picture_is_trusted() -> None:
    gap = prepare(textured(), textured(4, 1))
    assert not gap.holds
    assert gap.confidence > 0.5


def test_a_gap_survives_the_way_through_a_store() -> None:
    a, b = textured(), textured(3, 0)
    gap = prepare(a, b)
    again = Gap.from_arrays(gap.arrays())
    assert again.confidence == gap.confidence
    assert np.array_equal(render(again, a, b, 0.5).pixels, render(gap, a, b, 0.5).pixels)


def test_the_same_keys_make_the_same_frame() -> None:
    a, b = textured(), textured(3, 2)
    assert np.array_equal(moved(a, b, 0.6).pixels, moved(a, b, 0.6).pixels)


def test_flow_sought_in_smaller_pictures_moves_the_full_ones() -> None:
    a, b, truth = textured(), textured(6, 0), textured(3, 0)
    gap = prepare(a, b, longest=32)
    assert gap.forward.shape == (32, 32, 2)
    assert psnr(render(gap, a, b, 0.5), truth) > 28


def test_the_colour_of_transparent_pixels_does_not_leak() -> None:
    def dot(x: int, hidden: int) -> Image:
        pixels = np.zeros((64, 64, 4), np.uint8)
        pixels[..., 1] = hidden
        cv2.circle(pixels, (x, 32), 12, (200, 40, 0, 255), -1)
        return Image(pixels)

    middle = moved(dot(26, 255), dot(34, 255), 0.5).pixels
    assert np.array_equal(middle, moved(dot(26, 0), dot(34, 0), 0.5).pixels)
    seen = middle[..., 3] > 8
    assert np.abs(middle[seen][:, :3].astype(int) - [200, 40, 0]).max() <= 2


def test_pictures_of_a_few_pixels_are_accepted() -> None:
    a, b = (Image(textured(x).pixels[:3, :5].copy()) for x in (0, 1))
    assert moved(a, b, 0.5).pixels.shape == (3, 5, 3)


def test_keys_of_different_formats_are_refused() -> None:
    with pytest.raises(MismatchError, match="16 bits"):
        prepare(textured(), textured(bits=16))


def drawn(x: int) -> Image:
    """A thin circle on a stick, on white paper."""
    pixels = np.full((64, 96, 3), 255, np.uint8)
    cv2.circle(pixels, (x, 20), 9, (0, 0, 0), 2, cv2.LINE_AA)
    cv2.line(pixels, (x, 29), (x, 54), (0, 0, 0), 2, cv2.LINE_AA)
    return Image(pixels)


def test_thin_lines_that_moved_far_stay_whole_in_between() -> None:
    a, b = drawn(30), drawn(58)
    middle = moved(a, b, 0.5)
    assert psnr(middle, drawn(44)) > psnr(fade(a, b, 0.5), drawn(44)) + 6
    assert psnr(middle, drawn(44)) > 22


def test_a_drawing_is_told_from_footage() -> None:
    assert flow.is_drawing(drawn(30).pixels[..., 0].astype(np.uint8))
    assert not flow.is_drawing(textured().pixels[..., 0].astype(np.uint8))


def test_two_unrelated_drawings_on_white_paper_hold() -> None:
    other = np.full((64, 96, 3), 255, np.uint8)
    cv2.rectangle(other, (55, 8), (88, 40), (0, 0, 0), 2)
    cv2.line(other, (4, 60), (90, 50), (0, 0, 0), 2, cv2.LINE_AA)
    assert prepare(drawn(24), Image(other)).holds


def test_paper_that_turns_black_holds() -> None:
    dark, light = (Image(np.full((64, 64, 3), level, np.uint8)) for level in (0, 255))
    assert prepare(dark, light).holds
    assert not prepare(light, light).holds


def test_the_search_for_the_motion_can_be_stopped_half_way() -> None:
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        prepare(textured(), textured(2, 1), progress=stop)
    assert seen == [0, 1]
