"""Strokes that become motion paths."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np
import pytest

from pipelines.motion_paths import place_at
from pipelines.path_fitting import fitted

ASPECT = 16 / 9
ARC = [
    (0.5 - 0.3 * cos(pi * step / 60) / ASPECT, 0.7 - 0.3 * sin(pi * step / 60))
    for step in range(61)
]


@pytest.mark.parametrize("tremble", [0.0, 0.004])
def test_an_arc_is_two_points_however_the_hand_trembles(tremble: float) -> None:
    shaken = np.array(ARC) + np.random.default_rng(5).normal(0, tremble, (61, 2))
    path = fitted([(float(x), float(y)) for x, y in shaken], aspect=ASPECT)
    assert len(path.points) == 2
    for step in (15, 30, 45):
        assert place_at(path, step / 60, aspect=ASPECT) == pytest.approx(ARC[step], abs=0.02)


def test_a_wave_takes_more_points_and_is_smooth_at_them() -> None:
    wave = [(0.1 + 0.8 * step / 90, 0.5 + 0.2 * sin(4 * pi * step / 90)) for step in range(91)]
    path = fitted(wave, aspect=ASPECT)
    assert 3 <= len(path.points) <= 7
    for point in path.points[1:-1]:
        cross = point.before[0] * point.after[1] - point.before[1] * point.after[0]
        assert cross == pytest.approx(0, abs=1e-9)
    drawn = [place_at(path, step / 200, aspect=ASPECT) for step in range(201)]
    for x, y in wave[::10]:
        assert min(abs(x - one) + abs(y - other) for one, other in drawn) < 0.035


def test_a_straight_stroke_is_straight() -> None:
    path = fitted([(0.2, 0.2), (0.8, 0.2)], aspect=ASPECT)
    assert len(path.points) == 2
    assert place_at(path, 0.25, aspect=ASPECT) == pytest.approx((0.35, 0.2), abs=1e-3)


def test_a_hand_that_rests_draws_no_path() -> None:
    assert not fitted([(0.4, 0.4)] * 20, aspect=ASPECT).leads
    assert not fitted([(0.4, 0.4)], aspect=ASPECT).leads
