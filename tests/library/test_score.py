"""Score: a clip against the true one, beside what costs nothing."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.values import Report, Worst
from tests.library.stage import Stage, clip_of

TRUE = (0, 12, 24, 34, 40)


def scored(stage: Stage, levels: Sequence[int], **parameters: object) -> Report:
    size = (16, 16)
    return stage.call(
        "review.score", clip_of(levels, size=size), clip_of(TRUE, size=size), **parameters
    )


def test_a_clip_that_comes_closer_than_both_baselines_has_won(stage: Stage) -> None:
    report = scored(stage, TRUE, keys="0, 4")
    assert report.markdown.startswith("**Closer to the true frames than copying and cross-fading")
    assert "| PSNR (dB) ↑ | **99.00** | 2" in report.markdown and "(won)" in report.markdown
    assert "2 key frames were given" in report.markdown


def test_a_clip_that_only_copies_is_no_result(stage: Stage) -> None:
    report = scored(stage, (0, 0, 0, 0, 40), every=4)
    assert report.markdown.startswith("**No result yet: a cross-fade comes closer")
    assert "(even)" in report.markdown and "(lost)" in report.markdown


def test_a_clip_that_is_worse_than_copying_says_so_first(stage: Stage) -> None:
    report = scored(stage, (0, 200, 200, 200, 40), every=4)
    assert report.markdown.startswith(
        "**No result yet: copying the last key and a cross-fade come closer"
    )


def test_each_measure_of_each_way_is_a_curve_and_given_keys_have_no_value(stage: Stage) -> None:
    report = scored(stage, (0, 12, 29, 34, 40), every=4)
    assert set(report.curves) == set(report.axes)
    assert report.curves["l1 0"] == (None, 0, 5, 0, None)
    assert report.curves["l1 1"] == (None, 12, 24, 34, None)
    assert report.curves["temporal_error 1"] == (None, 12, 12, 10, 34)
    axis = report.axes["psnr 2"]
    assert (axis.title, axis.unit, axis.line, axis.worst) == (
        "PSNR",
        "dB",
        "Cross-fade",
        Worst.LOW,
    )
    assert report.axes["l1 0"].worst is Worst.HIGH


def test_behind_the_last_key_both_baselines_hold_it(stage: Stage) -> None:
    report = scored(stage, TRUE, keys="0")
    assert report.curves["l1 1"] == report.curves["l1 2"] == (None, 12, 24, 34, 40)


def test_where_all_frames_were_given_there_is_nothing_to_measure(stage: Stage) -> None:
    report = scored(stage, TRUE, every=1)
    assert report.markdown.startswith("Every frame is a key")


def test_lengths_sizes_and_keys_that_do_not_fit_are_refused(stage: Stage) -> None:
    short = stage.failure("review.score", clip_of([1, 2]), clip_of([1, 2, 3]))
    assert "2 frames" in str(short.__cause__.message)
    wide = stage.failure("review.score", clip_of([1], size=(4, 4)), clip_of([1], size=(8, 4)))
    assert "4x4" in str(wide.__cause__.message)
    late = stage.failure("review.score", clip_of([1]), clip_of([1]), keys="5")
    assert "Frame 5" in str(late.__cause__.message)
