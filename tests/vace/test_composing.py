"""What VACE is given of a frame: what is kept, what guides, where nothing is known."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from numpy.typing import NDArray

from pipelines.vace.composing import (
    Composed,
    composed,
    generated,
    kept_of,
    put_back,
    shown_stream,
    streams,
)
from pipelines.vace.source_mode import KEEPS, SourceMode, settled
from pipelines.values import Image, Mask

SIZE = (32, 16)
FILLING = [SourceMode.ZERO, SourceMode.GRAY, SourceMode.GROWN, SourceMode.BOX]


def picture(seed: int, *, channels: int = 3) -> Image:
    noise = np.random.default_rng(seed)
    return Image(noise.integers(0, 256, (SIZE[1], SIZE[0], channels), np.uint8))


def mask(seed: int) -> Mask:
    noise = np.random.default_rng(seed)
    return Mask(noise.integers(0, 256, (SIZE[1], SIZE[0]), np.uint8))


def spot(rows: slice, columns: slice) -> Mask:
    pixels = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    pixels[rows, columns] = 255
    return Mask(pixels)


def of(frame: Composed) -> tuple[NDArray[Any], NDArray[Any], NDArray[np.bool_]]:
    """The streams of a frame, and where it is made."""
    inactive, reactive = streams(frame.content.pixels, frame.generate.pixels)
    return inactive, reactive, frame.generate.pixels > 0


@settings(max_examples=40, deadline=None)
@given(
    some.integers(0, 99),
    some.sampled_from([3, 4, 0]),
    some.booleans(),
    some.booleans(),
    some.booleans(),
    some.sampled_from(SourceMode),
)
def test_what_is_kept_and_what_guides_never_overlap(
    seed: int, channels: int, masked: bool, controlled: bool, split: bool, mode: SourceMode
) -> None:
    frame = composed(
        SIZE,
        source=picture(seed, channels=channels) if channels else None,
        mask=mask(seed + 1) if masked else None,
        control=picture(seed + 2) if controlled else None,
        region=mask(seed + 3) if split else None,
        mode=mode,
        margin=3,
    )
    inactive, reactive, made = of(frame)
    known = frame.content.pixels[..., 3] > 0
    assert (inactive[made] == 0).all() and (reactive[~made] == 0).all()
    assert (inactive[~known] == 0).all() and (reactive[~known] == 0).all()
    assert known[~made].all()  # what is kept is known
    assert set(np.unique(frame.generate.pixels)) <= {0, 255}


@settings(max_examples=20, deadline=None)
@given(some.integers(0, 99), some.sampled_from(FILLING))
def test_nothing_of_what_is_replaced_reaches_the_model(seed: int, mode: SourceMode) -> None:
    area = mask(seed)
    one, other = picture(seed), picture(seed + 1)
    mixed = np.where(area.pixels[..., None] >= 128, other.pixels, one.pixels)
    first, second = (
        composed(SIZE, source=source, mask=area, mode=mode, margin=2)
        for source in (one, Image(mixed))
    )
    for before, after in zip(of(first), of(second), strict=True):
        assert np.array_equal(before, after)
    assert not of(first)[1].any()


def test_reconstruct_shows_the_model_all_of_the_source() -> None:
    source = picture(1)
    inactive, reactive, _ = of(
        composed(SIZE, source=source, mask=mask(2), mode=SourceMode("reconstruct"))
    )
    assert np.array_equal(inactive + reactive, source.pixels / np.float32(255) * 2 - 1)


def test_white_is_made_and_black_is_kept() -> None:
    frame = composed(SIZE, source=picture(1), mask=spot(slice(0, 8), slice(0, 32)))
    inactive, _, made = of(frame)
    assert made[:8].all() and not made[8:].any()
    assert np.array_equal(frame.content.pixels[8:, :, :3], picture(1).pixels[8:])
    assert inactive[8:].any()


def test_mid_gray_is_exact_zero_and_shown_as_128() -> None:
    frame = composed(SIZE)
    inactive, reactive, made = of(frame)
    assert made.all() and not inactive.any() and not reactive.any()
    assert (shown_stream(frame, reactive=True).pixels == 128).all()


def test_what_is_transparent_in_the_source_is_made_which_is_outpainting() -> None:
    source = picture(1, channels=4).pixels.copy()
    source[:, :20, 3], source[:, 20:, 3] = 255, 0
    made = generated(SIZE, source=Image(source)).pixels
    assert not made[:, :20].any() and (made[:, 20:] == 255).all()


def test_a_repaint_mask_takes_the_control_inside_and_the_source_outside() -> None:
    source, control = picture(1), picture(2)
    area = spot(slice(0, 8), slice(0, 32))
    frame = composed(SIZE, source=source, mask=area, control=control)
    kept, guided = (shown_stream(frame, reactive=reactive).pixels for reactive in (False, True))
    assert np.array_equal(guided[:8], control.pixels[:8]) and (guided[8:] == 128).all()
    assert np.array_equal(kept[8:], source.pixels[8:]) and (kept[:8] == 128).all()


def test_a_region_bounds_the_control_and_the_rest_is_gray() -> None:
    frame = composed(SIZE, control=picture(2), region=spot(slice(0, 16), slice(0, 4)))
    _, reactive, made = of(frame)
    assert made.all()
    assert reactive[:, :4].any() and not reactive[:, 4:].any()


def test_the_box_hides_the_outline_and_the_grown_mask_is_wider() -> None:
    area = spot(slice(4, 8), slice(4, 6))
    area = Mask(np.maximum(area.pixels, spot(slice(6, 8), slice(4, 12)).pixels))
    boxed = generated(SIZE, source=picture(1), mask=area, mode=SourceMode.BOX, margin=1).pixels
    assert (boxed[3:9, 3:13] == 255).all() and (boxed > 0).sum() == 6 * 10
    grown = generated(SIZE, source=picture(1), mask=area, mode=SourceMode.GROWN, margin=2).pixels
    assert (grown > 0).sum() > (area.pixels > 0).sum()
    assert (grown[area.pixels > 0] == 255).all()


@pytest.mark.parametrize(
    ("has_reference", "taken"), [(True, SourceMode.BOX), (False, SourceMode.GRAY)]
)
def test_left_open_it_follows_a_reference_where_there_is_one(
    has_reference: bool, taken: SourceMode
) -> None:
    assert settled(SourceMode.AUTOMATIC, has_reference=has_reference) is taken
    assert settled(SourceMode.RECONSTRUCT, has_reference=True) is SourceMode.RECONSTRUCT
    assert set(KEEPS) == set(SourceMode)


@pytest.mark.parametrize("mode", SourceMode)
def test_what_is_kept_comes_back_to_the_last_bit_and_softly_along_a_soft_edge(
    mode: SourceMode,
) -> None:
    random = np.random.default_rng(2)
    source, made = (Image(random.integers(0, 256, (4, 24, 3), np.uint8)) for _ in range(2))
    pixels = np.zeros((4, 24), np.uint8)
    pixels[:, :8], pixels[:, 8] = 255, 64
    kept = kept_of((24, 4), source=source, mask=Mask(pixels), mode=mode, margin=2)
    put = put_back(kept, made).pixels
    assert np.array_equal(put[:, 12:], source.pixels[:, 12:])
    assert np.array_equal(put[:, :8], made.pixels[:, :8])
    if mode not in (SourceMode.GROWN, SourceMode.BOX):
        mixed = (source.pixels[:, 8] * 191.0 + made.pixels[:, 8] * 64.0) / 255
        assert np.abs(put[:, 8] - mixed).max() <= 0.5


def test_of_a_frame_without_a_source_all_is_what_was_made() -> None:
    made = Image(np.full((4, 4, 3), 77, np.uint8))
    assert np.array_equal(put_back(kept_of((4, 4)), made).pixels, made.pixels)
