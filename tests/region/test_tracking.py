"""Where a work region lies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.framing import Box
from pipelines.region.tracking import MULTIPLE, Bounds, Wish, Zoom, bounds_of, tracked
from pipelines.values import Mask

WIDTH, HEIGHT = 201, 133


@st.composite
def rectangles(draw: st.DrawFn) -> Bounds | None:
    if draw(st.booleans()):
        return None
    left, top = draw(st.integers(0, WIDTH - 1)), draw(st.integers(0, HEIGHT - 1))
    return Bounds(left, top, draw(st.integers(left + 1, WIDTH)), draw(st.integers(top + 1, HEIGHT)))


wishes = st.builds(
    Wish,
    width=st.sampled_from([0, 48, 200, 320]),
    height=st.sampled_from([0, 32, 96]),
    zoom=st.sampled_from(Zoom),
    context=st.sampled_from([0.0, 0.5, 2.0]),
    margin=st.sampled_from([0, 5]),
    smoothing=st.sampled_from([0, 3, 24]),
)


def covers(box: Box, bounds: Bounds) -> bool:
    return (
        box.x <= bounds.left
        and box.y <= bounds.top
        and box.x + box.width >= bounds.right
        and box.y + box.height >= bounds.bottom
    )


def moved(box: Box) -> tuple[int, int]:
    return box.x, box.y


@settings(deadline=None, max_examples=80)
@given(st.lists(rectangles(), min_size=1, max_size=12), wishes, st.sets(st.integers(0, 12)))
def test_a_mask_that_fits_lies_in_the_region_and_the_region_in_the_frame(
    bounds: list[Bounds | None], wish: Wish, starts: set[int]
) -> None:
    track = tracked(bounds, (WIDTH, HEIGHT), wish, starts=sorted(starts))
    assert len(track.boxes) == len(bounds)
    assert all(side % MULTIPLE == 0 for side in track.size)
    for at, (box, one) in enumerate(zip(track.boxes, bounds, strict=True)):
        for begin, side, length in ((box.x, box.width, WIDTH), (box.y, box.height, HEIGHT)):
            if side <= length:
                assert 0 <= begin <= length - side
            else:
                assert begin <= 0 and begin + side >= length
        if one is not None and at not in track.cut:
            assert covers(box, one)


@settings(deadline=None, max_examples=40)
@given(st.lists(rectangles(), min_size=1, max_size=6))
def test_a_region_that_finds_its_size_itself_holds_every_mask(bounds: list[Bounds | None]) -> None:
    track = tracked(bounds, (WIDTH, HEIGHT), Wish())
    assert not track.cut
    assert {(box.width, box.height) for box in track.boxes} == {track.size}


def test_a_trembling_mask_does_not_shake_the_region() -> None:
    random = np.random.default_rng(3)
    shaken = random.integers(-4, 5, 48)
    bounds: list[Bounds | None] = [
        Bounds(100 + 4 * at + one, 60, 160 + 4 * at + one, 120)
        for at, one in enumerate(shaken.tolist())
    ]
    boxes = tracked(bounds, (640, 360), Wish(smoothing=24)).boxes
    steps = np.diff([box.x for box in boxes])
    assert steps.min() >= 2
    assert steps.max() <= 6


def test_where_the_mask_is_empty_the_region_goes_on_its_way() -> None:
    bounds: list[Bounds | None] = [None] * 5
    bounds[0], bounds[4] = Bounds(100, 60, 120, 80), Bounds(140, 60, 160, 80)
    boxes = tracked(bounds, (640, 360), Wish(smoothing=0)).boxes
    assert [box.x - boxes[0].x for box in boxes] == [0, 10, 20, 30, 40]


def test_a_mask_that_is_never_there_leaves_the_region_in_the_middle() -> None:
    track = tracked([None, None], (640, 360), Wish())
    assert set(track.boxes) == {Box(288, 148, 64, 64)}


def test_nothing_is_smoothed_across_a_cut() -> None:
    bounds: list[Bounds | None] = [
        *[Bounds(20, 20, 40, 40)] * 6,
        *[Bounds(560, 300, 580, 320)] * 6,
    ]
    boxes = tracked(bounds, (640, 360), Wish(smoothing=8), starts=[0, 6]).boxes
    assert {moved(box) for box in boxes[:6]} == {moved(boxes[0])}
    assert {moved(box) for box in boxes[6:]} == {moved(boxes[6])}
    across = tracked(bounds, (640, 360), Wish(smoothing=8)).boxes
    assert len({moved(box) for box in across}) > 2


def test_a_constant_zoom_shows_the_largest_mask_and_one_that_follows_comes_closer() -> None:
    bounds: list[Bounds | None] = [
        Bounds(300, 160, 340 + 20 * at, 200 + 10 * at) for at in range(16)
    ]
    wish = Wish(96, 64, Zoom.CONSTANT, smoothing=2)
    constant = tracked(bounds, (800, 600), wish)
    following = tracked(bounds, (800, 600), Wish(96, 64, Zoom.FOLLOWING, smoothing=2))
    assert constant.size == following.size == (96, 64)
    assert len({(box.width, box.height) for box in constant.boxes}) == 1
    wide = [box.width for box in following.boxes]
    assert wide == sorted(wide) and wide[0] < wide[-1]
    assert wide[-1] == pytest.approx(constant.boxes[0].width, abs=1)


def test_a_zoom_does_not_show_more_than_the_film_for_the_sake_of_context() -> None:
    track = tracked([Bounds(10, 10, 300, 170)], (320, 180), Wish(64, 32, Zoom.CONSTANT, context=3))
    assert track.boxes[0].width <= 340
    assert covers(track.boxes[0], Bounds(10, 10, 300, 170))


def test_frames_whose_mask_does_not_fit_are_named() -> None:
    bounds = [Bounds(10, 10, 20, 20), Bounds(10, 10, 190, 20), None]
    assert tracked(bounds, (WIDTH, HEIGHT), Wish(64, 64)).cut == (1,)


def test_bounds_hold_the_softest_pixel() -> None:
    pixels = np.zeros((9, 12), np.uint8)
    assert bounds_of(Mask(pixels.copy())) is None
    pixels[2, 3] = pixels[7, 11] = 1
    assert bounds_of(Mask(pixels)) == Bounds(3, 2, 12, 8)
