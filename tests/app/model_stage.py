"""A machine of its own for windows that show models: its mirror is a hub on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.models.conftest import CATALOGUE
from tests.models.loopback_hub import LoopbackHub


def settle_machine(
    tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch, catalogue: str = CATALOGUE
) -> Path:
    """Point all folders of models below `tmp_path`; the user's own list of models is answered."""
    own = tmp_path / "config" / "storyloom" / "models.toml"
    own.parent.mkdir(parents=True)
    own.write_text(catalogue, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("STORYLOOM_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    monkeypatch.setenv("HF_TOKEN", "none")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    return own
