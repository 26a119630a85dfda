"""A hub on this machine with two models that share a part, and a store that fetches from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save

import pipelines.models.fetching as fetching
from pipelines.models.catalogue import catalogue_of
from pipelines.models.fetching import Hub
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from tests.models.loopback_hub import LoopbackHub, served

CATALOGUE = """
[part.words]
repository = "me/big"
files = ["text_encoder/*.safetensors", "text_encoder/*.json"]
bytes = 80_000
licence = "MIT"

[part.small]
repository = "me/small"
files = ["model.safetensors", "*.json"]
bytes = 40_000
licence = "MIT"

[part.big]
repository = "me/big"
files = ["model.safetensors", "*.json"]
bytes = 120_000
licence = "MIT"

[model.small]
title = "Small"
about = "The small one."
family = "sam2"
parts = ["small", "words"]

[model.big]
title = "Big"
about = "The big one."
family = "sam2"
parts = ["big", "words"]
"""


def weights(count: int) -> bytes:
    """A safetensors file of so many numbers."""
    return save({"a": np.arange(count, dtype=np.float32)})


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LoopbackHub]:
    """The hub, with what the catalogue names and something that it does not."""
    with served(tmp_path / "hub") as made:
        shards = '{"weight_map": {"a": "one.safetensors", "b": "two.safetensors"}}'
        made.add("me/small", {"model.safetensors": weights(10_000), "config.json": b"{}"})
        made.add(
            "me/big",
            {
                "model.safetensors": weights(30_000),
                "config.json": b'{"a": 1}',
                "pytorch_model.bin": b"no",
                "code.py": b"no",
                "text_encoder/model.safetensors.index.json": shards.encode(),
                "text_encoder/one.safetensors": weights(10_000),
                "text_encoder/two.safetensors": weights(9_000),
            },
        )
        yield made


@pytest.fixture
def store(tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> ModelStore:
    """A store with nothing in it, that leaves the machine's own network settings alone."""
    for name in ("HF_ENDPOINT", "HF_HUB_OFFLINE", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)
    return store_at(tmp_path, hub)


def store_at(folder: Path, hub: LoopbackHub) -> ModelStore:
    """A store over the caches of a folder."""
    return ModelStore(
        catalogue_of(CATALOGUE, "test"),
        Records(folder / "records"),
        Hub(folder / "cache", hub.endpoint, token=lambda: hub.token or None, waits=(0.01, 0.01)),
        now=lambda: 1000.0,
    )
