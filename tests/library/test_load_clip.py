"""Moving pictures from a file, or from numbered pictures."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from pipelines.errors import MissingFileError, UnreadableFileError
from pipelines.media.clips import OpenedClip, open_clip
from pipelines.media.codecs import VideoCodec
from pipelines.media.pictures import write_picture
from pipelines.media.writing import write_video
from pipelines.rates import FrameRate
from pipelines.values import ClipFormat
from tests.library.stage import Stage, flat, linked
from tests.media.films import shade_of, tone, write_film


def test_a_film_comes_in_exact_with_its_rate_and_timecode(stage: Stage) -> None:
    fps = Fraction(24000, 1001)
    write_film(stage.folder / "a.mkv", 4, VideoCodec.FFV1, fps=fps, channels=4, bits=16)
    clip = stage.call("load.clip", path="a.mkv")
    assert stage.levels(clip) == [shade_of(index) * 257 for index in range(4)]
    assert clip.format.fps == fps
    assert (clip.format.channels, clip.format.bits) == (4, 16)


@pytest.mark.parametrize("path", ["run", "run/f_%04d.png"])
def test_numbered_pictures_play_at_the_rate_that_is_chosen(stage: Stage, path: str) -> None:
    (stage.folder / "run").mkdir()
    for number in (1, 2, 4):
        write_picture(stage.folder / f"run/f_{number:04d}.png", flat(number * 10))
    clip = stage.call("load.clip", path=path, fps=FrameRate.FPS_25)
    assert stage.levels(clip) == [10, 20, 40]
    assert clip.format.fps == 25
    assert "missing (3)" in stage.warnings()[0]


def test_a_picture_of_the_run_that_was_saved_again_is_read_again(stage: Stage) -> None:
    (stage.folder / "run").mkdir()
    for number in (1, 2):
        write_picture(stage.folder / f"run/f_{number:04d}.png", flat(number * 10))
    assert stage.levels(stage.call("load.clip", path="run")) == [10, 20]
    write_picture(stage.folder / "run/f_0002.png", flat(99))
    assert stage.levels(stage.call("load.clip", path="run")) == [10, 99]


def test_a_single_picture_is_refused_with_a_mend(stage: Stage) -> None:
    write_picture(stage.folder / "one.png", flat(1))
    assert "Load Image" in stage.failure("load.clip", path="one.png").mend


@pytest.mark.parametrize(
    ("written", "kind"),
    [(None, MissingFileError), (b"", UnreadableFileError), (b"words" * 99, UnreadableFileError)],
)
def test_a_file_that_is_no_film_is_refused_with_a_mend(
    stage: Stage, written: bytes | None, kind: type[Exception]
) -> None:
    if written is not None:
        (stage.folder / "a.mp4").write_bytes(written)
    failure = stage.failure("load.clip", path="a.mp4")
    assert isinstance(failure.__cause__, kind)
    assert failure.mend


def test_the_sound_comes_along_unless_it_is_not_wanted(stage: Stage) -> None:
    frames = [flat(1, size=(16, 16))] * 6
    write_video(stage.folder / "a.mov", ClipFormat(16, 16), frames, audio=tone(0.25))
    assert stage.call("load.clip", path="a.mov").audio is not None
    assert stage.call("load.clip", path="a.mov", sound=False).audio is None


def test_a_film_is_opened_once_for_many_runs_and_again_when_it_changed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nodes import opened_clips

    opened: list[str] = []

    def open_and_count(path: Path, *, sound: bool) -> OpenedClip:
        opened.append(path.name)
        return open_clip(path, sound=sound)

    monkeypatch.setattr(opened_clips, "open_clip", open_and_count)
    write_film(stage.folder / "a.mp4", 3)
    for length in (1, 2):
        made = linked(
            {"a": ("load.clip", {"path": "a.mp4"}), "t": ("time.trim", {"length": length})},
            "a > t.clip",
        )
        assert len(stage.value(made, "t")) == length
    assert opened == ["a.mp4"]
    (stage.folder / "a.mp4").unlink()
    write_film(stage.folder / "a.mp4", 5)
    assert len(stage.call("load.clip", path="a.mp4")) == 5
    assert opened == ["a.mp4", "a.mp4"]
