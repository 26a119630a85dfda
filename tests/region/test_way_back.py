"""What a region shows, and that its way back changes nothing but what was made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import MismatchError
from pipelines.frames import FrameSource, read
from pipelines.framing import Box
from pipelines.masks import grow
from pipelines.region.cropping import cropped_clip, cropped_masks, grown_part
from pipelines.region.matte import MatteFrames, Pasted
from pipelines.region.pasting import Given, Look, PastedFrames
from pipelines.region.region import Region
from pipelines.region.tracking import Bounds, Wish, Zoom, tracked
from pipelines.values import Clip, Image, Mask, MaskClip
from tests.library.stage import clip_of
from tests.region.films import masked, noisy_film, wandering

NOTHING = Given(frozenset(), None)
PLAIN = Look()
SIZE = (97, 61)


def regioned(film: Clip, bounds: list[Bounds | None], wish: Wish) -> Region:
    size = film.format.width, film.format.height
    track = tracked(bounds, size, wish)
    return Region(film, masked(bounds, size), track.size, track.boxes, wish.margin)


def pasted(
    region: Region,
    made: Clip,
    *things: MaskClip,
    how: Pasted = Pasted.AUTOMATIC,
    soft: int = 2,
    kept: Given = NOTHING,
    look: Look = PLAIN,
) -> tuple[PastedFrames, MatteFrames]:
    matte = MatteFrames(region, things, pasted=how, soft=soft, keys=kept.frames)
    return PastedFrames(region, region.clip, made, matte, given=kept, look=look), matte


def same(source: FrameSource, clip: Clip) -> bool:
    return all(
        np.array_equal(read(source, at).pixels, read(clip.frames, at).pixels)
        for at in range(len(clip))
    )


@settings(deadline=None, max_examples=40)
@given(
    st.tuples(st.integers(20, 70), st.integers(20, 70)),
    st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.integers(1, 50)), max_size=4),
    st.sampled_from([(3, 8), (4, 8), (3, 16), (4, 16)]),
    st.integers(0, 9),
)
def test_what_was_not_changed_comes_back_to_the_last_bit(
    size: tuple[int, int],
    corners: list[tuple[int, int, int]],
    kind: tuple[int, int],
    soft: int,
) -> None:
    bounds: list[Bounds | None] = [
        Bounds(x, y, min(x + side, size[0]), min(y + side, size[1])) for x, y, side in corners
    ]
    film = noisy_film(len(bounds) + 1, size, channels=kind[0], bits=kind[1], clear=0.3)
    region = regioned(film, [*bounds, None], Wish(margin=soft // 2))
    frames, _ = pasted(region, cropped_clip(region), soft=soft)
    assert same(frames, film)


@pytest.mark.parametrize("zoom", Zoom)
@pytest.mark.parametrize(("channels", "bits"), [(3, 8), (4, 16)])
def test_outside_of_the_matte_every_pixel_is_the_films(
    zoom: Zoom, channels: int, bits: int
) -> None:
    film = noisy_film(6, SIZE, channels=channels, bits=bits)
    region = regioned(film, wandering(6, step=11), Wish(48, 32, zoom, margin=3))
    frames, matte = pasted(region, clip_of([200] * 6, size=(48, 32)), soft=4)
    for at in range(6):
        before, after = read(film.frames, at), read(frames, at)
        assert (after.channels, after.bits) == (channels, bits)
        share = read(matte, at).pixels
        assert np.array_equal(after.pixels[share == 0], before.pixels[share == 0])
        inside = after.pixels[share == 255]
        assert len(inside)
        assert (inside[:, :3] == 200 * (1 if bits == 8 else 257)).all()
        assert np.array_equal(after.pixels[..., 3:], before.pixels[..., 3:])


def test_the_region_is_the_part_of_the_film_and_repeats_its_edge_beyond() -> None:
    film = noisy_film(1, (40, 20))
    bounds: list[Bounds | None] = [Bounds(2, 0, 20, 20)]
    region = regioned(film, bounds, Wish(margin=2))
    assert region.size[1] == 32 and region.boxes[0].y == -6
    whole = read(film.frames, 0).pixels
    seen = read(cropped_clip(region).frames, 0).pixels
    left = region.boxes[0].x
    columns = slice(left, left + region.size[0])
    assert np.array_equal(seen[6:26], whole[:, columns])
    assert np.array_equal(seen[0], whole[0, columns])
    made = read(cropped_masks(region).frames, 0).pixels
    assert not made[:6].any() and not made[26:].any()
    assert made[10, 5 - left] == 255


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 12), st.integers(8, 40))
def test_a_part_of_a_grown_mask_is_that_of_the_whole_mask_grown(
    x: int, y: int, margin: int, side: int
) -> None:
    pixels = np.zeros((50, 60), np.uint8)
    pixels[12:20, 25:33] = 255
    pixels[0:4, 55:60] = 200
    whole = grow(Mask(pixels), margin).pixels
    box = Box(x, y, min(side, 60 - x), min(side, 50 - y))
    part = grown_part(Mask(pixels), box, margin).pixels
    assert np.array_equal(part, whole[y : y + box.height, x : x + box.width])


def test_with_silhouettes_all_but_old_thing_new_thing_and_shadow_is_the_film_again() -> None:
    film = noisy_film(1, (128, 96))
    region = regioned(film, [Bounds(40, 40, 50, 50)], Wish(margin=20))
    new = masked([Bounds(52, 40, 58, 50)], (128, 96))
    shadow = masked([Bounds(40, 52, 44, 56)], (128, 96))
    made = clip_of([9], size=region.size)
    for things, how, inside in (
        ((new, shadow), Pasted.AUTOMATIC, 10 * 10 + 6 * 10 + 4 * 4),
        ((new,), Pasted.SILHOUETTES, 10 * 10 + 6 * 10),
        ((), Pasted.SILHOUETTES, 10 * 10),
    ):
        _, matte = pasted(region, made, *things, how=how, soft=0)
        assert np.count_nonzero(read(matte, 0).pixels) == inside
    for things, how in (((), Pasted.AUTOMATIC), ((new,), Pasted.MADE)):
        _, matte = pasted(region, made, *things, how=how, soft=0)
        whole = grow(read(region.masks.frames, 0), 20)
        assert np.array_equal(read(matte, 0).pixels, whole.pixels)


def test_a_silhouette_beyond_what_was_to_be_made_is_not_pasted() -> None:
    region = regioned(noisy_film(1, (128, 96)), [Bounds(40, 40, 50, 50)], Wish(margin=4))
    all_of_it = masked([Bounds(0, 0, 128, 96)], (128, 96))
    _, matte = pasted(region, clip_of([9], size=region.size), all_of_it, soft=0)
    assert np.count_nonzero(read(matte, 0).pixels) <= 18 * 18


def test_a_silhouette_of_the_regions_size_is_brought_to_its_box() -> None:
    region = regioned(
        noisy_film(1, (128, 96)), [Bounds(30, 30, 70, 60)], Wish(32, 32, Zoom.CONSTANT)
    )
    new = masked([Bounds(0, 0, 32, 16)], (32, 32))
    _, matte = pasted(region, clip_of([9], size=(32, 32)), new, how=Pasted.SILHOUETTES, soft=0)
    assert np.count_nonzero(read(matte, 0).pixels) == 40 * 30


def test_the_ramp_ends_within_the_region_but_not_before_the_edge_of_the_film() -> None:
    film = noisy_film(1, (96, 64))
    region = regioned(film, [Bounds(0, 0, 96, 64)], Wish(48, 32))
    _, matte = pasted(region, clip_of([9], size=(48, 32)), soft=6)
    box = region.boxes[0]
    assert box == Box(24, 16, 48, 32)
    share = read(matte, 0).pixels[16:48, 24:72]
    assert max(share[0].max(), share[-1].max(), share[:, 0].max(), share[:, -1].max()) < 60
    assert share[16, 24] == 255
    whole = regioned(film, [Bounds(0, 0, 96, 64)], Wish())
    _, matte = pasted(whole, clip_of([9], size=(96, 64)), soft=6)
    assert (read(matte, 0).pixels == 255).all()


def test_what_is_transparent_in_what_was_made_shows_the_film() -> None:
    film = noisy_film(1, (64, 64))
    region = regioned(film, [Bounds(10, 10, 40, 40)], Wish())
    clear = np.full((*region.size[::-1], 4), 90, np.uint8)
    clear[..., 3] = 0
    made = clip_of([0], size=region.size, channels=4)
    made = replace(made, frames=type(made.frames)([Image(clear)], [made.frames.key(0)]))  # type: ignore[call-arg]
    frames, _ = pasted(region, made)
    assert same(frames, film)


def test_frames_that_were_given_come_back_as_they_were_given() -> None:
    film = noisy_film(3, SIZE)
    region = regioned(film, wandering(3), Wish(margin=2))
    made = clip_of([9] * 3, size=region.size)
    frames, matte = pasted(region, made, kept=Given(frozenset({1}), None))
    assert np.array_equal(read(frames, 1).pixels, read(film.frames, 1).pixels)
    assert not read(matte, 1).pixels.any()
    assert (read(frames, 0).pixels != read(film.frames, 0).pixels).any()
    drawn = noisy_film(3, SIZE, bits=8)
    whole, _ = pasted(region, made, kept=Given(frozenset({2}), drawn))
    assert np.array_equal(read(whole, 2).pixels, read(drawn.frames, 2).pixels)
    part = clip_of([50] * 3, size=region.size)
    within, _ = pasted(region, made, kept=Given(frozenset({2}), part))
    box = region.boxes[2]
    after, before = read(within, 2).pixels.copy(), read(film.frames, 2).pixels.copy()
    square = np.s_[box.y : box.y + box.height, box.x : box.x + box.width]
    assert (after[square] == 50).all()
    after[square] = before[square] = 0
    assert np.array_equal(after, before)


def test_another_length_or_film_is_refused_with_a_mend() -> None:
    film = noisy_film(3, SIZE)
    region = regioned(film, wandering(3), Wish())
    right = clip_of([9] * 3, size=region.size)
    short = clip_of([9] * 2, size=region.size)
    with pytest.raises(MismatchError) as refused:
        pasted(region, short)
    assert refused.value.mend
    with pytest.raises(MismatchError, match="ends with 2"):
        pasted(region, right, kept=Given(frozenset({3}), None))
    with pytest.raises(MismatchError, match="keyframes"):
        pasted(region, right, kept=Given(frozenset({1}), clip_of([1] * 3, size=(5, 5))))
    with pytest.raises(MismatchError, match="A mask has 2"):
        pasted(region, right, masked([None, None], SIZE))


def test_a_change_remakes_the_frames_that_it_touches() -> None:
    film = noisy_film(4, SIZE)
    bounds = wandering(4)
    region = regioned(film, bounds, Wish(margin=2))
    other = replace(region, masks=masked([*bounds[:2], Bounds(17, 21, 30, 30), bounds[3]], SIZE))
    clips = [cropped_clip(one).frames for one in (region, other)]
    masks = [cropped_masks(one).frames for one in (region, other)]
    made = cropped_clip(region)
    backs = [pasted(one, made)[0] for one in (region, other)]

    def changed(pair: list[FrameSource]) -> list[int]:
        return [at for at in range(4) if pair[0].key(at) != pair[1].key(at)]

    assert changed(clips) == []
    assert changed(masks) == [2]
    assert changed(list(backs)) == [2]
