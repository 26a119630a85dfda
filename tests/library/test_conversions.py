"""Links that make one kind of value of another."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from nodes.flat_node import FlatRef
from pipelines.values import Joint, JointMode, PanelTiming, Report, Shot, Storyboard
from tests.library.stage import Stage, clip_of, flat, graph_of, linked, mask_clip_of


def test_a_mask_shown_as_a_picture_reads_back_as_the_same_mask(stage: Stage) -> None:
    masks = mask_clip_of(list(range(0, 256, 5)))
    trimmed = stage.call("time.trim", masks, first=1)
    inverted = stage.call("mask.invert", trimmed)
    assert stage.levels(inverted) == [255 - level for level in range(5, 256, 5)]


def test_a_still_is_a_clip_of_one_frame(stage: Stage) -> None:
    clip = stage.call("convert.image_to_clip", flat(5, channels=4, bits=16))
    assert len(clip) == 1
    assert (clip.format.channels, clip.format.bits) == (4, 16)
    assert np.array_equal(stage.pictures(clip)[0].pixels, flat(5, channels=4, bits=16).pixels)


def test_panels_are_held_for_as_long_as_they_last(stage: Stage) -> None:
    pictures = clip_of([10, 20, 30], fps=Fraction(12))
    move = Joint(JointMode.IN_BETWEEN, 2)
    panels = PanelTiming("a", 3, move), PanelTiming("b", 1), PanelTiming("c", 2)
    board = Storyboard(pictures.format, pictures.frames, panels)
    clip = stage.call("convert.storyboard_to_clip", board)
    assert stage.levels(clip) == [10, 10, 10, 20, 30, 30]
    assert clip.format.fps == 12
    assert clip.shots == (Shot("a", "Shot 1", 0, 4), Shot("c", "Shot 2", 4, 6))


def test_a_number_is_written_without_needless_zeros(stage: Stage) -> None:
    assert stage.call("convert.number_to_text", 24.0) == "24"
    assert stage.call("convert.number_to_text", 0.5) == "0.5"


def test_a_report_gives_its_words(stage: Stage) -> None:
    assert stage.call("convert.report_to_text", Report("**Sharp**")) == "**Sharp**"


def test_links_put_conversions_in_by_themselves(stage: Stage) -> None:
    made = graph_of("time.reverse", [flat(7)], {})
    assert stage.levels(stage.value(made, "it")) == [7]
    words = linked({"n": ("number.value", {"value": 3.0}), "p": ("text.prompt", {})})
    assert stage.run(words, "n").values[FlatRef("n", "out")] == 3
