"""A clip backwards."""

from __future__ import annotations

from dataclasses import replace

from pipelines.values import Marks, Shot
from tests.library.stage import Stage, clip_of, heard, ramp_sound


def test_frames_sound_and_shots_are_turned_round(stage: Stage) -> None:
    shots = (Shot("a", "A", 0, 1), Shot("b", "B", 1, 3))
    whole = clip_of([10, 20, 30], audio=ramp_sound(3), shots=shots)
    clip = stage.call("time.reverse", whole)
    assert stage.levels(clip) == [30, 20, 10]
    assert heard(clip.audio) == [3, 2, 1]
    assert clip.shots == (Shot("b", "B", 0, 2), Shot("a", "A", 2, 3))


def test_marks_are_turned_round(stage: Stage) -> None:
    marked = replace(clip_of([10, 20, 30, 40, 50]), marks=Marks(1, 3))
    assert stage.call("time.reverse", marked).marks == Marks(2, 4)
