"""What a plot is headed with is known to the translator."""

from __future__ import annotations

from nodes.library.mask.statistics import AXES
from pipelines.metrics.measures import MEASURES
from pipelines.metrics.perceptual import CLIP, DINO, LPIPS
from pipelines.metrics.score_sheet import COPIED, FADED, MADE
from widgets.plots.titles import TITLES


def test_every_measure_and_every_way_is_a_word_of_the_window() -> None:
    shown = {measure.title for measure in (*MEASURES, LPIPS, DINO, CLIP)}
    shown |= {MADE, COPIED, FADED, *(axis.title for axis in AXES.values())}
    assert shown <= set(TITLES)
