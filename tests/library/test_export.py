"""Films and numbered pictures on disk."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.evaluator import Results
from nodes.events import NodeFinished, NodeProgressed, Origin, Outcome
from nodes.flat_node import FlatRef
from nodes.library.export.frames import Depth
from nodes.registry import library
from pipelines.media.clips import open_clip
from pipelines.media.codecs import VideoCodec
from pipelines.media.outputs import SPARE_BYTES
from pipelines.media.pictures import read_picture, read_picture_facts
from pipelines.media.probe import probe
from pipelines.media.writing import write_video
from pipelines.rates import FrameRate
from pipelines.values import ClipFormat, JointMode, Marks, Written
from tests.library.stage import Stage, clip_of, flat, graph_of, linked, ramp_sound
from tests.media.films import tone


def files(results: Results, sink: str = "it") -> list[Path]:
    assert not results.failures, results.failures
    written = results.values[FlatRef(sink, "out")]
    assert isinstance(written, Written)
    return [file.path for file in written.files]


def film(stage: Stage, **parameters: Any) -> Document:
    """A storyboard of two panels, in-betweened and written."""
    move: dict[str, Any] = {"joint": JointMode.IN_BETWEEN, "duration": 6, "move": 3}
    panels = tuple(stage.panel(f"p{x}", x, **move) for x in (8, 12))
    size = {"width": 64, "height": 48, "fps": FrameRate.FPS_23_976}
    return linked(
        {
            "board": ("story.storyboard", {"panels": panels, **size}),
            "between": ("motion.in_between", {}),
            "film": ("export.video", {"path": "out/film", **parameters}),
        },
        "board > between.storyboard",
        "between > film.clip",
    )


def test_a_storyboard_becomes_a_film_with_its_size_rate_and_tags(stage: Stage) -> None:
    (path,) = files(stage.run(film(stage), "film"), "film")
    assert path == stage.folder / "out" / "film.mp4"
    facts = probe(path)
    assert (facts.width, facts.height, facts.fps) == (64, 48, Fraction(24000, 1001))
    assert facts.colour.primaries == facts.colour.transfer == "bt709"
    assert facts.codec == "h264"
    assert len(open_clip(path).clip) == 12
    progress = [event for event in stage.events if isinstance(event, NodeProgressed)]
    assert (progress[-1].path, progress[-1].done, progress[-1].total) == ("film", 12, 12)


def test_a_lossless_film_has_the_pixels_of_the_drawings(stage: Stage) -> None:
    made = film(stage, codec=VideoCodec.FFV1)
    (path,) = files(stage.run(made, "film"), "film")
    drawn = stage.pictures(stage.value(made, "between"))
    read_back = stage.pictures(open_clip(path).clip)
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(drawn, read_back, strict=True))


def test_a_film_that_is_there_unchanged_is_not_written_again(stage: Stage) -> None:
    made = film(stage)
    first = files(stage.run(made, "film"), "film")
    assert files(stage.run(made, "film"), "film") == first
    origins = [event.origin for event in stage.events if isinstance(event, NodeFinished)]
    assert origins == [Origin.MEMORY]
    assert len(list((stage.folder / "out").iterdir())) == 1


def test_nothing_is_ever_overwritten(stage: Stage) -> None:
    (stage.folder / "out").mkdir()
    (stage.folder / "out" / "film.mp4").write_bytes(b"mine")
    (path,) = files(stage.run(film(stage), "film"), "film")
    assert path.name == "film-2.mp4"
    assert (stage.folder / "out" / "film.mp4").read_bytes() == b"mine"


def test_a_range_or_the_marks_choose_the_frames_and_the_timecode_follows(stage: Stage) -> None:
    from dataclasses import replace

    clip = clip_of([0, 50, 100, 150], size=(16, 16), start_timecode="01:00:00:00")
    marked = replace(clip, marks=Marks(1, 3))
    settings = {"path": "film.mkv", "codec": VideoCodec.FFV1}

    def levels(**parameters: Any) -> tuple[list[int], str]:
        made = graph_of("export.video", [marked], {**settings, **parameters})
        (path,) = files(stage.run(made, "it"))
        written = open_clip(path).clip
        return stage.levels(written), written.format.start_timecode

    assert levels() == ([50, 100], "01:00:00:01")
    assert levels(frames="2-3") == ([100, 150], "01:00:00:02")
    assert levels(marks=False) == ([0, 50, 100, 150], "01:00:00:00")
    failure = stage.failure("export.video", clip, frames="2-9")
    assert failure.mend == "Choose within 0 to 3."


def test_sound_goes_along_unless_it_is_not_wanted(stage: Stage) -> None:
    clip = clip_of([0] * 12, size=(16, 16), audio=ramp_sound(12))
    (path,) = files(stage.run(graph_of("export.video", [clip], {"path": "a.mov"}), "it"))
    assert probe(path).sounds
    silent = graph_of("export.video", [clip], {"path": "a.mov", "sound": False})
    (path,) = files(stage.run(silent, "it"))
    assert not probe(path).sounds


def test_what_the_codec_cannot_hold_is_said(stage: Stage) -> None:
    clip = clip_of([9], size=(16, 16), channels=4, bits=16)
    stage.call("export.video", clip)
    assert any("alpha" in warning for warning in stage.warnings())
    assert any("16-bit" in warning for warning in stage.warnings())


def test_a_name_of_another_kind_is_refused_with_a_mend(stage: Stage) -> None:
    failure = stage.failure("export.video", clip_of([9]), path="a.mp4", codec=VideoCodec.FFV1)
    assert ".mkv" in failure.mend


@pytest.mark.parametrize("node", ["export.video", "export.frames"])
def test_a_full_disk_is_said_before_anything_is_written(
    stage: Stage, node: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(stage.folder)._replace(free=1000)

    def usage(folder: Path) -> Any:
        return full

    monkeypatch.setattr("pipelines.media.outputs.shutil.disk_usage", usage)
    failure = stage.run(graph_of(node, [clip_of([1])], {"path": "x"}), "it").failures["it"]
    assert "Free some space" in failure.mend
    assert list(stage.folder.iterdir()) == []


class StopAtOnce:
    """A token that asks to stop when the film is half written."""

    def __init__(self) -> None:
        self.looks = 0

    @property
    def cancelled(self) -> bool:
        self.looks += 1
        return self.looks > 8


@pytest.mark.parametrize("node", ["export.video", "export.frames"])
def test_a_cancelled_export_leaves_nothing(stage: Stage, node: str) -> None:
    made = graph_of(node, [clip_of(list(range(20)), size=(16, 16))], {"path": "x"})
    results = stage.run(made, "it", cancel=StopAtOnce())
    assert results.outcome is Outcome.CANCELLED
    assert list(stage.folder.iterdir()) == []


@pytest.mark.parametrize("node", ["export.video", "export.frames"])
def test_writing_outside_the_folder_needs_consent(stage: Stage, node: str) -> None:
    outside = stage.folder.parent / "outside"
    made = graph_of(node, [clip_of([1], size=(16, 16))], {"path": str(outside)})
    assert "outside the project" in str(stage.run(made, "it").failures["it"])

    def allow(path: Path) -> bool:
        return path == outside

    assert files(stage.run(made, "it", may_write=allow))


@pytest.mark.parametrize(("channels", "bits"), [(3, 8), (4, 16)])
def test_pictures_are_numbered_and_exact(stage: Stage, channels: int, bits: int) -> None:
    clip = clip_of([10, 20, 30], channels=channels, bits=bits)
    made = graph_of("export.frames", [clip], {"name": "shot_###", "number": 7, "frames": "1-2"})
    paths = files(stage.run(made, "it"))
    assert [path.name for path in paths] == ["shot_008.png", "shot_009.png"]
    assert read_picture_facts(paths[0]) == (8, 6, channels, bits)
    pictures = stage.pictures(clip)[1:]
    for path, picture in zip(paths, pictures, strict=True):
        assert np.array_equal(read_picture(path).pixels, picture.pixels)


def test_every_run_has_a_folder_of_its_own(stage: Stage) -> None:
    for level in (1, 2):
        made = graph_of("export.frames", [clip_of([level])], {"path": "run"})
        files(stage.run(made, "it"))
    assert sorted(path.name for path in stage.folder.iterdir()) == ["run", "run-2"]


def test_a_name_without_a_number_is_refused_with_a_mend(stage: Stage) -> None:
    for name in ("frame", "../frame_##", "a%d_##"):
        assert "####" in stage.failure("export.frames", clip_of([1]), name=name).mend


@pytest.mark.parametrize(
    ("bits", "depth", "written"),
    [(8, Depth.BITS_16, 16), (16, Depth.BITS_8, 8), (8, Depth.AS_CLIP, 8)],
)
def test_pictures_have_the_depth_that_is_chosen(
    stage: Stage, bits: int, depth: Depth, written: int
) -> None:
    clip = clip_of([514], bits=bits) if bits == 16 else clip_of([2])
    (path,) = files(stage.run(graph_of("export.frames", [clip], {"depth": depth}), "it"))
    picture = read_picture(path)
    assert (picture.bits, int(picture.pixels[0, 0, 0])) == (written, 2 if written == 8 else 514)


def test_numbers_begin_where_they_are_told_to(stage: Stage) -> None:
    made = graph_of("export.frames", [clip_of([1, 2])], {"name": "a##b", "number": 9})
    assert [path.name for path in files(stage.run(made, "it"))] == ["a09b.png", "a10b.png"]


def test_an_export_runs_only_when_it_is_asked_to(stage: Stage) -> None:
    assert all(library().specs[f"export.{name}"].effect for name in ("video", "frames"))


def test_about_half_of_the_bytes_of_the_pictures_must_be_free(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = SPARE_BYTES + 100 * 100 * 4 * 2 * 10 // 2

    def usage(folder: Path) -> Any:
        return usage_before._replace(free=free)

    usage_before = shutil.disk_usage(stage.folder)
    monkeypatch.setattr("pipelines.media.outputs.shutil.disk_usage", usage)
    clips = [clip_of([1] * count, size=(100, 100), channels=4, bits=16) for count in (10, 11)]
    assert files(stage.run(graph_of("export.frames", [clips[0]], {}), "it"))
    assert "free" in str(stage.run(graph_of("export.frames", [clips[1]], {}), "it").failures["it"])


def test_another_sound_or_other_marks_are_written_again(stage: Stage) -> None:
    made = linked(
        {
            "start": ("load.clip", {"path": "a.mov"}),
            "loud": ("sound.add", {"volume": 1.0}),
            "sound": ("load.audio", {"path": "a.mov"}),
            "film": ("export.video", {"path": "film"}),
        },
        "start > loud.clip",
        "sound > loud.audio",
        "loud > film.clip",
    )
    frames = [flat(1, size=(16, 16))] * 6
    write_video(stage.folder / "a.mov", ClipFormat(16, 16), frames, audio=tone(0.25))
    first = files(stage.run(made, "film"), "film")
    made.apply(SetParameter(node="loud", name="volume", value=0.5))
    assert files(stage.run(made, "film"), "film") != first
