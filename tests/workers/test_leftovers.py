"""What a worker leaves behind, however it ends: nothing. What its supervisor costs: little."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import psutil
import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import Ending, RunEnding, WorkerDeath
from app.workers.supervision import Supervision, Tidings
from nodes.events import NodeStarted
from tests.workers.stage import Stage, chain, order, setup_in, tells

SHARED = Path("/dev/shm")
LOADED = """
import sys
import app.workers.cuda_worker, app.workers.run_queue, app.workers.supervision
heavy = {"torch", "torchvision", "diffusers", "transformers", "peft", "cv2", "av"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
SERVED = """
import sys
import nodes.serve, nodes.registry
nodes.registry.library()
assert not {"PySide6", "torch", "diffusers"} & set(sys.modules)
"""
ABANDONED = """
import sys
from dataclasses import replace
from pathlib import Path
from app.workers.supervision import Supervision
from app.workers.orders import WorkerReady, RunEvents
from tests.workers.stage import chain, order, setup_in

def tell(tidings):
    if isinstance(tidings, (WorkerReady, RunEvents)):
        print(getattr(tidings, "pid", "running"), flush=True)

if __name__ == "__main__":
    setup = replace(setup_in(Path(sys.argv[1])), orphan_seconds=0.3)
    supervision = Supervision(setup, tell, obey_seconds=1.0)
    supervision.order(order(chain("test.deaf", 1, 1.0, seconds=60.0)))
    supervision.run()
"""


def shared_memory() -> set[str]:
    """The pieces of shared memory that this process made."""
    return {path.name for path in SHARED.glob(f"loom_{os.getpid()}_*")}


def children() -> set[int]:
    """The worker processes of this one."""
    found = psutil.Process().children()
    return {child.pid for child in found if "spawn_main" in " ".join(child.cmdline())}


@pytest.mark.skipif(not SHARED.is_dir(), reason="shared memory has no folder here")
def test_nothing_is_left_behind(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    before = (shared_memory(), children(), threading.enumerate())
    worker = CudaWorker(setup_in(tmp_path), obey_seconds=0.2)
    stage = Stage(worker)
    with qtbot.waitSignal(worker.became_ready, timeout=10_000):
        worker.start()
    assert len(children() - before[1]) == 1
    assert len(shared_memory() - before[0]) == 1
    with qtbot.waitSignals([worker.worker_died, worker.became_ready], timeout=10_000):
        os.kill(stage.ready[0].pid, signal.SIGKILL)
    with qtbot.waitSignal(
        worker.events_arrived, timeout=10_000, check_params_cb=tells(NodeStarted, "n1")
    ):
        worker.start_run(order(chain("test.deaf", 1, 1.0, seconds=30.0)))
    with qtbot.waitSignal(worker.run_ended, timeout=5_000):
        worker.close()
    assert stage.endings[-1].ending is Ending.STOPPED
    assert len(stage.deaths) == 1
    assert worker.isFinished()
    worker.close()
    assert (shared_memory(), children(), threading.enumerate()) == before


def test_a_worker_that_nobody_supervises_ends_even_if_it_is_deaf(tmp_path: Path) -> None:
    script = tmp_path / "abandoned.py"
    script.write_text(ABANDONED)
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as supervisor:
        assert supervisor.stdout is not None
        worker = psutil.Process(int(supervisor.stdout.readline()))
        assert supervisor.stdout.readline() == "running\n"
        supervisor.kill()
        worker.wait(5)


@pytest.mark.parametrize("script", [LOADED, SERVED])
def test_nothing_heavy_is_imported(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])


def test_a_worker_that_cannot_start_says_why(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    worker = CudaWorker(setup_in(tmp_path, registry="tests.workers.kinds:broken"))
    stage = Stage(worker)
    with qtbot.waitSignals([worker.worker_died, worker.run_ended], timeout=10_000):
        worker.start()
        worker.start_run(order(chain("test.add", 1, 1.0)))
    assert stage.endings[-1].ending is Ending.NO_WORKER
    assert stage.endings[-1].message == "The plug-in is damaged."
    assert stage.endings[-1].mend == "Install it again."
    with qtbot.assertNotEmitted(worker.worker_died, wait=700):  # it is not tried over and over
        pass
    with qtbot.waitSignal(worker.run_ended, timeout=10_000):
        worker.start_run(order(chain("test.add", 1, 1.0)))
    assert len(stage.deaths) == 2
    worker.close()


class Ticks(QObject):
    """How late a tick of 16 ms comes in the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(16)

    def stop(self) -> None:
        """No more."""
        self._timer.stop()

    @Slot()
    def _on_timeout(self) -> None:
        now = perf_counter()
        self.late.append((now - self._last) * 1000 - 16)
        self._last = now


def test_the_window_ticks_on_while_a_worker_tells_much(calm: Stage, qtbot: QtBot) -> None:
    worker = calm.worker
    many = order(chain("test.add", 2000, 9.0))
    shown = order(chain("test.pictures", 1, 9.0, count=60))
    ticks = Ticks()
    with qtbot.waitSignals([worker.run_ended] * 2, timeout=20_000):
        worker.start_run(many)
        worker.start_run(shown)
    ticks.stop()
    late = sorted(ticks.late)
    print(f"late: median {late[len(late) // 2]:.1f}, most {late[-1]:.1f} ms, {len(late)} ticks")
    assert [ending.ending for ending in calm.endings] == [Ending.DONE, Ending.DONE]
    assert len(late) > 10


class _Unsendable(str):
    """Words that cannot go to another process."""

    def __reduce__(self) -> str:
        raise TypeError("these words cannot be sent")


def test_a_worker_that_cannot_be_sent_its_setup_is_told_of_and_the_supervisor_goes_on(
    tmp_path: Path,
) -> None:
    told: list[Tidings] = []

    def tell(tidings: Tidings) -> None:
        told.append(tidings)
        if isinstance(tidings, RunEnding):
            supervision.close()

    before = shared_memory()
    setup = replace(setup_in(tmp_path), registry=_Unsendable("nowhere"))
    supervision = Supervision(setup, tell, obey_seconds=1.0)
    supervision.order(order(chain("test.add", 1, 1.0)))
    supervision.run()
    supervision.dispose()
    endings = [one for one in told if isinstance(one, RunEnding)]
    deaths = [one for one in told if isinstance(one, WorkerDeath)]
    assert [one.ending for one in endings] == [Ending.NO_WORKER]
    assert "could not be started (these words cannot be sent)" in endings[0].message
    assert deaths
    assert shared_memory() == before
