"""One picture over another, checked by hand and against the W3C formulas."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.blend import blend, blend_colours
from pipelines.errors import MismatchError
from pipelines.panels import BlendMode
from pipelines.premultiplied import premultiply, unpremultiply
from pipelines.values import Image, Mask


def noise(seed: int, *, channels: int = 3, bits: int = 8) -> Image:
    rng = np.random.default_rng(seed)
    kind = np.uint8 if bits == 8 else np.uint16
    return Image(rng.integers(0, 1 << bits, (16, 16, channels), kind))


def flat(*levels: int) -> Image:
    return Image(np.full((4, 4, len(levels)), levels, np.uint8))


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (BlendMode.NORMAL, 0.75),
        (BlendMode.MULTIPLY, 0.1875),
        (BlendMode.SCREEN, 0.8125),
        (BlendMode.OVERLAY, 0.375),
        (BlendMode.DARKEN, 0.25),
        (BlendMode.LIGHTEN, 0.75),
        (BlendMode.ADD, 1.0),
    ],
)
def test_each_mode_follows_its_formula(mode: BlendMode, expected: float) -> None:
    backdrop, source = np.full(1, 0.25, np.float32), np.full(1, 0.75, np.float32)
    assert blend_colours(mode, backdrop, source)[0] == pytest.approx(expected)


@pytest.mark.parametrize("mode", list(BlendMode))
def test_every_mode_stays_within_0_and_1(mode: BlendMode) -> None:
    backdrop, source = premultiply(noise(1)), premultiply(noise(2))
    mixed = blend_colours(mode, backdrop, source)
    assert mixed.dtype == np.float32
    assert mixed.min() >= 0
    assert mixed.max() <= 1 + 1e-6


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_where_the_mask_is_black_or_white_the_pixels_are_exact(bits: int, channels: int) -> None:
    a, b = noise(1, channels=channels, bits=bits), noise(2, bits=bits)
    mask = np.full((16, 16), 128, np.uint8)
    mask[:4], mask[-4:] = 0, 255
    out = blend(a, b, mask=Mask(mask))
    assert (out.bits, out.channels) == (bits, channels)
    assert np.array_equal(out.pixels[:4], a.pixels[:4])
    assert np.array_equal(out.pixels[-4:, :, :3], b.pixels[-4:])


def test_half_of_white_over_black_is_the_middle() -> None:
    assert blend(flat(0, 0, 0), flat(255, 255, 255), opacity=0.5).pixels[0, 0, 0] == 128


def test_a_half_transparent_picture_over_a_transparent_one_keeps_its_colour() -> None:
    out = blend(flat(0, 0, 255, 0), flat(200, 100, 0, 128))
    assert out.pixels[0, 0].tolist() == [200, 100, 0, 128]


def test_multiply_over_a_transparent_backdrop_shows_the_source() -> None:
    out = blend(flat(0, 0, 0, 0), flat(200, 100, 50, 255), mode=BlendMode.MULTIPLY)
    assert out.pixels[0, 0].tolist() == [200, 100, 50, 255]


def test_the_deeper_of_two_pictures_sets_the_depth() -> None:
    out = blend(noise(1), noise(2, bits=16), opacity=0)
    assert np.array_equal(out.pixels, noise(1).pixels.astype(np.uint16) * 257)


def test_pictures_of_different_sizes_are_refused() -> None:
    with pytest.raises(MismatchError, match="16 x 16"):
        blend(noise(1), flat(1, 2, 3))


@pytest.mark.parametrize("bits", [8, 16])
def test_premultiplying_is_undone_exactly_where_alpha_is_not_0(bits: int) -> None:
    image = noise(3, channels=4, bits=bits)
    again = unpremultiply(premultiply(image), bits=bits)
    seen = image.pixels[..., 3] > 0
    assert np.array_equal(again.pixels[seen], image.pixels[seen])
