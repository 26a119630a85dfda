"""The command line around its verbs: help, refusals, what it loads, and being interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main
from app.cli.exit_code import ExitCode
from nodes.registry import library
from tests.app.projects import save_board

ROOT = Path(__file__).parents[2]
HEAVY = ("torch", "torchvision", "diffusers", "transformers", "peft", "accelerate", "PySide6")


def python(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, *(str(argument) for argument in arguments)]
    return subprocess.run(
        words, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=60
    )


def test_the_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(verb in told for verb in ("render", "nodes", "doctor", "exit codes"))


@pytest.mark.parametrize("words", [["paint"], ["render"], ["nodes", "--loud"]])
def test_what_is_not_understood_is_refused(words: list[str]) -> None:
    assert main.main(words) == 2


@pytest.mark.parametrize("verb", ["render", "nodes", "doctor"])
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([verb, "--help"]) == 0
    assert "exit codes" in capsys.readouterr().out


def test_the_entry_imports_nothing_and_the_command_line_nothing_heavy() -> None:
    code = (
        "import sys; before = set(sys.modules); import main; "
        "print(sorted(set(sys.modules) - before)); import app.cli; import app.checks.window; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert python("-c", code).stdout.splitlines() == ["['main']", "[]"]


def test_a_render_loads_nothing_heavy(tmp_path: Path) -> None:
    project = save_board(tmp_path / "board.loom")
    words = ["render", str(project), "--out", str(tmp_path / "out.mp4")]
    words += ["--cache", str(tmp_path / "cache")]
    code = (
        f"import sys, main; assert main.main({words}) == 0; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert python("-c", code).stdout.splitlines()[-1] == "[]"


def test_the_cache_follows_the_environment(tmp_path: Path) -> None:
    project = save_board(tmp_path / "board.loom")
    done = python(
        "main.py",
        "render",
        project,
        "--out",
        tmp_path / "out.mp4",
        STORYLOOM_CACHE=str(tmp_path / "there"),
    )
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'out.mp4'}\n")
    assert any((tmp_path / "there").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows")
@pytest.mark.parametrize(
    ("sent", "code"),
    [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)],
)
def test_a_cancelled_render_leaves_nothing_torn(
    tmp_path: Path, sent: signal.Signals, code: ExitCode
) -> None:
    (tmp_path / "films").mkdir()
    project = save_board(tmp_path / "board.loom", width=1280, height=720, frames=20_000)
    words = ["render", str(project), "--out", str(tmp_path / "films" / "out.mp4")]
    words += ["--cache", str(tmp_path / "cache"), "--set", "export_video.effort=slow"]
    process = subprocess.Popen(
        [sys.executable, "-c", _TELLING_WHEN_IT_RUNS, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    process.send_signal(sent)
    out, said = process.communicate(timeout=30)
    assert process.returncode == code, said
    assert out == ""
    assert "Stopping" in said
    assert "cancelled in" in said
    assert list((tmp_path / "films").iterdir()) == []


_TELLING_WHEN_IT_RUNS = """
import sys, main
from app.cli.run_view import RunView
from nodes.events import NodeProgressed
shown, told = RunView.on_event, []
def on_event(view, event):
    if isinstance(event, NodeProgressed) and event.path == "export_video" and not told:
        told.append(print("at work", flush=True))
    shown(view, event)
RunView.on_event = on_event
sys.exit(main.main(sys.argv[1:]))
"""


def test_every_node_is_listed_with_all_that_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes", "--json"]) == 0
    listed = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    specs = library().specs
    assert set(listed) == set(specs)
    for name, spec in specs.items():
        assert [each["name"] for each in listed[name]["parameters"]] == list(spec.parameters)
        assert [each["name"] for each in listed[name]["inputs"]] == [s.name for s in spec.sockets]
        assert [each["name"] for each in listed[name]["outputs"]] == [o.name for o in spec.outputs]
    (distance,) = listed["mask.grow"]["parameters"]
    assert (distance["default"], distance["usual"], distance["unit"]) == (8, [-128, 128], "pixels")


def test_nodes_are_listed_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in library().specs)


def test_one_node_and_one_category_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes", "mask.grow"]) == 0
    one = capsys.readouterr().out
    assert "distance: int = 8; usually -128 to 128; in pixels" in one
    assert main.main(["nodes", "mask"]) == 0
    category = capsys.readouterr().out
    assert "mask.invert" in category
    assert "export.video" not in category


def test_an_unknown_node_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes", "mask.gorw"]) == 2
    assert "mask.grow" in capsys.readouterr().err
