"""A sound under a clip."""

from __future__ import annotations

import numpy as np

from pipelines.values import Audio
from tests.library.stage import Stage, clip_of, heard, ramp_sound


def test_the_sound_becomes_as_long_as_the_pictures(stage: Stage) -> None:
    clip = stage.call("sound.add", clip_of([1, 2, 3]), ramp_sound(9))
    assert heard(clip.audio) == [1, 2, 3]
    assert stage.levels(clip) == [1, 2, 3]


def test_it_begins_where_it_is_told_and_as_loud(stage: Stage) -> None:
    clip = stage.call("sound.add", clip_of([1] * 4), ramp_sound(2), start=1 / 24, volume=2.0)
    assert heard(clip.audio) == [0, 2, 4, 0]
    early = stage.call("sound.add", clip_of([1] * 4), ramp_sound(6), start=-1 / 24)
    assert heard(early.audio) == [2, 3, 4, 5]


def test_mixing_keeps_the_clips_own_sound(stage: Stage) -> None:
    stereo = Audio(np.full((2, 200), 0.5, np.float32), 2400)
    clip = stage.call("sound.add", clip_of([1, 2], audio=stereo), ramp_sound(2), mix=True)
    assert clip.audio is not None
    assert np.allclose(clip.audio.samples[:, :100], 0.51)
    replaced = stage.call("sound.add", clip_of([1, 2], audio=stereo), ramp_sound(2))
    assert heard(replaced.audio) == [1, 2]
