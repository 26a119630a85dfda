"""A clip of a length that is asked for."""

from __future__ import annotations

import pytest

from nodes.library.time.fit_length import Length
from tests.library.stage import Stage, clip_of, heard, ramp_sound


@pytest.mark.parametrize(
    ("count", "length", "fitted"),
    [
        (1, Length.FOUR_N_PLUS_1, 1),
        (2, Length.FOUR_N_PLUS_1, 5),
        (5, Length.FOUR_N_PLUS_1, 5),
        (6, Length.EIGHT_N_PLUS_1, 9),
    ],
)
def test_the_last_frame_holds_until_the_rule_is_met(
    stage: Stage, count: int, length: Length, fitted: int
) -> None:
    levels = list(range(count))
    clip = stage.call("time.fit_length", clip_of(levels), length=length)
    assert stage.levels(clip) == levels + [count - 1] * (fitted - count)
    assert stage.warnings() == (
        [f"Frames added by holding the last one: {fitted - count}."] if fitted > count else []
    )


def test_the_sound_goes_on_in_silence(stage: Stage) -> None:
    clip = stage.call("time.fit_length", clip_of([1, 2, 3], audio=ramp_sound(3)))
    assert heard(clip.audio) == [1, 2, 3, 0, 0]


def test_a_longer_clip_is_cut_and_it_is_said(stage: Stage) -> None:
    whole = clip_of([1, 2, 3], audio=ramp_sound(3))
    clip = stage.call("time.fit_length", whole, length=Length.CUSTOM, frames=2)
    assert stage.levels(clip) == [1, 2]
    assert heard(clip.audio) == [1, 2]
    assert stage.warnings() == ["Frames cut off at the end: 1."]


def test_a_length_of_ones_own_holds_the_last_frame(stage: Stage) -> None:
    clip = stage.call("time.fit_length", clip_of([1, 2]), length=Length.CUSTOM, frames=4)
    assert stage.levels(clip) == [1, 2, 2, 2]
    assert stage.warnings() == ["Frames added by holding the last one: 2."]
    same = stage.call("time.fit_length", clip_of([1, 2]), length=Length.CUSTOM, frames=2)
    assert stage.levels(same) == [1, 2]
    assert not stage.warnings()
