"""The geometry of motion paths: where they lead, how they are cut, what they keep."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from pipelines.errors import MismatchError
from pipelines.motion_paths import (
    GapPath,
    MotionPath,
    MotionPaths,
    PathPoint,
    halves,
    place_at,
    share_near,
    swerve,
    with_point,
    without_point,
)

SIZE = (200, 100)
LINE = MotionPath((PathPoint(0.1, 0.5), PathPoint(0.9, 0.5)))
ARC = MotionPath((PathPoint(0.0, 1.0, after=(0.2, -0.8)), PathPoint(1.0, 1.0, before=(-0.2, -0.8))))


def path_by_chance(seed: int) -> MotionPath:
    """A path of two to six points anywhere."""
    chance = np.random.default_rng(seed)
    rows = chance.uniform(-0.5, 1.5, (seed % 5 + 2, 6)).tolist()
    return MotionPath(
        tuple(PathPoint(row[0], row[1], (row[2], row[3]), (row[4], row[5])) for row in rows)
    )


@pytest.mark.parametrize("seed", range(10))
def test_a_path_never_leads_a_layer_off_its_drawings(seed: int) -> None:
    path = path_by_chance(seed)
    for t in (0.0, 1.0):
        assert swerve(path, SIZE, t) == pytest.approx((0, 0), abs=1e-6)


def test_a_straight_path_leads_nowhere_else() -> None:
    assert swerve(LINE, SIZE, 0.3) == pytest.approx((0, 0), abs=1e-6)


def test_an_arc_leads_over_the_top() -> None:
    right, down = swerve(ARC, SIZE, 0.5)
    assert right == pytest.approx(0, abs=0.01)
    assert down == pytest.approx(-60, abs=0.1)


def test_a_path_is_gone_through_evenly_in_pixels() -> None:
    places = [place_at(ARC, step / 16, aspect=2) for step in range(17)]
    steps = [hypot((b[0] - a[0]) * 2, b[1] - a[1]) for a, b in pairwise(places)]
    assert max(steps) / min(steps) < 1.02


def test_beyond_its_ends_a_path_goes_straight_on() -> None:
    assert place_at(LINE, 1.25) == pytest.approx((1.1, 0.5))
    assert place_at(LINE, -0.25) == pytest.approx((-0.1, 0.5))


def test_a_point_with_a_time_is_passed_at_that_time() -> None:
    slow = MotionPath((PathPoint(0, 0), PathPoint(0.2, 0, at=0.6), PathPoint(1, 0)))
    assert place_at(slow, 0.6) == pytest.approx((0.2, 0))
    assert place_at(slow, 0.3)[0] < 0.15
    back = [place_at(slow, step / 50)[0] for step in range(51)]
    assert back == sorted(back)


def test_points_out_of_the_order_of_time_are_refused() -> None:
    with pytest.raises(MismatchError):
        MotionPath((PathPoint(0, 0), PathPoint(0.2, 0, at=1.0), PathPoint(1, 0)))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.95])
def test_one_more_point_leaves_the_line_as_it_is(share: float) -> None:
    more = with_point(ARC, share)
    assert len(more.points) == 3
    for t in (0.2, 0.5, 0.8):
        assert place_at(more, t) == pytest.approx(place_at(ARC, t), abs=2e-3)


@pytest.mark.parametrize("t", [0.1, 0.4, 0.9])
def test_a_path_that_is_cut_goes_where_it_went(t: float) -> None:
    first, second = halves(ARC, t, aspect=2)
    for part in (0.25, 0.5, 1.0):
        whole = place_at(ARC, t * part, aspect=2)
        assert place_at(first, part, aspect=2) == pytest.approx(whole, abs=4e-3)
        whole = place_at(ARC, t + (1 - t) * part, aspect=2)
        assert place_at(second, part, aspect=2) == pytest.approx(whole, abs=4e-3)


def test_times_of_points_are_shared_out_when_a_path_is_cut() -> None:
    timed = MotionPath((PathPoint(0, 0), PathPoint(0.5, 0, at=0.25), PathPoint(1, 0)))
    first, second = halves(timed, 0.5)
    assert [point.at for point in first.points] == [None, 0.5, None]
    assert [point.at for point in second.points] == [None, None]


def test_a_path_of_two_points_is_gone_with_one_of_them() -> None:
    assert without_point(ARC, 1) == MotionPath()
    assert not MotionPath().leads


def test_the_nearest_part_of_a_path_is_found() -> None:
    share, off = share_near(LINE, (0.51, 0.6))
    assert share == pytest.approx(0.5125)
    assert off == pytest.approx(0.1)


def test_of_two_paths_for_one_layer_the_last_holds() -> None:
    known = MotionPaths((GapPath("a", "ball", LINE), GapPath("b", "ball", LINE)))
    known = known.with_path(GapPath("a", "ball", ARC))
    assert known.of("a") == (GapPath("a", "ball", ARC),)
    assert known.with_path(GapPath("a", "ball", MotionPath())).of("a") == ()
