"""A stabilised pen: smoother than the hand, hardly behind it, and where it ended."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from pipelines.painting.stabiliser import Stabiliser
from pipelines.painting.stroke import Sample

RATE = 200


def test_off_hands_samples_on_as_they_are() -> None:
    steady = Stabiliser(0)
    samples = [Sample(step * 3.0, step % 5, 0.4) for step in range(20)]
    assert [steady.follow(sample, at / RATE) for at, sample in enumerate(samples)] == samples
    assert steady.finish() is None


@pytest.mark.parametrize("angle", [0.0, 0.7, 1.57])
def test_a_line_is_followed_within_15_ms(angle: float) -> None:
    steady, speed = Stabiliser(0.5), 600.0
    way = np.cos(angle) * speed / RATE, np.sin(angle) * speed / RATE
    raw, smooth = Sample(0, 0), Sample(0, 0)
    for step in range(RATE):
        raw = Sample(way[0] * step, way[1] * step)
        smooth = steady.follow(raw, step / RATE)
    assert 0 < hypot(raw.x - smooth.x, raw.y - smooth.y) <= 0.015 * speed


def test_trembling_is_smoothed() -> None:
    steady = Stabiliser(0.5)
    noise = np.random.default_rng(3).normal(0, 1.5, RATE)
    off = [steady.follow(Sample(step * 2.0, noise[step]), step / RATE).y for step in range(RATE)]
    assert np.std(off[20:]) < 0.75 * np.std(noise[20:])


def test_a_pen_that_rests_is_reached_and_then_left_alone() -> None:
    steady = Stabiliser(1.0)
    for step in range(20):
        steady.follow(Sample(step * 10.0, 0), step / RATE)
    reached = [steady.rest(0.1 + step / 60) for step in range(1200)]
    drawn = [sample for sample in reached if sample is not None]
    assert drawn[-1] == Sample(190.0, 0)
    assert reached[-1] is None
    assert all(one.x <= other.x for one, other in pairwise(drawn))


def test_a_stroke_ends_where_the_pen_was_lifted() -> None:
    steady = Stabiliser(1.0)
    for step in range(5):
        steady.follow(Sample(step * 10.0, 7, 0.5), step / RATE)
    assert steady.finish() == Sample(40.0, 7, 0.5)
    assert steady.finish() is None
