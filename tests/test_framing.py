"""Pictures put into canvases and taken out again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import MismatchError
from pipelines.framing import (
    Anchor,
    Box,
    Filter,
    Fit,
    LengthRule,
    crop,
    fit_length,
    place,
    plan,
    resize,
    to_multiple,
    unplace,
)
from pipelines.values import Image, Mask

sides = st.integers(1, 40)
sizes = st.tuples(sides, sides)


def noise(width: int, height: int, *, channels: int = 3, bits: int = 8) -> Image:
    rng = np.random.default_rng(width * 100 + height)
    kind = np.uint8 if bits == 8 else np.uint16
    return Image(rng.integers(0, 1 << bits, (height, width, channels), kind))


@settings(deadline=None)
@given(sizes, sizes, st.sampled_from(Anchor), st.sampled_from([3, 4]), st.sampled_from([8, 16]))
def test_pure_padding_is_undone_bit_exactly(
    size: tuple[int, int], more: tuple[int, int], anchor: Anchor, channels: int, bits: int
) -> None:
    picture = noise(*size, channels=channels, bits=bits)
    canvas = size[0] + more[0], size[1] + more[1]
    placement = plan(*size, canvas=canvas, fit=Fit.NONE, anchor=anchor)
    padded = place(picture, placement)
    assert (padded.width, padded.height) == canvas
    assert np.array_equal(unplace(padded, placement).pixels, picture.pixels)


@given(sizes, sizes, st.sampled_from(Anchor))
def test_fit_stays_within_the_canvas_and_touches_it(
    size: tuple[int, int], canvas: tuple[int, int], anchor: Anchor
) -> None:
    box = plan(*size, canvas=canvas, anchor=anchor).box
    assert box.x >= 0
    assert box.y >= 0
    assert box.x + box.width <= canvas[0]
    assert box.y + box.height <= canvas[1]
    assert box.width == canvas[0] or box.height == canvas[1]


@given(sizes, sizes, st.sampled_from(Anchor))
def test_fill_covers_the_canvas(
    size: tuple[int, int], canvas: tuple[int, int], anchor: Anchor
) -> None:
    box = plan(*size, canvas=canvas, fit=Fit.FILL, anchor=anchor).box
    assert box.x <= 0
    assert box.y <= 0
    assert box.x + box.width >= canvas[0]
    assert box.y + box.height >= canvas[1]


@settings(deadline=None)
@given(sizes, sizes, st.sampled_from(Fit), st.sampled_from(Anchor))
def test_whatever_the_fit_the_sizes_are_those_asked_for(
    size: tuple[int, int], canvas: tuple[int, int], fit: Fit, anchor: Anchor
) -> None:
    placement = plan(*size, canvas=canvas, fit=fit, anchor=anchor)
    placed = place(noise(*size), placement)
    assert (placed.width, placed.height) == canvas
    back = unplace(placed, placement)
    assert (back.width, back.height) == size


def test_the_anchor_says_which_side_the_padding_is_on() -> None:
    picture = Image(np.full((4, 4, 3), 200, np.uint8))
    placed = place(picture, plan(4, 4, canvas=(8, 4), anchor=Anchor.RIGHT), colour=(1, 0, 0, 1))
    assert placed.pixels[0, :4].tolist() == [[255, 0, 0]] * 4
    assert placed.pixels[0, 4:].tolist() == [[200, 200, 200]] * 4


def test_what_fill_cropped_comes_back_from_the_picture_as_it_was() -> None:
    picture = noise(8, 4)
    placement = plan(8, 4, canvas=(4, 4), fit=Fit.FILL)
    placed = place(picture, placement)
    assert np.array_equal(placed.pixels, picture.pixels[:, 2:6])
    assert np.array_equal(unplace(placed, placement, over=picture).pixels, picture.pixels)
    assert not unplace(placed, placement).pixels[:, :2].any()


def test_a_picture_with_alpha_is_padded_with_nothing() -> None:
    placed = place(noise(4, 4, channels=4), plan(4, 4, canvas=(8, 4)))
    assert not placed.pixels[:, :2].any()


def test_a_mask_stays_pure_and_is_padded_with_keep() -> None:
    mask = Mask(np.where(np.eye(6) > 0, 255, 0).astype(np.uint8))
    placed = place(mask, plan(6, 6, canvas=(17, 11)))
    assert set(np.unique(placed.pixels)) == {0, 255}
    assert not placed.pixels[:, :3].any()


def test_hidden_colour_does_not_bleed_into_the_edges() -> None:
    pixels = np.zeros((16, 16, 4), np.uint8)
    pixels[..., 1] = 255
    pixels[4:12, 4:12] = (200, 0, 0, 255)
    for size in (7, 33):
        out = resize(Image(pixels), size, size).pixels
        assert not out[out[..., 3] > 4][:, 1].any()


@pytest.mark.parametrize("how", list(Filter))
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_a_flat_picture_stays_flat(how: Filter, bits: int, channels: int) -> None:
    levels = np.full((9, 12, channels), 180)
    flat = Image(levels.astype(np.uint8) if bits == 8 else levels.astype(np.uint16))
    for size in ((5, 4), (20, 30), (5, 30)):
        out = resize(flat, *size, how=how)
        assert (out.bits, out.channels) == (bits, channels)
        assert np.unique(out.pixels).tolist() == [180]


def test_shrinking_by_a_whole_number_is_the_mean() -> None:
    picture = noise(8, 8, bits=16)
    mean = picture.pixels.reshape(4, 2, 4, 2, 3).mean(axis=(1, 3))
    assert np.abs(resize(picture, 4, 4).pixels - mean).max() <= 0.5


def test_a_crop_reaches_beyond_the_picture() -> None:
    picture = noise(4, 4)
    out = crop(picture, Box(2, -1, 4, 3))
    assert np.array_equal(out.pixels[1:, :2], picture.pixels[:2, 2:])
    assert not out.pixels[0].any()
    assert not crop(picture, Box(50, 50, 2, 2)).pixels.any()


@given(sides, sides, st.integers(1, 16))
def test_multiples_are_the_nearest(width: int, height: int, multiple: int) -> None:
    up = to_multiple(width, height, multiple)
    assert all(side % multiple == 0 for side in up)
    assert all(0 <= a - b < multiple for a, b in zip(up, (width, height), strict=True))
    down = to_multiple(width, height, multiple, up=False)
    assert all(side % multiple == 0 and side > 0 for side in down)


@given(st.integers(1, 300), st.integers(1, 9), st.integers(0, 12))
def test_a_fitted_length_is_the_shortest_that_the_rule_accepts(
    count: int, step: int, rest: int
) -> None:
    fitted = fit_length(count, LengthRule(step, rest))
    length = len(fitted.indices)
    accepted = [rest + step * n for n in range(400) if rest + step * n >= count]
    assert length == accepted[0] == count + fitted.added
    assert fitted.indices == (*range(count), *[count - 1] * fitted.added)


@pytest.mark.parametrize(("count", "added"), [(1, 0), (2, 3), (5, 0), (80, 1), (81, 0)])
def test_lengths_for_video_models_are_4n_plus_1(count: int, added: int) -> None:
    assert fit_length(count).added == added


def test_what_cannot_be_placed_is_refused() -> None:
    with pytest.raises(MismatchError, match="placement was made for 4 x 4"):
        place(noise(5, 4), plan(4, 4, canvas=(8, 8)))
    with pytest.raises(MismatchError):
        plan(0, 4, canvas=(8, 8))
    with pytest.raises(MismatchError):
        crop(noise(4, 4), Box(0, 0, 0, 1))
    with pytest.raises(MismatchError):
        fit_length(0)
