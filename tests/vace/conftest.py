"""One tiny VACE for all tests of it: through the store and a lease, with random weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.models.catalogue import Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.placement import Wish
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from pipelines.progress import LocalCancelToken
from tests.library.stage import Stage
from tests.models.machine import tiny_models

MODEL = "wan-vace-1.3b"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Where nodes are run."""
    made = Stage(tmp_path)
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def tiny_vace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list of a user's own that has the tiny model."""
    return tiny_models(tmp_path_factory.mktemp("tiny_vace"), [MODEL])


@pytest.fixture(scope="session")
def pipe(tiny_vace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The pipeline, lent for the session."""
    folder = tmp_path_factory.mktemp("vace_store")
    store = ModelStore(
        load_catalogue(tiny_vace), Records(folder / "records"), Hub(folder / "cache")
    )
    lender = Lender(lambda: store)
    with lender.lease(MODEL, LocalCancelToken(), Wish(Precision.FP32)) as lease:
        yield lease.network
    lender.close()
