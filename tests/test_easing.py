"""Timing curves."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.easing import PRESETS, Bezier, Easing, Points, Preset, ease, eased_times
from pipelines.errors import MismatchError

shares = st.floats(0, 1)
heights = st.floats(-2, 2)
beziers = st.builds(Bezier, shares, heights, shares, heights)
times = st.lists(st.floats(0.01, 0.99), unique=True, max_size=5).map(sorted)


@st.composite
def broken_lines(draw: st.DrawFn) -> Points:
    return Points(tuple((t, draw(heights)) for t in draw(times)))


easings = st.builds(Easing, st.one_of(beziers, broken_lines()), st.integers(1, 4))


@given(easings)
def test_the_ends_are_exact(easing: Easing) -> None:
    assert [ease(easing, t) for t in (-1, 0, 1, 2)] == [0, 0, 1, 1]


@given(easings)
def test_a_curve_survives_json(easing: Easing) -> None:
    assert msgspec.json.decode(msgspec.json.encode(easing), type=Easing) == easing


@given(st.builds(Bezier, shares, shares, shares, shares), shares, shares)
def test_handles_within_the_ends_never_go_back(curve: Bezier, s: float, t: float) -> None:
    first, later = ease(Easing(curve), min(s, t)), ease(Easing(curve), max(s, t))
    assert 0 <= first <= later + 1e-6 <= 1 + 2e-6


@given(shares)
def test_linear_is_time_itself(t: float) -> None:
    assert ease(PRESETS[Preset.LINEAR], t) == pytest.approx(t)
    assert ease(Easing(Bezier(1 / 3, 1 / 3, 2 / 3, 2 / 3)), t) == pytest.approx(t)


@given(shares)
def test_ease_is_the_same_from_both_ends(t: float) -> None:
    easing = PRESETS[Preset.EASE]
    assert ease(easing, t) + ease(easing, 1 - t) == pytest.approx(1, abs=1e-6)


def test_the_presets_do_what_they_are_called() -> None:
    early = {preset: ease(PRESETS[preset], 0.2) for preset in Preset}
    late = {preset: ease(PRESETS[preset], 0.8) for preset in Preset}
    assert early[Preset.EASE_IN] < 0.2 < early[Preset.EASE_OUT]
    assert early[Preset.EASE] < 0.2
    assert late[Preset.EASE] > 0.8
    assert early[Preset.ANTICIPATE] < 0
    assert late[Preset.OVERSHOOT] > 1


def test_points_are_joined_by_straight_lines() -> None:
    easing = Easing(Points(((0.5, 0.8),)))
    assert [ease(easing, t) for t in (0.25, 0.5, 0.75)] == pytest.approx([0.4, 0.8, 0.9])


def test_on_twos_each_drawing_stays_for_two_frames() -> None:
    assert eased_times(PRESETS[Preset.ON_TWOS], 4) == pytest.approx((0.2, 0.2, 0.6, 0.6))
    assert eased_times(PRESETS[Preset.LINEAR], 3) == pytest.approx((0.25, 0.5, 0.75))


@pytest.mark.parametrize("points", [((0.5, 0.0), (0.5, 1.0)), ((0.0, 0.3),), ((1.0, 0.3),)])
def test_points_out_of_order_are_refused(points: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(MismatchError):
        Points(points)


def test_a_handle_outside_its_time_is_refused() -> None:
    with pytest.raises(MismatchError):
        Bezier(-0.1, 0, 0.5, 1)
    with pytest.raises(MismatchError):
        Easing(every=0)
