"""Which curves belong to one plot, where it is worst, and where it dips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.values import Axis, Curve, Worst
from widgets.plots.content import Plot, plots_of


def plot(*values: float | None, worst: Worst = Worst.LOW) -> Plot:
    return plots_of({"a": values}, {"a": Axis("PSNR", "dB", worst=worst)})[0]


def test_curves_that_measure_the_same_are_one_plot() -> None:
    curves: dict[str, Curve] = {"a": (1.0, 2.0), "b": (3.0, None), "c": (0.5, 0.6)}
    axes = {
        "a": Axis("PSNR", "dB", "This clip"),
        "b": Axis("PSNR", "dB", "Cross-fade"),
        "c": Axis("SSIM"),
    }
    psnr, ssim = plots_of(curves, axes)
    assert [line.name for line in psnr.lines] == ["This clip", "Cross-fade"]
    assert (psnr.title, ssim.title, ssim.lines[0].name) == ("PSNR", "SSIM", "SSIM")


def test_a_curve_without_an_axis_is_named_as_it_is() -> None:
    (only,) = plots_of({"speed": (1.0, 2.0)}, {})
    assert only.title == "speed"


def test_the_ends_of_an_axis_hold_what_is_given_and_all_values() -> None:
    (fixed,) = plots_of({"a": (0.4, 1.2)}, {"a": Axis("Confidence", low=0, high=1)})
    assert (fixed.low, fixed.high) == (0, 1.2)
    free = plot(10, 20)
    assert free.low < 10 and free.high > 20
    assert plot(5, 5).low < 5 < plot(5, 5).high


@pytest.mark.parametrize(("worst", "frame"), [(Worst.LOW, 2), (Worst.HIGH, 3), (Worst.NEITHER, 3)])
def test_the_worst_frame_is_at_the_end_that_the_axis_names(worst: Worst, frame: int) -> None:
    assert plot(5, 4, 1, 20, 5, worst=worst).worst_frame(0) == frame


@pytest.mark.parametrize("values", [(), (None, None), (3, 3, 3)])
def test_where_nothing_differs_no_frame_is_worst(values: tuple[float | None, ...]) -> None:
    found = plot(*values)
    assert found.worst_frame(0) is None
    assert found.dips(0) == []


def test_dips_are_the_turns_that_go_far_and_gaps_do_not_hide_them() -> None:
    assert plot(9, 9, 2, 9, 8, 9, 3, None, 9, 9).dips(0) == [2, 6]


def test_of_a_flat_dip_the_first_frame_counts() -> None:
    assert plot(9, 9, 1, 1, 1, 9, 9, 1).dips(0) == [2, 7]


@given(st.lists(st.one_of(st.none(), st.integers(-20, 20).map(float)), max_size=40))
def test_the_worst_frame_is_always_a_dip(values: list[float | None]) -> None:
    found = plot(*values)
    worst = found.worst_frame(0)
    assert worst is None or worst in found.dips(0)
