"""What tests of workers are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.workers.cuda_worker import CudaWorker
from tests.workers.stage import Stage, setup_in

OBEY_SECONDS = 0.4


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """A worker of one's own, for tests that end it or look at its store."""
    worker = CudaWorker(setup_in(tmp_path), obey_seconds=OBEY_SECONDS)
    worker.start()
    yield Stage(worker)
    worker.close()


@pytest.fixture(scope="module")
def shared_stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A worker that many tests use one after another; none may end it."""
    worker = CudaWorker(setup_in(tmp_path_factory.mktemp("worker")))
    worker.start()
    yield Stage(worker)
    worker.close()


@pytest.fixture
def calm(shared_stage: Stage) -> Stage:
    """The shared worker, with nothing heard yet."""
    shared_stage.clear()
    return shared_stage
