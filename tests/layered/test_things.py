"""Things that masks cut out of pictures, or that are proposed: they move, the ground stays."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipelines.errors import Cancelled
from pipelines.in_between import fade
from pipelines.layered.choosing import gap_of_masks, gap_of_pictures
from pipelines.layered.gap import LayeredGap, render_layers
from pipelines.layered.proposing import propose
from pipelines.layered.storing import gap_arrays, gap_from
from pipelines.values import Image, Mask, Pixels8

SIZE = (120, 72)
Place = tuple[float, float, float]


def textured(x: float = 0.0) -> Pixels8:
    """A ground seen by a camera that lies x pixels further left."""
    rng = np.random.default_rng(5)
    wide = cv2.GaussianBlur(rng.uniform(0, 255, (72, 200, 3)).astype(np.float32), (0, 0), 3)
    wide = (wide - wide.min()) * (255 / np.ptp(wide))
    shift = np.array([[1, 0, x - 40], [0, 1, 0]], np.float32)
    return cv2.warpAffine(wide, shift, SIZE, flags=cv2.INTER_LINEAR).astype(np.uint8)


def paper() -> Pixels8:
    return np.full((SIZE[1], SIZE[0], 3), 250, np.uint8)


def arrow(place: Place) -> Pixels8:
    """The area of an arrow at a place (x, y), turned by degrees."""
    x, y, turn = place
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    shape = np.array([[-16, -3], [4, -3], [4, -9], [16, 0], [4, 9], [4, 3], [-16, 3]])
    points = shape @ np.array([[c, s], [-s, c]]) + np.array([x, y])
    mask = np.zeros((SIZE[1] * 4, SIZE[0] * 4), np.uint8)
    cv2.fillPoly(mask, [np.rint(points * 4).astype(np.int32)], 255)
    return cv2.resize(mask, SIZE, interpolation=cv2.INTER_AREA).astype(np.uint8)


def scene(ground: Pixels8, *things: tuple[Place, tuple[int, int, int]]) -> Image:
    made = ground.astype(np.float32)
    for place, colour in things:
        share = arrow(place)[..., None] / np.float32(255)
        made = made * (1 - share) + share * np.array(colour, np.float32)
    return Image(np.rint(made).astype(np.uint8))


def apart(one: Image, other: Image) -> float:
    return float(np.abs(one.pixels.astype(np.int16) - other.pixels).mean())


RED, BLUE = (220, 40, 30), (30, 60, 210)


def test_masked_things_move_before_a_ground_that_stands_still() -> None:
    ground = textured()
    a = scene(ground, ((24, 20, 0), RED), ((96, 52, 180), BLUE))
    b = scene(ground, ((80, 28, 40), RED), ((40, 48, 180), BLUE))
    red = Mask(arrow((24, 20, 0))), Mask(arrow((80, 28, 40)))
    blue = Mask(arrow((96, 52, 180))), Mask(arrow((40, 48, 180)))
    gap = gap_of_masks((a, b), [red, blue])
    truth = scene(ground, ((52, 24, 20), RED), ((68, 50, 180), BLUE))
    middle = render_layers(gap, a, b, 0.5)
    assert apart(middle, truth) < 1.0 < apart(fade(a, b, 0.5), truth) / 4
    bare = np.abs(truth.pixels.astype(np.int16) - ground).max(axis=2) == 0
    away = cv2.erode(bare.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert np.array_equal(middle.pixels[away], ground[away])
    assert np.array_equal(render_layers(gap, a, b, 0).pixels, a.pixels)
    assert np.array_equal(render_layers(gap, a, b, 1).pixels, b.pixels)


def test_the_ground_behind_a_thing_goes_with_its_camera() -> None:
    a = scene(textured(0), ((30, 36, 0), RED))
    b = scene(textured(8), ((90, 36, 0), RED))
    gap = gap_of_masks((a, b), [(Mask(arrow((30, 36, 0))), Mask(arrow((90, 36, 0))))])
    truth = scene(textured(4), ((60, 36, 0), RED))
    middle = render_layers(gap, a, b, 0.5)
    inner = slice(8, -8)
    error = np.abs(middle.pixels.astype(np.int16) - truth.pixels)[inner, inner].mean()
    faded = np.abs(fade(a, b, 0.5).pixels.astype(np.int16) - truth.pixels)[inner, inner].mean()
    assert error < 4 < faded / 2


def test_figures_on_paper_are_told_apart_and_move_by_themselves() -> None:
    a = scene(paper(), ((24, 20, 0), RED), ((96, 52, 180), BLUE))
    b = scene(paper(), ((76, 18, 0), RED), ((44, 54, 150), BLUE))
    things = propose(a, b)
    assert len(things) == 2 and all(one.first is not None for one in things)
    gap = gap_of_pictures(a, b)
    truth = scene(paper(), ((50, 19, 0), RED), ((70, 53, 165), BLUE))
    assert apart(render_layers(gap, a, b, 0.5), truth) < 1.2
    assert not gap.holds()


def test_what_stands_still_on_paper_is_part_of_the_ground() -> None:
    still = ((20.0, 40.0, 90.0), (20, 120, 60))
    a, b = (scene(paper(), still, ((x, 30, 0), RED)) for x in (60.0, 90.0))
    (thing,) = propose(a, b)
    assert thing.first is not None and not thing.first[40, 20]
    middle = render_layers(gap_of_pictures(a, b), a, b, 0.5)
    assert np.array_equal(middle.pixels[:, :38], a.pixels[:, :38])


def test_nothing_is_proposed_where_there_is_no_paper() -> None:
    a, b = (scene(textured(), ((x, 30, 0), RED)) for x in (30.0, 60.0))
    assert propose(a, b) == []


def test_pictures_with_nothing_in_common_hold() -> None:
    rng = np.random.default_rng(1)
    a, b = (Image(rng.integers(0, 256, (64, 64, 3), np.uint8)) for _ in range(2))
    gap = gap_of_pictures(a, b)
    assert gap.holds()
    assert render_layers(gap, a, b, 0.49) is a and render_layers(gap, a, b, 0.5) is b


def test_a_still_stays_as_it_is() -> None:
    a = scene(paper(), ((60, 30, 0), RED))
    assert np.array_equal(render_layers(gap_of_pictures(a, a), a, a, 0.3).pixels, a.pixels)


def test_the_same_keys_make_the_same_frame_and_so_does_the_store() -> None:
    a, b = (scene(paper(), ((x, 30, x), RED)) for x in (30.0, 80.0))
    made = [gap_of_pictures(a, b) for _ in range(2)]
    made.append(gap_from(*gap_arrays(made[0])))
    frames = [render_layers(gap, a, b, 0.4).pixels for gap in made]
    assert all(np.array_equal(frame, frames[0]) for frame in frames)


def test_the_search_for_things_can_be_stopped_half_way() -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    a, b = (scene(paper(), ((x, 30, 0), RED)) for x in (30.0, 80.0))
    with pytest.raises(Cancelled):
        gap_of_pictures(a, b, stop)


def test_a_thing_of_one_key_comes_in_the_middle() -> None:
    a, b = scene(paper()), scene(paper(), ((60, 30, 0), RED))
    empty, full = Mask(np.zeros((72, 120), np.uint8)), Mask(arrow((60, 30, 0)))
    gap: LayeredGap = gap_of_masks((a, b), [(empty, full)])
    assert apart(render_layers(gap, a, b, 0.4), a) < 0.1
    assert apart(render_layers(gap, a, b, 0.6), b) < 0.2


def test_what_passes_behind_another_thing_is_not_stretched_to_what_is_seen_of_it() -> None:
    before, behind = ((66, 30, 90), BLUE), (200, 40, 30)
    a = scene(paper(), ((30, 30, 0), behind), before)
    b = scene(paper(), ((70, 30, 0), behind), before)
    front = arrow(before[0])
    seen = np.where(front > 0, 0, arrow((70, 30, 0))).astype(np.uint8)
    things = [(Mask(arrow((30, 30, 0))), Mask(seen)), (Mask(front), Mask(front))]
    gap = gap_of_masks((a, b), things)
    whole = gap.parts[0].whole
    assert whole is not None
    assert np.allclose(whole, [[1, 0, 40], [0, 1, 0]], atol=(0.06, 0.06, 3))
    again = gap_from(*gap_arrays(gap))
    shown = [render_layers(one, a, b, 0.8) for one in (gap, again)]
    assert np.array_equal(shown[0].pixels, shown[1].pixels)
    assert apart(shown[0], scene(paper(), ((62, 30, 0), behind), before)) < 1.5
