"""A part of a clip."""

from __future__ import annotations

from dataclasses import replace

from pipelines.values import Marks, Shot
from tests.library.stage import Stage, clip_of, heard, ramp_sound

SHOTS = (Shot("a", "A", 0, 2), Shot("b", "B", 2, 6))


def test_frames_sound_shots_and_timecode_go_together(stage: Stage) -> None:
    whole = clip_of(
        [10, 20, 30, 40, 50, 60], audio=ramp_sound(6), shots=SHOTS, start_timecode="01:00:00:22"
    )
    clip = stage.call("time.trim", whole, first=1, length=3)
    assert stage.levels(clip) == [20, 30, 40]
    assert heard(clip.audio) == [2, 3, 4]
    assert clip.shots == (Shot("a", "A", 0, 1), Shot("b", "B", 1, 3))
    assert clip.format.start_timecode == "01:00:00:23"


def test_keys_of_frames_stay(stage: Stage) -> None:
    whole = clip_of([10, 20, 30])
    clip = stage.call("time.trim", whole, first=1)
    assert [clip.frames.key(i) for i in range(2)] == [whole.frames.key(i) for i in (1, 2)]


def test_a_shot_is_kept_by_its_id(stage: Stage) -> None:
    whole = clip_of([10, 20, 30, 40, 50, 60], shots=SHOTS)
    assert stage.levels(stage.call("time.trim", whole, shot="b", first=1)) == [40, 50, 60]
    assert "a, b" in stage.failure("time.trim", whole, shot="c").mend


def test_more_than_there_is_is_refused_with_a_mend(stage: Stage) -> None:
    assert "Fit Length" in stage.failure("time.trim", clip_of([1, 2]), length=3).mend
    assert stage.failure("time.trim", clip_of([1, 2]), first=2).mend


def test_marks_move_along_and_go_with_their_frames(stage: Stage) -> None:
    marked = replace(clip_of([10, 20, 30, 40, 50]), marks=Marks(1, 3))
    assert stage.call("time.trim", marked, first=2).marks == Marks(0, 1)
    assert stage.call("time.trim", marked, first=3).marks is None
