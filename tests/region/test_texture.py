"""Noise and sharpness measured, and given to pictures that lack them."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from pipelines.frames import read
from pipelines.region.matte import MatteFrames, Pasted
from pipelines.region.pasting import Given, Look, PastedFrames
from pipelines.region.region import Region
from pipelines.region.texture import Texture, blended, grained, measured, sharpened
from pipelines.region.tracking import Bounds, Wish, tracked
from pipelines.values import Image, Shot
from tests.region.films import masked, pictured

SIZE = (260, 180)
ALL = np.ones(SIZE[::-1], np.bool_)


def scene(
    *, blur: float = 0.8, noise: float = 0.0, grain: float = 0.0, seed: int = 0, bits: int = 16
) -> Image:
    """Bright and dark rectangles on a slope, out of focus, then noise."""
    ground = np.full((*SIZE[::-1], 3), 0.45, np.float32)
    ground[..., 0] += np.linspace(0, 0.2, SIZE[0], dtype=np.float32)
    ground[30:80, 40:110], ground[100:150, 130:230] = 0.7, 0.2
    soft: Any = cv2.GaussianBlur(ground, (0, 0), blur)
    white: Any = np.random.default_rng(seed).standard_normal(soft.shape).astype(np.float32)
    if grain:
        white = cv2.GaussianBlur(white, (0, 0), grain)
    most = (1 << bits) - 1
    floats = np.clip(soft + noise * white / white.std(), 0, 1) * most
    return Image(np.rint(floats).astype(np.uint16 if bits == 16 else np.uint8))


def difference(one: Image, other: Image) -> Any:
    return (one.pixels.astype(np.float64) - other.pixels) / ((1 << one.bits) - 1)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize(("noise", "grain"), [(0.01, 0.0), (0.03, 0.7), (0.02, 1.2)])
def test_the_noise_that_is_added_is_as_strong_and_as_coarse_as_the_one_measured(
    noise: float, grain: float, bits: int
) -> None:
    wanted = measured(scene(noise=noise, grain=grain, bits=bits), ALL)
    clean = scene(bits=bits)
    added = difference(grained(clean, measured(clean, ALL), wanted, 1.0, seed=(1, 2)), clean)
    assert added.std() == pytest.approx(noise, rel=0.12)
    true = difference(scene(noise=noise, grain=grain, bits=bits), clean)
    beside = [
        np.corrcoef(one[:, 1:, 0].ravel(), one[:, :-1, 0].ravel())[0, 1] for one in (added, true)
    ]
    assert beside[0] == pytest.approx(beside[1], abs=0.1)


def test_only_what_is_lacking_is_added_and_the_same_seed_adds_the_same() -> None:
    noisy, half = scene(noise=0.02), scene(noise=0.012, seed=5)
    wanted, own = measured(noisy, ALL), measured(half, ALL)
    assert grained(noisy, wanted, wanted, 1.0, seed=(1,)) is noisy
    assert grained(noisy, wanted, own, 1.0, seed=(1,)) is noisy
    assert grained(half, own, wanted, 0.0, seed=(1,)) is half
    more = grained(half, own, wanted, 1.0, seed=(1,))
    assert difference(more, half).std() == pytest.approx(0.016, rel=0.15)
    again = grained(half, own, wanted, 1.0, seed=(1,))
    assert np.array_equal(more.pixels, again.pixels)
    other = grained(half, own, wanted, 1.0, seed=(2,))
    assert not np.array_equal(more.pixels, other.pixels)


def test_noise_of_one_colour_stays_of_that_colour() -> None:
    blue = scene().pixels.astype(np.float64)
    blue[..., 2] += np.random.default_rng(1).standard_normal(SIZE[::-1]) * 1500
    wanted = measured(Image(np.clip(blue, 0, 65535).astype(np.uint16)), ALL)
    clean = scene()
    added = difference(grained(clean, measured(clean, ALL), wanted, 1.0, seed=(3,)), clean)
    assert added[..., 2].std() > 20 * added[..., 0].std()


@pytest.mark.parametrize(("own", "wanted"), [(0.6, 1.6), (1.5, 1.0), (1.2, 2.4)])
def test_edges_become_as_wide_as_wanted(own: float, wanted: float) -> None:
    given, goal = scene(blur=own), scene(blur=wanted)
    before, aim = measured(given, ALL), measured(goal, ALL)
    assert before.blur == pytest.approx(own, abs=0.25)
    made = measured(sharpened(given, before, aim, 1.0), ALL).blur
    assert made is not None and aim.blur is not None
    assert abs(made - aim.blur) < 0.3 * abs(own - wanted)
    assert sharpened(given, before, aim, 0.0) is given


def test_where_nothing_can_be_told_nothing_is_changed() -> None:
    picture, small = scene(noise=0.02), np.zeros_like(ALL)
    small[5:12, 5:12] = True
    nothing = measured(picture, small)
    assert nothing == Texture()
    assert sharpened(picture, nothing, measured(picture, ALL), 1.0) is picture
    assert grained(picture, measured(picture, ALL), nothing, 1.0, seed=(1,)) is picture
    known = measured(picture, ALL)
    assert blended(nothing, known, 0.2) == blended(known, nothing, 0.2) == known


def test_what_is_made_gets_the_grain_of_the_film_and_the_film_stays_as_it_is() -> None:
    count = 10
    shots = (Shot("a", "A", 0, 6), Shot("b", "B", 6, count))
    film = pictured([scene(noise=0.02, seed=at) for at in range(count)], shots=shots)
    bounds: list[Bounds | None] = [Bounds(80, 50, 180, 130)] * count
    track = tracked(bounds, SIZE, Wish())
    region = Region(film, masked(bounds, SIZE), track.size, track.boxes)
    height, width = track.size[::-1]
    plain = [Image(np.full((height, width, 3), 30000, np.uint16)) for _ in range(count)]
    made = pictured(plain)
    matte = MatteFrames(region, (), pasted=Pasted.MADE, soft=4)

    def pasted(look: Look) -> PastedFrames:
        return PastedFrames(region, film, made, matte, given=Given(frozenset(), None), look=look)

    full, none = pasted(Look(grain=1.0, sharpness=1.0, seed=4)), pasted(Look())
    for at in (0, 3, 7):
        share = read(matte, at).pixels
        before, after = read(film.frames, at).pixels, read(full, at).pixels
        assert np.array_equal(after[share == 0], before[share == 0])
        assert (after[share == 255] / 65535).std() == pytest.approx(0.02, rel=0.2)
        assert (read(none, at).pixels[share == 255] == 30000).all()
    assert not np.array_equal(read(full, 0).pixels, read(full, 3).pixels)
    assert [ref.at for ref in full.needs(3)[3:]] == [0, 5], "a shot looks at itself alone"
    assert [ref.at for ref in full.needs(9)[3:]] == [6, 9]
