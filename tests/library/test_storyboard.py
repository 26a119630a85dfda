"""The storyboard, drawn and imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace

from nodes.document import Document
from pipelines.media.pictures import write_picture
from pipelines.panels import Layer, Panel, Tile
from pipelines.rates import FrameRate
from pipelines.values import JointMode, Shot
from tests.library.stage import Stage, flat, linked

SIZE = {"width": 48, "height": 48, "fps": FrameRate.FPS_12}


def board(*panels: Panel, **parameters: Any) -> Document:
    """A storyboard played as held panels."""
    return linked(
        {
            "board": ("story.storyboard", {"panels": panels, **SIZE, **parameters}),
            "play": ("time.trim", {}),
        },
        "board > play.clip",
    )


def test_panels_are_drawn_on_their_paper(stage: Stage) -> None:
    clip = stage.value(board(stage.panel("p", 8, duration=2), paper="#102030"), "play")
    first, second = stage.pictures(clip)
    assert first.pixels[0, 0].tolist() == [16, 32, 48]
    assert (first.pixels[16:32, 8:24] == 0).all()
    assert np.array_equal(first.pixels, second.pixels)
    assert (clip.format.fps, clip.format.channels) == (12, 3)
    assert clip.format.start_timecode == "00:00:00:00"


def test_without_paper_drawings_stay_transparent(stage: Stage) -> None:
    clip = stage.value(board(stage.panel("p", 8), transparent=True), "play")
    picture = stage.pictures(clip)[0]
    assert clip.format.channels == 4
    assert picture.pixels[0, 0, 3] == 0 and picture.pixels[20, 10, 3] == 255


def test_one_shot_is_shown_alone_with_its_id_and_place_in_time(stage: Stage) -> None:
    panels = (
        stage.panel("a", 0, duration=3),
        stage.panel("b", 8, duration=2, joint=JointMode.HOLD),
        stage.panel("c", 16, duration=1),
    )
    whole = stage.value(board(*panels, shot_names=(("b", "Chase"),)), "play")
    assert whole.shots == (Shot("a", "Shot 1", 0, 3), Shot("b", "Chase", 3, 6))
    alone = stage.value(board(*panels, shot="b", shot_names=(("b", "Chase"),)), "play")
    assert alone.shots == (Shot("b", "Chase", 0, 3),)
    assert alone.format.start_timecode == "00:00:00:03"
    assert [alone.frames.key(i) for i in range(3)] == [whole.frames.key(i) for i in (3, 4, 5)]


def test_an_unknown_shot_and_an_empty_board_are_refused_with_a_mend(stage: Stage) -> None:
    failures = stage.run(board(stage.panel("a", 0), shot="x"), "play").failures
    assert "shots are a" in failures["board"].mend
    assert "Draw one" in stage.run(board(), "play").failures["board"].mend


def test_an_imported_picture_lies_under_the_drawing(stage: Stage) -> None:
    write_picture(stage.folder / "scan.png", flat(99, size=(24, 24)))
    panel = replace(stage.panel("p", 8), picture="scan.png")
    picture = stage.pictures(stage.value(board(panel), "play"))[0]
    assert picture.pixels[0, 0].tolist() == [99] * 3
    assert (picture.pixels[16:32, 8:24] == 0).all()


def test_an_imported_picture_that_was_saved_again_changes_everything_below(stage: Stage) -> None:
    write_picture(stage.folder / "scan.png", flat(99, size=(48, 48)))
    made = board(Panel(id="p", picture="scan.png", duration=1))
    assert stage.levels(stage.value(made, "play")) == [99]
    write_picture(stage.folder / "scan.png", flat(50, size=(48, 48)))
    assert stage.levels(stage.value(made, "play")) == [50]


def test_an_imported_picture_outside_the_folder_needs_consent(stage: Stage) -> None:
    outside = stage.folder.parent / "scan.png"
    write_picture(outside, flat(99, size=(48, 48)))
    made = board(Panel(id="p", picture=str(outside), duration=1))
    assert "outside the project" in str(stage.run(made, "play").failures["board"])

    def allow(path: Path) -> bool:
        return path == outside

    assert stage.levels(stage.value(made, "play", may_read=allow)) == [99]


def test_a_missing_picture_names_its_file_with_a_mend(stage: Stage) -> None:
    made = board(Panel(id="p", picture="gone.png", duration=1))
    failure = stage.run(made, "play").failures["board"]
    assert "gone.png" in str(failure)
    assert "Relink" in failure.mend


def test_a_lost_tile_names_the_storyboard_in_a_draft_too(stage: Stage) -> None:
    lost = Layer(id="ink", tiles=(Tile(0, 0, "0" * 40),))
    made = board(Panel(id="p", layers=(lost,)))
    for scale in (1.0, 0.5):
        results = stage.run(made, "play", scale=scale)
        assert "“board” at frame 0" in str(results.failures["board"])
        assert "backup" in results.failures["board"].mend
