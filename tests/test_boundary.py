"""Soft edges by distance, and pictures joined along them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.boundary import Lies, composite, matched, size_of, soft_edge
from pipelines.easing import PRESETS, Easing, Preset
from pipelines.errors import MismatchError
from pipelines.values import Image, Mask

STRAIGHT = Easing()


def half(width: int = 40) -> Mask:
    """White from column 20 on."""
    pixels = np.zeros((6, width), np.uint8)
    pixels[:, 20:] = 255
    return Mask(pixels)


def across(mask: Mask) -> list[int]:
    return [int(level) for level in mask.pixels[3]]


def noise(seed: int, *, channels: int = 3, bits: int = 8) -> Image:
    kind = np.uint8 if bits == 8 else np.uint16
    rng = np.random.default_rng(seed)
    return Image(rng.integers(0, 1 << bits, (6, 40, channels), kind))


def test_a_ramp_outside_ends_at_the_outline() -> None:
    row = across(soft_edge(half(), 4, Lies.OUTSIDE, STRAIGHT))
    assert row[:16] == [0] * 16
    assert row[16:20] == [32, 96, 159, 223]
    assert row[20:] == [255] * 20


def test_a_ramp_inside_begins_at_the_outline() -> None:
    row = across(soft_edge(half(), 4, Lies.INSIDE, STRAIGHT))
    assert row[:20] == [0] * 20
    assert row[20:24] == [32, 96, 159, 223]
    assert row[24:] == [255] * 16


def test_a_ramp_across_is_centred() -> None:
    row = across(soft_edge(half(), 4, Lies.ACROSS, STRAIGHT))
    assert row[17:23] == [0, 32, 96, 159, 223, 255]


def test_a_curve_bends_the_ramp() -> None:
    bent = across(soft_edge(half(), 8, Lies.OUTSIDE, PRESETS[Preset.EASE_IN]))
    straight = across(soft_edge(half(), 8, Lies.OUTSIDE, STRAIGHT))
    assert all(a <= b for a, b in zip(bent, straight, strict=True)) and bent != straight


@given(
    width=st.floats(0.1, 30),
    lies=st.sampled_from(Lies),
    curve=st.sampled_from(list(PRESETS.values())),
    seed=st.integers(0, 50),
)
def test_inside_only_loses_and_outside_only_gains(
    width: float, lies: Lies, curve: Easing, seed: int
) -> None:
    mask = Mask(np.random.default_rng(seed).integers(0, 256, (12, 16), np.uint8))
    made = soft_edge(mask, width, lies, curve).pixels
    assert made.shape == mask.pixels.shape
    if lies is Lies.INSIDE:
        assert (made <= mask.pixels).all()
    if lies is Lies.OUTSIDE:
        assert (made >= mask.pixels).all()


@pytest.mark.parametrize("mask", [half(), Mask(np.zeros((4, 4), np.uint8))])
def test_nothing_to_soften_comes_back_as_it_is(mask: Mask) -> None:
    assert soft_edge(mask, 0, Lies.ACROSS, STRAIGHT) is mask
    assert soft_edge(Mask(np.full((4, 4), 255, np.uint8)), 9, Lies.INSIDE, STRAIGHT).pixels.all()


def test_the_size_of_a_square_is_its_side() -> None:
    pixels = np.zeros((50, 50), np.uint8)
    pixels[5:25, 7:27] = 255
    assert size_of(Mask(pixels)) == 20


@pytest.mark.parametrize(("channels", "bits"), [(3, 8), (4, 8), (3, 16), (4, 16)])
def test_outside_the_mask_every_bit_stays_and_inside_every_bit_is_new(
    channels: int, bits: int
) -> None:
    first, second = (noise(seed, channels=channels, bits=bits) for seed in (1, 2))
    mask = soft_edge(half(), 6, Lies.ACROSS, STRAIGHT)
    made = composite(first, second, mask).pixels
    assert np.array_equal(made[mask.pixels == 0], first.pixels[mask.pixels == 0])
    assert np.array_equal(made[mask.pixels == 255], second.pixels[mask.pixels == 255])


def test_alpha_is_shared_out_and_can_become_less() -> None:
    opaque = Image(np.full((2, 2, 4), 255, np.uint8))
    clear = Image(np.zeros((2, 2, 4), np.uint8))
    made = composite(opaque, clear, Mask(np.full((2, 2), 51, np.uint8))).pixels
    assert made[0, 0].tolist() == [255, 255, 255, 204]


def test_colours_are_brought_to_those_around_the_mask() -> None:
    first = noise(3)
    darker = Image((first.pixels // 2).astype(np.uint8))
    mask = half()
    mended = matched(first, darker, mask, ring=15, strength=1.0)
    off = np.abs(mended.pixels.astype(int) - first.pixels).mean()
    assert off < np.abs(darker.pixels.astype(int) - first.pixels).mean() / 10
    assert matched(first, darker, mask, ring=10, strength=0.0) is darker


def test_where_no_ring_is_seen_colours_stay() -> None:
    first, second = noise(1), noise(2)
    everything = Mask(np.full((6, 40), 255, np.uint8))
    assert matched(first, second, everything, ring=10, strength=1.0) is second


def test_another_size_is_refused() -> None:
    with pytest.raises(MismatchError, match="8 x 6"):
        composite(noise(1), noise(2), Mask(np.zeros((6, 8), np.uint8)))
