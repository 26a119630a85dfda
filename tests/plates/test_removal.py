"""Things removed from generated shots whose ground is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import Cancelled
from pipelines.plates.plate import sampled
from pipelines.plates.removal import Cleaned, cleaned, followed
from pipelines.progress import LocalCancelToken
from pipelines.values import Image, Mask
from tests.plates.scenes import HEIGHT, WIDTH, Shot


def emptied(shot: Shot) -> Iterator[Cleaned]:
    for stretch in followed(shot.read, shot.length):
        yield from cleaned(shot.read, stretch, LocalCancelToken())


@cache
def known(name: str) -> list[Cleaned]:
    return list(emptied(SHOTS[name]))


def errors(shot: Shot, frames: Iterable[Cleaned]) -> list[float]:
    """Mean levels by which what is filled differs from the ground that was hidden."""
    found: list[float] = []
    for frame, made in enumerate(frames):
        inside = shot.inside(frame)
        off = np.abs(made.picture.pixels[inside] - shot.behind(frame)[inside])
        found.append(float(off.mean()))
    return found


SHOTS = {
    "still": Shot(14),
    "pan": Shot(14, pan=(3.3, 0.7)),
    "zoom": Shot(14, pan=(-1.2, 0.4), zoom=1.006),
    "light": Shot(14, drift=0.02),
    "all": Shot(14, pan=(2.4, -0.6), zoom=0.995, drift=-0.02),
}


@pytest.mark.parametrize("name", SHOTS)
def test_what_was_hidden_is_shown(name: str) -> None:
    assert max(errors(SHOTS[name], known(name))) < 2.5


@settings(deadline=None, max_examples=6)
@given(st.integers(2, 500), st.floats(-3, 3), st.floats(-1.5, 1.5), st.floats(-0.02, 0.02))
def test_cameras_and_lights_of_all_kinds_are_followed(
    seed: int, x: float, y: float, drift: float
) -> None:
    shot = Shot(10, pan=(x, y), drift=drift, pace=8, seed=seed)
    found = errors(shot, emptied(shot))
    assert float(np.mean(found)) < 3


@pytest.mark.parametrize("name", SHOTS)
def test_outside_the_mask_every_pixel_stays(name: str) -> None:
    shot = SHOTS[name]
    for frame, made in enumerate(known(name)):
        picture, mask = shot.read(frame)
        outside = mask.pixels == 0
        assert np.array_equal(made.picture.pixels[outside], picture.pixels[outside])


def test_depth_and_alpha_are_filled_as_colours_are() -> None:
    shot = Shot(8, pan=(2, 0), pace=9)

    def read(frame: int) -> tuple[Image, Mask]:
        picture, mask = shot.read(frame)
        deep = np.full((HEIGHT, WIDTH, 4), 32_896, np.uint16)
        deep[..., :3] = picture.pixels.astype(np.uint16) * 257
        deep[mask.pixels > 0, 3] = 65_535
        return Image(deep), mask

    (stretch,) = followed(read, 8)
    for frame, made in enumerate(cleaned(read, stretch, LocalCancelToken())):
        inside, picture = shot.inside(frame), read(frame)[0]
        colours = made.picture.pixels[inside] / 257
        assert np.abs(colours[:, :3] - shot.behind(frame)[inside]).mean() < 3
        assert np.abs(colours[:, 3] - 128).max() < 2
        assert np.array_equal(made.picture.pixels[~inside], picture.pixels[~inside])


def test_the_plate_is_wider_than_a_frame_where_the_camera_pans() -> None:
    last = known("pan")[-1]
    assert last.plate.picture.width > WIDTH + 30
    assert last.plate.picture.height >= HEIGHT


def test_a_cut_begins_another_plate() -> None:
    shot = Shot(16, pan=(1.5, 0), pace=9, cut=8)
    assert [(one.start, one.stop) for one in followed(shot.read, 16)] == [(0, 8), (8, 16)]
    assert max(errors(shot, emptied(shot))) < 6


def test_a_cut_that_is_known_is_taken_over() -> None:
    shot = Shot(6)
    assert [one.start for one in followed(shot.read, 6, cuts={0, 3})] == [0, 3]


def test_what_is_never_seen_is_painted_from_around_it() -> None:
    shot = Shot(6, pace=0)
    for frame, made in enumerate(emptied(shot)):
        inside = shot.inside(frame)
        colours = made.picture.pixels[inside].astype(float)
        assert np.abs(colours.mean(axis=0) - shot.behind(frame).mean(axis=(0, 1))).max() < 60
        assert (colours[:, 0] < 240).all()


def test_where_everything_is_hidden_nothing_is_made_up() -> None:
    shot = Shot(3)

    def read(frame: int) -> tuple[Image, Mask]:
        return shot.read(frame)[0], Mask(np.full((HEIGHT, WIDTH), 255, np.uint8))

    (stretch,) = followed(read, 3)
    for frame, made in enumerate(cleaned(read, stretch, LocalCancelToken())):
        assert np.array_equal(made.picture.pixels, shot.read(frame)[0].pixels)


def test_a_long_clip_holds_no_more_frames_than_a_short_one() -> None:
    def most(length: int) -> int:
        shot = Shot(length)
        for _ in emptied(shot):
            pass
        return shot.most_alive

    assert most(60) <= most(27) <= 30


def test_large_frames_are_held_in_fewer_samples() -> None:
    (stretch,) = followed(SHOTS["still"].read, 14)
    assert len(sampled(stretch, 1 << 20)) == 14
    assert len(sampled(stretch, 64 << 20)) == 5


def test_it_stops_between_frames() -> None:
    shot, cancel = Shot(8), LocalCancelToken()
    (stretch,) = followed(shot.read, 8)
    made = cleaned(shot.read, stretch, cancel)
    next(made)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(made)
