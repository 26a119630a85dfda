"""Many frames on one sheet."""

from __future__ import annotations

from pipelines.contact_sheet import LINE, MARGIN, PAPER
from tests.library.stage import Stage, clip_of


def test_frames_stand_in_rows_with_a_line_of_words(stage: Stage) -> None:
    clip = clip_of([10, 100, 200], size=(64, 48))
    sheet = stage.call("review.contact_sheet", clip, columns=2, tile_width=64)
    assert (sheet.width, sheet.height) == (MARGIN + 2 * 68, MARGIN + 2 * (48 + LINE + MARGIN))
    row = 48 + LINE + MARGIN
    assert sheet.pixels[MARGIN + 20, MARGIN + 20].tolist() == [10] * 3
    assert sheet.pixels[MARGIN + 20, MARGIN + 68 + 20].tolist() == [100] * 3
    assert sheet.pixels[MARGIN + row + 20, MARGIN + 20].tolist() == [200] * 3
    assert tuple(sheet.pixels[MARGIN + row + 20, MARGIN + 68 + 20]) == PAPER
    words = sheet.pixels[MARGIN + 48 : MARGIN + 48 + LINE, MARGIN : MARGIN + 64]
    assert words.max() > 128


def test_a_hold_is_shown_once_unless_asked_for(stage: Stage) -> None:
    clip = clip_of([10, 10, 10, 20], size=(32, 32))
    once = stage.call("review.contact_sheet", clip, tile_width=32)
    assert once.width == MARGIN + 2 * 36
    every = stage.call("review.contact_sheet", clip, tile_width=32, holds=True)
    assert every.width == MARGIN + 4 * 36


def test_a_sheet_that_is_too_large_is_refused_with_a_mend(stage: Stage) -> None:
    clip = clip_of(list(range(20)))
    failure = stage.failure("review.contact_sheet", clip, tile_width=16000)
    assert failure.mend == "Show fewer frames, or make them smaller."


def test_every_other_frame_is_taken(stage: Stage) -> None:
    clip = clip_of([10, 20, 30, 40, 50], size=(32, 32))
    sheet = stage.call("review.contact_sheet", clip, tile_width=32, every=2)
    middles = [int(sheet.pixels[MARGIN + 16, MARGIN + at * 36 + 16, 0]) for at in range(3)]
    assert middles == [10, 30, 50]
    assert sheet.width == MARGIN + 3 * 36
