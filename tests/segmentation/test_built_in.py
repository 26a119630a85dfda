"""Masks carried over time by the built-in way."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.errors import Cancelled, MismatchError
from pipelines.progress import LocalCancelToken
from pipelines.segmentation.backend import Tracked
from pipelines.segmentation.built_in import BuiltIn
from pipelines.segmentation.spans import MEETING
from pipelines.values import Image, Mask
from tests.segmentation.scenes import HEIGHT, WIDTH, Film, likeness


def tracked(film: Film, keys: dict[int, Mask], span: range | None = None) -> list[Tracked]:
    frames = span if span is not None else range(film.length)
    return list(BuiltIn().propagate(film.read, keys, frames, LocalCancelToken()))


@pytest.mark.parametrize("key", [0, 5, 11])
def test_a_ball_is_followed_both_ways_from_any_frame(key: int) -> None:
    film = Film(12)
    found = tracked(film, {key: film.truth(key)})
    assert [one.frame for one in found] == list(range(12))
    assert min(likeness(one.mask, film.truth(one.frame)) for one in found) > 0.9


def test_a_key_comes_back_as_it_is_and_is_sure() -> None:
    film = Film(5)
    key = Mask(film.truth(2).pixels // 2)
    found = tracked(film, {2: key})[2]
    assert found.mask is key
    assert found.confidence == 1.0


def test_two_keys_mend_what_one_loses() -> None:
    film = Film(13, hidden=range(5, 7))
    keys = {0: film.truth(0), 12: film.truth(12)}
    behind = range(8, 12)
    alone = tracked(film, {0: keys[0]})
    joined = tracked(film, keys)
    assert min(likeness(joined[at].mask, film.truth(at)) for at in behind) > 0.9
    assert max(likeness(alone[at].mask, film.truth(at)) for at in behind) < 0.9


def test_a_key_that_is_corrected_changes_only_frames_up_to_its_neighbours() -> None:
    film = Film(13)
    keys = {at: film.truth(at) for at in (0, 4, 8, 12)}
    smaller = film.truth(4).pixels.copy()
    smaller[: HEIGHT // 2] = 0
    before, after = tracked(film, keys), tracked(film, {**keys, 4: Mask(smaller)})
    changed = [at for at in range(13) if (before[at].mask.pixels != after[at].mask.pixels).any()]
    assert set(changed) <= set(range(1, 8))
    assert {3, 4, 5} <= set(changed)


def test_part_of_a_clip_is_as_in_the_whole() -> None:
    film = Film(10)
    keys = {0: film.truth(0), 9: film.truth(9)}
    whole = tracked(film, keys)
    part = tracked(film, keys, range(3, 6))
    assert [one.frame for one in part] == [3, 4, 5]
    for one in part:
        assert np.array_equal(one.mask.pixels, whole[one.frame].mask.pixels)
        assert one.confidence == whole[one.frame].confidence


def test_what_is_hidden_is_less_sure_than_what_is_seen() -> None:
    film = Film(8, hidden=range(5, 8))
    found = tracked(film, {0: film.truth(0)})
    seen = min(one.confidence for one in found[:5])
    assert max(one.confidence for one in found[5:]) < seen


def test_a_long_clip_is_never_held() -> None:
    film = Film(2 * MEETING + 30, pace=1.0)
    keys = {0: film.truth(0), film.length - 1: film.truth(film.length - 1)}
    found = tracked(film, keys)
    assert [one.frame for one in found] == list(range(film.length))
    assert film.most_alive <= 4
    assert min(likeness(one.mask, film.truth(one.frame)) for one in found) > 0.85


def test_work_ends_at_the_next_frame_when_it_is_stopped() -> None:
    film, token = Film(20), LocalCancelToken()
    made = BuiltIn().propagate(film.read, {0: film.truth(0)}, range(20), token)
    for _ in range(3):
        next(made)
    read = len(film.asked)
    token.cancel()
    with pytest.raises(Cancelled):
        next(made)
    assert len(film.asked) == read


def test_nothing_is_carried_without_a_key() -> None:
    with pytest.raises(MismatchError, match="no key"):
        tracked(Film(3), {})


def test_a_key_of_another_size_is_refused() -> None:
    film = Film(3)
    with pytest.raises(MismatchError, match="64 x 64"):
        tracked(film, {0: Mask(np.zeros((64, 64), np.uint8))})


def test_a_key_without_anything_leads_to_nothing() -> None:
    film = Film(3)
    found = tracked(film, {0: Mask(np.zeros((HEIGHT, WIDTH), np.uint8))})
    assert not any(one.mask.pixels.any() for one in found)


@settings(max_examples=12, deadline=None)
@given(
    size=st.tuples(st.integers(8, 40), st.integers(8, 40)),
    deep=st.booleans(),
    alpha=st.booleans(),
    seed=st.integers(0, 99),
)
def test_any_picture_can_be_carried_over(
    size: tuple[int, int], deep: bool, alpha: bool, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    kind = np.uint16 if deep else np.uint8
    shape = (*size, 4 if alpha else 3)
    frames = [Image(rng.integers(0, np.iinfo(kind).max, shape, kind)) for _ in range(3)]
    key = Mask(rng.integers(0, 256, size, np.uint8))
    found = list(BuiltIn().propagate(frames.__getitem__, {1: key}, range(3), LocalCancelToken()))
    assert all(one.mask.pixels.shape == size for one in found)
    assert all(0 <= one.confidence <= 1 for one in found)


def test_a_picture_larger_than_the_working_size_is_cut_at_its_own_size() -> None:
    film = Film(4)
    found = list(BuiltIn(80).propagate(film.read, {0: film.truth(0)}, range(4), LocalCancelToken()))
    assert min(likeness(one.mask, film.truth(one.frame)) for one in found) > 0.9
