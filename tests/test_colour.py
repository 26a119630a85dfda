"""Colour adjustments, checked by hand."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.colour import LUMA, NEUTRAL, Adjustment, adjust
from pipelines.values import Image

adjustments = st.builds(
    Adjustment,
    exposure=st.floats(-3, 3),
    temperature=st.floats(-1, 1),
    tint=st.floats(-1, 1),
    lift=st.floats(-0.5, 0.5),
    gamma=st.floats(0.2, 5),
    contrast=st.floats(0, 3),
    saturation=st.floats(0, 3),
)


def noise(*, channels: int = 3, bits: int = 8) -> Image:
    rng = np.random.default_rng(4)
    kind = np.uint8 if bits == 8 else np.uint16
    return Image(rng.integers(0, 1 << bits, (8, 8, channels), kind))


def grey(level: int, *, bits: int = 8) -> Image:
    levels = np.full((2, 2, 3), level)
    return Image(levels.astype(np.uint8) if bits == 8 else levels.astype(np.uint16))


def first(image: Image) -> list[int]:
    return [int(number) for number in image.pixels[0, 0]]


def test_the_neutral_adjustment_gives_the_picture_itself() -> None:
    image = noise()
    assert adjust(image, Adjustment()) is image


@settings(deadline=None, max_examples=25)
@given(adjustments, st.sampled_from([3, 4]), st.sampled_from([8, 16]))
def test_size_bits_and_alpha_stay(adjustment: Adjustment, channels: int, bits: int) -> None:
    image = noise(channels=channels, bits=bits)
    out = adjust(image, adjustment)
    assert (out.pixels.shape, out.bits) == (image.pixels.shape, bits)
    assert np.array_equal(out.pixels[..., 3:], image.pixels[..., 3:])


@settings(deadline=None, max_examples=25)
@given(adjustments)
def test_16_bits_agree_with_8(adjustment: Adjustment) -> None:
    image = noise()
    deep = Image(image.pixels.astype(np.uint16) * np.uint16(257))
    difference = adjust(deep, adjustment).pixels / 257 - adjust(image, adjustment).pixels
    assert np.abs(difference).max() <= 0.51


def test_a_stop_doubles_the_light() -> None:
    assert first(adjust(grey(0), Adjustment(exposure=5))) == [0, 0, 0]
    # sRGB 0.5 is 0.2140 of light; twice that is 0.6858.
    assert first(adjust(grey(32768, bits=16), Adjustment(exposure=1)))[0] == pytest.approx(
        0.6858 * 65535, abs=20
    )


def test_exposure_there_and_back_is_nearly_nothing() -> None:
    there = adjust(noise(bits=16), Adjustment(exposure=-1))
    back = adjust(there, Adjustment(exposure=1))
    assert np.abs(back.pixels.astype(int) - noise(bits=16).pixels).max() <= 2


def test_contrast_turns_about_mid_grey() -> None:
    assert first(adjust(grey(32768, bits=16), Adjustment(contrast=2)))[0] == 32769
    assert first(adjust(grey(51), Adjustment(contrast=0.5)))[0] == 89
    assert first(adjust(grey(51), Adjustment(contrast=2)))[0] == 0


def test_without_saturation_only_brightness_is_left() -> None:
    out = adjust(noise(bits=16), Adjustment(saturation=0)).pixels
    assert np.abs(out - (noise(bits=16).pixels @ LUMA)[..., None]).max() <= 1


def test_lift_raises_black_and_leaves_white() -> None:
    assert first(adjust(grey(0), Adjustment(lift=0.2)))[0] == 51
    assert first(adjust(grey(255), Adjustment(lift=0.2)))[0] == 255


def test_gamma_leaves_black_and_white_and_brightens_the_middle() -> None:
    lighter = Adjustment(gamma=2)
    assert first(adjust(grey(0), lighter))[0] == 0
    assert first(adjust(grey(255), lighter))[0] == 255
    assert first(adjust(grey(64), lighter))[0] == 128


def test_warmth_and_tint_turn_grey_towards_their_colours() -> None:
    red, green, blue = first(adjust(grey(128), Adjustment(temperature=0.5)))
    assert red > 128 > blue
    assert red > green > blue
    red, green, blue = first(adjust(grey(128), Adjustment(tint=0.5)))
    assert red == blue > 128 > green


def test_an_adjustment_survives_json() -> None:
    adjustment = Adjustment(exposure=0.5, saturation=0)
    assert msgspec.json.decode(msgspec.json.encode(adjustment), type=Adjustment) == adjustment
    assert msgspec.json.encode(NEUTRAL) == b"{}"
