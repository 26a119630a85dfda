"""The local CUDA worker thread: it supervises one worker process and turns what that tells into
signals. Nothing is computed here, and torch is never imported."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from app.workers.orders import (
    RunEnding,
    RunEvents,
    RunKeys,
    RunOrder,
    RunPreview,
    WorkerDeath,
    WorkerModels,
    WorkerReady,
)
from app.workers.supervision import Supervision, Tidings
from nodes.serve import WorkerSetup

OBEY_SECONDS = 5.0
"""How long a run may take to obey a cancel before its worker is ended."""


class CudaWorker(QThread):
    """A worker for one device ("cpu" works too). `start()` it; `close()` it before it goes.

    Its methods are called by the GUI thread, and its signals, emitted in its own thread, arrive
    there.
    """

    became_ready = Signal(object)
    """A WorkerReady."""
    keys_arrived = Signal(object)
    """A RunKeys, before the first events of a run."""
    events_arrived = Signal(object)
    """A RunEvents, at most thirty times a second."""
    preview_arrived = Signal(object)
    """A RunPreview: the newest only."""
    run_ended = Signal(object)
    """A RunEnding, once for each order."""
    worker_died = Signal(object)
    """A WorkerDeath."""

    models_changed = Signal(object)
    """A WorkerModels: what is kept in memory now."""

    def __init__(
        self,
        setup: WorkerSetup,
        *,
        obey_seconds: float = OBEY_SECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.device = setup.device
        self._supervision = Supervision(setup, self._tell, obey_seconds=obey_seconds)
        self._is_closed = False

    def start_run(self, order: RunOrder) -> None:
        """Run this as soon as the worker is ready and done with what it was given before."""
        self._supervision.order(order)

    def cancel_run(self, order_id: str) -> None:
        """Stop a run. `run_ended` follows, at the latest when the worker had to be ended."""
        self._supervision.cancel(order_id)

    def free_models(self, model: str = "") -> None:
        """Let go of the models that are kept warm, or of one; `models_changed` follows where there
        were any. What a run works with goes when that is over."""
        self._supervision.free_models(model)

    def request_close(self) -> None:
        """Cancel what runs and end the worker; `finished` follows."""
        if not self._is_closed:
            self._supervision.close()

    def close(self) -> None:
        """Cancel what runs, end the worker and wait for it. A second call does nothing."""
        if not self._is_closed:
            self.request_close()
            self.wait()
            self._is_closed = True
            self._supervision.dispose()

    def run(self) -> None:
        """The thread; called by Qt."""
        self._supervision.run()

    def _tell(self, tidings: Tidings) -> None:
        match tidings:
            case RunKeys():
                self.keys_arrived.emit(tidings)
            case RunEvents():
                self.events_arrived.emit(tidings)
            case RunPreview():
                self.preview_arrived.emit(tidings)
            case RunEnding():
                self.run_ended.emit(tidings)
            case WorkerDeath():
                self.worker_died.emit(tidings)
            case WorkerModels():
                self.models_changed.emit(tidings)
            case WorkerReady():
                self.became_ready.emit(tidings)
