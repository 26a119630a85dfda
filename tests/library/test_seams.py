"""The seams of what was pasted, in a graph."""

from __future__ import annotations

from pipelines.errors import MismatchError
from pipelines.region.tracking import Bounds
from pipelines.values import Clip, Image, Worst
from tests.library.stage import Stage, clip_of, mask_clip_of
from tests.region.films import masked, noisy_film, pictured

BOUNDS: list[Bounds | None] = [Bounds(10, 10, 30, 30), Bounds(10, 10, 30, 30), None]


def lifted(film: Clip, stage: Stage) -> Clip:
    """The film, much brighter within the mask on its second frame."""
    frames = stage.pictures(film)
    pixels = (frames[1].pixels // 4).copy()
    pixels[10:30, 10:30] += 150
    return pictured([frames[0], Image(pixels), frames[2]])


def test_a_seam_is_found_on_its_frame_and_an_untouched_film_has_none(stage: Stage) -> None:
    film = noisy_film(3, (48, 40))
    masks = masked(BOUNDS, (48, 40))
    report = stage.call("review.seams", lifted(film, stage), masks, film)
    seam, untouched = report.curves["seam"], report.curves["untouched"]
    assert seam[0] == untouched[0] and seam[2] is None
    assert seam[1] is not None and untouched[1] is not None and seam[1] > 2 * untouched[1]
    assert "shows on 1 frames" in report.markdown and "| 1 |" in report.markdown
    assert report.axes["seam"].worst is Worst.HIGH
    alone = stage.call("review.seams", film, masks)
    assert set(alone.curves) == {"seam"} and "On no frame" in alone.markdown


def test_without_an_edge_there_is_nothing_to_measure(stage: Stage) -> None:
    report = stage.call("review.seams", clip_of([1, 2]), mask_clip_of([0, 255]))
    assert report.curves["seam"] == (None, None)
    assert report.markdown.startswith("No frame")


def test_another_original_is_refused(stage: Stage) -> None:
    failure = stage.failure("review.seams", clip_of([1, 2]), mask_clip_of([0, 0]), clip_of([1]))
    assert isinstance(failure.__cause__, MismatchError)
