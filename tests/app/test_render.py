"""`render` as a person uses it: projects in, films out, exit codes and words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import pytest

import main
from pipelines.media.codecs import VideoCodec
from tests.app.projects import FRAMES, save_board

Render = Callable[..., int]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """`storyloom render` with a cache of its own."""

    def run(*arguments: str | Path) -> int:
        words = [str(argument) for argument in arguments]
        return main.main(["render", *words, "--cache", str(tmp_path / "cache")])

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return save_board(tmp_path / "project" / "board.loom")


def levels(film: Path) -> list[int]:
    """The mean gray level of every frame."""
    with av.open(str(film)) as container:
        frames = container.decode(video=0)
        return [round(float(frame.to_ndarray(format="gray").mean())) for frame in frames]


def codec_of(film: Path) -> tuple[str, int, int]:
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        return stream.codec_context.name, stream.width, stream.height


def test_a_project_becomes_a_film(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "films" / "out.mp4"
    assert render(project, "--out", out) == 0
    assert codec_of(out) == ("h264", 64, 48)
    assert levels(out) == pytest.approx([40] * 4 + [200] * 4, abs=4)
    told = capsys.readouterr()
    assert told.out == f"{out}\n"
    assert "3 nodes computed" in told.err


def test_the_project_file_is_not_changed(render: Render, project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    assert render(project, "--out", tmp_path / "out.mp4", "--set", "board.width=32") == 0
    assert project.read_bytes() == before
    assert [file.name for file in project.parent.iterdir()] == ["board.loom"]


def test_a_second_run_makes_nothing_again(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    render(project, "--out", tmp_path / "out.mp4")
    capsys.readouterr()
    assert render(project, "--out", tmp_path / "out.mp4") == 0
    assert "0 nodes computed (0 frames), 1 reused" in capsys.readouterr().err
    assert [file.name for file in tmp_path.glob("*.mp4")] == ["out.mp4"]


def test_an_existing_file_is_never_overwritten(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.mp4"
    out.write_text("precious")
    assert render(project, "--out", out) == 0
    assert out.read_text() == "precious"
    written = Path(capsys.readouterr().out.strip())
    assert written != out
    assert len(levels(written)) == FRAMES


@pytest.mark.parametrize(
    ("name", "codec"), [("out.gif", "gif"), ("out.mov", "h264"), ("out.mkv", "h264")]
)
def test_the_codec_follows_the_name(
    render: Render, project: Path, tmp_path: Path, name: str, codec: str
) -> None:
    assert render(project, "--out", tmp_path / name) == 0
    assert codec_of(tmp_path / name)[0] == codec


def test_a_name_of_an_unknown_kind_is_refused(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, "--out", tmp_path / "out.webm") == 2
    assert ".mkv, .mov, .mp4" in capsys.readouterr().err


def test_a_codec_that_was_set_is_kept(render: Render, tmp_path: Path) -> None:
    project = save_board(tmp_path / "board.loom", exports=1)
    out = tmp_path / "out.mkv"
    setting = f"export.codec={VideoCodec.FFV1.value}"
    assert render(project, "--out", out, "--set", setting) == 0
    assert codec_of(out)[0] == "ffv1"


def test_frames_are_counted_from_zero_and_both_ends_are_in(
    render: Render, project: Path, tmp_path: Path
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--frames", "3-5") == 0
    assert levels(tmp_path / "out.mp4") == pytest.approx([40, 200, 200], abs=4)


def test_one_number_is_one_frame(render: Render, project: Path, tmp_path: Path) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--frames", "7") == 0
    assert len(levels(tmp_path / "out.mp4")) == 1


@pytest.mark.parametrize("frames", ["", "5-3", "a-b", "-4", "1-2-3"])
def test_what_is_no_range_is_refused(
    render: Render, project: Path, tmp_path: Path, frames: str
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", f"--frames={frames}") == 2


def test_frames_beyond_the_end_fail_with_the_range_that_there_is(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--frames", "6-90") == 1
    assert "0 to 7" in capsys.readouterr().err
    assert not (tmp_path / "out.mp4").exists()


def test_one_shot_is_rendered_alone(render: Render, project: Path, tmp_path: Path) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--shot", "b") == 0
    assert levels(tmp_path / "out.mp4") == pytest.approx([200] * 4, abs=4)


def test_an_unknown_shot_fails_and_says_which_there_are(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--shot", "z") == 1
    said = capsys.readouterr().err
    assert "no shot “z”" in said
    assert "a, b" in said
    assert "export_video (Export Video) was not made" in said


def test_a_draft_is_half_as_large(render: Render, project: Path, tmp_path: Path) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--profile", "draft") == 0
    assert codec_of(tmp_path / "out.mp4") == ("h264", 32, 24)


def test_a_number_and_a_text_can_be_set(render: Render, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.mp4"
    settings = ["--set", "board.width=96", "--set", "board.fps=30", "--set", "board.shot=a"]
    assert render(project, "--out", out, *settings) == 0
    assert codec_of(out)[1] == 96
    assert len(levels(out)) == 4


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("bord.fps=24", "board.fps"),
        ("board.fbs=24", "board.fps"),
        ("board.fps=31", "23.976, 24, 25"),
        ("board.width=wide", "“board.width” cannot be wide"),
        ("board.width=NaN", "“board.width” cannot be NaN"),
        ("board.width", "--set node.parameter=value"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused_with_what_would(
    render: Render,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    setting: str,
    words: str,
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--set", setting) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "cache" / "out.mp4").exists()


def test_exports_of_the_project_write_their_own_files(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = save_board(tmp_path / "board.loom", exports=2)
    assert render(project) == 0
    films = [tmp_path / "films" / name for name in ("export.mp4", "export2.mp4")]
    assert capsys.readouterr().out.splitlines() == [str(film) for film in films]
    assert all(len(levels(film)) == FRAMES for film in films)


def test_of_several_exports_one_must_be_chosen(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = save_board(tmp_path / "board.loom", exports=2)
    out = tmp_path / "out.mp4"
    assert render(project, "--out", out) == 2
    assert "export, export2" in capsys.readouterr().err
    assert render(project, "--out", out, "--node", "export2") == 0
    assert len(levels(out)) == FRAMES
    assert not (tmp_path / "films").exists()


def test_an_export_is_put_behind_a_node_that_is_named(render: Render, tmp_path: Path) -> None:
    project = save_board(tmp_path / "board.loom", exports=2)
    assert render(project, "--out", tmp_path / "out.mp4", "--node", "board") == 0
    assert len(levels(tmp_path / "out.mp4")) == FRAMES


def test_an_unknown_node_is_refused_with_near_names(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--node", "boart") == 2
    assert "Did you mean board?" in capsys.readouterr().err


def test_without_an_export_the_file_must_be_named(
    render: Render, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project) == 2
    assert "--out FILE" in capsys.readouterr().err


def test_a_missing_project_is_refused(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(tmp_path / "nowhere.loom", "--out", tmp_path / "out.mp4") == 2
    assert "nowhere.loom: The project cannot be opened" in capsys.readouterr().err


def test_a_file_that_is_no_project_is_refused(render: Render, tmp_path: Path) -> None:
    (tmp_path / "text.loom").write_text("not a project")
    assert render(tmp_path / "text.loom", "--out", tmp_path / "out.mp4") == 2


def test_an_export_that_points_outside_needs_consent(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "project").mkdir()
    project = save_board(tmp_path / "project" / "board.loom", exports=1)
    escape = f"export.path={tmp_path / 'outside'}"
    assert render(project, "--set", escape) == 1
    assert "outside the project" in capsys.readouterr().err
    assert render(project, "--set", escape, "--allow-outside") == 0
    assert (tmp_path / "outside.mp4").exists()


def test_quiet_tells_only_where_the_film_is(
    render: Render, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--quiet") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == (f"{tmp_path / 'out.mp4'}\n", "")


def test_a_checked_run_makes_the_same_film(render: Render, project: Path, tmp_path: Path) -> None:
    assert render(project, "--out", tmp_path / "out.mp4", "--checked") == 0
    assert len(levels(tmp_path / "out.mp4")) == FRAMES


def test_an_export_is_put_behind_a_group_that_is_named(render: Render, tmp_path: Path) -> None:
    project = save_board(tmp_path / "board.loom", grouped=True)
    assert render(project, "--out", tmp_path / "out.mp4", "--node", "scene") == 0
    assert len(levels(tmp_path / "out.mp4")) == FRAMES
    settings = ["--set", "scene/board.width=96"]
    assert render(project, "--out", tmp_path / "wide.mp4", "--node", "scene", *settings) == 0
    assert codec_of(tmp_path / "wide.mp4")[1] == 96


def test_a_node_within_a_group_is_refused_with_the_way_out(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = save_board(tmp_path / "board.loom", grouped=True)
    assert render(project, "--out", tmp_path / "out.mp4", "--node", "scene/board") == 2
    assert "Choose the group" in capsys.readouterr().err


def test_a_node_that_gives_no_pictures_is_refused(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = save_board(tmp_path / "board.loom", exports=1)
    assert render(project, "--out", tmp_path / "out.mp4", "--node", "words") == 2
    assert "gives nothing that a film can be written from" in capsys.readouterr().err


def test_a_node_that_finds_something_out_tells_it(
    render: Render, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = save_board(tmp_path / "board.loom")
    assert render(project, "--node", "words", "--set", "words.text=A quiet street") == 0
    assert capsys.readouterr().out == "A quiet street\n"
