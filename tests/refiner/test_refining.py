"""Frames refined: keys exact in every way, nothing invented by what was not trained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines.errors import Cancelled, UnreadableFileError
from pipelines.in_between import prepare, render
from pipelines.progress import Progress, silent
from pipelines.refiner.backend import Space, Task
from pipelines.refiner.built_in import BuiltIn
from pipelines.refiner.corruption import Noise
from pipelines.refiner.levels import uniform
from pipelines.refiner.sampler import Film, Manner, Mode, refine
from pipelines.values import Image, Mask
from tests.refiner.moving import passing

GAP = 4


def film(
    *, channels: int = 3, bits: int = 8, step: float = 3, masks: Sequence[Mask] | None = None
) -> Film:
    """Two keys, and what the interpolator makes between them."""
    a, b = (passing(20 + at, channels=channels, bits=bits) for at in (0, GAP * step))
    gap = prepare(a, b)
    frames = [render(gap, a, b, at / GAP) for at in range(GAP + 1)]
    keys = {0: a, GAP: b}
    return Film(frames, uniform(GAP + 1, keys), keys, range(GAP + 1), masks)


def seen(level: int, frames: Sequence[Image]) -> None:
    """For films that nobody watches."""


def refined(given: Film, weights: Path, **manner: Any) -> list[Image]:
    return refine(given, BuiltIn(weights), Manner(**manner), progress=silent, show=seen)


def same(one: Image, other: Image) -> bool:
    return np.array_equal(one.pixels, other.pixels)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_untrained_it_is_the_interpolator_bit_by_bit(
    untrained: Path, channels: int, bits: int
) -> None:
    given = film(channels=channels, bits=bits)
    made = refined(given, untrained)
    assert all(same(*pair) for pair in zip(made, given.frames, strict=True))


@pytest.mark.parametrize("noise", list(Noise))
@pytest.mark.parametrize("mode", list(Mode))
def test_given_keys_are_exact_whatever_the_network_says(
    wild: Path, mode: Mode, noise: Noise
) -> None:
    given = film()
    made = refined(given, wild, mode=mode, noise=noise, seed=3)
    assert same(made[0], given.keys[0]) and same(made[GAP], given.keys[GAP])
    assert not same(made[2], given.frames[2])
    assert made[2].pixels.shape == given.frames[2].pixels.shape


@pytest.mark.parametrize("channels", [3, 4])
def test_without_strength_nothing_changes(wild: Path, channels: int) -> None:
    given = film(channels=channels)
    made = refined(given, wild, strength=0.0)
    assert all(same(*pair) for pair in zip(made, given.frames, strict=True))


def test_a_still_film_stays_as_it_is(wild: Path) -> None:
    given = film(step=0)
    for mode in Mode:
        made = refined(given, wild, mode=mode)
        error = [np.abs(one.pixels.astype(int) - given.keys[0].pixels).max() for one in made]
        assert max(error) == 0


def test_where_the_keys_agree_nothing_changes(wild: Path) -> None:
    made, given = refined(film(), wild), film()
    ground = np.s_[:8, :]
    assert np.array_equal(made[2].pixels[ground], given.frames[2].pixels[ground])


def test_a_cut_stays_a_hold(wild: Path) -> None:
    chance = np.random.default_rng(1)
    a, b = (Image(chance.integers(0, 256, (64, 64, 3), np.uint8)) for _ in range(2))
    given = Film([a, a, a, b, b], uniform(5, (0, 4)), {0: a, 4: b}, range(5))
    for mode in Mode:
        made = refined(given, wild, mode=mode)
        assert [same(one, a) for one in made[:2]] == [True, True]
        assert same(made[3], b)


def test_masks_say_where_frames_may_change(wild: Path) -> None:
    closed = np.zeros((64, 64), np.uint8)
    closed[:, 32:] = 255
    given = film(masks=[Mask(closed)] * (GAP + 1))
    made = refined(given, wild)
    assert np.array_equal(made[2].pixels[:, :32], given.frames[2].pixels[:, :32])
    assert not np.array_equal(made[2].pixels[:, 32:], given.frames[2].pixels[:, 32:])


def test_the_same_seed_makes_the_same_film(wild: Path) -> None:
    def once(seed: int) -> Image:
        return refined(film(), wild, mode=Mode.LEVELS, noise=Noise.GAUSS, sigma=0.1, seed=seed)[1]

    assert same(once(1), once(1))
    assert not same(once(1), once(2))


def test_every_level_is_shown_and_a_cancel_lands_between_them(wild: Path) -> None:
    shown: list[int] = []

    def show(level: int, frames: Sequence[Image]) -> None:
        shown.append(level)

    def stop(done: int, total: int) -> None:
        if shown:
            raise Cancelled

    manner = Manner(Mode.LEVELS)
    refine(film(), BuiltIn(wild), manner, progress=silent, show=show)
    assert shown == [2, 1]
    shown.clear()
    with pytest.raises(Cancelled):
        refine(film(), BuiltIn(wild), manner, progress=stop, show=show)
    assert shown == [2]


def test_a_film_that_keeps_its_own_time_is_not_moved_on(wild: Path) -> None:
    given = film()
    a, b = given.keys[0], given.keys[GAP]
    late = Film([a, a, a, a, b], given.levels, given.keys, (0, 0, 0, 0, 4))
    made = refined(late, wild, mode=Mode.LEVELS)
    assert all(same(one, a) for one in made[:4])


class Lost:
    """Makes noise of the middle frame, and leaves all others alone."""

    space = Space.RGB
    identity = "lost"

    def encode(self, frames: Sequence[Image]) -> Sequence[Image]:
        return frames

    def predict(self, state: Sequence[Image], task: Task, progress: Progress) -> list[Image]:
        noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
        return [Image(noise) if at == GAP // 2 else one for at, one in enumerate(state)]

    def decode(self, state: Sequence[Image]) -> Sequence[Image]:
        return state


def test_beside_a_made_key_that_cannot_be_followed_frames_stay_and_do_not_hold() -> None:
    given = film()
    made = refine(given, Lost(), Manner(Mode.LEVELS), progress=silent, show=seen)
    assert same(made[1], given.frames[1]) and same(made[3], given.frames[3])


def test_large_pictures_are_looked_at_small(wild: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pipelines.refiner.mending as mending

    monkeypatch.setattr(mending, "LONGEST_SIDE", 48)
    given = film()
    made = refined(given, wild)
    assert made[2].pixels.shape == (64, 64, 3) and not same(made[2], given.frames[2])


def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"no")
    with pytest.raises(UnreadableFileError, match="weights cannot be read"):
        refined(film(), broken)
