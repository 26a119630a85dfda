"""`models` on the command line: list, get, verify, path, remove, tiny."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

import pipelines.models.fetching as fetching
from app.cli import run_command
from tests.models.conftest import CATALOGUE, hub, weights
from tests.models.loopback_hub import LoopbackHub

__all__ = ["hub"]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of its own, whose mirror is the loopback hub."""
    own = tmp_path / "config" / "storyloom" / "models.toml"
    own.parent.mkdir(parents=True)
    own.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("STORYLOOM_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("HF_TOKEN", "none")
    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)


def test_a_model_is_got_listed_verified_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "get", "small", "--dry-run"]) == 0
    assert "to fetch in all" in capsys.readouterr().err
    assert run_command(["models", "path", "small"]) == 2
    assert "storyloom models get small" in capsys.readouterr().err
    assert run_command(["models", "get", "small"]) == 0
    assert run_command(["models", "verify", "small"]) == 0
    capsys.readouterr()
    assert run_command(["models", "path", "small"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["small", "words"]
    assert all(Path(line.split("\t")[1]).is_dir() for line in lines)
    assert run_command(["models", "list"]) == 0
    assert "checked 20" in capsys.readouterr().out
    assert run_command(["models", "remove", "small"]) == 0
    assert "freed" in capsys.readouterr().err
    assert run_command(["models", "verify", "small"]) == 2


def test_damage_is_told_by_verify(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run_command(["models", "get", "small"])
    (blob,) = (path for path in tmp_path.rglob("model.safetensors") if "snapshots" in path.parts)
    blob.resolve().write_bytes(weights(10_000)[:-1] + b"x")
    assert run_command(["models", "verify", "small"]) == 1
    assert "damaged: small: small: model.safetensors" in capsys.readouterr().err


def test_an_unknown_model_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "get", "smal"]) == 2
    assert "Did you mean small" in capsys.readouterr().err


def test_the_list_fits_eighty_columns_and_says_what_is_shared(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # as a terminal has it
    monkeypatch.setenv("COLUMNS", "80")
    assert run_command(["models", "list"]) == 0
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in capsys.readouterr().out.splitlines()]
    models = {line.split()[0]: line for line in lines if line}
    assert models["wan-vace-1.3b"].endswith(" 17.7 GiB  Wan2.1 VACE 1.3B")
    assert max(len(line) for line in models.values() if " GiB  " in line) <= 80
    assert not any("…" in line for line in lines)
    assert "umt5-xxl 10.6 GiB" in lines[-2]
    assert lines[-1].startswith("* as ")


def test_the_list_tells_of_licences_where_there_is_room(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.endswith("Qwen Research") for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_the_list_as_json_tells_of_parts_and_their_licences(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["models", "list", "--json"]) == 0
    listed = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    assert listed["small"]["state"] == "absent"
    assert listed["small"]["own"]
    assert not listed["wan-vace-1.3b"]["own"]
    words = listed["wan-vace-1.3b"]["parts"][-1]
    assert words["licence"] == "Apache-2.0"
    assert "wan-vace-14b" in words["shared_with"]
    assert len(words["revision"]) == 40


def test_a_plan_says_what_comes_from_where_and_what_is_not_pinned(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_command(["models", "get", "small", "big", "small", "--dry-run"]) == 0
    said = capsys.readouterr().err
    assert said.count("MIT; me/big at 0123456789ab") == 2  # its own part, and the shared one once
    assert "Not pinned" in said
    assert "are free there" in said


def test_removing_says_what_stays(capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["models", "get", "small", "big"])
    capsys.readouterr()
    assert run_command(["models", "remove", "small", "--dry-run"]) == 0
    assert "would be freed" in capsys.readouterr().err
    assert run_command(["models", "remove", "small"]) == 0
    assert "words (others need it) stays" in capsys.readouterr().err
    assert run_command(["models", "path", "big"]) == 0


def test_weights_that_are_pickles_are_refused_with_the_way_out(
    capsys: pytest.CaptureFixture[str], hub: LoopbackHub
) -> None:
    (hub.folder / "me/small/model.safetensors").unlink()
    hub.add("me/small", {"pytorch_model.bin": b"no"})
    assert run_command(["models", "get", "small"]) == 1
    said = capsys.readouterr().err
    assert "“me/small/pytorch_model.bin” is a pickle, which can run any program" in said
    assert "safetensors in another repository" in said


@pytest.mark.parametrize("mirror", ["nonsense", "http://127.0.0.1:9"])
def test_a_mirror_that_is_none_is_said(mirror: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "get", "small", "--endpoint", mirror]) == 1
    said = capsys.readouterr().err
    assert "is no address" in said or "cannot be reached" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_stops_a_fetch_that_stands_still(
    hub: LoopbackHub, sent: signal.Signals, code: int, tmp_path: Path
) -> None:
    hub.add("me/small", {"model.safetensors": weights(1_000_000)})
    hub.faults.file, hub.faults.hold = "model.safetensors", Event()
    spare = "import pipelines.models.fetching as f; f.SPARE_BYTES = 0; "
    run = "import sys; from app.cli import run_command; sys.exit(run_command(sys.argv[1:]))"
    arguments = [sys.executable, "-c", spare + run, "models", "get", "small"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        assert hub.half_sent.wait(60)
        process.send_signal(sent)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == code
    assert "Stopped. What came is kept; `get` goes on with it." in said


def test_tiny_models_take_the_place_of_the_real_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_command(["models", "tiny", str(tmp_path / "tiny")]) == 0
    said = capsys.readouterr()
    path = said.out.strip()
    assert f"STORYLOOM_MODELS={path}" in said.err
    monkeypatch.setenv("STORYLOOM_MODELS", path)
    assert run_command(["models", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    models = [line for line in lines if "Noise: " in line]
    assert len(models) == 24
    assert all("* " in line and "random weights  " in line for line in models)
    assert run_command(["models", "path", "wan-vace-1.3b"]) == 0
    assert run_command(["models", "verify", "sam2-tiny"]) == 0
    assert run_command(["models", "remove", "sam2-tiny"]) == 0
    assert "your own folder" in capsys.readouterr().err
    assert run_command(["models", "path", "sam2-tiny"]) == 0
