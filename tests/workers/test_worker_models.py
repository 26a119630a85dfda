"""Models in a worker process: kept warm between runs, freed on request, lost with the device."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import Ending, RunEnding, WorkerModels
from nodes.events import NodeFailed, NodeProgressed, NodeStarted, NodeUsedModel
from nodes.graph import Graph, Link, Node
from nodes.snapshot import Snapshot
from tests.models import kinds
from tests.models.machine import settle, tiny_models
from tests.workers.stage import Stage, order, setup_in, tells

_LONG = 120_000
"""Milliseconds in which a busy machine has imported torch."""


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A worker that has tiny models."""
    folder = tmp_path_factory.mktemp("machine")
    with pytest.MonkeyPatch.context() as patch:
        settle(folder, patch, tiny_models(folder / "tiny", ["dinov2-base"]))
        worker = CudaWorker(setup_in(folder, registry=kinds.REGISTRY), obey_seconds=0.5)
        worker.start()
        yield Stage(worker)
        worker.close()


@pytest.fixture
def calm(stage: Stage) -> Stage:
    """The worker, with nothing heard yet."""
    stage.clear()
    return stage


def snapshot(kind: str, value: float) -> Snapshot:
    number = Node(id="n", type="test.number", parameters={"value": value})
    model = Node(id="m", type=kind, inputs={"a": (Link("l", "n"),)})
    return Snapshot(Graph({"n": number, "m": model}), kinds.registry())


def run(stage: Stage, qtbot: QtBot, kind: str, value: float) -> RunEnding:
    with qtbot.waitSignal(stage.worker.run_ended, timeout=_LONG):
        stage.worker.start_run(order(snapshot(kind, value)))
    return stage.endings[-1]


def loads(stage: Stage) -> list[str]:
    return [one.doing for one in stage.events if isinstance(one, NodeProgressed) and one.doing]


def test_a_cancel_while_a_model_is_loaded_waits_for_it_and_the_model_stays(
    calm: Stage, qtbot: QtBot
) -> None:
    wanted = order(snapshot("test.features", 1.0))
    started = qtbot.waitSignal(
        calm.worker.events_arrived, timeout=_LONG, check_params_cb=tells(NodeStarted, "m")
    )
    with started:
        calm.worker.start_run(wanted)
    with qtbot.waitSignal(calm.worker.run_ended, timeout=_LONG):
        calm.worker.cancel_run(wanted.id)
    assert calm.endings[-1].ending is Ending.CANCELLED
    assert calm.deaths == []


def test_a_model_is_kept_between_runs_until_it_is_freed(calm: Stage, qtbot: QtBot) -> None:
    told: list[WorkerModels] = []
    calm.worker.models_changed.connect(told.append)
    assert run(calm, qtbot, "test.features", 2.0).ending is Ending.DONE
    assert [one.model.model for one in calm.events if isinstance(one, NodeUsedModel)] == [
        "dinov2-base"
    ]
    calm.clear()
    assert run(calm, qtbot, "test.features", 3.0).ending is Ending.DONE
    assert loads(calm) == []
    assert [one.model for one in told[-1].models] == ["dinov2-base"]
    with qtbot.waitSignal(calm.worker.models_changed, timeout=_LONG):
        calm.worker.free_models()
    assert told[-1].models == ()
    calm.worker.models_changed.disconnect(told.append)
    calm.clear()
    assert run(calm, qtbot, "test.features", 4.0).ending is Ending.DONE
    assert loads(calm)


def test_a_full_memory_ends_a_node_and_not_its_worker(calm: Stage, qtbot: QtBot) -> None:
    pid = calm.ready[-1].pid
    assert run(calm, qtbot, "test.fills", 1.0).ending is Ending.FAILED
    (failed,) = [one for one in calm.events if isinstance(one, NodeFailed)]
    assert "more offloading" in failed.error.mend
    assert calm.deaths == []
    assert psutil.pid_exists(pid)


def test_a_worker_that_lost_its_device_is_started_anew(calm: Stage, qtbot: QtBot) -> None:
    calm.ready.clear()
    with qtbot.waitSignal(calm.worker.became_ready, timeout=_LONG):
        assert run(calm, qtbot, "test.loses", 1.0).ending is Ending.FAILED
    assert "answers no more" in calm.deaths[-1].message
    assert run(calm, qtbot, "test.add", 1.0).ending is Ending.DONE


def test_no_torch_before_a_lease(qtbot: QtBot, tmp_path: Path) -> None:
    worker = CudaWorker(setup_in(tmp_path, registry=kinds.REGISTRY))
    stage = Stage(worker)
    with qtbot.waitSignal(worker.became_ready, timeout=_LONG):
        worker.start()
    maps = psutil.Process(stage.ready[0].pid).memory_maps()
    worker.close()
    assert not [one.path for one in maps if "libtorch" in one.path]
