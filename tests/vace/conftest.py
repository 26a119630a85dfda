"""Tiny VACEs for all tests of them: through the store and a lease, with random weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nodes.evaluator import Evaluator
from pipelines.models.catalogue import Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.placement import Wish
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from tests.library.stage import Stage
from tests.models.machine import settle, tiny_models

MODELS = ["wan-vace-1.3b", "wan22-vace-fun-a14b"]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Where nodes are run."""
    made = Stage(tmp_path)
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def tiny_vace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of a user's own that has the tiny models."""
    return tiny_models(tmp_path_factory.mktemp("tiny_vace"), MODELS)


@pytest.fixture(scope="session")
def tiny_store(tiny_vace: Path, tmp_path_factory: pytest.TempPathFactory) -> ModelStore:
    """A store that has them."""
    folder = tmp_path_factory.mktemp("vace_store")
    return ModelStore(load_catalogue(tiny_vace), Records(folder / "r"), Hub(folder / "c"))


@pytest.fixture(scope="session")
def pipe(tiny_store: ModelStore) -> Iterator[Any]:
    """The pipeline, lent for the session."""
    lender = Lender(lambda: tiny_store)
    with lender.lease(MODELS[0], LocalCancelToken(), Wish(Precision.FP32)) as lease:
        yield lease.network
    lender.close()


@pytest.fixture
def lent(tmp_path: Path, tiny_vace: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A stage that lends the tiny model of this machine, and tells every step, however fast."""
    monkeypatch.setattr("nodes.telling.REPORT_EVERY", 0.0)
    settle(tmp_path, monkeypatch, tiny_vace)
    stage = Stage(tmp_path)
    lender = Lender(store_to_look_at)
    stage.evaluator = Evaluator(stage.store, checked=True, lender=lender)
    yield stage
    lender.close()
    stage.store.close()
