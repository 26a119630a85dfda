"""A clip faster, slower, or at another rate."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from nodes.library.time.retime import Change
from pipelines.montage import Sampling, shown_as
from pipelines.rates import FrameRate
from pipelines.values import Shot
from tests.library.stage import Stage, clip_of, ramp_sound

WHOLE = [0, 10, 20, 30, 40, 50]


@pytest.mark.parametrize(
    ("speed", "levels"),
    [(2.0, [0, 20, 40]), (0.5, [0, 0, 10, 10, 20, 20, 30, 30, 40, 40, 50, 50]), (1.0, WHOLE)],
)
def test_nearest_shows_the_frame_on_screen_at_that_moment(
    stage: Stage, speed: float, levels: list[int]
) -> None:
    whole = clip_of(WHOLE, audio=ramp_sound(6))
    clip = stage.call("time.retime", whole, speed=speed)
    assert stage.levels(clip) == levels
    assert clip.audio is not None
    assert clip.audio.seconds == pytest.approx(len(levels) / 24)


def test_blended_mixes_the_two_frames_around_it(stage: Stage) -> None:
    clip = stage.call("time.retime", clip_of(WHOLE), speed=0.5, sampling=Sampling.BLENDED)
    assert stage.levels(clip) == [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 50]
    assert clip.frames.key(2) == clip_of(WHOLE).frames.key(1)


def test_another_frame_rate_keeps_the_length_in_seconds_and_the_sound(stage: Stage) -> None:
    whole = clip_of(
        WHOLE, audio=ramp_sound(6), shots=(Shot("a", "A", 2, 6),), start_timecode="00:00:01:12"
    )
    clip = stage.call("time.retime", whole, change=Change.FRAME_RATE, fps=FrameRate.FPS_12)
    assert stage.levels(clip) == [0, 20, 40]
    assert clip.format.fps == 12
    assert clip.format.start_timecode == "00:00:01:06"
    assert clip.shots == (Shot("a", "A", 1, 3),)
    assert clip.audio is not None and clip.audio.samples.shape == whole.audio.samples.shape  # type: ignore[union-attr] - made above


def test_a_sound_of_many_hours_and_a_clip_of_a_million_frames_are_refused(stage: Stage) -> None:
    long = shown_as(clip_of([1]), [0] * 3000)
    sounding = replace(long, audio=ramp_sound(3000, rate=24))
    assert "sound would last" in str(stage.failure("time.retime", sounding, speed=0.01))
    longer = shown_as(clip_of([1]), [0] * 20_000)
    assert "frames" in str(stage.failure("time.retime", longer, speed=0.01))


def test_film_rates_are_exact_fractions() -> None:
    assert FrameRate.FPS_23_976.fps == Fraction(24000, 1001)
    assert FrameRate.FPS_29_97.fps == Fraction(30000, 1001)
    assert FrameRate.FPS_59_94.fps == Fraction(60000, 1001)
    assert FrameRate.FPS_25.fps == 25


@pytest.mark.parametrize(
    ("start", "rate", "shown"),
    [
        ("00:01:00;02", FrameRate.FPS_59_94, "00:01:00;04"),
        ("00:01:00;02", FrameRate.FPS_24, "00:01:00:01"),
        ("00:00:02:15", FrameRate.FPS_59_94, "00:00:02:30"),
    ],
)
def test_drop_frame_stays_where_the_rate_has_it(
    stage: Stage, start: str, rate: FrameRate, shown: str
) -> None:
    clip = clip_of([1, 2], fps=FrameRate.FPS_29_97.fps, start_timecode=start)
    made = stage.call("time.retime", clip, change=Change.FRAME_RATE, fps=rate)
    assert made.format.start_timecode == shown
