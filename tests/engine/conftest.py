"""What tests of the engine are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nodes import frame_reading, keeping
from tests.engine.bench import Bench


@pytest.fixture(autouse=True)
def quick_may_be_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine makes no quick node count as slow."""
    for module in (frame_reading, keeping):
        monkeypatch.setattr(module, "LEAST_SECONDS", 0.02)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.store.close()
