"""Weights for tests: of a small network that was not trained, and of one with random answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.refiner.moving import write_weights


@pytest.fixture(scope="session")
def untrained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights that change nothing."""
    return write_weights(tmp_path_factory.mktemp("weights") / "untrained.safetensors")


@pytest.fixture(scope="session")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights that change what they may."""
    return write_weights(tmp_path_factory.mktemp("weights") / "wild.safetensors", spread=0.3)
