"""The queue of runs, before workers that only note what they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import Ending, RunEnding, RunOrder
from app.workers.run_queue import RunQueue
from tests.workers.stage import Stage, chain, order, setup_in


class SlateWorker(CudaWorker):
    """A worker without a process, whose runs end when it is told so."""

    def __init__(self, folder: Path) -> None:
        super().__init__(setup_in(folder))
        self.handed: list[RunOrder] = []
        self.cancelled: list[str] = []

    def start_run(self, order: RunOrder) -> None:
        """Note it."""
        self.handed.append(order)

    def cancel_run(self, order_id: str) -> None:
        """Note it."""
        self.cancelled.append(order_id)

    def end(self, ending: Ending = Ending.DONE) -> None:
        """The run that was handed last is over."""
        self.run_ended.emit(RunEnding(order=self.handed[-1], ending=ending))


@pytest.fixture
def workers(qapp: QApplication, tmp_path: Path) -> Iterator[list[SlateWorker]]:
    made = [SlateWorker(tmp_path), SlateWorker(tmp_path)]
    yield made
    for one in made:
        one.close()


@pytest.fixture
def worker(workers: list[SlateWorker]) -> SlateWorker:
    return workers[0]


def orders(count: int) -> list[RunOrder]:
    """Orders "0", "1", ..."""
    return [order(chain("test.add", 1, 1.0), title=str(place)) for place in range(count)]


def titles(found: tuple[RunOrder, ...] | list[RunOrder]) -> str:
    """Their titles in a row."""
    return "".join(one.title for one in found)


def filled(worker: SlateWorker, count: int) -> tuple[RunQueue, list[RunOrder]]:
    """A queue of some orders."""
    queue, given = RunQueue([worker]), orders(count)
    for one in given:
        queue.add(one)
    return queue, given


def test_a_worker_is_given_one_run_at_a_time_in_order(worker: SlateWorker) -> None:
    queue, _ = filled(worker, 3)
    assert (titles(queue.running), titles(queue.waiting)) == ("0", "12")
    worker.end()
    assert (titles(queue.running), titles(queue.waiting)) == ("1", "2")
    worker.end(Ending.FAILED)
    worker.end()
    assert titles(worker.handed) == "012"
    assert (queue.running, queue.waiting) == ((), ())


def test_two_workers_share_a_queue(workers: list[SlateWorker]) -> None:
    queue = RunQueue(workers)
    for one in orders(3):
        queue.add(one)
    assert (titles(queue.running), titles(queue.waiting)) == ("01", "2")
    workers[1].end()
    assert [titles(worker.handed) for worker in workers] == ["0", "12"]


def test_waiting_runs_change_places(worker: SlateWorker) -> None:
    queue, given = filled(worker, 4)
    queue.move(given[3].id, 0)
    assert titles(queue.waiting) == "312"
    queue.move(given[3].id, 9)
    assert titles(queue.waiting) == "123"
    queue.move(given[3].id, -1)
    assert titles(queue.waiting) == "312"
    queue.move(given[0].id, 1)
    assert (titles(queue.running), titles(queue.waiting)) == ("0", "312")


def test_a_paused_queue_starts_nothing_and_lets_the_run_go_on(worker: SlateWorker) -> None:
    queue, _ = filled(worker, 2)
    queue.pause()
    assert worker.cancelled == []
    worker.end()
    assert (titles(queue.running), titles(queue.waiting)) == ("", "1")
    queue.resume()
    assert titles(queue.running) == "1"


def test_a_removed_run_is_cancelled_or_never_started(worker: SlateWorker) -> None:
    queue, given = filled(worker, 3)
    ended: list[RunEnding] = []
    queue.run_ended.connect(ended.append)
    queue.remove(given[1].id)
    assert [(one.order.title, one.ending) for one in ended] == [("1", Ending.CANCELLED)]
    queue.remove(given[0].id)
    assert worker.cancelled == [given[0].id]
    assert titles(queue.running) == "0"
    worker.end(Ending.CANCELLED)
    assert titles(worker.handed) == "02"
    assert len(ended) == 2


def test_a_recovered_queue_waits_until_it_is_resumed(worker: SlateWorker) -> None:
    queue = RunQueue([worker])
    queue.recover(orders(2))
    queue.add(order(chain("test.add", 1, 1.0), title="x"))
    assert queue.is_paused
    assert worker.handed == []
    assert titles(queue.waiting) == "01x"
    queue.resume()
    assert titles(worker.handed) == "0"


def test_a_queue_pauses_where_no_worker_can_be_started(worker: SlateWorker) -> None:
    queue, _ = filled(worker, 2)
    worker.end(Ending.NO_WORKER)
    assert queue.is_paused
    assert titles(queue.waiting) == "1"


def test_an_ending_of_another_queue_changes_nothing(worker: SlateWorker) -> None:
    queue, _ = filled(worker, 2)
    (other,) = orders(1)
    worker.run_ended.emit(RunEnding(order=other, ending=Ending.DONE))
    assert (titles(queue.running), titles(queue.waiting)) == ("0", "1")


def test_a_real_worker_runs_a_queue_in_order(calm: Stage, qtbot: QtBot) -> None:
    queue = RunQueue([calm.worker])
    queue.pause()
    given = [order(chain("test.steps", 1, value, count=3), title=str(value)) for value in (1, 2, 3)]
    for one in given:
        queue.add(one)
    queue.move(given[2].id, 0)
    queue.remove(given[1].id)
    with qtbot.waitSignals([queue.run_ended] * 2, timeout=10_000):
        queue.resume()
    assert [(one.order.title, one.ending) for one in calm.endings] == [
        ("3", Ending.DONE),
        ("1", Ending.DONE),
    ]
