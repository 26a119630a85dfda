"""`models` on the command line: list, get, verify, path, remove."""

from __future__ import annotations

from pathlib import Path

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
    assert "here, checked" in capsys.readouterr().out
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
