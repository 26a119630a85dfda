"""A machine of its own for a test, with tiny models in the place of the real ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.models.catalogue import load_catalogue
from pipelines.models.tiny.writing import write_list, write_tiny


def tiny_models(folder: Path, models: list[str]) -> Path:
    """Tiny models in a folder; answers the list that has them."""
    catalogue = load_catalogue()
    for model in models:
        write_tiny(catalogue, model, folder)
    return write_list(catalogue, models, folder)


def settle(folder: Path, monkeypatch: pytest.MonkeyPatch, listed: Path | None = None) -> Path:
    """Have this process and those that it starts keep everything in `folder`, their own list of
    models, where one is given, there too. Answers where that list lies."""
    own = folder / "config" / "storyloom" / "models.toml"
    own.parent.mkdir(parents=True)
    if listed is not None:
        shutil.copyfile(listed, own)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("STORYLOOM_STATE", str(folder / "state"))
    monkeypatch.setenv("HF_HUB_CACHE", str(folder / "cache"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    return own
