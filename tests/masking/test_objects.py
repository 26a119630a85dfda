"""Objects, their keys, and where in time the next one is wanted."""

from __future__ import annotations

import pytest

from pipelines.errors import MismatchError
from pipelines.masking.objects import (
    MaskKey,
    MaskObject,
    key_at,
    key_before,
    next_key,
    object_of,
    widest_gap,
    with_keys,
)


def frames_of(painted: MaskObject) -> list[int]:
    return [key.frame for key in painted.keys]


def test_keys_stay_sorted_and_one_a_frame() -> None:
    made = with_keys(MaskObject(id="a"), [MaskKey(frame=9), MaskKey(frame=2), MaskKey(frame=5)])
    assert frames_of(made) == [2, 5, 9]
    changed = with_keys(made, [MaskKey(frame=5, picture="new")], removed=[2])
    assert frames_of(changed) == [5, 9]
    assert changed.keys[0].picture == "new"


def test_a_key_that_moves_onto_another_replaces_it() -> None:
    made = with_keys(MaskObject(id="a"), [MaskKey(frame=2, picture="two"), MaskKey(frame=5)])
    moved = with_keys(made, [MaskKey(frame=5, picture="two")], removed=[2])
    assert [(key.frame, key.picture) for key in moved.keys] == [(5, "two")]


def test_the_neighbouring_keys_of_a_frame() -> None:
    frames = [3, 8, 20]
    assert [next_key(frames, at) for at in (0, 3, 9, 20)] == [3, 8, 20, None]
    assert [key_before(frames, at) for at in (0, 3, 9, 30)] == [None, None, 8, 20]


@pytest.mark.parametrize(
    ("frames", "length", "middle"),
    [
        ([], 9, 4),
        ([], 0, None),
        ([0, 10, 40], 41, 25),
        ([0, 20, 40], 41, 10),
        ([12], 16, 0),
        ([0], 10, 9),
        ([0, 1, 2], 3, None),
        ([0, 99], 3, 2),
    ],
)
def test_the_middle_of_the_widest_gap(frames: list[int], length: int, middle: int | None) -> None:
    assert widest_gap(frames, length) == middle


def test_an_unknown_object_is_refused_with_a_mend() -> None:
    made = MaskObject(id="a", keys=(MaskKey(frame=1),))
    assert key_at(made, 1) is made.keys[0] and key_at(made, 2) is None
    with pytest.raises(MismatchError, match="no object “b”"):
        object_of([made], "b")
