"""Clips one after the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pipelines.values import ColourTags, Shot
from tests.library.stage import Stage, clip_of, heard, ramp_sound


def test_clips_follow_each_other_with_their_sound(stage: Stage) -> None:
    shot = (Shot("s", "S", 0, 2),)
    timecode = "10:00:00:00"
    first = clip_of([10, 20], audio=ramp_sound(2), shots=shot, start_timecode=timecode)
    silent = clip_of([30])
    last = clip_of([40, 50], audio=ramp_sound(2), shots=shot)
    clip = stage.call("time.concatenate", first, silent, last)
    assert stage.levels(clip) == [10, 20, 30, 40, 50]
    assert heard(clip.audio) == [1, 2, 0, 1, 2]
    assert clip.format.start_timecode == timecode
    assert clip.shots == (Shot("s", "S", 0, 2), Shot("s-2", "S", 3, 5))


def test_alpha_and_depth_are_those_of_the_richest(stage: Stage) -> None:
    clip = stage.call("time.concatenate", clip_of([10]), clip_of([600], channels=4, bits=16))
    assert (clip.format.channels, clip.format.bits) == (4, 16)
    opaque, half = stage.pictures(clip)
    assert opaque.pixels[0, 0].tolist() == [2570, 2570, 2570, 65535]
    assert half.pixels[0, 0].tolist() == [600, 600, 600, 32768]


def test_other_sizes_and_rates_are_refused_with_a_mend(stage: Stage) -> None:
    small = stage.failure("time.concatenate", clip_of([1]), clip_of([2], size=(4, 4)))
    assert "Clip 2 is 4x4" in str(small) and "Resize" in small.mend
    fast = stage.failure("time.concatenate", clip_of([1]), clip_of([2], fps=Fraction(30)))
    assert "30 frames a second" in str(fast) and "Retime" in fast.mend


def test_other_colour_spaces_are_said(stage: Stage) -> None:
    wide = clip_of([2])
    wide = replace(wide, format=replace(wide.format, colour=ColourTags("bt2020", "bt2020-10")))
    stage.call("time.concatenate", clip_of([1]), wide)
    assert "colour spaces" in stage.warnings()[0]
