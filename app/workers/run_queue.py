"""The runs that wait for a worker, in the order in which they will run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.workers.cuda_worker import CudaWorker
from app.workers.orders import Ending, RunEnding, RunOrder


class RunQueue(QObject):
    """Hands orders to workers, one at a time to each. Used by the GUI thread only.

    A queue that was recovered waits, paused, until the person resumes it. Where no worker can be
    started the queue pauses, so that it is not used up for nothing.
    """

    queue_changed = Signal()
    """Waiting, running or paused is not what it was."""
    run_started = Signal(object)
    """A RunOrder was handed to a worker."""
    run_ended = Signal(object)
    """A RunEnding, also of an order that was removed while it waited."""

    def __init__(self, workers: Sequence[CudaWorker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = tuple(workers)
        self._waiting: list[RunOrder] = []
        self._at_work: dict[str, tuple[RunOrder, CudaWorker]] = {}
        self._recovered: set[str] = set()
        self._is_paused = False
        for worker in workers:
            worker.run_ended.connect(self._on_run_ended)

    @property
    def waiting(self) -> tuple[RunOrder, ...]:
        """What will run, the next first."""
        return tuple(self._waiting)

    @property
    def running(self) -> tuple[RunOrder, ...]:
        """What workers are at."""
        return tuple(order for order, _ in self._at_work.values())

    @property
    def recovered(self) -> tuple[RunOrder, ...]:
        """What was put back and waits to be asked for."""
        return tuple(order for order in self._waiting if order.id in self._recovered)

    @property
    def is_paused(self) -> bool:
        """Whether nothing new is started."""
        return self._is_paused

    def add(self, order: RunOrder) -> None:
        """Put an order at the end; it starts at once where a worker is free."""
        self._waiting.append(order)
        self._start_next()

    def recover(self, orders: Iterable[RunOrder]) -> None:
        """Put back what waited when the program ended. Nothing starts before `resume`."""
        self._is_paused = True
        found = tuple(orders)
        self._recovered |= {order.id for order in found}
        self._waiting += found
        self.queue_changed.emit()

    def move(self, order_id: str, place: int) -> None:
        """Give a waiting order another place, counted from 0. Others keep their order."""
        for order in [order for order in self._waiting if order.id == order_id]:
            self._waiting.remove(order)
            self._waiting.insert(max(0, place), order)
            self.queue_changed.emit()

    def remove(self, order_id: str) -> None:
        """Take out an order that waits, or cancel the one that runs. `run_ended` follows."""
        if order_id in self._at_work:
            self._at_work[order_id][1].cancel_run(order_id)
        for order in [order for order in self._waiting if order.id == order_id]:
            self._waiting.remove(order)
            self.queue_changed.emit()
            self.run_ended.emit(RunEnding(order=order, ending=Ending.CANCELLED))

    def pause(self) -> None:
        """Start nothing new. What runs goes on."""
        self._is_paused = True
        self.queue_changed.emit()

    def resume(self) -> None:
        """Go on. What was recovered is asked for by it, and waits like any other order."""
        self._recovered.clear()
        self._is_paused = False
        self._start_next()

    def _start_next(self) -> None:
        busy = [worker for _, worker in self._at_work.values()]
        for worker in self._workers:
            if not self._waiting or self._is_paused:
                break
            if worker not in busy:
                order = self._waiting.pop(0)
                self._at_work[order.id] = (order, worker)
                worker.start_run(order)
                self.run_started.emit(order)
        self.queue_changed.emit()

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        if self._at_work.pop(ending.order.id, None) is None:
            return
        if ending.ending is Ending.NO_WORKER:
            self._is_paused = True
        self.run_ended.emit(ending)
        self._start_next()
